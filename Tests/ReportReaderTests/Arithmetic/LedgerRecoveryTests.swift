import Foundation
import ReportForms
import ReportStandard
import Testing

@testable import ReportReader

@Suite("What follows from a report's arithmetic")
struct LedgerRecoveryTests {
    /// Two kinds of applicants over what came in, was carried in, handled and carried on: a form small enough to see through.
    private static let relations = MadeLedger.relations(
        """
        balance.n: new.n + in.n = done.n + out.n
        balance.b: new.b + in.b = done.b + out.b
        balance.t: new.t + in.t = done.t + out.t
        row.new: new.n + new.b = new.t
        row.in: in.n + in.b = in.t
        row.done: done.n + done.b = done.t
        row.out: out.n + out.b = out.t
        """)
    private static let figures = [
        "new.n": "12", "new.b": "5", "new.t": "17",
        "in.n": "1", "in.b": "0", "in.t": "1",
        "done.n": "11", "done.b": "5", "done.t": "16",
        "out.n": "2", "out.b": "0", "out.t": "2",
    ]

    /// The ledger of the figures above with some cells changed: `?` cannot be read, an empty text is a blank.
    private func ledger(_ changes: [String: String] = [:], isTextCertain: Bool = true) -> Ledger {
        MadeLedger.ledger(
            Self.figures.merging(changes) { $1 }, relations: Self.relations, isTextCertain: isTextCertain)
    }

    private func recovered(_ ledger: Ledger) -> [String: String] {
        var ledger = ledger
        ledger.recover()
        return Dictionary(
            uniqueKeysWithValues: ledger.figures.filter { $0.value.status == .recovered }.map {
                ($0.key.description, $0.value.value?.description ?? "none")
            })
    }

    @Test("nothing is recovered where nothing is blank")
    func complete() {
        #expect(recovered(ledger()) == [:])
        #expect(recovered(ledger(isTextCertain: false)) == [:])
    }

    @Test(
        "one empty cell follows from its row and its column, whichever it is", arguments: figures.keys.sorted(),
        [true, false])
    func single(code: String, isTextCertain: Bool) {
        #expect(recovered(ledger([code: ""], isTextCertain: isTextCertain)) == [code: Self.figures[code]])
    }

    @Test("a cell that cannot be read follows like an empty one", arguments: figures.keys.sorted())
    func unreadable(code: String) {
        #expect(recovered(ledger([code: "?"])) == [code: Self.figures[code]])
    }

    @Test("the relations that fix a figure are its evidence, and what was printed stays")
    func evidence() {
        var ledger = ledger(["new.b": ""])
        ledger.recover()
        let figure = ledger.figures[IndicatorCode("new.b")]
        #expect(figure?.evidence?.sorted() == ["balance.b", "row.new"])
        #expect(figure?.printed == "")
        #expect(figure?.status == .recovered)
    }

    @Test(
        "a dash was meant as it stands: it is never filled in", arguments: figures.keys.sorted(), ["-", "—", "/", "无"])
    func dash(code: String, text: String) {
        var ledger = ledger([code: text])
        ledger.recover()
        #expect(ledger.figures[IndicatorCode(code)]?.status == .blank)
        #expect(ledger.figures[IndicatorCode(code)]?.value == nil)
    }

    @Test("one figure may follow from another that was recovered first")
    func chain() {
        // The row of new requests has two blanks; their columns fix them one by one.
        #expect(recovered(ledger(["new.n": "", "new.b": ""])) == ["new.n": "12", "new.b": "5"])
        #expect(
            recovered(ledger(["new.n": "", "new.b": "", "in.n": ""])) == ["new.n": "12", "new.b": "5", "in.n": "1"])
    }

    @Test("two blanks that share what is left stay blank")
    func shared() {
        // Each of the four could take a part from its neighbours.
        #expect(recovered(ledger(["new.n": "", "new.b": "", "in.n": "", "in.b": ""])) == [:])
        #expect(
            recovered(ledger(["new.n": "", "new.b": "", "in.n": "", "in.b": ""], isTextCertain: false)) == [:])
    }

    @Test("blanks that share nothing are all 0")
    func sharedZero() {
        #expect(recovered(ledger(["in.b": "", "out.b": ""])) == ["in.b": "0", "out.b": "0"])
        let zeros = Dictionary(uniqueKeysWithValues: ["in.n", "in.b", "out.n", "out.b"].map { ($0, "") })
        #expect(
            recovered(
                ledger(
                    zeros.merging([
                        "in.t": "0", "new.n": "13", "new.t": "18", "out.t": "0", "done.n": "13", "done.t": "18",
                    ]) { $1 }))
                == ["in.n": "0", "in.b": "0", "out.n": "0", "out.b": "0"])
    }

    @Test("a figure that two relations fix differently is not recovered", arguments: [true, false])
    func contradiction(isTextCertain: Bool) {
        // The row says 6, the column 5.
        #expect(recovered(ledger(["new.b": "", "new.t": "18"], isTextCertain: isTextCertain)) == [:])
    }

    @Test("in uncertain text the figures between which it stands are in doubt, and none is named")
    func contradictionInDoubt() {
        var ledger = ledger(["new.b": "", "new.t": "18"], isTextCertain: false)
        ledger.recover()
        #expect(ledger.misread.isEmpty)
        #expect(ledger.figures[IndicatorCode("new.t")]?.status == .suspect)
        #expect(ledger.figures[IndicatorCode("done.b")]?.evidence == ["balance.b"])
    }

    @Test(
        "no figure is recovered below 0 or as a fraction",
        arguments: [
            ["new.b": "", "new.t": "11", "done.b": "?", "done.t": "?"],
            ["new.b": "", "new.t": "17.5", "done.b": "?", "done.t": "?"],
        ])
    func impossible(changes: [String: String]) {
        #expect(recovered(ledger(changes, isTextCertain: false))["new.b"] == nil)
    }

    @Test("an agency's slip in certain text is left as it stands")
    func slip() {
        var ledger = ledger(["new.t": "18"])
        ledger.recover()
        #expect(ledger.figures[IndicatorCode("new.t")]?.value == 18)
        #expect(ledger.figures[IndicatorCode("new.t")]?.status == .printed)
        #expect(
            ledger.checks().filter { !$0.holds } == [
                Check(id: "balance.t", left: 19, right: 18), Check(id: "row.new", left: 17, right: 18),
            ])
    }
}
