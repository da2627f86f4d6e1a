import DocumentModel
import Nianbao
import Testing

@Suite("What speaks against a table")
struct CheckedTableTests {
    private func table(_ rows: [[String]], grid: Table.Grid = .ruled) -> Table {
        let cells = rows.enumerated().flatMap { row, texts in
            texts.enumerated().map { Cell(rows: row..<(row + 1), columns: $0..<($0 + 1), text: $1, page: 2) }
        }
        return Table(rows: rows.count, columns: rows[0].count, cells: cells, pages: [2], grid: grid)
    }

    private let accounts = [
        ["", "a", "b", "c"], ["甲", "120", "310", "1204"], ["乙", "33", "295", "2011"], ["合计", "153", "615", "3215"],
    ]

    @Test("figures of a sum that fails are in doubt, and it is told where")
    func sums() {
        let checked = CheckedTable(table(accounts), checksSums: true)
        let doubtful = zip(checked.table.cells, checked.cellDoubts).filter { !$1.isEmpty }
        #expect(doubtful.map(\.0.text) == ["310", "295", "615"])
        #expect(doubtful.allSatisfy { $1 == [.sumFails] })
        #expect(checked.failures == ["page 2: warning: row 4, column 3: 615 is printed, rows 2, 3 come to 605"])
        #expect(CheckedTable(table(accounts)).cellDoubts.flatMap { $0 }.isEmpty)
    }

    @Test("what is certain has blanks for figures in doubt, and no table without rules that no sum confirms")
    func certain() throws {
        let certain = try #require(CheckedTable(table(accounts), checksSums: true).certain)
        #expect(certain.cells.filter { $0.column == 2 }.map(\.text) == ["b", "", "", ""])
        let words = [["x", "y"], ["1", "2"]]
        #expect(CheckedTable(table(words, grid: .inferred), checksSums: true).certain == nil)
        #expect(CheckedTable(table(words), checksSums: true).certain == table(words))
        var right = accounts
        right[3][2] = "605"
        #expect(CheckedTable(table(right, grid: .inferred), checksSums: true).certain == table(right, grid: .inferred))
    }

    @Test("rows and columns without anything are told")
    func empty() {
        let checked = CheckedTable(table([["x", "", "y"], ["", "", ""]]))
        #expect(checked.doubts == [.emptyRow, .emptyColumn])
    }

    @Test(
        "several numbers in a cell are in doubt, one in groups of three digits is not",
        arguments: [
            ("12 34", true), ("12\n34", true), ("1 234", false), ("1 234,5", false), ("12", false), ("a 1", false),
        ])
    func several(text: String, isDoubted: Bool) {
        let checked = CheckedTable(table([[text]]))
        #expect(checked.cellDoubts == [isDoubted ? [.severalFigures] : []])
    }

    @Test("in HTML doubts are titles, in JSON members, and relations say what adds up")
    func formats() throws {
        let checked = CheckedTable(table(accounts), checksSums: true)
        let html = try TableFormat.html.text(checked)
        #expect(html.contains(#"<td title="a sum fails in which it takes part" style="background: #fd9">615</td>"#))
        #expect(html.contains("<td>153</td>"))
        let json = try TableFormat.json.text(checked)
        #expect(json.contains(#""sum_fails""#))
        #expect(json.contains(#""adds" : "rows""#))
        #expect(json.contains(#""difference" : "10""#))
    }
}
