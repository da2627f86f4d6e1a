import ReportForms
import ReportStandard
import TestSupport
import Testing

@testable import ReportReader

@Suite("Rows whose blanks were dropped")
struct RowPlacementsTests {
    private static let columns = [
        "natural_person", "business", "research", "social_welfare", "legal_service", "other_organisation", "total",
    ]

    /// What is claimed of rows that lost the cells of some zeros: never wrong, and of few such rows nearly all that is not 0.
    @Test("what is put back stood there", arguments: 1...8, MadeRequests.Size.allCases)
    func random(count: Int, size: MadeRequests.Size) throws {
        let made = try MadeRequests(form: "2021")
        var generator = SeededGenerator(seed: UInt64(count))
        var (placed, lost) = (0, 0)
        for _ in 0..<6 {
            let figures = made.figures(size, using: &generator)
            let names = Set(
                figures.keys.filter { $0.table == "requests" }.map {
                    $0.description.split(separator: ".").dropLast().joined(separator: ".")
                })
            var rows: [RowPlacements.Row] = []
            var dropped = Set<IndicatorCode>()
            for name in names.sorted().shuffled(using: &generator).prefix(count) {
                let codes = Self.columns.map { IndicatorCode("\(name).\($0)") }
                // Of the figures that are 0 one or two were left blank.
                let blanks = codes.filter { figures[$0] == 0 }.shuffled(using: &generator).prefix(
                    Int.random(in: 1...2, using: &generator))
                guard !blanks.isEmpty else { continue }
                dropped.formUnion(blanks)
                rows.append(
                    RowPlacements.Row(codes: codes, cells: codes.filter { !blanks.contains($0) }.map { figures[$0] }))
                lost += codes.count { figures[$0] ?? 0 > 0 }
            }
            let open = Set(rows.flatMap(\.codes))
            let known = figures.filter { !open.contains($0.key) }.mapValues { Int?.some($0) }
            let relations = made.relations.map { relation in
                Relation(
                    id: relation.id, left: relation.left.filter { figures[$0] != nil },
                    right: relation.right.filter { figures[$0] != nil })
            }
            let placements = RowPlacements(rows, relations: relations, known: known)
            for row in rows {
                for code in row.codes {
                    switch placements.places[code] {
                    case .blank: #expect(dropped.contains(code), "\(code) is not blank")
                    case .cell(let index):
                        #expect(row.cells[index] == figures[code] && !dropped.contains(code), "\(code)")
                        if figures[code] ?? 0 > 0 { placed += 1 }
                    case nil: break
                    }
                }
            }
        }
        #expect(10 * placed >= 9 * lost)
    }

    private static let relations = MadeLedger.relations(
        """
        column.n: a.n + b.n = t.n
        column.m: a.m + b.m = t.m
        row.a: a.n + a.m = a.t
        row.b: b.n + b.m = b.t
        """)

    private func places(_ cells: [Int?], known: [String: Int?]) -> [RowPlacements.Place?] {
        let codes = ["a.n", "a.m", "a.t"].map { IndicatorCode($0) }
        let placements = RowPlacements(
            [RowPlacements.Row(codes: codes, cells: cells)], relations: Self.relations,
            known: Dictionary(uniqueKeysWithValues: known.map { (IndicatorCode($0), $1) }))
        return codes.map { placements.places[$0] }
    }

    private static let others: [String: Int?] = ["b.n": 1, "b.m": 2, "b.t": 3, "t.n": 1, "t.m": 7]

    @Test("the sums of columns tell which figure was left out")
    func columns() {
        #expect(places([5, 5], known: Self.others)[1] == .cell(0))
        #expect(places([5, 5], known: Self.others)[0] == .blank)
    }

    @Test("sums that no way of placing fits place nothing")
    func contradiction() {
        #expect(places([5, 6], known: Self.others).allSatisfy { $0 == nil })
        #expect(places([4, 4], known: Self.others).allSatisfy { $0 == nil })
    }

    @Test("without the sums of columns nothing is placed, however well the row adds up")
    func rowAlone() {
        #expect(places([5, 5], known: ["b.n": 1]).allSatisfy { $0 == nil })
    }

    @Test("a total without its figures around it says nothing: columns of zeros alone confirm none")
    func zeros() {
        let zeros: [String: Int?] = ["b.n": 0, "b.m": 0, "b.t": 0, "t.n": 0, "t.m": 0]
        #expect(places([0, 0], known: zeros).allSatisfy { $0 == nil })
    }
}
