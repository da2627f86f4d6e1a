internal import ReportForms
internal import ReportReader
internal import ReportStandard

/// Finds what there is to settle in a report.
struct ReviewItems: Sendable {
    private let relations: ReportRelations
    /// The figure of the year that a relation between years is about, by form and id.
    private let yearFigures: [String: [String: IndicatorCode]]

    init(forms: FormLibrary) {
        relations = ReportRelations(forms: forms)
        let figures = zip(forms.forms, forms.indicators).map { form, indicators in
            let relations = form.yearRelations(between: indicators)
            return (form.form, Dictionary(relations.map { ($0.id, $0.after[0]) }) { first, _ in first })
        }
        yearFigures = Dictionary(figures) { first, _ in first }
    }

    /// - Parameter findings: of the report by itself, and beside others.
    func items(of report: Report, findings: [Finding]) -> [ReviewItem] {
        let figures = Dictionary(report.figures.map { ($0.code, $0.figure) }) { first, _ in first }
        func item(
            _ kind: ReviewItem.Kind, _ code: IndicatorCode, about subject: String? = nil, _ finding: Finding? = nil
        )
            -> ReviewItem
        {
            let figure = figures[code]
            return ReviewItem(
                kind: kind, code: code, subject: subject, page: figure?.page ?? finding?.page, figure: figure,
                finding: finding)
        }
        let failed = findings.filter { $0.kind == .checkFailed }
        let shown = failed.isEmpty ? [] : relations.shown(in: report)
        let proposed = Set(findings.filter { $0.kind == .misreadProposed }.compactMap(\.code))
        var items = failed.compactMap { finding -> ReviewItem? in
            guard let relation = shown.first(where: { $0.id == finding.code }) else { return nil }
            let codes = relation.right + relation.left
            let focus =
                codes.first { proposed.contains($0.description) } ?? codes.first { figures[$0]?.status == .suspect }
                ?? codes.first { figures[$0]?.value != nil } ?? relation.right[0]
            return item(.check, focus, about: relation.id, finding)
        }
        items += report.figures.filter { $0.figure.status == .suspect }.map { item(.suspect, $0.code) }
        items += missing(in: report).map { item(.missing, $0.code, about: $0.table) }
        for finding in findings {
            guard let code = finding.code else { continue }
            switch finding.kind {
            case .reportsDiffer: items.append(item(.years, IndicatorCode(code), finding))
            case .yearsDisagree where finding.severity > .note:
                if let focus = yearFigures[report.form ?? ""]?[code] {
                    items.append(item(.years, focus, about: code, finding))
                }
            case .proseDiffers:
                let pattern = IndicatorCode(code)
                if let focus = report.figures.first(where: { $0.code.matches(pattern) })?.code {
                    items.append(item(.prose, focus, finding))
                }
            default: break
            }
        }
        return items
    }

    /// Figures that the document does not show: of a table that is not there at all the first stands for all.
    private func missing(in report: Report) -> [(code: IndicatorCode, table: String?)] {
        let absent = report.figures.filter { $0.figure.status == .missing }.map(\.code)
        guard !absent.isEmpty else { return [] }
        let present = Set(report.figures.lazy.filter { $0.figure.status != .missing }.map(\.code.table))
        var told = Set<String>()
        return absent.compactMap { code in
            if present.contains(code.table) { return (code, nil) }
            return told.insert(code.table).inserted ? (code, code.table) : nil
        }
    }
}
