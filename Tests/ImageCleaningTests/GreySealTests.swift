import Testing

@testable import ImageCleaning

/// Pictures at 200 dpi: 16 mm are 126 pixels, 75 mm 590.
@Suite("Areas of even grey as large as a seal")
struct GreySealTests {
    private static let scale = 200.0 / 72

    /// White paper, and what `tone` says of each pixel.
    private func picture(width: Int = 700, height: Int = 700, _ tone: (Int, Int) -> UInt8?) -> [UInt8] {
        (0..<(width * height)).map { tone($0 % width, $0 / width) ?? 255 }
    }

    private func cleaned(_ grey: [UInt8], width: Int = 700, height: Int = 700) -> [UInt8] {
        withoutGreySeals(grey, width: width, height: height, scale: Self.scale)
    }

    /// A ring 10 pixels wide around (350, 350).
    private func isRing(_ x: Int, _ y: Int, radius: Double) -> Bool {
        let (dx, dy) = (Double(x - 350), Double(y - 350))
        return abs((dx * dx + dy * dy).squareRoot() - radius) < 5
    }

    @Test(
        "a ring as large as a seal becomes paper, a smaller and a larger one stay",
        arguments: [(30.0, false), (80, true), (160, true), (250, true), (330, false)])
    func size(radius: Double, isTaken: Bool) {
        let grey = picture { isRing($0, $1, radius: radius) ? 120 : nil }
        let clean = cleaned(grey)
        #expect(clean == (isTaken ? [UInt8](repeating: 255, count: grey.count) : grey))
    }

    @Test("its tone must be between print and paper", arguments: [(20, false), (60, true), (180, true), (215, false)])
    func tone(tone: UInt8, isTaken: Bool) {
        let clean = cleaned(picture { isRing($0, $1, radius: 160) ? tone : nil })
        #expect(clean.contains { $0 != 255 } == !isTaken)
    }

    @Test("what is printed below is as much darker than the seal as it was, and so darker than paper")
    func below() {
        // A stroke of print across the ring's left side, at a third of the light.
        let grey = picture { x, y in
            let isBar = (348..<352).contains(y) && (150..<300).contains(x)
            return isRing(x, y, radius: 160) ? (isBar ? 40 : 120) : isBar ? 85 : nil
        }
        let clean = cleaned(grey)
        #expect(clean[350 * 700 + 190] == 85)
        #expect(clean[350 * 700 + 250] == 85)
        #expect(clean[190 * 700 + 350] == 255)
    }

    @Test("an area that is not even, as a photograph, stays")
    func photograph() {
        // Neighbours differ by 60: grain that no ink has.
        let grey = picture { x, y in
            (200..<500).contains(x) && (200..<500).contains(y) ? ((x + y) % 2 == 0 ? 90 : 150) : nil
        }
        #expect(cleaned(grey) == grey)
    }

    @Test("thin strokes stay, however large a figure they draw", arguments: [1, 2, 3])
    func thin(width: Int) {
        let grey = picture { x, y in
            let isInside = (200..<500).contains(x) && (200..<500).contains(y)
            return isInside && (x % 60 < width || y % 60 < width) ? 120 : nil
        }
        #expect(cleaned(grey) == grey)
    }

    @Test("several seals of different ink are each made paper")
    func several() {
        let grey = picture(width: 1000, height: 500) { x, y in
            func isRing(_ middle: Int) -> Bool {
                let (dx, dy) = (Double(x - middle), Double(y - 250))
                return abs((dx * dx + dy * dy).squareRoot() - 150) < 5
            }
            return isRing(200) ? 90 : isRing(750) ? 160 : nil
        }
        #expect(cleaned(grey, width: 1000, height: 500).allSatisfy { $0 == 255 })
    }

    @Test("a picture of a few pixels, or of nothing but paper, is left as it is")
    func tiny() {
        #expect(cleaned([120, 120, 120, 120], width: 2, height: 2) == [120, 120, 120, 120])
        #expect(cleaned([], width: 0, height: 0) == [])
        let paper = picture { _, _ in nil }
        #expect(cleaned(paper) == paper)
    }
}
