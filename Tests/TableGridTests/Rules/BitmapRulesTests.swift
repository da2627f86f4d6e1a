import DocumentModel
import Testing

@testable import TableGrid

@Suite("Lines in pixels")
struct BitmapRulesTests {
    /// 100 × 60 points at two pixels a point, white but for `marks` (in pixels).
    private func rulings(_ marks: [(x: Range<Int>, y: Range<Int>)], shade: UInt8 = 0) -> [Ruling] {
        var pixels = [UInt8](repeating: 255, count: 200 * 120)
        for mark in marks {
            for y in mark.y { for x in mark.x { pixels[y * 200 + x] = shade } }
        }
        return bitmapRulings(Bitmap(width: 200, height: 120, pixels: pixels, scale: 2))
    }

    @Test("a dark row of pixels is a line in its middle, as thick as it is")
    func horizontal() {
        #expect(
            rulings([(x: 20..<180, y: 40..<42)]) == [
                Ruling(axis: .horizontal, position: 20.5, span: 10...90, thickness: 1, source: .image)
            ])
    }

    @Test("a dark column of pixels is a vertical line")
    func vertical() {
        #expect(
            rulings([(x: 60..<61, y: 10..<110)]) == [
                Ruling(axis: .vertical, position: 30.25, span: 5...55, thickness: 0.5, source: .image)
            ])
    }

    @Test("a grid gives its lines of both axes")
    func grid() {
        let found = rulings([
            (x: 20..<180, y: 20..<22), (x: 20..<180, y: 90..<92), (x: 20..<22, y: 20..<92), (x: 178..<180, y: 20..<92),
        ])
        #expect(found.filter { $0.axis == .horizontal }.map(\.position) == [10.5, 45.5])
        #expect(found.filter { $0.axis == .vertical }.map(\.position) == [10.5, 89.5])
    }

    @Test("a hole of a point is bridged, one of four points is not")
    func holes() {
        #expect(rulings([(x: 20..<100, y: 40..<42), (x: 102..<180, y: 40..<42)]).map(\.span) == [10...90])
        #expect(rulings([(x: 20..<92, y: 40..<42), (x: 100..<180, y: 40..<42)]).map(\.span) == [10...46, 50...90])
    }

    @Test("short strokes, thick areas and faint lines are no lines")
    func others() {
        #expect(rulings([(x: 20..<60, y: 40..<42)]) == [])
        #expect(rulings([(x: 20..<180, y: 40..<60)]) == [])
        #expect(rulings([(x: 20..<180, y: 40..<42)], shade: 200) == [])
    }

    @Test("only a picture with columns of text over it and no lines of its own is looked into")
    func need() {
        let picture = PlacedImage(box: Box(x0: 0, y0: 0, x1: 300, y1: 300), width: 600, height: 600, isMask: false)
        let text = (0..<3).flatMap { row in
            glyphs("12", x: 20, y: 50 + 20 * Double(row)) + glyphs("34", x: 120, y: 50 + 20 * Double(row))
        }
        let prose = (0..<3).flatMap { glyphs("abcdefghij", x: 20, y: 50 + 20 * Double($0)) }
        let line = Ruling(axis: .horizontal, position: 40, span: 10...200)
        func page(_ glyphs: [Glyph], rulings: [Ruling] = [], images: [PlacedImage]) -> Page {
            Page(number: 1, width: 300, height: 300, glyphs: glyphs, rulings: rulings, images: images)
        }
        #expect(page(text, images: [picture]).mayHoldLinesInImages)
        #expect(!page(text, images: []).mayHoldLinesInImages)
        #expect(!page([], images: [picture]).mayHoldLinesInImages)
        #expect(!page(prose, images: [picture]).mayHoldLinesInImages)
        #expect(!page(text, rulings: [line, line, line, line], images: [picture]).mayHoldLinesInImages)
    }
}
