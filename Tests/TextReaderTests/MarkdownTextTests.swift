import DocumentModel
import Testing
import TextReader

@Suite("Headings and paragraphs in Markdown")
struct MarkdownTextTests {
    private func blocks(_ text: String) -> [Block] { MarkdownReader().blocks(of: text) }

    @Test(
        "one to six marks and a blank make a heading",
        arguments: [
            ("# 总体情况", "总体情况"), ("###### 总体情况", "总体情况"), ("#   总体情况  ", "总体情况"), ("  ## 总体情况", "总体情况"),
            ("#\t总体情况", "总体情况"),
            ("# **总体情况**", "总体情况"),
        ])
    func headings(line: String, text: String) {
        #expect(blocks(line) == [.heading(TextBlock(text: text))])
    }

    @Test("the closing marks of a heading are no part of it")
    func closedHeading() {
        #expect(blocks("## 总体情况 ##") == [.heading(TextBlock(text: "总体情况"))])
    }

    @Test(
        "a heading may be underlined; few dashes are no line", arguments: ["总体情况\n===", "总体情况\n-----", "总体\n情况\n====="])
    func underlined(text: String) {
        #expect(blocks(text) == [.heading(TextBlock(text: "总体情况"))])
        #expect(blocks("=====\n总体情况") == [.paragraph(TextBlock(text: "=====总体情况"))])
        #expect(blocks("总体情况\n---") == [.paragraph(TextBlock(text: "总体情况---"))])
    }

    @Test("attributes behind a heading are no part of it", arguments: ["# 总体情况 {#overview .title}", "# 总体情况 {.title}"])
    func attributes(line: String) {
        #expect(blocks(line) == [.heading(TextBlock(text: "总体情况"))])
        #expect(blocks("# 总体{情况}") == [.heading(TextBlock(text: "总体{情况}"))])
    }

    @Test("other lines with marks are paragraphs", arguments: ["#总体情况", "####### 总体情况", "#", "第1# 楼"])
    func noHeadings(line: String) {
        #expect(blocks(line) == [.paragraph(TextBlock(text: line))])
    }

    @Test("blank lines part paragraphs")
    func paragraphs() {
        #expect(blocks("第一段\n\n \n第二段\n") == [.paragraph(TextBlock(text: "第一段")), .paragraph(TextBlock(text: "第二段"))])
    }

    @Test(
        "lines of one paragraph are joined, with a blank between words only",
        arguments: [
            ("共公开\n政府信息", "共公开政府信息"), ("open\ngovernment", "open government"), ("共公开 \n 65 条", "共公开65 条"),
            ("2024\n年", "2024年"),
            ("12\n34", "12 34"),
        ])
    func joining(lines: String, text: String) {
        #expect(blocks(lines) == [.paragraph(TextBlock(text: text))])
    }

    @Test("a heading or a table ends a paragraph")
    func endings() {
        #expect(
            blocks("正文\n## 二、主动公开\n又一段\n| a | b |\n收尾").map { $0.text?.text ?? "table" } == [
                "正文", "二、主动公开", "又一段", "table", "收尾",
            ])
    }

    @Test(
        "emphasis, code marks and tags are taken off",
        arguments: [
            ("**重点**工作", "重点工作"), ("*重点*工作", "重点工作"), ("`代码`", "代码"), ("<b>重点</b>工作<br/>", "重点工作"),
            ("<span style=\"color:red\">红</span>", "红"),
            ("<strong>重点</STRONG>", "重点"),
        ])
    func emphasis(line: String, text: String) {
        #expect(blocks(line) == [.paragraph(TextBlock(text: text))])
    }

    @Test("a bracket that opens no tag stays", arguments: ["a < b", "1<2 且 3>2", "<某某>条例", "x <-> y"])
    func brackets(line: String) {
        #expect(blocks(line) == [.paragraph(TextBlock(text: line))])
    }

    @Test(
        "entities are read once",
        arguments: [
            ("a&nbsp;b", "a b"), ("&lt;br&gt;", "<br>"), ("A&amp;B", "A&B"), ("&amp;lt;", "&lt;"), ("R&D", "R&D"),
        ])
    func entities(line: String, text: String) {
        #expect(blocks(line) == [.paragraph(TextBlock(text: text))])
    }

    @Test("line ends of any system part lines", arguments: ["# 一\n正文", "# 一\r\n正文", "# 一\r正文"])
    func lineEnds(text: String) {
        #expect(blocks(text) == [.heading(TextBlock(text: "一")), .paragraph(TextBlock(text: "正文"))])
    }

    @Test("a byte order mark at the start does not hide a heading")
    func byteOrderMark() {
        #expect(blocks("\u{FEFF}# 一") == [.heading(TextBlock(text: "一"))])
    }

    @Test("no text has no blocks", arguments: ["", "\n\n", "  "])
    func nothing(text: String) {
        #expect(blocks(text).isEmpty)
    }
}
