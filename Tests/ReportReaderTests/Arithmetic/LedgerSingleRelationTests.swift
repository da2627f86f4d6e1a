import ReportForms
import ReportStandard
import Testing

@testable import ReportReader

@Suite("Figures with one relation only")
struct LedgerSingleRelationTests {
    private static let relations = MadeLedger.relations("group: upheld + corrected + pending = total")
    private static let figures = ["upheld": "3", "corrected": "1", "pending": "2", "total": "6"]

    private func figure(_ code: String, with changes: [String: String], isTextCertain: Bool) -> Figure? {
        var ledger = MadeLedger.ledger(
            Self.figures.merging(changes) { $1 }, relations: Self.relations, isTextCertain: isTextCertain)
        ledger.recover()
        return ledger.figures[IndicatorCode(code)]
    }

    @Test("in certain text a part that was left empty is not filled with what the total lacks")
    func partInCertainText() {
        // The total may be the slip: an agency that left a cell empty meant nothing by it.
        let figure = figure("pending", with: ["pending": ""], isTextCertain: true)
        #expect(figure?.status == .blank)
        #expect(figure?.value == nil)
    }

    @Test("in uncertain text the part was lost, and follows")
    func partInUncertainText() {
        let figure = figure("pending", with: ["pending": ""], isTextCertain: false)
        #expect(figure?.status == .recovered)
        #expect(figure?.value == 2)
        #expect(figure?.evidence == ["group"])
    }

    @Test("a part that is there but cannot be read follows in certain text too")
    func unreadablePart() {
        #expect(figure("pending", with: ["pending": "?"], isTextCertain: true)?.value == 2)
    }

    @Test("a part left empty is 0 where the others make up the total", arguments: [true, false])
    func zero(isTextCertain: Bool) {
        let figure = figure("pending", with: ["pending": "", "total": "4"], isTextCertain: isTextCertain)
        #expect(figure?.status == .recovered)
        #expect(figure?.value == 0)
    }

    @Test("a total left empty is the sum of its parts", arguments: [true, false])
    func total(isTextCertain: Bool) {
        let figure = figure("total", with: ["total": ""], isTextCertain: isTextCertain)
        #expect(figure?.status == .recovered)
        #expect(figure?.value == 6)
    }

    @Test("a total beside dashes counts them as 0")
    func totalBesideDashes() {
        #expect(figure("total", with: ["total": "", "pending": "-"], isTextCertain: true)?.value == 4)
    }

    @Test("where all is empty nothing is known")
    func allEmpty() {
        let empty = Self.figures.mapValues { _ in "" }
        for code in Self.figures.keys { #expect(figure(code, with: empty, isTextCertain: false)?.status == .blank) }
    }
}
