import Foundation
import ReportStandard
import Testing

@testable import Decisions

@Suite("All decisions together")
struct DecisionBookTests {
    private static let document = DecisionBook.Document(sha256: String(repeating: "0", count: 64), number: 1)
    private static let code: IndicatorCode = "requests.new.total"

    private func decision(
        _ kind: Decision.Kind, _ value: Int? = nil, by: String = "甲", minute: Int = 0
    ) -> Decision {
        Decision(
            kind, of: .init(sha256: Self.document.sha256, document: 1, code: Self.code),
            was: .init(value: 8, status: .suspect), value: value.map { Decimal($0) }, by: by,
            at: "2026-11-27T08:\(minute < 10 ? "0" : "")\(minute):00Z")
    }

    private func book(_ decisions: Decision...) -> DecisionBook {
        decisions.reduce(into: DecisionBook()) { $0.add($1) }
    }

    private func standing(_ book: DecisionBook) -> Decision? { book.standing(on: Self.code, of: Self.document) }

    @Test("of one person the latest counts, in whatever order they come")
    func latest() {
        let (first, second) = (decision(.corrected, 5), decision(.confirmed, 8, minute: 1))
        #expect(standing(book(first, second)) == second)
        #expect(standing(book(second, first)) == second)
        // Of the same moment the one that was written later.
        #expect(standing(book(first, decision(.blank)))?.kind == .blank)
    }

    @Test("what is taken back counts no more; what others said stands")
    func withdrawn() {
        let other = decision(.corrected, 6, by: "乙")
        #expect(standing(book(decision(.corrected, 5), decision(.withdrawn, minute: 1))) == nil)
        #expect(
            standing(book(other, decision(.corrected, 5, minute: 1), decision(.withdrawn, minute: 2))) == other)
        #expect(
            standing(book(decision(.blank), decision(.withdrawn, minute: 1), decision(.blank, minute: 2)))?.kind
                == .blank)
    }

    @Test("of several people the latest stands, and what they do not agree about is a conflict until they do")
    func conflicts() {
        let one = decision(.corrected, 5)
        let other = decision(.corrected, 6, by: "乙", minute: 1)
        var both = book(one, other)
        #expect(standing(both) == other)
        #expect(both.conflicts == [[one, other]])
        both.add(decision(.corrected, 6, minute: 2))
        #expect(both.conflicts.isEmpty)
        // To confirm what was read, and to type the same number, come to the same; to leave it does not.
        #expect(book(decision(.confirmed, 8), decision(.corrected, 8, by: "乙")).conflicts.isEmpty)
        #expect(book(decision(.confirmed, 8), decision(.left, by: "乙")).conflicts.count == 1)
        #expect(book(decision(.blank), decision(.left, by: "乙")).conflicts.count == 1)
    }

    @Test("times in other zones are compared as moments")
    func zones() {
        var early = decision(.corrected, 5)
        early.at = "2026-11-27T16:00:00+08:00"
        let late = decision(.corrected, 6, by: "乙", minute: 1)
        #expect(standing(book(late, early)) == late)
    }

    @Test("what stands is listed by document and code")
    func all() {
        var other = decision(.blank)
        other.subject.code = "requests.carried_in.total"
        let book = book(decision(.corrected, 5), other)
        #expect(book.allStanding.map(\.kind) == [.blank, .corrected])
        #expect(book.standing(on: Self.document).count == 2 && book.count == 2)
        #expect(book.standing(on: .init(sha256: "", number: 1)).isEmpty)
    }
}
