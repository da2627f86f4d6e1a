public import ReportForms
public import ReportStandard

/// The relations between the figures of reports that were read before.
public struct ReportRelations: Sendable {
    /// By the form's name.
    private let forms: [String: [Relation]]

    public init(forms library: FormLibrary) {
        forms = Dictionary(
            zip(library.forms, library.indicators).map { ($0.form, $0.relations(between: $1)) }
        ) { first, _ in first }
    }

    /// The relations of each table, by the form that it follows.
    public func relations(of report: Report) -> [Relation] {
        guard let form = report.form else { return [] }
        let others = report.findings.filter { $0.kind == .formMixed }.compactMap { finding in
            finding.code.flatMap { table in finding.details[.form].map { (table, $0) } }
        }
        guard !others.isEmpty else { return forms[form] ?? [] }
        let formOfTable = Dictionary(others) { first, _ in first }
        var tables: [String] = []
        for code in report.figures.lazy.map(\.code) where tables.last != code.table && !tables.contains(code.table) {
            tables.append(code.table)
        }
        return tables.flatMap { table in
            (forms[formOfTable[table] ?? form] ?? []).filter { $0.left.first?.table == table }
        }
    }

    /// The relations of which a report shows figures on both sides.
    public func shown(in report: Report) -> [Relation] {
        let shown = Set(report.figures.lazy.filter { $0.figure.status != .missing }.map(\.code))
        return relations(of: report).compactMap { $0.narrowed(to: shown.contains) }
    }

    /// All that can be worked out, in the order of the form.
    public func checks(of report: Report) -> [Check] {
        let figures = Dictionary(report.figures.map { ($0.code, $0.figure) }) { first, _ in first }
        return shown(in: report).compactMap { relation in relation.check { figures[$0] } }
    }
}
