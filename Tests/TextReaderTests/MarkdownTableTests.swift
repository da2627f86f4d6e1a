import DocumentModel
import Testing
import TextReader

@Suite("Pipe tables in Markdown")
struct MarkdownTableTests {
    /// The texts of the one table in `text`, row by row.
    private func rows(_ text: String) throws -> [[String]] {
        let tables = MarkdownReader().blocks(of: text).compactMap(\.table)
        let table = try #require(tables.first)
        #expect(tables.count == 1)
        #expect(table.cells.count == table.rows * table.columns)
        return table.coverage().map { $0.map { table.cells[$0].text } }
    }

    @Test("a table is its rows without the delimiter row")
    func plain() throws {
        #expect(
            try rows(
                """
                | 信息内容 | 本年制发件数 |
                |---------|:-----------:|
                | 规章     | 0            |
                """) == [["信息内容", "本年制发件数"], ["规章", "0"]])
    }

    @Test("the row of dashes makes its grid; without it columns are not known", arguments: [true, false])
    func grid(hasDashes: Bool) throws {
        let text = "| a | b |\n" + (hasDashes ? "|---|---|\n" : "") + "| c | d |"
        let table = try #require(MarkdownReader().blocks(of: text).first?.table)
        #expect(table.grid == (hasDashes ? .ruled : .lost))
        #expect(table.pages.isEmpty)
        #expect(table.box == nil)
        #expect(table.cells[3] == Cell(rows: 1..<2, columns: 1..<2, text: "d"))
    }

    @Test("a table needs no header and no delimiter row")
    func noHeader() throws {
        #expect(try rows("| 规章 | 0 |\n| 行政规范性文件 | 3 |") == [["规章", "0"], ["行政规范性文件", "3"]])
        #expect(try rows("|---|---|\n| 规章 | 0 |") == [["规章", "0"]])
    }

    @Test("short rows are filled up, long rows make the table wider")
    func ragged() throws {
        #expect(
            try rows("| a |\n|---|\n| b | c | d |\n| e | f |") == [["a", "", ""], ["b", "c", "d"], ["e", "f", ""]])
    }

    @Test("blank cells count, wherever they stand")
    func blanks() throws {
        #expect(try rows("|  | a | |\n| b ||c|\n||||") == [["", "a", ""], ["b", "", "c"], ["", "", ""]])
    }

    @Test("the last pipe may be left out", arguments: ["| a | b", "| a | b |", "| a | b | "])
    func lastPipe(line: String) throws {
        #expect(try rows(line) == [["a", "b"]])
    }

    @Test(
        "an escaped pipe belongs to the cell, another backslash stays",
        arguments: [
            (#"| 增\|减 | 0 |"#, ["增|减", "0"]), (#"| 增\减 | 0 |"#, [#"增\减"#, "0"]), (#"| a \"#, [#"a \"#]),
        ])
    func escapes(line: String, cells: [String]) throws {
        #expect(try rows(line) == [cells])
    }

    @Test(
        "a break inside a cell only wraps its text",
        arguments: ["社会<br>公益<br>组织", "社会<br/>公益<br />组织", "社会</br>公益<BR>组织"])
    func breaks(cell: String) throws {
        #expect(try rows("| \(cell) | 1 |") == [["社会公益组织", "1"]])
    }

    @Test("a number broken over lines in a narrow cell is one number")
    func brokenNumber() throws {
        #expect(try rows("| 1139<br>8889 | 1 |") == [["11398889", "1"]])
    }

    @Test(
        "entities and emphasis in cells are read",
        arguments: [
            ("&nbsp;", ""), ("&nbsp;0&nbsp;", "0"), ("**总计**", "总计"), ("`0`", "0"), ("&lt;5", "<5"),
        ])
    func marks(cell: String, text: String) throws {
        #expect(try rows("| \(cell) | 1 |") == [[text, "1"]])
    }

    @Test(
        "a row of dashes is figures left blank, not a delimiter row",
        arguments: ["| - | - |", "| — | — |", "| / | - |"])
    func dashes(line: String) throws {
        let count = try rows("| a | b |\n\(line)").count
        #expect(count == 2)
    }

    @Test(
        "delimiter rows of any width are passed over",
        arguments: ["|--|--|", "|:---|---:|", "| --- | :--: |", "|----|----|----|"])
    func delimiters(line: String) throws {
        #expect(try rows("| a | b |\n\(line)\n| c | d |") == [["a", "b"], ["c", "d"]])
    }

    @Test("one dash with a colon is enough for a delimiter", arguments: ["|:-|-:|", "| --- | :-: |"])
    func shortDelimiters(line: String) throws {
        let rows = try rows("| a | b |\n\(line)\n| c | d |")
        #expect(rows == [["a", "b"], ["c", "d"]])
    }

    @Test("a blank line or a text ends a table", arguments: ["", "文字", "# 标题"])
    func endings(line: String) {
        let tables = MarkdownReader().blocks(of: "| a |\n| b |\n\(line)\n| c |").compactMap(\.table)
        #expect(tables.map(\.rows) == [2, 1])
    }

    @Test("a line with a pipe inside is text", arguments: ["a | b", "|"])
    func noTable(line: String) {
        #expect(MarkdownReader().blocks(of: line) == [.paragraph(TextBlock(text: line))])
    }

    @Test("a grid of more squares than a million is not filled up: its rows keep their cells, its columns are lost")
    func vast() throws {
        let row = String(repeating: "| 1 ", count: 199) + "|\n"
        let text = row + String(repeating: "|---", count: 199) + "|\n" + String(repeating: "| 2 |\n", count: 5100)
        let table = try #require(MarkdownReader().blocks(of: text).compactMap(\.table).first)
        #expect(table.grid == .lost)
        #expect(table.cells.count == 199 + 5100)
    }

    @Test("a line of more cells than 200 is no row")
    func bars() {
        let text = String(repeating: "|", count: 300) + "\n| 甲 | 1 |\n|---|---|\n| 乙 | 2 |\n"
        #expect(MarkdownReader().blocks(of: text).compactMap(\.table).map(\.rows) == [2])
    }
}
