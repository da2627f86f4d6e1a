internal import DocumentModel
public import ReportForms
internal import ReportReader
public import ReportStandard

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// Lays decisions over reports.
public struct ReportReview: Sendable {
    private let relations: ReportRelations

    public init(forms: FormLibrary) { relations = ReportRelations(forms: forms) }

    /// A report with the decisions on it, and how many of them count.
    public struct Outcome: Sendable {
        public var report: Report
        public var applied = 0
        /// Not applied: the tool reads something else now than it did.
        public var outdated = 0
    }

    /// `report` as the decisions that stand leave it: their figures are `reviewed`, its checks worked out again, and what they settle
    /// is no finding any more. A decision that is about another reading is a finding.
    ///
    /// - Parameter decisions: those that stand about the report, by code.
    public func applied(_ decisions: [IndicatorCode: Decision], to report: Report) -> Outcome {
        var outcome = Outcome(report: report)
        guard !decisions.isEmpty else { return outcome }
        var settled = Set<IndicatorCode>()
        let places = Dictionary(report.figures.enumerated().map { ($1.code, $0) }) { first, _ in first }
        for (code, decision) in decisions.sorted(by: { $0.key < $1.key }) {
            guard let verdict = decision.verdict else { continue }
            guard let place = places[code], Review.Reading(report.figures[place].figure) == decision.was else {
                outcome.report.findings.append(
                    Self.outdated(decision, now: places[code].map { report.figures[$0].figure }))
                outcome.outdated += 1
                continue
            }
            outcome.report.figures[place].figure.settle(verdict.verdict, value: verdict.value, by: decision)
            settled.insert(code)
            outcome.applied += 1
        }
        guard !settled.isEmpty else { return outcome }
        recheck(&outcome.report, settled: settled)
        return outcome
    }

    /// Works out again what figures that have been settled bear on.
    private func recheck(_ report: inout Report, settled: Set<IndicatorCode>) {
        let shown = relations.shown(in: report)
        report.checks = relations.checks(of: report)
        let holding = Set(report.checks.lazy.filter(\.holds).map(\.id))
        // A figure that only a sum spoke against is what it was read as, once a person has set that sum right.
        let mended = Set(
            shown.filter { relation in
                holding.contains(relation.id) && (relation.left + relation.right).contains(where: settled.contains)
            }.map(\.id))
        for index in report.figures.indices { report.figures[index].figure.rest(on: holding, mended: mended) }
        let names = Set(settled.map(\.description))
        report.findings.removeAll { finding in
            [.cellUnclear, .misreadProposed].contains(finding.kind) && finding.code.map(names.contains) ?? false
        }
        renewFailures(of: &report, relations: shown)
    }

    /// Has a finding for each check that fails, where the first one stood.
    private func renewFailures(of report: inout Report, relations: [Relation]) {
        let failures = report.checks.filter { !$0.holds }
        let known = Dictionary(
            report.findings.filter { $0.kind == .checkFailed }.compactMap { finding in
                finding.code.map { ($0, finding) }
            }
        ) { first, _ in first }
        let figures = Dictionary(report.figures.map { ($0.code, $0.figure) }) { first, _ in first }
        let codes = Dictionary(relations.map { ($0.id, $0.right + $0.left) }) { first, _ in first }
        let place = report.findings.firstIndex { $0.kind == .checkFailed } ?? report.findings.count
        report.findings.removeAll { $0.kind == .checkFailed }
        let renewed = failures.map { check in
            var finding =
                known[check.id]
                ?? {
                    let figure = (codes[check.id] ?? []).lazy.compactMap { figures[$0] }.first { $0.value != nil }
                    return Finding(.checkFailed, code: check.id, page: figure?.page, box: figure?.box)
                }()
            (finding.left, finding.right) = (check.left, check.right)
            return finding
        }
        report.findings.insert(contentsOf: renewed, at: min(place, report.findings.count))
    }

    private static func outdated(_ decision: Decision, now figure: Figure?) -> Finding {
        Finding(
            .decisionOutdated,
            [
                .by: decision.by, .at: decision.at, .was: words(decision.was),
                .now: figure.map { words(Review.Reading($0)) } ?? "—",
            ], code: decision.subject.code.description, page: figure?.page, box: figure?.box)
    }

    private static func words(_ reading: Review.Reading) -> String {
        [reading.value.map { "\($0)" }, "(\(reading.status.rawValue))"].compactMap(\.self).joined(separator: " ")
    }
}

extension Figure {
    fileprivate mutating func settle(_ verdict: Review.Verdict, value: Decimal?, by decision: Decision) {
        review = Review(
            decision: verdict, by: decision.by, at: decision.at, was: Review.Reading(self), note: decision.note)
        self.value = value
        status = .reviewed
        (evidence, doubts, readings) = (nil, [], [])
    }

    /// Takes back a doubt that rested on sums alone, where all of them hold now, and one was set right by a person.
    fileprivate mutating func rest(on holding: Set<String>, mended: Set<String>) {
        guard status == .suspect, doubts == [.sumFails], value != nil, let evidence,
            evidence.allSatisfy(holding.contains), evidence.contains(where: mended.contains)
        else { return }
        status = .printed
        (self.evidence, doubts) = (nil, [])
    }
}

extension ReportReview {
    /// The reports of one file, or of the files of an archive, with the decisions of a book.
    ///
    /// Reports of an archive are numbered over all of its files; decisions know the number in the file itself.
    public func applied(_ book: DecisionBook, to reports: [Report]) -> [Report] {
        guard !book.isEmpty else { return reports }
        var before: [String: Int] = [:]
        return reports.map { report in
            let number = (before[report.source.sha256] ?? 0) + 1
            before[report.source.sha256] = number
            let decisions = book.standing(on: .init(sha256: report.source.sha256, number: number))
            return applied(decisions, to: report).report
        }
    }
}
