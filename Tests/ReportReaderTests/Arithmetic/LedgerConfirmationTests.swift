import DocumentModel
import Foundation
import ReportForms
import ReportStandard
import Testing

@testable import ReportReader

@Suite("Which sums confirm a figure that was read off a picture")
struct LedgerConfirmationTests {
    private static let relations = MadeLedger.relations(
        """
        row: a + b = t
        column: a + c = u
        other: b + d = v
        """)

    /// - Parameter figures: code, what was read, how sure.
    private func ledger(_ figures: [(String, String, DocumentModel.Reading.Certainty)]) -> Ledger {
        Ledger(
            figures.map { code, text, certainty in
                var reading = MadeLedger.reading(code, text, origin: .copied)
                reading.evidence.text.certainty = certainty
                return reading
            }, relations: Self.relations, origin: .copied)
    }

    private func status(_ code: String, in ledger: Ledger) -> Figure.Status? {
        ledger.figures[IndicatorCode(code)]?.status
    }

    @Test("figures whose readings differ do not confirm each other")
    func eachOther() {
        let doubtful = ledger([("a", "1", .doubtful), ("b", "2", .doubtful), ("t", "3", .agreed)])
        #expect(status("a", in: doubtful) == .suspect)
        #expect(status("b", in: doubtful) == .suspect)
    }

    @Test("one that sure figures confirm speaks for the next one")
    func chain() {
        let ledger = ledger([
            ("a", "1", .doubtful), ("b", "2", .doubtful), ("t", "3", .agreed), ("c", "4", .agreed), ("u", "5", .agreed),
        ])
        #expect(status("a", in: ledger) == .printed)
        #expect(status("b", in: ledger) == .printed)
    }

    @Test("nor do two of them where each has a second sum with another one")
    func ring() {
        let ledger = ledger([
            ("a", "1", .doubtful), ("b", "2", .doubtful), ("t", "3", .agreed), ("c", "4", .doubtful),
            ("u", "5", .agreed),
            ("d", "1", .doubtful), ("v", "3", .agreed),
        ])
        for code in ["a", "b", "c", "d"] { #expect(status(code, in: ledger) == .suspect) }
    }

    @Test("figures read once, without a word against them, confirm each other")
    func once() {
        let ledger = ledger([("a", "1", .single), ("b", "2", .single), ("t", "3", .single)])
        for code in ["a", "b", "t"] { #expect(status(code, in: ledger) == .printed) }
    }

    @Test("a figure read once is not confirmed by one whose readings differ")
    func onceBesideDoubtful() {
        let ledger = ledger([("a", "1", .single), ("b", "2", .doubtful), ("t", "3", .single)])
        for code in ["a", "b", "t"] { #expect(status(code, in: ledger) == .suspect) }
    }
}
