import DocumentModel
import Testing

@Suite("Table")
struct TableTests {
    @Test("coverage names for every grid square the cell that covers it")
    func coverage() {
        let table = Table(
            rows: 3, columns: 3,
            cells: [
                Cell(rows: 0..<2, columns: 0..<1, text: "a"), Cell(rows: 0..<1, columns: 1..<3, text: "b"),
                Cell(rows: 1..<2, columns: 1..<2, text: "c"), Cell(rows: 1..<3, columns: 2..<3, text: "d"),
                Cell(rows: 2..<3, columns: 0..<2, text: "e"),
            ])
        #expect(table.coverage() == [[0, 1, 1], [0, 2, 3], [4, 4, 3]])
    }

    @Test("a cell's row and column are where it starts")
    func start() {
        let cell = Cell(rows: 4..<7, columns: 2..<3, text: "")
        #expect((cell.row, cell.column) == (4, 2))
    }

    @Test("a cell without ink is blank", arguments: [("", true), (" \n\u{3000}", true), ("-", false), ("0", false)])
    func blank(text: String, expected: Bool) {
        #expect(Cell(rows: 0..<1, columns: 0..<1, text: text).isBlank == expected)
    }

    @Test("a block is a text or a table")
    func blocks() {
        let text = TextBlock(text: "一、总体情况", page: 1)
        let table = Table(rows: 1, columns: 1, cells: [Cell(rows: 0..<1, columns: 0..<1, text: "1")])
        #expect(Block.heading(text).text == text)
        #expect(Block.paragraph(text).text == text)
        #expect(Block.paragraph(text).table == nil)
        #expect(Block.table(table).table == table)
        #expect(Block.table(table).text == nil)
    }
}
