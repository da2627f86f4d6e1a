import DocumentModel
import ReportStandard
import Testing

@testable import ReportReader

@Suite("The verdict on a figure")
struct VerdictTests {
    private static func evidence(
        _ content: Evidence.Content = .number, origin: TextEvidence.Origin = .published,
        certainty: DocumentModel.Reading.Certainty? = nil, text: Set<Doubt> = [], placement: Set<Doubt> = [],
        identity: IdentityEvidence = .alone, arithmetic: ArithmeticEvidence = ArithmeticEvidence(),
        prose: ProseEvidence? = nil
    ) -> Evidence {
        Evidence(
            content: content, text: TextEvidence(origin: origin, certainty: certainty, doubts: text),
            placement: PlacementEvidence(doubts: placement), identity: identity, arithmetic: arithmetic,
            prose: prose)
    }

    /// A sum that confirms.
    private static let inColumn = ArithmeticEvidence(confirmations: 1, isInColumn: true)
    private static let alongRow = ArithmeticEvidence(confirmations: 1, isPlacedInRow: true)
    private static let both = ArithmeticEvidence(confirmations: 2, isPlacedInRow: true, isInColumn: true)
    private static let fails = ArithmeticEvidence(failing: ["row"])

    struct Case: CustomTestStringConvertible {
        var name: String
        var evidence: Evidence
        var verdict: Verdict
        var testDescription: String { name }

        init(_ name: String, _ evidence: Evidence, _ status: Figure.Status, _ doubts: Doubt...) {
            (self.name, self.evidence) = (name, evidence)
            verdict = Verdict(status: status, doubts: doubts)
        }
    }

    static let cases = [
        Case("strong in all parts", evidence(), .printed),
        Case("a slip of the agency's", evidence(arithmetic: fails), .printed),
        Case("copied text", evidence(origin: .copied), .printed),
        Case("a sentence", evidence(prose: ProseEvidence()), .printed),
        Case(
            "sentences that give different numbers", evidence(prose: ProseEvidence(isContradicted: true)), .suspect,
            .statementsDiffer),
        Case(
            "parts in a sentence that do not add up", evidence(prose: ProseEvidence(addsUp: false)), .suspect, .sumFails
        ),
        Case("copied text whose sum fails", evidence(origin: .copied, arithmetic: fails), .suspect, .sumFails),
        Case("damaged text", evidence(origin: .damaged), .suspect, .damagedText),
        Case("damaged text that a sum confirms", evidence(origin: .damaged, arithmetic: inColumn), .printed),
        Case("two readings that agree", evidence(origin: .copied, certainty: .agreed), .printed),
        Case("one reading", evidence(origin: .copied, certainty: .single), .suspect, .readOnce),
        Case(
            "one reading that a sum confirms", evidence(origin: .copied, certainty: .single, arithmetic: inColumn),
            .printed),
        Case(
            "readings that differ, and one sum",
            evidence(origin: .copied, certainty: .doubtful, arithmetic: inColumn), .suspect, .readingsDiffer),
        Case(
            "readings that differ, and one sum of figures that are sure",
            evidence(
                origin: .copied, certainty: .doubtful,
                arithmetic: ArithmeticEvidence(confirmations: 1, isAmongSure: true)), .printed),
        Case(
            "readings that differ, and two sums", evidence(origin: .copied, certainty: .doubtful, arithmetic: both),
            .printed
        ),
        Case(
            "a row that may have moved up, and the sum of its column",
            evidence(placement: [.cellsFewerThanHeadings], arithmetic: inColumn), .suspect, .cellsFewerThanHeadings),
        Case(
            "a row that may have moved up, and its own sum",
            evidence(placement: [.cellsFewerThanHeadings], arithmetic: alongRow), .printed),
        Case(
            "a row with blanks, and its own sum", evidence(placement: [.columnByPosition], arithmetic: alongRow),
            .suspect,
            .columnByPosition),
        Case("a row with blanks, and both sums", evidence(placement: [.columnByPosition], arithmetic: both), .printed),
        Case(
            "two rows could be changed for one another", evidence(placement: [.rowLabelUnclear], arithmetic: both),
            .suspect, .rowLabelUnclear),
        Case("a leading zero", evidence(placement: [.leadingZero], arithmetic: both), .suspect, .leadingZero),
        Case("no rules, and a sum", evidence(placement: [.unruledTable], arithmetic: inColumn), .printed),
        Case("a second set of the table", evidence(identity: .rivalled, arithmetic: both), .suspect, .twoReports),
        Case(
            "what speaks against a figure is listed in order",
            evidence(
                origin: .copied, certainty: .single, placement: [.leadingZero, .rowTorn], identity: .rivalled,
                arithmetic: fails), .suspect, .readOnce, .rowTorn, .leadingZero, .twoReports, .sumFails),
        Case("a blank", evidence(.blank), .blank),
        Case("a blank in a row that may have moved up", evidence(.blank, placement: [.cellsFewerThanHeadings]), .blank),
        Case("a blank that sums fill", evidence(.blank, arithmetic: ArithmeticEvidence(solution: ["row"])), .recovered),
        Case(
            "a blank that sums fill, perhaps of another report's figures",
            evidence(.blank, identity: .rivalled, arithmetic: ArithmeticEvidence(solution: ["row"])), .blank),
        Case("not one number", evidence(.unreadable, text: [.notOneNumber]), .suspect, .notOneNumber),
        Case(
            "not one number, and sums that say which",
            evidence(.unreadable, text: [.notOneNumber], arithmetic: ArithmeticEvidence(solution: ["row"])), .recovered),
        Case("not there", evidence(.absent), .missing),
    ]

    @Test("is made of text, placement, identity and arithmetic", arguments: cases)
    func verdicts(_ example: Case) {
        #expect(verdict(example.evidence) == example.verdict)
    }
}
