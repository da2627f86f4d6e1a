public import ReportForms
public import ReportStandard

/// Reports as tidy rows, one a figure.
public struct FigureTable: Sendable {
    /// The names of the columns of CSV, in their order.
    public static let header = columns.map(\.name)

    package static let columns = FigureColumns.all.columns(in: .csv)
    private static let values = columns.values()

    /// Labels and units of all forms, by form and code.
    private var indicators: [String: [IndicatorCode: Form.Indicator]] = [:]
    /// Those of the newest form that has the code, for tables of another form than the report's.
    private var anywhere: [IndicatorCode: Form.Indicator] = [:]

    public init(forms: FormLibrary) {
        for (form, figures) in zip(forms.forms, forms.indicators) {
            indicators[form.form] = Dictionary(figures.map { ($0.code, $0) }) { first, _ in first }
            for figure in figures where anywhere[figure.code] == nil { anywhere[figure.code] = figure }
        }
    }

    /// A row for every figure of `report`, in its order, with the fields of ``header``. A report without figures gives one row without
    /// a code, so that it is not lost among others.
    public func rows(of report: Report) -> [[String]] {
        let figures = figures(of: report)
        let values = Self.values
        return (figures.isEmpty ? [FigureRow(report: report)] : figures).map { row in values.map { $0(row).text } }
    }

    /// What the rows of all figures of `report` are made of, in its order.
    package func figures(of report: Report) -> [FigureRow] { report.figures.map { row(of: $0, in: report) } }

    /// What the row of a figure of `report` is made of.
    package func row(of entry: Report.Entry, in report: Report) -> FigureRow {
        FigureRow(
            report: report, entry: entry, indicator: indicators[report.form ?? ""]?[entry.code] ?? anywhere[entry.code])
    }
}

extension CSVText {
    /// Lines of all rows of a report.
    package mutating func append(_ report: Report, of table: FigureTable) {
        for row in table.rows(of: report) { append(row) }
    }
}
