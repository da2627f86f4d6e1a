import Decisions
import Foundation
import ReportStandard
import Testing

@testable import Review

@Suite("Where decisions are made")
struct ReviewDeskTests {
    private func left(_ desk: ReviewDesk) async throws -> Int {
        try await desk.refresh()
        return try desk.store.total(ReviewFilter())
    }

    private func decide(
        _ desk: ReviewDesk, _ kind: Decision.Kind, _ value: String? = nil, report: Int = 1,
        code: String = "requests.new.natural_person"
    ) async throws {
        try await desk.decide(.init(report: report, code: code, decision: kind, value: value))
    }

    @Test("the queue has the worst first: a check that fails, a figure in doubt, one that is missing")
    func queue() async throws {
        let made = try await MadeConversion()
        let desk = try await made.desk()
        let items = try desk.store.queue(ReviewFilter(), most: 10)
        #expect(items.map(\.kind) == ["check", "check", "suspect", "suspect", "missing", "missing"])
        #expect(items[0].code == "requests.new.natural_person" && items[0].subject == "requests.applicants.new")
        #expect(items[2].doubts == ["read_once", "sum_fails"] && items[2].value == "16")
        let rest = try desk.store.queue(ReviewFilter(), after: (items[1].rank, items[1].id), most: 1)
        #expect(rest.map(\.id) == [items[2].id])
    }

    @Test("filters leave the others out, and counts say what each would leave")
    func filters() async throws {
        let made = try await MadeConversion()
        let desk = try await made.desk()
        func total(_ query: [String: String]) throws -> Int { try desk.store.total(ReviewFilter(query)) }
        #expect(try total(["kind": "suspect"]) == 2)
        #expect(try total(["year": "2023"]) == 6 && total(["year": "2022"]) == 0)
        #expect(try total(["form": "2021", "file": "0.PD"]) == 3)
        #expect(try total(["doubt": "read_once"]) == 4 && total(["doubt": "read"]) == 0)
        #expect(try total(["agency": "甲县人民政府", "kind": "missing"]) == 1)
        #expect(try total(["state": "settled"]) == 0 && total(["state": "all"]) == 6)
        let kinds = try desk.store.counts(of: .kind, ReviewFilter(["kind": "suspect", "agency": "甲县人民政府"]))
        #expect(
            Dictionary(uniqueKeysWithValues: kinds.map { ($0.value, $0.count) }) == [
                "check": 1, "suspect": 1, "missing": 1,
            ])
        let doubts = try desk.store.counts(of: .doubt, ReviewFilter())
        #expect(doubts.map(\.value) == ["read_once", "sum_fails"] && doubts.map(\.count) == [4, 4])
        #expect(try desk.store.counts(of: .agency, ReviewFilter()).contains { $0.name == MadeConversion.hostile })
    }

    @Test("a right number settles the figure and the check that it broke, a wrong one the figure")
    func settled() async throws {
        let made = try await MadeConversion()
        let desk = try await made.desk()
        #expect(try await left(desk) == 6)
        try await decide(desk, .corrected, "15")
        #expect(try await left(desk) == 4)
        let now = try await desk.reports(of: desk.store.entry(1)).now
        #expect(now.checks.map(\.holds) == [true] && now.findings.isEmpty)
        // Another figure of a sum is not what the check was about; the sum holds.
        try await decide(desk, .corrected, "21", report: 2, code: "requests.new.total")
        #expect(try desk.store.items(of: 2).filter(\.isSettled).map(\.kind) == ["check"])
    }

    @Test("who leaves a figure as it is has settled it for the queue only")
    func leaving() async throws {
        let made = try await MadeConversion()
        let desk = try await made.desk()
        try await decide(desk, .left)
        #expect(try await left(desk) == 4)
        #expect(
            try await desk.reports(of: desk.store.entry(1)).now[MadeConversion.code.description]?.status == .suspect)
    }

    @Test("what was decided last is taken back first, by who has decided it, and after a new start too")
    func undo() async throws {
        let made = try await MadeConversion()
        let desk = try await made.desk()
        try await decide(desk, .corrected, "15")
        try await decide(desk, .blank, code: "requests.carried_in.total")
        let other = try await made.desk("李强")
        #expect(try await other.undo() == nil)
        let again = try await made.desk()
        #expect(try await again.undo()?.code == "requests.carried_in.total")
        #expect(try await again.undo()?.code == "requests.new.natural_person")
        #expect(try await again.undo() == nil)
        #expect(try await left(desk) == 6)
        #expect(try DecisionFile.all(in: made.decisions).count == 4)
    }

    @Test("two who decide at the same time lose nothing, and see what the other has done")
    func together() async throws {
        let made = try await MadeConversion()
        let (one, other) = (try await made.desk("甲"), try await made.desk("乙"))
        try await withThrowingTaskGroup(of: Void.self) { group in
            for (desk, report) in [(one, 1), (other, 2)] {
                group.addTask {
                    for value in 1...20 { try await self.decide(desk, .corrected, "\(value)", report: report) }
                }
            }
            try await group.waitForAll()
        }
        #expect(try DecisionFile.all(in: made.decisions).compactMap { try? $0.get() }.count == 40)
        for desk in [one, other] { #expect(try await left(desk) == 2) }
        try await decide(other, .corrected, "15")
        try await one.refresh()
        #expect(await one.book.conflicts.count == 1)
        #expect(try await one.reports(of: one.store.entry(1)).now[MadeConversion.code.description]?.value == 15)
    }

    @Test("a conversion that is made again has other numbers: no decision goes to another report than the page shows")
    func convertedAgain() async throws {
        let made = try await MadeConversion()
        let desk = try await made.desk()
        let shown = try desk.store.entry(1)
        try await decide(desk, .corrected, "15")
        #expect(try await left(desk) == 4)
        // A file that comes before the others.
        try made.fill([
            MadeConversion.report(2, agency: "乙县人民政府"), MadeConversion.report(0, agency: "甲县人民政府"),
            MadeConversion.report(1, agency: MadeConversion.hostile),
        ])
        #expect(try await left(desk) == 7)
        #expect(try desk.store.items(of: 2).filter(\.isSettled).map(\.kind) == ["check", "suspect"])
        await #expect(throws: ReviewError.self) {
            try await desk.decide(
                .init(
                    report: 1, sha256: shown.sha256, document: 1, code: MadeConversion.code.description,
                    decision: .blank))
        }
        #expect(try DecisionFile.all(in: made.decisions).count == 1)
    }

    @Test("a decision about another reading settles nothing")
    func outdated() async throws {
        let made = try await MadeConversion()
        let decision = Decision(
            .corrected, of: .init(sha256: String(repeating: "0", count: 64), document: 1, code: MadeConversion.code),
            was: .init(value: 3, status: .printed), value: 15, by: "李强", at: "2026-11-27T08:00:00Z")
        try DecisionFile.append([decision], to: made.decisions)
        let desk = try await made.desk()
        #expect(try await left(desk) == 6)
        #expect(
            try await desk.reports(of: desk.store.entry(1)).now.findings.map(\.kind) == [
                .checkFailed, .decisionOutdated,
            ])
    }

    @Test("of very many decisions their own figures are settled at once, and what follows when there is time")
    func many() async throws {
        let made = try await MadeConversion()
        var decisions = (0..<30).map { number in
            Decision(
                .blank,
                of: .init(
                    sha256: String(repeating: number < 10 ? "a\(number)" : "\(number)", count: 32), document: 1,
                    code: MadeConversion.code),
                was: .init(value: 3, status: .printed), by: "李强", at: "2026-11-27T08:00:00Z")
        }
        // A total that makes the check hold, which is about another figure.
        decisions.append(
            Decision(
                .corrected,
                of: .init(sha256: String(repeating: "0", count: 64), document: 1, code: .init("requests.new.total")),
                was: .init(value: 20, status: .printed), value: 21, by: "李强", at: "2026-11-27T08:00:00Z"))
        decisions.append(
            Decision(
                .corrected,
                of: .init(sha256: String(repeating: "1", count: 64), document: 1, code: MadeConversion.code),
                was: .init(value: 16, status: .suspect), value: 15, by: "李强", at: "2026-11-27T08:00:00Z"))
        try DecisionFile.append(decisions, to: made.decisions)
        let desk = try await made.desk()
        #expect(try await left(desk) == 4)
        while try await desk.finishNext() {}
        #expect(try await left(desk) == 3)
    }

    @Test(
        "numbers are understood as people type them",
        arguments: [("154", "154"), ("１５４", "154"), ("1,234", "1234"), ("0.5", "0.5"), (" 12 ", "12"), ("-3", "-3")])
    func numbers(text: String, number: String) throws {
        #expect(try ReviewDesk.number(text) == Decimal(string: number))
    }

    @Test(
        "and nothing else is one",
        arguments: ["", "1e5", "12 件", "0x10", "一", "1.2.3", "99999999999999999999", "NaN", "-"])
    func noNumbers(text: String) {
        #expect(throws: ReviewError.self) { try ReviewDesk.number(text) }
    }

    @Test("progress counts what is left by agency, those with the most first")
    func progress() async throws {
        let made = try await MadeConversion()
        let desk = try await made.desk()
        try await decide(desk, .corrected, "15")
        try await desk.refresh()
        let progress = try desk.store.progress()
        #expect(
            progress.map(\.left) == [3, 1] && progress.map(\.items) == [3, 3] && progress.map(\.reports) == [1, 1])
        #expect(progress[1].agency == "甲县人民政府")
    }
}
