import DocumentModel
import TableSums
import Testing

@Suite("Sums of any table")
struct SumRelationTests {
    @Test("statistical tables: what adds up is found, and every wrong figure", arguments: StatisticalTable.all)
    func statistical(table: StatisticalTable) {
        let relations = sumRelations(of: table.table)
        let told = relations.map(Line.init)
        #expect(Set(told.map(\.text)) == Set(table.relations))
        let failing = told.flatMap(\.failing)
        #expect(Set(failing) == Set(table.failing))
    }

    @Test("there are twenty, six of them with a wrong figure")
    func count() {
        #expect(StatisticalTable.all.count >= 20)
        #expect(StatisticalTable.all.count { !$0.failing.isEmpty } >= 6)
    }

    @Test("what chance explains is not told")
    func chance() {
        // 3 is 1 and 2, once.
        let table = Table(rowsOfTexts: [["", "a"], ["x", "1"], ["y", "2"], ["z", "3"]])
        #expect(sumRelations(of: table).isEmpty)
        let zeros = Table(rowsOfTexts: [["", "a", "b"], ["x", "0", "0"], ["y", "0", "0"], ["合计", "0", "0"]])
        #expect(sumRelations(of: zeros).isEmpty)
    }

    @Test("how unlikely it is falls with every place in which it holds")
    func unlikely() throws {
        func chance(_ columns: Int) throws -> Double {
            let rows = [["甲", "1234"], ["乙", "2345"], ["合计", "3579"]].map {
                [$0[0]] + Array(repeating: $0[1], count: columns)
            }
            return try #require(
                sumRelations(of: Table(rowsOfTexts: [[""] + Array(repeating: "x", count: columns)] + rows))
                    .first { $0.axis == .horizontal }
            ).chance
        }
        #expect(try chance(1) < 0.01)
        #expect(try chance(3) < 1e-6 * chance(1))
    }

    @Test("the sum, what it comes to, and what is missing")
    func failing() throws {
        let table = Table(rowsOfTexts: [
            ["", "a", "b", "c"], ["甲", "120.5", "310", "1,204"], ["乙", "33.25", "295", "2,011"],
            ["合计", "153.75", "615", "3,215"],
        ])
        let relation = try #require(sumRelations(of: table).first)
        #expect(relation.axis == .horizontal)
        #expect(relation.total == 3)
        #expect(relation.parts == [.init(line: 1), .init(line: 2)])
        #expect(relation.isNamed)
        #expect(
            relation.sums == [
                .init(place: 1, sum: "153.75", difference: "0", holds: true),
                .init(place: 2, sum: "605", difference: "10", holds: false),
                .init(place: 3, sum: "3215", difference: "0", holds: true),
            ])
        #expect(relation.square(of: relation.total, at: 2) == (3, 2))
    }

    @Test("random tables: no false alarm, and a wrong figure is found", arguments: 0..<200)
    func random(seed: Int) {
        var dice = Dice(state: UInt64(seed) &* 2_862_933_555_777_941_757 &+ 3_037_000_493)
        let (columns, rows) = (dice.roll(3...7), dice.roll(3...12))
        var figures = (0..<rows).map { _ in (0..<columns).map { _ in dice.roll(0...2) == 0 ? 0 : dice.roll(10...9_000) }
        }
        figures.append((0..<columns).map { column in figures.reduce(0) { $0 + $1[column] } })
        let label = ["合计", "Total", "总 计"][dice.roll(0...2)]
        var table = [[""] + (0..<columns).map { "列\($0)" }]
        table += figures.enumerated().map { [$0 == rows ? label : "行\($0)"] + $1.map(String.init) }
        #expect(sumRelations(of: Table(rowsOfTexts: table)).allSatisfy { !$0.fails })
        let (row, column) = (dice.roll(1...rows), dice.roll(1...columns))
        table[row][column] = String((Int(table[row][column]) ?? 0) + [20, 300, 1_000, 4_000][dice.roll(0...3)])
        let failing = sumRelations(of: Table(rowsOfTexts: table)).flatMap { Line($0).failing }
        #expect(failing == ["r\(rows + 1)@\(column)"])
    }

    @Test("one off by one is wrong where all others hold exactly, and rounded where several are off")
    func offByOne() {
        let figures = (1...8).map { [1_000 + 37 * $0, 2_000 + 91 * $0, 500 + 13 * $0] }
        func failing(off columns: Set<Int>) -> Int {
            let rows = (0..<3).map { row in ["行\(row)"] + figures.map { String($0[row]) } }
            let total = figures.enumerated().map { String($1.reduce(0, +) + (columns.contains($0) ? 1 : 0)) }
            let table = Table(rowsOfTexts: [[""] + figures.indices.map { "列\($0)" }] + rows + [["合计"] + total])
            return sumRelations(of: table).flatMap(\.sums).count { !$0.holds }
        }
        #expect(failing(off: []) == 0)
        #expect(failing(off: [2]) == 1)
        #expect(failing(off: [2, 4, 5]) == 0)
    }

    @Test("points for thousands are told from decimal points")
    func points() throws {
        let rows = [["", "1997"], ["a", "1.178"], ["b", "813"], ["c", "88"], ["d", "40"], ["Total", "2.119"]]
        let relation = try #require(sumRelations(of: Table(rowsOfTexts: rows)).first)
        #expect(relation.sums == [.init(place: 1, sum: "2119", difference: "0", holds: true)])
    }

    /// A relation as these tests write it, `r3=1+2-4`, and where it fails, `r3@2`.
    private struct Line {
        let text: String
        let failing: [String]

        init(_ relation: SumRelation) {
            let name = (relation.axis == .horizontal ? "r" : "c") + String(relation.total)
            let parts = relation.parts.sorted { $0.line < $1.line }.map {
                ($0.isSubtracted ? "-" : "+") + String($0.line)
            }
            text = name + "=" + parts.joined()
            failing = relation.sums.filter { !$0.holds }.map { name + "@\($0.place)" }
        }
    }
}

/// The same numbers for the same state.
private struct Dice {
    var state: UInt64

    mutating func roll(_ range: ClosedRange<Int>) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return range.lowerBound + Int((state >> 33) % UInt64(range.count))
    }
}

extension Table {
    init(rowsOfTexts rows: [[String]]) {
        let cells = rows.enumerated().flatMap { row, texts in
            texts.enumerated().map { Cell(rows: row..<(row + 1), columns: $0..<($0 + 1), text: $1) }
        }
        self.init(rows: rows.count, columns: rows.map(\.count).max() ?? 0, cells: cells)
    }
}
