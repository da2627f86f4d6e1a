import DocumentModel
import OCR
import Testing

@testable import ScanReader

/// A page of 700 × 700 pixels with five lines of ten characters, each darker at its top than below.
@Suite("Which way the text of a picture runs")
struct TextDirectionTests {
    /// Turned by so many quarters clockwise.
    private func image(quarters: Int) -> PageImage {
        let size = 700
        var pixels = [UInt8](repeating: 255, count: 3 * size * size)
        func put(_ x: Int, _ y: Int, _ value: UInt8) {
            var (x, y) = (x, y)
            for _ in 0..<quarters { (x, y) = (size - 1 - y, x) }
            for channel in 0..<3 { pixels[3 * (y * size + x) + channel] = value }
        }
        for line in 0..<5 {
            for character in 0..<10 {
                for y in 0..<24 {
                    for x in 0..<24 { put(150 + 28 * character + x, 150 + 60 * line + y, y < 8 ? 0 : 110) }
                }
            }
        }
        return PageImage(width: size, height: size, pixels: pixels, scale: 200 / 72)
    }

    /// Sure of lines that are darker at their top.
    private let recognizer = FakeRecognizer { crop in
        func ink(_ rows: Range<Int>) -> Int {
            rows.reduce(0) { sum, row in
                sum + crop.pixels[(row * crop.width)..<((row + 1) * crop.width)].reduce(0) { $0 + 255 - Int($1) }
            }
        }
        let isUpright =
            crop.width > 4 * crop.height && 5 * ink(0..<crop.height / 2) > 6 * ink((crop.height + 1) / 2..<crop.height)
        return RecognizedLine("政府信息公开工作报告", confidence: isUpright ? 0.98 : 0.3)
    }

    @Test("a few words tell it", arguments: [0, 1, 2, 3])
    func direction(quarters: Int) throws {
        let reader = ScanReader(recognizer: recognizer, figureReader: nil)
        let page = Page(number: 1, width: 252, height: 252)
        let scanned = try reader.scan(image(quarters: quarters), of: page)
        #expect(scanned.direction == [Glyph.Direction.right, .down, .left, .up][quarters])
        // Three words in each direction at most, then all five.
        #expect(recognizer.crops.count == (quarters == 0 ? 8 : 17))
    }

    @Test("a few characters that are sure by chance count for less than lines of them")
    func chance() throws {
        let recognizer = FakeRecognizer { crop in
            let likely = self.recognizer.answer(crop)
            // Upside down the engine is surer of three characters than of whole lines the right way round.
            return likely.characters[0].confidence > 0.9
                ? RecognizedLine(likely.text, confidence: 0.75) : RecognizedLine("善全告", confidence: 0.99)
        }
        let reader = ScanReader(recognizer: recognizer, figureReader: nil)
        let page = Page(number: 1, width: 252, height: 252)
        #expect(try reader.scan(image(quarters: 1), of: page).direction == .down)
        #expect(try reader.scan(image(quarters: 2), of: page).direction == .left)
    }
}
