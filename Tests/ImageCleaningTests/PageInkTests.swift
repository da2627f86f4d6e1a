import DocumentModel
import Testing

@testable import ImageCleaning

/// Pictures of 400 × 200 pixels, 72 dpi: a pixel is a point.
@Suite("Rules taken out of a page")
struct PageInkTests {
    private func image(_ ink: [PixelBox], faint: [PixelBox] = []) throws -> CleanImage {
        let (width, height) = (400, 200)
        var pixels = [UInt8](repeating: 255, count: 3 * width * height)
        for (boxes, value) in [(faint, UInt8(215)), (ink, 0)] {
            for box in boxes {
                for y in box.y..<box.endY {
                    for x in box.x..<box.endX {
                        for channel in 0..<3 { pixels[3 * (y * width + x) + channel] = value }
                    }
                }
            }
        }
        return try CleanImage(
            PageImage(width: width, height: height, pixels: pixels, scale: 1), straightens: false)
    }

    /// Two pixels thick, from 20 to 380.
    private let rule = Ruling(axis: .horizontal, position: 101, span: 20...380, thickness: 2, source: .image)
    private let ink = PixelBox(x: 20, y: 100, width: 360, height: 2)

    @Test("a rule is no mark, a figure across it stays whole, and one that stands on it loses nothing")
    func strokes() throws {
        let across = PixelBox(x: 100, y: 97, width: 3, height: 9)
        let onIt = PixelBox(x: 200, y: 92, width: 3, height: 8)
        let apart = PixelBox(x: 300, y: 80, width: 3, height: 8)
        let page = try PageInk(image([ink, across, onIt, apart]), without: [rule])
        #expect(page.marks.count == 3)
        #expect(page.marks.contains(across))
        #expect(page.marks.contains(apart))
        #expect(page.marks.contains { $0.x == 200 && $0.y == 92 && $0.endY >= 100 && $0.endY <= 103 })
    }

    @Test("a pale rule, and the dashes of a dashed one, are not in what is recognised")
    func grey() throws {
        let dashes = stride(from: 20, to: 380, by: 8).map { PixelBox(x: $0, y: 100, width: 5, height: 2) }
        for page in [try image([], faint: [ink]), try image(dashes)] {
            #expect(try PageInk(page, without: [rule]).grey.pixels.allSatisfy { $0 >= CleanImage.paper - 2 })
            #expect(try PageInk(page, without: [rule]).marks.isEmpty)
        }
    }

    @Test("labels of two rows that touch the rule between them are not tied together by it")
    func labels() throws {
        let xs = stride(from: 40, to: 240, by: 12)
        let above = xs.map { PixelBox(x: $0, y: 88, width: 10, height: 12) }
        let below = xs.map { PixelBox(x: $0 + 2, y: 102, width: 10, height: 12) }
        let page = try PageInk(image([ink] + above + below), without: [rule])
        #expect(page.marks.allSatisfy { $0.endY <= 102 || $0.y >= 100 })
        #expect(page.marks.count == above.count + below.count)
    }

    @Test("where a rule has swollen nothing of it is left")
    func swollen() throws {
        let thick = [60, 150, 260].map { PixelBox(x: $0, y: 100, width: 40, height: 4) }
        let page = try PageInk(image([ink] + thick), without: [rule])
        #expect(page.marks.isEmpty)
    }

    @Test("print that a pale rule of the other side runs through loses nothing")
    func pale() throws {
        // The waist of a figure lies in the rule.
        let sides = [60, 68].map { PixelBox(x: $0, y: 96, width: 2, height: 10) }
        let waist = PixelBox(x: 60, y: 100, width: 10, height: 2)
        let page = try PageInk(image(sides + [waist], faint: [ink]), without: [rule])
        #expect(page.marks == [PixelBox(x: 60, y: 96, width: 10, height: 10)])
        #expect((62..<68).allSatisfy { page.grey.pixels[100 * 400 + $0] < 60 })
        #expect((200..<300).allSatisfy { page.grey.pixels[100 * 400 + $0] >= CleanImage.paper - 2 })
    }
}
