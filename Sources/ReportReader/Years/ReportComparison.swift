public import ReportForms
public import ReportStandard

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// What reports say about one another: whether the years of an agency join up, and whether two reports on the same year agree.
///
/// A year that is not there is no finding. Figures in doubt say nothing.
public struct ReportComparison: Sendable {
    /// By the form's name.
    private let forms: [String: ComparedForm]

    public init(forms library: FormLibrary) {
        forms = Dictionary(
            zip(library.forms, library.indicators).map { ($0.form, ComparedForm($0, indicators: $1)) }
        ) { first, _ in first }
    }

    /// All findings of `reports`, report by report: first those it has by itself, then those beside others.
    public func findings(of reports: [Report]) -> [LocatedFinding] {
        var years = AgencyYears<Int>()
        for (index, report) in reports.enumerated() {
            years.add(index, agency: report.agency?.name, year: report.year)
        }
        return reports.enumerated().flatMap { index, report in
            let others = years.others(of: index, agency: report.agency?.name, year: report.year)
            return findings(
                of: report, twin: others.twin.map { reports[$0] }, before: others.before.map { reports[$0] })
        }
    }

    /// The findings of one report among others: first those it has by itself, then those beside others.
    ///
    /// - Parameters:
    ///   - twin: the report that stands for the agency's year, where that is another one.
    ///   - before: the one that stands for the year before, where `report` stands for its own.
    package func findings(of report: Report, twin: Report?, before: Report?) -> [LocatedFinding] {
        let identity = ReportIdentity(report)
        let own = report.findings.map { LocatedFinding(report: identity, finding: $0) }
        if twin == nil && before == nil { return own }
        let compared = compared(report)
        return own + (twin.map { compared.differences(from: self.compared($0)) } ?? [])
            + (before.map { compared.breaks(since: self.compared($0)) } ?? [])
    }

    private func compared(_ report: Report) -> ComparedReport {
        ComparedReport(report, form: report.form.flatMap { forms[$0] })
    }
}

/// What comparing needs to know of a form.
private struct ComparedForm: Sendable {
    let yearRelations: [YearRelation]
    /// The totals that a figure is part of.
    private(set) var totals: [IndicatorCode: [IndicatorCode]] = [:]

    init(_ form: Form, indicators: [Form.Indicator]) {
        yearRelations = form.yearRelations(between: indicators)
        for relation in form.relations(between: indicators) where relation.right.count == 1 {
            for code in relation.left { totals[code, default: []] += relation.right }
        }
    }
}

private struct ComparedReport {
    private let report: Report
    private let identity: ReportIdentity
    private let form: ComparedForm?
    private let figures: [IndicatorCode: Figure]

    init(_ report: Report, form: ComparedForm?) {
        self.report = report
        self.form = form
        identity = ReportIdentity(report)
        figures = Dictionary(report.figures.map { ($0.code, $0.figure) }) { first, _ in first }
    }

    /// The number that a figure stands for; nil where it is in doubt. A blank counts as 0 beside a total, as in a report's own checks.
    private func number(_ code: IndicatorCode) -> Decimal? {
        guard let figure = figures[code] else { return nil }
        if figure.isCertain { return figure.value }
        guard figure.isBlank else { return nil }
        return form?.totals[code]?.contains { figures[$0]?.isCertain ?? false } ?? false ? 0 : nil
    }

    private func sum(_ codes: [IndicatorCode]) -> Decimal? {
        codes.reduce(0) { sum, code in sum.flatMap { sum in number(code).map { sum + $0 } } }
    }

    /// Relations with the report on the year before that do not hold.
    func breaks(since earlier: ComparedReport) -> [LocatedFinding] {
        (form?.yearRelations ?? []).compactMap { relation in
            guard let before = earlier.sum(relation.before), let plus = sum(relation.plus),
                let minus = sum(relation.minus), let after = sum(relation.after), before + plus - minus != after
            else { return nil }
            return finding(
                .yearsDisagree, severity: relation.isAdvisory ? .note : nil, code: relation.id,
                left: before + plus - minus, right: after, at: relation.after[0],
                besides: earlier, at: relation.before[0])
        }
    }

    /// Figures that another report of the agency on the year has otherwise.
    func differences(from twin: ComparedReport) -> [LocatedFinding] {
        report.figures.map(\.code).compactMap { code in
            guard let left = twin.number(code), let right = number(code), left != right else { return nil }
            return finding(
                .reportsDiffer, code: code.description, left: left, right: right, at: code, besides: twin, at: code)
        }
    }

    private func finding(
        _ kind: Finding.Kind, severity: Finding.Severity? = nil, code: String, left: Decimal, right: Decimal,
        at own: IndicatorCode, besides other: ComparedReport, at there: IndicatorCode
    ) -> LocatedFinding {
        var details: [Finding.Detail: String] = [.otherFile: other.identity.file]
        details[.otherYear] = other.identity.year.map(String.init)
        return LocatedFinding(
            report: identity,
            finding: Finding(
                kind, severity: severity, details, code: code, left: left, right: right, page: figures[own]?.page,
                box: figures[own]?.box),
            other: .init(report: other.identity, page: other.figures[there]?.page, box: other.figures[there]?.box))
    }
}
