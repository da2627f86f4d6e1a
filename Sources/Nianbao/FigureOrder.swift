public import ReportForms
public import ReportStandard

/// The order of figures, for reports that come from JSON, whose objects have none.
public struct FigureOrder: Sendable {
    /// The places of codes, by form.
    private var places: [String: [IndicatorCode: Int]] = [:]
    /// The places of all codes, those of newer forms before those of older ones.
    private var anywhere: [IndicatorCode: Int] = [:]

    public init(forms: FormLibrary) {
        for (form, indicators) in zip(forms.forms, forms.indicators) {
            var own: [IndicatorCode: Int] = [:]
            for indicator in indicators where own[indicator.code] == nil {
                own[indicator.code] = own.count
                if anywhere[indicator.code] == nil { anywhere[indicator.code] = anywhere.count }
            }
            places[form.form] = own
        }
    }

    /// `report` with its figures in the order of its form, and behind them those that other forms have.
    public func ordered(_ report: Report) -> Report {
        let own = report.form.flatMap { places[$0] } ?? [:]
        func place(_ code: IndicatorCode) -> (Int, Int, String) {
            if let place = own[code] { return (0, place, "") }
            return (1, anywhere[code] ?? Int.max, code.description)
        }
        var report = report
        report.figures = report.figures.map { ($0, place($0.code)) }.sorted { $0.1 < $1.1 }.map(\.0)
        return report
    }
}
