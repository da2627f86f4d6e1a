import ReportForms
import ReportStandard
import Testing

@testable import ReportReader

@Suite("Figures beside one that the arithmetic refuses")
struct LedgerRefusalTests {
    private func ledger(_ figures: [String: String], _ relations: String) -> Ledger {
        var ledger = MadeLedger.ledger(figures, relations: MadeLedger.relations(relations), isTextCertain: true)
        ledger.recover()
        return ledger
    }

    @Test("a value is not confirmed by one that was itself refused")
    func value() {
        // The agency's slip is t: 6 was meant, with a 4 and b 1. By t, a would be 1 and b 4, but the last line says that b is 1.
        let ledger = ledger(
            ["a": "", "x": "2", "t": "3", "b": "", "u": "5", "c": "0", "v": "1"],
            """
            row: a + x = t
            column: a + b = u
            last: b + c = v
            """)
        #expect(ledger.figures[IndicatorCode("b")]?.status == .blank)
        #expect(ledger.figures[IndicatorCode("a")]?.status == .blank)
    }

    @Test("where two ways to a figure do not agree neither counts")
    func disagreement() {
        // done is 4 by the balance and 3 by the results, for part's own row says 2.
        let ledger = ledger(
            ["new": "3", "in": "1", "done": "", "rest": "1", "part": "", "one": "1", "two": "1"],
            """
            balance: new + in = done
            results: rest + part = done
            row: one + two = part
            """)
        #expect(ledger.figures[IndicatorCode("done")]?.status == .blank)
        #expect(ledger.figures[IndicatorCode("part")]?.status == .blank)
        #expect(ledger.checks() == [])
    }

    @Test("a figure that its own check refutes speaks for no other")
    func contradicted() {
        // b is 2 by the first line, were y not in doubt by the second.
        let figures = ["b": "", "y": "3", "t": "5", "c": "4", "v": "6"]
        #expect(
            ledger(figures, "first: b + y = t\nsecond: y + c = v").figures[IndicatorCode("b")]?.status == .blank)
        // A second check for b speaks for y, too: there the slip is elsewhere.
        #expect(
            ledger(
                figures.merging(["d": "1", "w": "3"]) { $1 },
                "first: b + y = t\nsecond: y + c = v\nthird: b + d = w"
            ).figures[IndicatorCode("b")]?.value == 2)
    }

    @Test("a relation with a figure that the document does not show fixes nothing")
    func missing() {
        let relation = "row: group.a + a + b = t"
        #expect(ledger(["a": "1", "b": "", "t": "3"], relation).figures[IndicatorCode("b")]?.status == .blank)
        #expect(
            ledger(["group.a": "0", "a": "1", "b": "1", "t": ""], relation).figures[IndicatorCode("t")]?.value == 2)
    }

    @Test("a group printed as one row stands for its rows, and they for it")
    func alternatives() {
        let relation = "column: x.n + other.n + other.one.n + other.two.n = t.n"
        #expect(ledger(["x.n": "", "other.n": "1", "t.n": "1"], relation).figures[IndicatorCode("x.n")]?.value == 0)
        #expect(
            ledger(["x.n": "1", "other.one.n": "0", "other.two.n": "2", "t.n": ""], relation)
                .figures[IndicatorCode("t.n")]?.value == 3)
        #expect(ledger(["x.n": "", "t.n": "1"], relation).figures[IndicatorCode("x.n")]?.status == .blank)
    }
}
