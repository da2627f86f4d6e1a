import Foundation
import ReportForms
import ReportReader
import ReportStandard
import Testing

@testable import Decisions

@Suite("Decisions laid over a report")
struct ReportReviewTests {
    private let review: ReportReview
    private let relations: ReportRelations

    init() throws {
        let forms = try FormLibrary.builtIn()
        review = ReportReview(forms: forms)
        relations = ReportRelations(forms: forms)
    }

    private static let parts = [
        "natural_person", "business", "research", "social_welfare", "legal_service", "other_organisation",
    ]

    /// A row of applicants with one figure that breaks its sum.
    private func report(_ first: Figure) -> Report {
        var figures = Self.parts.dropFirst().map { part in
            Report.Entry(code: .init("requests.new.\(part)"), figure: Figure(value: 1, status: .printed, printed: "1"))
        }
        figures.insert(.init(code: "requests.new.natural_person", figure: first), at: 0)
        figures.append(
            .init(code: "requests.new.total", figure: Figure(value: 20, status: .printed, printed: "20", page: 2)))
        var report = Report(
            source: Source(file: "a.pdf", sha256: String(repeating: "0", count: 64), kind: .pdf), year: 2023,
            form: "2021",
            figures: figures)
        report.checks = relations.checks(of: report)
        report.findings =
            [Finding(.sectionMissing, [.number: "5", .section: "x"])]
            + report.checks.filter { !$0.holds }.map {
                Finding(.checkFailed, code: $0.id, left: $0.left, right: $0.right, page: 2)
            }
        return report
    }

    private func decision(
        _ kind: Decision.Kind, _ value: Int? = nil, on code: IndicatorCode = "requests.new.natural_person",
        was: Review.Reading
    ) -> [IndicatorCode: Decision] {
        [
            code: Decision(
                kind, of: .init(sha256: String(repeating: "0", count: 64), document: 1, code: code), was: was,
                value: value.map { Decimal($0) }, by: "王芳", at: "2026-11-27T08:00:00Z", note: "原件为15")
        ]
    }

    private let misread = Figure(
        value: 16, status: .suspect, printed: "16", evidence: ["requests.applicants.new"],
        doubts: [.sumFails, .readOnce])

    @Test("a corrected figure is reviewed, and says who, when, why, and what was read")
    func corrected() throws {
        let outcome = review.applied(
            decision(.corrected, 15, was: .init(misread)), to: report(misread))
        #expect(outcome.applied == 1 && outcome.outdated == 0)
        let figure = try #require(outcome.report["requests.new.natural_person"])
        #expect(figure.status == .reviewed && figure.value == 15 && figure.printed == "16")
        #expect(figure.doubts.isEmpty && figure.evidence == nil)
        #expect(
            figure.review
                == Review(
                    decision: .corrected, by: "王芳", at: "2026-11-27T08:00:00Z", was: .init(value: 16, status: .suspect),
                    note: "原件为15"))
    }

    @Test("checks are worked out again, and one that holds now is no finding any more")
    func checked() throws {
        let read = report(misread)
        #expect(read.checks.map(\.holds) == [false])
        let now = review.applied(decision(.corrected, 15, was: .init(misread)), to: read).report
        #expect(now.checks.map(\.id) == ["requests.applicants.new"] && now.checks[0].holds)
        #expect(now.findings.map(\.kind) == [.sectionMissing])
        // A decision that breaks a sum is found out.
        let worse = review.applied(decision(.corrected, 99, was: .init(misread)), to: read).report
        #expect(worse.checks.map(\.left) == [104])
        #expect(worse.findings.map(\.kind) == [.sectionMissing, .checkFailed])
        #expect(worse.findings.last?.left == 104 && worse.findings.last?.page == 2)
    }

    @Test("a figure that only this sum spoke against is what it was read as, once a person has set the sum right")
    func mended() {
        var read = report(misread)
        let code: IndicatorCode = "requests.new.business"
        read.figures[1].figure = Figure(
            value: 1, status: .suspect, printed: "1", evidence: ["requests.applicants.new"], doubts: [.sumFails])
        let now = review.applied(decision(.corrected, 15, was: .init(misread)), to: read).report
        #expect(now[code.description] == Figure(value: 1, status: .printed, printed: "1"))
        // One that more speaks against stays in doubt.
        read.figures[1].figure.doubts = [.leadingZero, .sumFails]
        let doubted = review.applied(decision(.corrected, 15, was: .init(misread)), to: read).report
        #expect(doubted[code.description]?.status == .suspect)
    }

    @Test("confirmed, blank and typed in where nothing was read")
    func others() throws {
        let confirmed = review.applied(decision(.confirmed, 16, was: .init(misread)), to: report(misread)).report
        #expect(confirmed["requests.new.natural_person"]?.value == 16)
        #expect(confirmed["requests.new.natural_person"]?.review?.decision == .confirmed)
        let blank = try #require(
            review.applied(decision(.blank, was: .init(misread)), to: report(misread)).report[
                "requests.new.natural_person"])
        #expect(blank.value == nil && blank.status == .reviewed && blank.isBlank && !blank.isCertain)
        let missing = Figure(status: .missing)
        let typed = review.applied(decision(.corrected, 15, was: .init(missing)), to: report(missing)).report
        #expect(typed["requests.new.natural_person"]?.isCertain == true)
        #expect(typed.checks.map(\.holds) == [true])
    }

    @Test("a decision about another reading is kept, not applied, and found")
    func outdated() throws {
        let outcome = review.applied(
            decision(.corrected, 15, was: .init(value: 10, status: .suspect)), to: report(misread))
        #expect(outcome.applied == 0 && outcome.outdated == 1)
        #expect(outcome.report["requests.new.natural_person"] == misread)
        let finding = try #require(outcome.report.findings.last)
        #expect(finding.kind == .decisionOutdated && finding.code == "requests.new.natural_person")
        #expect(
            finding.message
                == "requests.new.natural_person: when 王芳 decided (2026-11-27T08:00:00Z) it read 10 (suspect), now 16 (suspect); the decision is not applied"
        )
        #expect(finding.message(in: .chinese).contains("核定未予采用"))
        let unknown = review.applied(
            decision(.corrected, 15, on: "requests.nothing.total", was: .init(misread)), to: report(misread))
        #expect(unknown.report.findings.last?.details[.now] == "—")
    }

    @Test(
        "one that leaves a figure as it is, or is taken back, changes nothing",
        arguments: [Decision.Kind.left, .withdrawn])
    func nothing(kind: Decision.Kind) {
        let outcome = review.applied(decision(kind, was: .init(misread)), to: report(misread))
        #expect(outcome.report == report(misread) && outcome.applied == 0 && outcome.outdated == 0)
    }

    @Test("reports of an archive are known by their number in their own file")
    func archive() {
        var first = report(misread)
        var second = report(misread)
        (first.source.document, second.source.document) = (4, 5)
        var book = DecisionBook()
        for (code, var decision) in decision(.corrected, 15, was: .init(misread)) {
            decision.subject.document = 2
            book.add(decision)
            #expect(code == decision.subject.code)
        }
        let applied = review.applied(book, to: [first, second])
        #expect(applied.map { $0["requests.new.natural_person"]?.status } == [.suspect, .reviewed])
    }

    @Test("a reviewed figure's JSON has its review, and is read again as it was")
    func json() throws {
        let now = review.applied(decision(.corrected, 15, was: .init(misread)), to: report(misread)).report
        let bytes = try JSONEncoder().encode(now)
        let again = try JSONDecoder().decode(Report.self, from: bytes)
        #expect(again["requests.new.natural_person"] == now["requests.new.natural_person"])
        #expect(again.checks == now.checks)
    }
}
