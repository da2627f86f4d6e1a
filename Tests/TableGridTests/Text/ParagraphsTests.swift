import DocumentModel
import TableGrid
import TestSupport
import Testing

/// Text of 10 points, lines 16 points apart, between 50 and 250: twenty Chinese characters fill a line.
@Suite("Paragraphs")
struct ParagraphsTests {
    private let full = "一二三四五六七八九十一二三四五六七八九十"

    @Test("full lines go on in the next one")
    func goesOn() {
        #expect(texts([(full, 50, 100), (full, 50, 116), ("末行", 50, 132)]) == ["P " + full + full + "末行"])
    }

    @Test("an indented line starts a paragraph, also after a full one")
    func indented() {
        let second = String(full.dropFirst(2))
        #expect(texts([(full, 50, 100), (second, 70, 116), (full, 50, 132)]) == ["P " + full, "P " + second + full])
    }

    @Test("a line that stands further out than the one before goes on")
    func outdented() {
        let (first, second) = (String(full.prefix(14)), String(full.prefix(18)))
        #expect(texts([(first, 110, 100), (second, 70, 116), (full, 50, 132)]) == ["P " + first + second + full])
    }

    @Test("a line that ends early ends its paragraph", arguments: [(17, 2), (18, 1)])
    func endsEarly(characters: Int, count: Int) {
        #expect(texts([(String(full.prefix(characters)), 50, 100), (full, 50, 116)]).count == count)
    }

    @Test("a wider distance ends a paragraph", arguments: [(16.0, 1), (25, 1), (27, 2)])
    func distance(baseline: Double, count: Int) {
        #expect(texts([(full, 50, 100), (full, 50, 100 + baseline)]).count == count)
    }

    @Test("larger text is a heading, all of its lines however they are centred")
    func heading() {
        let drawn =
            glyphs("某县人民政府", x: 110, y: 60, size: 16) + glyphs("年度报告", x: 120, y: 84, size: 16)
            + glyphs(full, x: 50, y: 120) + glyphs(full, x: 50, y: 136)
        #expect(described(drawn) == ["H 某县人民政府年度报告", "P " + full + full])
    }

    @Test("a little larger is no heading yet", arguments: [(11.0, "P"), (11.5, "H"), (14, "H"), (9, "P")])
    func headingSize(size: Double, kind: String) {
        let drawn = glyphs("总体情况", x: 50, y: 60, size: size) + glyphs(full, x: 50, y: 100) + glyphs(full, x: 50, y: 116)
        #expect(described(drawn).first == kind + " 总体情况")
    }

    @Test("a paragraph knows its page, box and size")
    func place() throws {
        let drawn = glyphs(full, x: 50, y: 100) + glyphs("末行", x: 50, y: 116)
        let text = try #require(paragraphs(textLines(drawn), page: 7).first?.text)
        #expect(text.page == 7)
        #expect(text.box == Box(x0: 50, y0: 92, x1: 250, y1: 118))
        #expect(text.size == 10)
    }

    @Test("text comes from top to bottom, whatever its order in the file")
    func order() {
        #expect(texts([("下", 50, 300), ("上", 50, 100), ("中", 50, 200)]) == ["P 上", "P 中", "P 下"])
    }

    @Test("Latin words broken over lines are parted by a blank")
    func latin() {
        let line = "Annual report on open government information"
        #expect(texts([(line, 50, 100), (line, 50, 116)]) == ["P \(line) \(line)"])
    }

    @Test("no lines, no paragraphs")
    func none() {
        #expect(paragraphs([], page: 1) == [])
    }

    private func texts(_ lines: [(String, Double, Double)]) -> [String] {
        described(lines.flatMap { glyphs($0.0, x: $0.1, y: $0.2) })
    }

    /// `H` for a heading, `P` for a paragraph, and the text.
    private func described(_ glyphs: [Glyph]) -> [String] {
        paragraphs(textLines(glyphs), page: 1).map { block in
            switch block {
            case .heading(let text): "H " + text.text
            case .paragraph(let text): "P " + text.text
            case .table: "T"
            }
        }
    }
}
