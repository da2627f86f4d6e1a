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

    @Test("the evidence of a recovered figure names no check that fails")
    func evidence() {
        // done is 4 by the balance. What is left of it for part is 3, but part's own row says 2.
        let ledger = ledger(
            ["new": "3", "in": "1", "done": "", "rest": "1", "part": "", "one": "1", "two": "1"],
            """
            balance: new + in = done
            results: rest + part = done
            row: one + two = part
            """)
        let done = ledger.figures[IndicatorCode("done")]
        #expect(ledger.figures[IndicatorCode("part")]?.status == .blank)
        #expect(done?.value == 4)
        #expect(done?.status == .recovered)
        #expect(ledger.checks().filter { !$0.holds }.map(\.id) == ["results"])
        #expect(done?.evidence == ["balance"])
    }
}
