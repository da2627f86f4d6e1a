import Testing

@testable import Nianbao

@Suite("Text in the cells of a terminal")
struct DisplayWidthTests {
    @Test(
        "wide characters take two cells, marks that combine none",
        arguments: [
            ("", 0), ("abc", 3), ("年报", 4), ("（一）a", 7), ("e\u{301}", 1), ("𠮷", 2), ("ｱ", 1), ("。", 2), ("—", 1),
        ])
    func width(text: String, cells: Int) {
        #expect(DisplayWidth.of(text) == cells)
        #expect(DisplayWidth.of(DisplayWidth.padded(text, to: 9)) == 9)
    }

    @Test(
        "lines break at blanks and between wide characters, not before a closing mark or after an opening one",
        arguments: [
            ("one two three", 7, ["one two", "three"]),
            ("abcdefgh", 3, ["abc", "def", "gh"]),
            ("政府信息公开", 4, ["政府", "信息", "公开"]),
            ("政府信，息公开", 6, ["政府", "信，息", "公开"]),
            ("政府（信息）", 6, ["政府", "（信", "息）"]),
            ("没有表格a.b.c，第1页", 10, ["没有表格", "a.b.c，第1", "页"]),
            ("", 5, [""]),
        ])
    func wrapped(text: String, width: Int, lines: [String]) {
        #expect(DisplayWidth.wrapped(text, to: width) == lines)
    }
}
