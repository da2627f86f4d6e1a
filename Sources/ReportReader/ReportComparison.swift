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
        let reports = reports.map { ComparedReport($0, form: $0.form.flatMap { forms[$0] }) }
        // Of several reports on a year the first one stands for it.
        var first: [AgencyYear: ComparedReport] = [:]
        for report in reports {
            if let key = report.agencyYear, first[key] == nil { first[key] = report }
        }
        return reports.flatMap { report in
            var findings = report.report.findings.map { LocatedFinding(report: report.identity, finding: $0) }
            guard let key = report.agencyYear, let twin = first[key] else { return findings }
            if twin.identity != report.identity {
                findings += report.differences(from: twin)
            } else if let before = first[AgencyYear(agency: key.agency, year: key.year - 1)] {
                findings += report.breaks(since: before)
            }
            return findings
        }
    }
}

private struct AgencyYear: Hashable {
    var agency: AgencyName
    var year: Int
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
    let report: Report
    let identity: ReportIdentity
    private let form: ComparedForm?
    private let figures: [IndicatorCode: Figure]

    init(_ report: Report, form: ComparedForm?) {
        self.report = report
        self.form = form
        identity = ReportIdentity(report)
        figures = Dictionary(report.figures.map { ($0.code, $0.figure) }) { first, _ in first }
    }

    var agencyYear: AgencyYear? {
        guard let agency = report.agency, let year = report.year else { return nil }
        return AgencyYear(agency: AgencyName(agency.name), year: year)
    }

    /// The number that a figure stands for; nil where it is in doubt. A blank counts as 0 beside a total, as in a report's own checks.
    private func number(_ code: IndicatorCode) -> Decimal? {
        guard let figure = figures[code] else { return nil }
        switch figure.status {
        case .printed, .recovered: return figure.value
        case .blank: return form?.totals[code]?.contains { figures[$0]?.isCertain ?? false } ?? false ? 0 : nil
        case .suspect, .missing: return nil
        }
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

extension Figure {
    fileprivate var isCertain: Bool { status == .printed || status == .recovered }
}
