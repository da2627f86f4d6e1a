import DocumentModel
import Testing

@Suite("Glyph")
struct GlyphTests {
    private func glyph(_ text: String = "a", advance: Point = Point(x: 5, y: 0)) -> Glyph {
        Glyph(
            text: text, box: Box(x0: 0, y0: 0, x1: 5, y1: 10), origin: Point(x: 0, y: 8), advance: advance, size: 10)
    }

    @Test(
        "the advance gives the direction of the text",
        arguments: [
            (Point(x: 10, y: 0), .right), (Point(x: -10, y: 0), .left), (Point(x: 0, y: 10), .down),
            (Point(x: 0, y: -10), .up), (Point(x: 10, y: 10), .oblique), (Point(x: -7, y: 4), .oblique),
            (Point(x: 0, y: 0), .right),
        ] as [(Point, Glyph.Direction)])
    func direction(advance: Point, expected: Glyph.Direction) {
        #expect(glyph(advance: advance).direction == expected)
    }

    @Test(
        "text that slopes by a fiftieth at most is straight",
        arguments: [
            (Point(x: 10, y: 0.19), .right), (Point(x: 10, y: -0.19), .right), (Point(x: 0.19, y: 10), .down),
            (Point(x: 10, y: 0.21), .oblique), (Point(x: 0.21, y: -10), .oblique),
        ] as [(Point, Glyph.Direction)])
    func slope(advance: Point, expected: Glyph.Direction) {
        #expect(glyph(advance: advance).direction == expected)
    }

    @Test(
        "blanks are blank, a glyph without a text is not",
        arguments: [(" ", true), ("\u{3000}", true), ("\u{A0}", true), ("", false), ("a", false), (" a", false)])
    func blank(text: String, expected: Bool) {
        #expect(glyph(text).isBlank == expected)
    }

    @Test("render modes 3 and 7 paint nothing, all others do", arguments: 0...7)
    func visibility(mode: Int) throws {
        #expect(try #require(Glyph.RenderMode(rawValue: mode)).isVisible == (mode != 3 && mode != 7))
    }
}
