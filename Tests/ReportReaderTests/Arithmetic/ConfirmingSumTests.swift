import Foundation
import ReportForms
import ReportStandard
import Testing

@testable import ReportReader

@Suite("Sums that confirm figures")
struct ConfirmingSumTests {
    private static let row = MadeLedger.relations("row: r.a + r.b + r.c = r.t")[0]
    private static let column = MadeLedger.relations("column: p.n + q.n = t.n")[0]

    private func confirmation(_ relation: Relation, _ values: [Decimal?]) -> ConfirmingSum? {
        let known = Dictionary(zip(relation.left + relation.right, values)) { first, _ in first }
        return ConfirmingSum(relation) { known[$0] ?? nil }
    }

    @Test("a sum that holds does; one that fails, one of zeros and one without a total do not")
    func holding() {
        #expect(confirmation(Self.row, [1, 0, 2, 3]) != nil)
        #expect(confirmation(Self.row, [1, nil, 2, 3]) != nil)
        #expect(confirmation(Self.row, [1, 0, 2, 4]) == nil)
        #expect(confirmation(Self.row, [0, 0, 0, 0]) == nil)
        #expect(confirmation(Self.row, [1, -1, 0, nil]) == nil)
    }

    @Test("the place in a row is confirmed where moved figures would not add up")
    func placing() throws {
        #expect(try #require(confirmation(Self.row, [3, 0, 0, 3])).isPlacing)
        #expect(try #require(confirmation(Self.row, [1, 0, 2, 3])).isPlacing)
        // Moved by one it would say 0 + 0 + 0 + 2 = 2.
        let other = MadeLedger.relations("row: r.a + r.b + r.c + r.d = r.t")[0]
        #expect(try #require(confirmation(other, [0, 0, 2, 2, 4])).isPlacing == false)
    }

    @Test("a sum goes along a row or over several")
    func direction() throws {
        #expect(try #require(confirmation(Self.row, [1, 0, 2, 3])).isAlongRow)
        #expect(try #require(confirmation(Self.column, [1, 2, 3])).isAlongRow == false)
    }

    private static let relations = MadeLedger.relations(
        """
        row: r.a + r.b = r.t
        column: r.a + s.a = t.a
        """)

    @Test("a figure that stays in doubt takes its sums with it")
    func doubtful() {
        let figures = ["r.a": "1", "r.b": "2", "r.t": "3", "s.a": "4", "t.a": "5"]
        func statuses(_ changes: [String: String], once: Set<String>) -> [String: Figure.Status] {
            var readings = figures.merging(changes) { $1 }.map { MadeLedger.reading($0.key, $0.value, origin: .copied) }
            for index in readings.indices where once.contains(readings[index].code.description) {
                readings[index].evidence.text.certainty = .single
            }
            let ledger = Ledger(readings, relations: Self.relations, origin: .copied)
            return Dictionary(uniqueKeysWithValues: ledger.figures.map { ($0.key.description, $0.value.status) })
        }
        #expect(statuses([:], once: ["r.b"])["r.b"] == .printed)
        // r.t's column is unclear whatever the sum says, so that the sum is no help to r.b.
        #expect(statuses(["r.t": "3?"], once: ["r.b"])["r.b"] == .suspect)
        #expect(statuses(["r.t": "3?"], once: ["r.a"])["r.a"] == .printed)
    }
}
