import DocumentModel
import Foundation
import Testing

@testable import ImageCleaning

@Suite("Pages made ready for reading")
struct CleanImageTests {
    /// A page of dashes in rows, as lines of text are, with two long lines below; turned clockwise by `degrees`.
    private func page(turned degrees: Double, paper: Double = 255) -> PageImage {
        let (width, height) = (850, 1100)
        let (sine, cosine) = (sin(degrees * .pi / 180), cos(degrees * .pi / 180))
        var pixels = [UInt8](repeating: 0, count: 3 * width * height)
        for y in 0..<height {
            for x in 0..<width {
                let (dx, dy) = (Double(x) - 425, Double(y) - 550)
                // Back to where it stood before it was turned.
                let (u, v) = (dx * cosine + dy * sine + 425, dy * cosine - dx * sine + 550)
                let isText = (100..<750).contains(u) && (100..<700).contains(v) && Int(v) % 30 < 12 && Int(u) % 14 < 9
                let isLine = (100..<750).contains(u) && [800, 900].contains { abs(v - $0) < 1.2 }
                let value = isText || isLine ? 30 : paper - Double(x) * 0.05
                for channel in 0..<3 { pixels[3 * (y * width + x) + channel] = UInt8(value) }
            }
        }
        return PageImage(width: width, height: height, pixels: pixels, scale: 100 / 72)
    }

    @Test("a page that leans is straightened", arguments: [-3, -0.8, 0.8, 2.5])
    func skew(degrees: Double) throws {
        let clean = try CleanImage(page(turned: degrees))
        #expect(abs(clean.skew + degrees) < 0.15)
        // The rows are level: each is a stripe with white above and below.
        let marks = try PageInk(clean, without: []).marks
        let rows = Set(marks.filter { $0.height > 8 && $0.height < 16 }.map { $0.y / 3 })
        #expect(rows.count <= 45)
    }

    @Test("a straight page stays straight")
    func straight() throws {
        #expect(abs(try CleanImage(page(turned: 0)).skew) < 0.15)
        #expect(try CleanImage(page(turned: 2), straightens: false).skew == 0)
    }

    @Test("paper is white on the dark side too")
    func paper() throws {
        let clean = try CleanImage(page(turned: 0, paper: 230), straightens: false)
        #expect(clean.binary.pixels[50 * 850 + 840] == 255)
        #expect(clean.binary.pixels[800 * 850 + 400] == 0)
    }

    @Test("a thin line between blurred rows of print, none of it black, is as much a line as it is elsewhere")
    func blurred() throws {
        let (width, height) = (850, 1100)
        var pixels = [UInt8](repeating: 250, count: 3 * width * height)
        for y in 0..<height {
            for x in 100..<750 {
                // Print whose strokes have run into one another, and lines of 170 on paper of 250.
                let isText = (100..<700).contains(y) && y % 30 < 16 && x < 500
                let isLine = (100..<700).contains(y) && y % 30 == 22
                let value: UInt8 = isLine ? 170 : isText ? (x % 14 < 9 ? 110 : 190) : 250
                for channel in 0..<3 { pixels[3 * (y * width + x) + channel] = value }
            }
        }
        let clean = try CleanImage(
            PageImage(width: width, height: height, pixels: pixels, scale: 100 / 72), straightens: false)
        for y in stride(from: 112, to: 700, by: 30) {
            #expect((110..<740).allSatisfy { clean.binary.pixels[y * width + $0] == 0 }, "line at \(y)")
        }
        #expect(abs(Int(clean.grey.pixels[50 * width + 400]) - Int(CleanImage.paper)) <= 1)
    }

    @Test("the threshold keeps clear of the paper's grain, and pale strokes above it count as ink")
    func threshold() {
        var clear = [Int](repeating: 0, count: 256)
        (clear[200], clear[140], clear[20]) = (10000, 30, 300)
        #expect((141...180).contains(Pix.threshold(clear)))
        var grained = [Int](repeating: 0, count: 256)
        for value in 180...220 { grained[value] = 1000 - 45 * abs(value - 200) }
        #expect(Pix.threshold(grained) < 180)
    }
}
