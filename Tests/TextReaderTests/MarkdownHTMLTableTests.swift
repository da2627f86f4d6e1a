import DocumentModel
import Testing
import TextReader

@Suite("Tables written in HTML within Markdown")
struct MarkdownHTMLTableTests {
    private func kinds(_ text: String) -> [String] {
        MarkdownReader().blocks(of: text).map { block in
            switch block {
            case .heading(let text): "# \(text.text)"
            case .paragraph(let text): text.text
            case .table(let table):
                "table \(table.rows)x\(table.columns) " + table.cells.map(\.text).joined(separator: "|")
            }
        }
    }

    @Test("merged cells keep their spans, and the text around stays in its place")
    func spans() throws {
        let text = """
            # 标题
            上文
            <html><body><table><tr><td colspan="2">甲</td></tr><tr><td>乙</td><td>1</td></tr></table></body></html>
            下文
            """
        #expect(kinds(text) == ["# 标题", "上文", "table 2x2 甲|乙|1", "下文"])
        let table = try #require(MarkdownReader().blocks(of: text).lazy.compactMap(\.table).first)
        #expect(table.cells[0].columns == 0..<2)
        #expect(table.grid == .ruled)
    }

    @Test("it may go on over lines, blank ones too, and hold another")
    func lines() {
        let text = """
            <TABLE border=1>
            <tr><td>甲</td><td>1</td></tr>

            <tr><td>乙</td><td>2</td></tr>
            </TABLE>

            | a | b |
            |---|---|
            | c | d |
            """
        #expect(kinds(text) == ["table 2x2 甲|1|乙|2", "table 2x2 a|b|c|d"])
    }

    @Test(
        "what only looks like one is text",
        arguments: [("见 <table> 一词", "见 <table> 一词"), ("<b>粗</b>", "粗"), ("<table>", "<table>")])
    func others(text: String, block: String) {
        #expect(kinds(text) == [block])
    }

    @Test("tables opened ten thousand times and never closed cost no more than their length")
    func unclosed() {
        let text = String(repeating: "<table>\n", count: 10_000)
        #expect(kinds(text).count == 1)
    }
}
