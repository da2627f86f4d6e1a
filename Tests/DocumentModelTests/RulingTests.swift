import DocumentModel
import Testing

@Suite("Ruling")
struct RulingTests {
    @Test("a ruling's box is its centre line")
    func box() {
        let across = Ruling(axis: .horizontal, position: 50, span: 10...30, thickness: 2)
        #expect(across.box == Box(x0: 10, y0: 50, x1: 30, y1: 50))
        #expect(across.length == 20)
        let down = Ruling(axis: .vertical, position: 50, span: 10...35)
        #expect(down.box == Box(x0: 50, y0: 10, x1: 50, y1: 35))
        #expect(down.length == 25)
    }

    @Test("what is along one axis is across the other")
    func axes() {
        #expect(Axis.horizontal.other == .vertical)
        #expect(Axis.vertical.other == .horizontal)
        #expect(Point(x: 3, y: 4).position(along: .horizontal) == 3)
        #expect(Point(x: 3, y: 4).position(along: .vertical) == 4)
    }

    @Test("a page counts the glyphs that can be seen but not read")
    func unmapped() {
        let box = Box(x0: 0, y0: 0, x1: 5, y1: 10)
        let glyphs = ["a", "", " ", ""].map {
            Glyph(text: $0, box: box, origin: Point(x: 0, y: 8), advance: Point(x: 5, y: 0), size: 10)
        }
        let page = Page(number: 3, width: 200, height: 100, glyphs: glyphs)
        #expect(page.unmappedGlyphs == 2)
        #expect(page.box == Box(x0: 0, y0: 0, x1: 200, y1: 100))
        #expect(page.cropBox == [0, 0, 200, 100])
    }
}
