import DocumentModel
import Testing

@testable import ImageCleaning

@Suite("Seals are taken out by their colour, or their even grey")
struct SealTests {
    /// White paper of 4 × 4 inches at 100 dpi with a ring of 40 mm in `color`, and black print across its rim.
    private func picture(_ color: [UInt8], radius: Double = 79) -> PageImage {
        let side = 400
        var pixels = [UInt8](repeating: 255, count: 3 * side * side)
        for y in 0..<side {
            for x in 0..<side {
                let (dx, dy) = (Double(x) - 200, Double(y) - 200)
                let distance = (dx * dx + dy * dy).squareRoot()
                let index = 3 * (y * side + x)
                if abs(distance - radius) < 3 { for channel in 0..<3 { pixels[index + channel] = color[channel] } }
                // A bar of print: under the ring its light is gone in every channel.
                if (195..<205).contains(y), x < 300 { for channel in 0..<3 { pixels[index + channel] /= 12 } }
            }
        }
        return PageImage(width: side, height: side, pixels: pixels, scale: 100 / 72)
    }

    @Test(
        "red and blue ink becomes paper, print below it stays",
        arguments: [[205, 35, 40], [40, 60, 190]] as [[UInt8]])
    func seal(color: [UInt8]) {
        let image = picture(color)
        #expect(!image.seals().isEmpty)
        let grey = image.withoutSeals(image.brightness())
        // The ring's top, then where the print crosses its left side, then print alone.
        #expect(grey[121 * 400 + 200] > 240)
        #expect(grey[200 * 400 + 121] < 40)
        #expect(grey[200 * 400 + 200] < 40)
        #expect(grey[10 * 400 + 10] == 255)
    }

    @Test("what is coloured and small, as a red title's letters are, stays as dark as it looks")
    func letters() {
        let image = picture([205, 35, 40], radius: 12)
        #expect(image.seals().isEmpty)
        #expect(image.withoutSeals(image.brightness())[188 * 400 + 200] < 100)
    }

    @Test("a black ring is no seal")
    func black() {
        let image = picture([20, 20, 20])
        #expect(image.seals().isEmpty)
        #expect(image.withoutSeals(image.brightness())[121 * 400 + 200] < 40)
    }

    /// Twice as large, without colours.
    private func grey(seal: UInt8) -> (pixels: [UInt8], side: Int, scale: Double) {
        let side = 800
        var pixels = [UInt8](repeating: 255, count: side * side)
        for y in 0..<side {
            for x in 0..<side {
                let distance = ((Double(x) - 400) * (Double(x) - 400) + (Double(y) - 400) * (Double(y) - 400))
                    .squareRoot()
                if abs(distance - 158) < 5 { pixels[y * side + x] = seal }
                // Strokes of print, two pixels wide, in and around the ring.
                if x < 600, (x + y) % 9 < 2, (380..<420).contains(y) { pixels[y * side + x] = 10 }
            }
        }
        return (pixels, side, 200 / 72)
    }

    @Test("a seal that a scan has left grey becomes paper, print below and beside it stays")
    func greySeal() {
        let (pixels, side, scale) = grey(seal: 90)
        let cleaned = withoutGreySeals(pixels, width: side, height: side, scale: scale)
        #expect(zip(pixels, cleaned).allSatisfy { $0 != 10 || $1 < 60 })
        #expect(zip(pixels, cleaned).allSatisfy { $0 != 255 || $1 == 255 })
        // Little is left, and that where print has cut the ring to crumbs.
        let left = zip(pixels, cleaned).count { $0 == 90 && $1 < 240 }
        #expect(100 * left < pixels.count { $0 == 90 })
    }

    @Test("print that is pale all over, and rings as dark as print, stay as they are", arguments: [10, 25] as [UInt8])
    func noGreySeal(value: UInt8) {
        let (pixels, side, scale) = grey(seal: value)
        #expect(withoutGreySeals(pixels, width: side, height: side, scale: scale) == pixels)
        // Bars as wide as bold type's strokes.
        let pale = (0..<(side * side)).map { place -> UInt8 in
            let (x, y) = (place % side, place / side)
            return (200..<500).contains(y) && y % 40 < 24 && x % 10 < 4 && (100..<400).contains(x) ? 140 : 255
        }
        #expect(withoutGreySeals(pale, width: side, height: side, scale: scale) == pale)
    }
}
