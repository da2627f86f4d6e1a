import DocumentModel
import TestSupport
import Testing

@testable import ImageCleaning

@Suite("Photographs of a sheet")
struct PhotographTests {
    private let corners = Quadrilateral(
        Point(x: 80, y: 60), Point(x: 560, y: 40), Point(x: 600, y: 430), Point(x: 50, y: 400))

    /// A sheet with a grid of lines within its margin on a dark table, in the light of a lamp at the left.
    private func photograph(of corners: Quadrilateral) throws -> PageImage {
        let width = 640
        let map = try #require(ProjectiveMap(corners))
        var pixels: [UInt8] = []
        for _ in 0..<480 {
            for x in 0..<width {
                let light = 1 - 0.5 * Double(x) / Double(width)
                pixels += [UInt8(90 * light), UInt8(70 * light), UInt8(60 * light)]
            }
        }
        for row in 0..<1200 {
            for column in 0..<1200 {
                let place = map(Double(column) / 1200, Double(row) / 1200)
                let (x, y) = (Int(place.x), Int(place.y))
                let light = 1 - 0.5 * Double(x) / Double(width)
                let isInMargin = [row, column].contains { !(60..<1140).contains($0) }
                let isLine = !isInMargin && (row % 300 >= 290 || column % 300 >= 290)
                for channel in 0..<3 {
                    pixels[3 * (y * width + x) + channel] = UInt8((isLine ? 30 : 250) * light)
                }
            }
        }
        return PageImage(width: width, height: 480, pixels: pixels, scale: 1)
    }

    @Test("the sheet's corners are found to a pixel or two")
    func outline() throws {
        let found = try #require(try photograph(of: corners).paperOutline())
        for (one, other) in zip(found.corners, corners.corners) {
            #expect(abs(one.x - other.x) < 2.5 && abs(one.y - other.y) < 2.5, "\(one) for \(other)")
        }
    }

    @Test("laid flat its lines are straight, and its paper is equally bright")
    func flat() throws {
        let photograph = try photograph(of: corners)
        let outline = try #require(photograph.paperOutline())
        let sheet = try #require(photograph.straightened(outline)).evenlyLit()
        #expect(abs(sheet.width - 515) < 8 && abs(sheet.height - 366) < 8)
        func brightness(_ u: Double, _ v: Double) -> Int {
            let (x, y) = (Int(u * Double(sheet.width)), Int(v * Double(sheet.height)))
            return Int(sheet.pixels[3 * (y * sheet.width + x)])
        }
        for share in [0.1, 0.35, 0.6, 0.85] {
            #expect(brightness(share, 295 / 1200) < 120 && brightness(595 / 1200, share) < 120)
            #expect((225...255).contains(brightness(share, 0.125)) && (225...255).contains(brightness(0.125, share)))
        }
    }

    @Test("a page that fills the picture, a picture without a sheet and one of a bright disc have no outline")
    func none() {
        func picture(_ value: (Int, Int) -> UInt8) -> PageImage {
            let pixels = (0..<(300 * 200)).flatMap { place in
                [UInt8](repeating: value(place % 300, place / 300), count: 3)
            }
            return PageImage(width: 300, height: 200, pixels: pixels, scale: 1)
        }
        #expect(picture { x, y in x % 40 < 3 || y % 20 < 2 ? 0 : 255 }.paperOutline() == nil)
        #expect(picture { _, _ in 80 }.paperOutline() == nil)
        let disc = picture { x, y in (x - 150) * (x - 150) + (y - 100) * (y - 100) < 6400 ? 240 : 60 }
        #expect(disc.paperOutline() == nil)
        #expect(
            picture { x, y in x % 40 < 3 || y % 20 < 2 ? 0 : 240 }.evenlyLit()
                == picture { x, y in x % 40 < 3 || y % 20 < 2 ? 0 : 240 })
    }

    @Test("a projective map takes the corners of the unit square to the corners")
    func map() throws {
        let map = try #require(ProjectiveMap(corners))
        let ends = [map(0, 0), map(1, 0), map(1, 1), map(0, 1)]
        for (end, corner) in zip(ends, corners.corners) {
            #expect(abs(end.x - corner.x) < 1e-9 && abs(end.y - corner.y) < 1e-9)
        }
    }
}
