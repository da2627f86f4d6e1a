import DocumentModel
import TableGrid
import TestSupport
import Testing

@Suite("Text lines")
struct TextLinesTests {
    @Test("glyphs on one baseline are a line with its box, size and baseline")
    func line() throws {
        let lines = textLines(glyphs("年报1", x: 20, y: 30))
        try #require(lines.count == 1)
        #expect(lines[0].text == "年报1")
        #expect(lines[0].box == Box(x0: 20, y0: 22, x1: 45, y1: 32))
        #expect((lines[0].size, lines[0].baseline, lines[0].firstAdvance) == (10, 30, 10))
        #expect(lines[0].direction == .right)
        #expect(!lines[0].hasUnknown)
    }

    @Test("order on the page counts, not order of drawing")
    func order() {
        let drawn = glyphs("下", x: 20, y: 50) + glyphs("上", x: 20, y: 30) + glyphs("cba", x: 40, y: 30).reversed()
        #expect(texts(drawn) == ["上cba", "下"])
    }

    @Test(
        "a gap is a blank from 0.3 of the size between Latin characters, from 1.2 of it beside Chinese ones",
        arguments: [
            ("a", "b", 2.9, "ab"), ("a", "b", 3.1, "a b"), ("1", "2", 2.9, "12"), ("1", "2", 3.1, "1 2"),
            ("年", "报", 11.9, "年报"), ("年", "报", 12.1, "年 报"), ("年", "1", 11.9, "年1"), ("1", "年", 12.1, "1 年"),
            ("a", "b", -1, "ab"),
        ])
    func gaps(left: String, right: String, gap: Double, expected: String) {
        let first = glyphs(left, x: 20, y: 30)
        #expect(texts(first + glyphs(right, x: first[0].box.x1 + gap, y: 30)) == [expected])
    }

    @Test(
        "blanks of the file's own are blanks, several are one, and none stands at an end",
        arguments: [
            ("a b", "a b"), ("年 报", "年 报"), ("年  报", "年 报"), (" a ", "a"), ("\u{3000}年\u{A0}报", "年 报"), ("   ", nil),
        ]
            as [(String, String?)])
    func blanks(text: String, expected: String?) {
        #expect(texts(glyphs(text, x: 20, y: 30)) == (expected.map { [$0] } ?? []))
    }

    @Test("baselines up to 0.45 of the size apart are one line", arguments: [(4.4, ["ab"]), (4.6, ["a", "b"])])
    func baselines(distance: Double, expected: [String]) {
        #expect(texts(glyphs("a", x: 20, y: 30) + glyphs("b", x: 25, y: 30 + distance)) == expected)
    }

    @Test(
        "small raised or lowered characters stay in their line",
        arguments: [(6.0, -2.5, "m2"), (6, 2.5, "m2"), (7, -3, "m2"), (5, 1.5, "m2")])
    func scripts(size: Double, shift: Double, expected: String) {
        #expect(texts(glyphs("m", x: 20, y: 30) + glyphs("2", x: 25, y: 30 + shift, size: size)) == [expected])
    }

    @Test(
        "a superscript as word processors set it stays in its line",
        arguments: [
            // Size and rise as shares of the text's: LibreOffice 58 % and 33 %, TeX 70 % and 36 %, Word 65 % and 35 %.
            (5.8, 3.3), (7, 3.6), (6.5, 3.5),
        ])
    func superscripts(size: Double, rise: Double) {
        #expect(texts(glyphs("m", x: 20, y: 30) + glyphs("2", x: 25, y: 30 - rise, size: size)) == ["m2"])
    }

    @Test("the next line does not get into the one above, however tight")
    func tight() {
        #expect(texts(glyphs("一二", x: 20, y: 30) + glyphs("三四", x: 20, y: 40)) == ["一二", "三四"])
    }

    @Test(
        "a character printed twice at one place counts once",
        arguments: [(0.0, 0.0), (0.3, 0), (0, 0.3), (0.3, 0.3), (1.9, 0)])
    func falseBold(dx: Double, dy: Double) {
        #expect(texts(glyphs("总计100", x: 20, y: 30) + glyphs("总计100", x: 20 + dx, y: 30 + dy)) == ["总计100"])
    }

    @Test("repeated characters side by side all count", arguments: ["000", "11", "哈哈", "……", "--"])
    func repeats(text: String) {
        #expect(texts(glyphs(text, x: 20, y: 30)) == [text])
    }

    @Test("one character a line is as many lines")
    func oneCharacterALine() {
        let column = glyphs("申", x: 20, y: 30) + glyphs("请", x: 20, y: 42) + glyphs("人", x: 20, y: 54)
        #expect(texts(column) == ["申", "请", "人"])
    }

    @Test("text turned to run down has its lines from right to left")
    func down() throws {
        let drawn = glyphs("第二", x: 20, y: 30, direction: .down) + glyphs("第一", x: 40, y: 30, direction: .down)
        let lines = textLines(drawn)
        #expect(lines.map(\.text) == ["第一", "第二"])
        #expect(lines.map(\.direction) == [.down, .down])
        #expect(try #require(lines.first).box == Box(x0: 38, y0: 30, x1: 48, y1: 50))
        #expect(lines.map(\.firstAdvance) == [10, 10])
    }

    @Test("text turned to run up has its lines from left to right")
    func up() throws {
        let drawn = glyphs("第二", x: 40, y: 70, direction: .up) + glyphs("第一", x: 20, y: 70, direction: .up)
        let lines = textLines(drawn)
        #expect(lines.map(\.text) == ["第一", "第二"])
        #expect(try #require(lines.first).box == Box(x0: 12, y0: 50, x1: 22, y1: 70))
    }

    @Test("text upside down has its lines from bottom to top")
    func upsideDown() {
        let drawn = glyphs("第二", x: 80, y: 30, direction: .left) + glyphs("第一", x: 80, y: 50, direction: .left)
        #expect(texts(drawn) == ["第一", "第二"])
    }

    @Test("gaps and false bold are judged along turned text too")
    func turnedGaps() {
        let first = glyphs("ab", x: 20, y: 30, direction: .down)
        #expect(texts(first + glyphs("cd", x: 20, y: 44, direction: .down)) == ["ab cd"])
        #expect(texts(first + glyphs("ab", x: 20.3, y: 30.3, direction: .down)) == ["ab"])
    }

    @Test("vertical writing reads down its columns, and the columns from right to left")
    func vertical() {
        let drawn = [("报", 20.0, 42.0), ("年", 20, 30), ("度", 40, 30), ("的", 40, 42)].map { text, x, y in
            // Upright: the advance runs down, the box stays a square whose baseline lies under it.
            Glyph(
                text: text, box: Box(x0: x, y0: y, x1: x + 10, y1: y + 10), origin: Point(x: x, y: y + 8.8),
                advance: Point(x: 0, y: 12), size: 10, isVertical: true)
        }
        let lines = textLines(drawn)
        #expect(lines.map(\.text) == ["度的", "年报"])
        // Measured in the middle of the characters, growing from line to line.
        #expect(lines.map(\.baseline) == [-45, -25])
    }

    @Test("directions come apart: running right, down, up, left")
    func directions() {
        let drawn =
            glyphs("左", x: 80, y: 10, direction: .left) + glyphs("上", x: 60, y: 20, direction: .up)
            + glyphs("下", x: 40, y: 10, direction: .down) + glyphs("右", x: 20, y: 90)
        #expect(texts(drawn) == ["右", "下", "上", "左"])
    }

    @Test("a glyph without Unicode shows as U+FFFD, and its line says so")
    func unknown() {
        let lines = textLines(glyphs("a\u{FFFD}b", x: 20, y: 30))
        #expect(lines.map(\.text) == ["a\u{FFFD}b"])
        #expect(lines.map(\.hasUnknown) == [true])
    }

    @Test("a line's size is that of its middle glyph, and its box reaches around all of them")
    func sizes() throws {
        let line = try #require(textLines(glyphs("a", x: 20, y: 30, size: 14) + glyphs("bcd", x: 27, y: 30)).first)
        #expect(line.size == 10)
        #expect(line.box.rounded == Box(x0: 20, y0: 18.8, x1: 42, y1: 32.8))
    }

    @Test("what is hidden, transparent or slanted takes no part in reading")
    func readable() {
        var drawn = glyphs("abcde", x: 20, y: 30)
        drawn[0].renderMode = .invisible
        drawn[1].opacity = 0.01
        drawn[2].advance = Point(x: 5, y: 5)
        drawn[3].renderMode = .clip
        #expect(visibleGlyphs(of: Page(number: 1, width: 600, height: 800, glyphs: drawn)).map(\.text) == ["e"])
        #expect(texts(glyphs("水印", x: 20, y: 30, direction: .oblique)) == [])
        #expect(textLines([]) == [])
    }

    private func texts(_ glyphs: [Glyph]) -> [String] { textLines(glyphs).map(\.text) }
}
