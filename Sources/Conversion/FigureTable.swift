internal import DocumentModel
public import ReportForms
public import ReportStandard

/// Reports as tidy rows, one a figure.
public struct FigureTable: Sendable {
    public static let header = [
        "file", "document", "agency", "year", "form", "table", "code", "row", "column", "unit", "value", "status",
        "printed", "page", "x0", "y0", "x1", "y1",
    ]

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

    /// A row for every figure of `report`, in its order. A report without figures gives one row without a code, so that it is
    /// not lost among others.
    public func rows(of report: Report) -> [[String]] {
        let identity = [
            report.source.file, String(report.source.document), report.agency?.name ?? "",
            report.year.map(String.init) ?? "", report.form ?? "",
        ]
        if report.figures.isEmpty {
            return [identity + [String](repeating: "", count: Self.header.count - identity.count)]
        }
        return report.figures.map { entry in
            let indicator = indicators[report.form ?? ""]?[entry.code] ?? anywhere[entry.code]
            let figure = entry.figure
            let corners = figure.box.map { [$0.x0, $0.y0, $0.x1, $0.y1].map { "\($0.roundedToHundredths)" } }
            return identity + [
                entry.code.table,
                entry.code.description,
                indicator?.rowLabels.joined(separator: "/") ?? "",
                indicator?.columnLabels.joined(separator: "/") ?? "",
                figure.unit ?? indicator?.unit.flatMap { $0 == Form.unitAsPrinted ? nil : $0 } ?? "",
                figure.value.map { "\($0)" } ?? "",
                figure.status.rawValue,
                figure.printed ?? "",
                figure.page.map(String.init) ?? "",
            ] + (corners ?? ["", "", "", ""])
        }
    }
}
