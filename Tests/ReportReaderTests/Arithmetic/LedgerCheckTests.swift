import Foundation
import ReportForms
import ReportStandard
import Testing

@testable import ReportReader

@Suite("What does not add up")
struct LedgerCheckTests {
    private static let relations = MadeLedger.relations(
        """
        first: a + b = t
        second: c + d = u
        """)

    private func ledger(_ figures: [String: String], isTextCertain: Bool = true) -> Ledger {
        MadeLedger.ledger(figures, relations: Self.relations, isTextCertain: isTextCertain)
    }

    @Test("every relation of figures that are there is worked out")
    func sums() {
        #expect(
            ledger(["a": "1", "b": "2", "t": "3", "c": "4", "d": "5", "u": "8"]).checks() == [
                Check(id: "first", left: 3, right: 3), Check(id: "second", left: 9, right: 8),
            ])
    }

    @Test("decimals are added exactly")
    func decimals() throws {
        let check = try #require(ledger(["a": "0.1", "b": "0.2", "t": "0.3"]).checks().first)
        #expect(check.holds)
        #expect(check.left.description == "0.3")
    }

    @Test("a blank counts as 0 beside a printed total", arguments: ["", "-", "/"])
    func blanks(text: String) {
        #expect(ledger(["a": text, "b": "2", "t": "2"]).checks() == [Check(id: "first", left: 2, right: 2)])
        #expect(ledger(["a": text, "b": text, "t": "0"]).checks() == [Check(id: "first", left: 0, right: 0)])
        #expect(ledger(["a": text, "b": "1", "t": "2"]).checks() == [Check(id: "first", left: 1, right: 2)])
    }

    @Test("without a printed total a relation says nothing", arguments: ["", "-"])
    func noTotal(text: String) {
        #expect(ledger(["a": "1", "b": "2", "t": text]).checks() == [])
    }

    @Test("a cell that cannot be read makes its relation silent, and no other", arguments: ["a", "t"])
    func unreadable(code: String) {
        let figures = ["a": "1", "b": "1", "t": "9", "c": "1", "d": "1", "u": "2"].merging([code: "?"]) { $1 }
        #expect(ledger(figures).checks().map(\.id) == ["second"])
    }

    @Test("a figure in doubt that has a value takes part")
    func doubtful() {
        #expect(ledger(["a": "1?", "b": "1", "t": "3"]).checks() == [Check(id: "first", left: 2, right: 3)])
    }

    @Test("a sum of which a part is missing cannot hold, but its other parts can be too much")
    func missing() {
        #expect(ledger(["b": "2", "t": "2"]).checks() == [])
        #expect(ledger(["a": "missing", "b": "2", "t": "2"]).checks() == [])
        #expect(ledger(["a": "missing", "b": "2", "t": "1"]).checks() == [Check(id: "first", left: 2, right: 1)])
        #expect(ledger(["a": "1", "b": "2"]).checks() == [])
    }

    @Test("in text that was copied doubt falls on the figures of failed checks, blanks excepted")
    func doubt() {
        let figures = ["a": "1", "b": "-", "t": "3", "c": "4", "d": "5", "u": "9"]
        var certain = ledger(figures)
        certain.recover()
        #expect(certain.figures[IndicatorCode("a")]?.status == .printed)
        var ledger = ledger(figures, isTextCertain: false)
        ledger.recover()
        #expect(ledger.figures[IndicatorCode("a")]?.doubts == [.sumFails])
        #expect(ledger.figures[IndicatorCode("a")]?.status == .suspect)
        #expect(ledger.figures[IndicatorCode("a")]?.evidence == ["first"])
        #expect(ledger.figures[IndicatorCode("a")]?.value == 1)
        #expect(ledger.figures[IndicatorCode("t")]?.status == .suspect)
        #expect(ledger.figures[IndicatorCode("b")]?.status == .blank)
        #expect(ledger.figures[IndicatorCode("c")]?.status == .printed)
        #expect(ledger.figures[IndicatorCode("u")]?.status == .printed)
    }

    @Test("a check's total is what it is about")
    func codes() {
        let ledger = ledger(["a": "1", "b": "1", "t": "3"])
        #expect(ledger.codes(of: Check(id: "first", left: 2, right: 3)).map(\.description) == ["t", "a", "b"])
        #expect(ledger.codes(of: Check(id: "other", left: 2, right: 3)).isEmpty)
    }
}
