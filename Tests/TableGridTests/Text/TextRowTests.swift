import DocumentModel
import Testing

@testable import TableGrid

@Suite("Rows of text")
struct TextRowTests {
    @Test(
        "spaces stay in a segment, a gap of 0.85 of the font size ends it",
        arguments: [(8.4, ["甲 乙"]), (8.6, ["甲", "乙"])])
    func gap(width: Double, texts: [String]) throws {
        let row = try #require(textRows(glyphs("甲", x: 50, y: 100) + glyphs("乙", x: 60 + width, y: 100)).first)
        #expect(row.segments.map(\.text) == texts)
    }

    @Test("drawn blanks are as wide as they are drawn", arguments: [("net  loss", 2), ("net loss", 1)])
    func blanks(text: String, segments: Int) {
        #expect(textRows(glyphs(text, x: 50, y: 100)).map(\.segments.count) == [segments])
    }

    @Test("rows come from top to bottom and their segments from left to right, whatever order they are drawn in")
    func order() {
        let text =
            glyphs("4", x: 90, y: 120) + glyphs("3", x: 50, y: 120) + glyphs("2", x: 90, y: 100)
            + glyphs("1", x: 50, y: 100)
        let rows = textRows(text)
        #expect(rows.map { $0.segments.map(\.text) } == [["1", "2"], ["3", "4"]])
        #expect(rows.map(\.baseline) == [100, 120])
        #expect(rows[0].box == Box(x0: 50, y0: 92, x1: 95, y1: 102))
    }

    @Test("baselines up to 0.35 of the font size apart are one row", arguments: [(3.4, 1), (3.6, 2)])
    func baselines(distance: Double, rows: Int) {
        #expect(textRows(glyphs("甲", x: 50, y: 100) + glyphs("乙", x: 90, y: 100 + distance)).count == rows)
    }

    @Test("four dots lead to a segment of their figure's own, three do not")
    func leaders() {
        #expect(textRows(glyphs("收入....12", x: 50, y: 100)).map { $0.segments.map(\.text) } == [["收入....", "12"]])
        #expect(textRows(glyphs("收入...12", x: 50, y: 100)).map { $0.segments.map(\.text) } == [["收入...12"]])
    }

    @Test("only text that runs to the right stands in rows", arguments: [Glyph.Direction.down, .up, .left, .oblique])
    func turned(direction: Glyph.Direction) {
        #expect(textRows(glyphs("甲乙", x: 50, y: 100, direction: direction)) == [])
    }

    @Test(
        "figures, dashes and marks of nothing are numeric",
        arguments: ["12", "1,234.50", "-3", "—", "--", "…", "12%", "(56)", "１２"])
    func numeric(text: String) {
        #expect(segment(text).isNumeric)
    }

    @Test("so is a figure of one digit in parentheses")
    func parentheses() {
        #expect(segment("(5)").isNumeric)
    }

    @Test("words, and words with a digit, are not", arguments: ["甲", "项目1号", "----", "A", "第1季度", "n/a"])
    func wordy(text: String) {
        #expect(!segment(text).isNumeric)
    }

    @Test("a part of a row holds the segments whose middles lie in the area")
    func part() throws {
        let row = try #require(textRows(spacedGlyphs([["甲", "12", "34"]], xs: [50, 100, 150])).first)
        #expect(row.part(in: Box(x0: 103, y0: 80, x1: 200, y1: 120))?.segments.map(\.text) == ["12", "34"])
        #expect(row.part(in: Box(x0: 106, y0: 80, x1: 154, y1: 120)) == nil)
    }

    private func segment(_ text: String) -> TextSegment {
        TextSegment(box: Box(x0: 0, y0: 0, x1: 10, y1: 10), text: text, size: 10)
    }
}
