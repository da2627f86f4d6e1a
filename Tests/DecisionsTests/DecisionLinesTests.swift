import Foundation
import ReportStandard
import Testing

@testable import Decisions

@Suite("Lines of decisions")
struct DecisionLinesTests {
    private static let sha256 = String(repeating: "7a", count: 32)

    private func line(_ changes: [String: String] = [:]) -> String {
        let members = [
            "sha256": "\"\(Self.sha256)\"", "document": "1", "code": "\"requests.new.total\"",
            "was": #"{"value": null, "status": "suspect"}"#, "value": "154", "decision": "\"corrected\"",
            "by": "\"王芳\"", "at": "\"2026-11-27T08:00:00Z\"",
        ].merging(changes) { $1 }
        return "{" + members.sorted { $0.key < $1.key }.map { "\"\($0.key)\": \($0.value)" }.joined(separator: ", ")
            + "}"
    }

    private func read(_ text: String) -> [Result<Decision, DecisionLines.LineError>] {
        var lines = DecisionLines(file: "d.ndjson")
        return lines.take(Array(text.utf8)) + lines.finish()
    }

    @Test("a line says who has decided what about which figure, when, and what was read before")
    func whole() throws {
        let decision = try #require(read(line(["note": "\"看原件\""]) + "\n").first).get()
        #expect(decision.subject == .init(sha256: Self.sha256, document: 1, code: "requests.new.total"))
        #expect(decision.kind == .corrected && decision.value == 154 && decision.by == "王芳" && decision.note == "看原件")
        #expect(decision.was == Review.Reading(value: nil, status: .suspect))
        #expect(decision.at == "2026-11-27T08:00:00Z")
    }

    @Test("what is written is read again as it was, exact decimals and strange names too")
    func again() throws {
        let decision = Decision(
            .corrected, of: .init(sha256: Self.sha256, document: 2, code: "proactive.administrative_fees.amount"),
            was: .init(value: Decimal(string: "0.1"), status: .printed), value: Decimal(string: "12345678.901"),
            by: "<b>\"\\\n", at: "2026-11-27T16:00:00.250+08:00", note: "两\n行")
        let text = String(decoding: try JSONEncoder().encode(decision), as: UTF8.self)
        #expect(!text.contains("\n"))
        #expect(try #require(read(text).first).get() == decision)
    }

    @Test(
        "what cannot be is no decision, and is told with its line; the others count",
        arguments: [
            (["sha256": "\"77\""], "sha256 is no SHA-256"), (["document": "0"], "numbered from 1"),
            (["value": "null"], "corrected, but no value"), (["value": "\"154\""], "value"),
            (["decision": "\"confirmed\""], "another value than was read"),
            (["decision": "\"blank\""], "blank, but with a value"),
            (["decision": "\"perhaps\""], "decision"), (["by": "\"\""], "by names nobody"),
            (["at": "\"yesterday\""], "no date"), (["at": "\"2026-11-27\""], "no date"),
            (["code": "\"\""], "names no figure"),
            (["was": #"{"value": 1, "status": "reviewed"}"#], "what the tool had read"), (["was": "7"], "was"),
        ])
    func broken(change: [String: String], cause: String) throws {
        let found = read(line() + "\n\n" + line(change) + "\n" + line() + "\n")
        try #require(found.count == 3)
        #expect(throws: Never.self) { try found[0].get() }
        #expect(throws: Never.self) { try found[2].get() }
        guard case .failure(let error) = found[1] else {
            Issue.record("a decision")
            return
        }
        #expect(error.problem.line == 3)
        #expect(error.problem.description.hasPrefix("d.ndjson:3: not a decision: "))
        #expect(error.problem.cause.contains(cause), "\(error.problem.cause)")
    }

    @Test("lines that are no JSON, or cut, are told as well", arguments: ["{", "[]", "null", "\u{0}", "{\"sha256\": "])
    func noJSON(text: String) throws {
        let found = read(text + "\n" + line())
        try #require(found.count == 2)
        #expect(throws: DecisionLines.LineError.self) { try found[0].get() }
        #expect(throws: Never.self) { try found[1].get() }
    }

    @Test("a line that comes in pieces is taken when it is whole")
    func pieces() {
        var lines = DecisionLines(file: "d")
        var found: [Result<Decision, DecisionLines.LineError>] = []
        for byte in Array((line() + "\n" + line()).utf8) { found += lines.take([byte]) }
        #expect(found.count == 1)
        #expect(lines.finish().count == 1)
    }
}
