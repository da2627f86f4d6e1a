import DocumentModel
import TestSupport
import Testing
import TextReader

@Suite("Tables that arrange a web page")
struct LayoutTableTests {
    /// Texts, and tables as their first line: `[0,0 甲`.
    private func outline(_ html: String) throws -> [String] {
        try HTMLReader().page(of: html).blocks.map { $0.text?.text ?? "[" + ($0.table?.listing.first ?? "") }
    }

    private let data = "<table><tr><td>甲<td>1<tr><td>乙<td>2</table>"
    private let prose = String(repeating: "公开", count: 200)

    @Test("a table around a table is read like any other block, in order")
    func outer() throws {
        #expect(
            try outline("<table><tr><td>导航<td><h1>标题</h1><p>正文</p>\(data)<p>后文</p><tr><td colspan=2>页脚</table>") == [
                "导航", "标题", "正文", "[0,0 甲", "后文", "页脚",
            ])
    }

    @Test("so it is at any depth")
    func depth() throws {
        let html = String(repeating: "<table><tr><td>", count: 500) + data + "尾"
        #expect(try outline(html) == ["[0,0 甲", "尾"])
    }

    @Test("a table that is mostly prose is the page's text")
    func mostlyProse() throws {
        #expect(try outline("<table><tr><td>一、总体情况<td><p>\(prose)</p></table>") == ["一、总体情况", prose])
    }

    @Test("a long note does not make a table of figures one")
    func note() throws {
        let row = "<tr><td>第二十条第（一）项规定的规范性文件本年制发件数<td>12<td>3<td>245"
        #expect(
            try outline("<table><tr><td colspan=4>\(prose)" + String(repeating: row, count: 28) + "</table>") == [
                "[0,0-3 \(prose)"
            ])
    }

    @Test("a table of one column is lines")
    func oneColumn() throws {
        #expect(try outline("<table><tr><td>一<tr><td colspan=3>二</table>") == ["一", "二"])
    }

    @Test("frames around the text of cells are no tables")
    func frames() throws {
        let html = "<table><tr><td><table><tr><td>甲</table><td><table><tr><td>1</table><tr><td>乙<td>2</table>"
        let blocks = try HTMLReader().page(of: html).blocks
        #expect(blocks.map { $0.table?.listing } == [["0,0 甲", "0,1 1", "1,0 乙", "1,1 2"]])
    }

    @Test("a table straight in another is read")
    func stray() throws {
        #expect(try outline("<table><tr><table><tr><td>甲<td>1</table></tr></table>") == ["[0,0 甲"])
    }

    @Test("blank tables are nothing")
    func blank() throws {
        #expect(try outline("一<table><tr><td>&nbsp;<td><img src=x.gif></table>二") == ["一", "二"])
    }
}
