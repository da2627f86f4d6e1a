import DocumentModel
import Testing

@Suite("Tables drawn as text, for these tests")
struct TableGridTextTests {
    @Test("marks join a square with its neighbour")
    func spans() {
        let table = Table(
            grid: """
                a | < | b
                ^ | < | c⏎d
                e |  | f
                """)
        #expect(table.rows == 3)
        #expect(table.columns == 3)
        #expect(table.cells.map(\.text) == ["a", "b", "c\nd", "e", "", "f"])
        #expect(table.cells[0].rows == 0..<2)
        #expect(table.cells[0].columns == 0..<2)
        #expect(table.cells[3].columns == 0..<1)
        #expect(table.coverage() == [[0, 0, 1], [0, 0, 2], [3, 4, 5]])
    }

    @Test("the printed figures add up", arguments: [Printed.requests2021, Printed.requests2019])
    func printed(grid: String) throws {
        let table = Table(grid: grid)
        let rows = table.coverage().dropFirst(3).map { row in row.suffix(7).compactMap { Int(table.cells[$0].text) } }
        #expect(rows.allSatisfy { $0.count == 7 && $0.dropLast().reduce(0, +) == $0[6] })
        let results = rows[2..<(rows.count - 2)]
        let sums = (0..<7).map { column in results.reduce(0) { $0 + $1[column] } }
        #expect(sums == rows[rows.count - 2])
        #expect(sums == [12, 5, 0, 1, 0, 0, 18])
    }
}
