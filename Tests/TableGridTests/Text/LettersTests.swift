import DocumentModel
import Testing

@testable import TableGrid

@Suite("Letters and blanks")
struct LettersTests {
    @Test("equal narrow letters side by side are two, nearly on one spot one")
    func narrowLetters() {
        func letters(_ step: Double) -> [Glyph] {
            [100, 100 + step].map { x in
                Glyph(
                    text: "l", box: Box(x0: x, y0: 92, x1: x + 1.9, y1: 102), origin: Point(x: x, y: 100),
                    advance: Point(x: 1.9, y: 0), size: 10)
            }
        }
        #expect(textLines(letters(1.9)).map(\.text) == ["ll"])
        #expect(textLines(letters(0.4)).map(\.text) == ["l"])
    }

    @Test("a line without blanks whose letters stand close has gaps for blanks")
    func bareLine() {
        func words(_ gap: Double) -> [Glyph] { glyphs("Small", x: 100, y: 100) + glyphs("loan", x: 125 + gap, y: 100) }
        #expect(textLines(words(2.3)).map(\.text) == ["Small loan"])
        #expect(textLines(words(1)).map(\.text) == ["Smallloan"])
        // Digits are parted by the wider gap alone.
        let number = glyphs("12", x: 100, y: 100) + glyphs("345", x: 112.3, y: 100)
        #expect(textLines(number).map(\.text) == ["12345"])
    }

    @Test("a blank whose advance is taken back is not seen")
    func takenBack() {
        let text = glyphs("0", x: 100, y: 100) + glyphs(" ", x: 105, y: 100) + glyphs("3", x: 105, y: 100)
        #expect(textLines(text).map(\.text) == ["03"])
    }

    @Test("a raised letter stands in the line that it touches, one that touches nothing in its own")
    func raised() {
        let text = glyphs("0.08", x: 100, y: 100)
        #expect(textLines(text + glyphs("a", x: 120, y: 95, size: 5)).map(\.text) == ["0.08a"])
        #expect(textRows(text + glyphs("a", x: 120, y: 95, size: 5)).map { $0.segments.map(\.text) } == [["0.08a"]])
        #expect(textRows(text + glyphs("a", x: 200, y: 95, size: 5)).count == 2)
    }

    @Test(
        "text that runs to the left is read so, figures and brackets in it as they stand",
        arguments: [("(1) לכה ךס", "סך הכל (1)"), ("12.5 אב", "בא 12.5"), ("abc (1)", "abc (1)")])
    func rightToLeft(drawn: String, read: String) {
        #expect(drawn.inReadingOrder == read)
    }
}
