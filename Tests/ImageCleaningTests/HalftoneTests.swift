import Testing

@testable import ImageCleaning

@Suite("Shades that are printed as dots")
struct HalftoneTests {
    private static let side = 400

    /// Paper with a digit's stroke at 60 to 66 and, where it is shaded, dots over the columns from 100 on with a stroke at 150 to 156. As
    /// scanned, nothing between dots is white.
    private func picture(isShaded: Bool, isFlat: Bool = false) -> [UInt8] {
        var grey = [UInt8](repeating: CleanImage.paper, count: Self.side * Self.side)
        for y in 0..<Self.side {
            for x in 0..<Self.side {
                if isShaded, x >= 100 {
                    let isDot = (x + y) % 4 < 2 && (x - y + 400) % 4 < 2
                    grey[y * Self.side + x] = isFlat ? 200 : isDot ? 150 : (x + y) % 2 == 0 ? 222 : 190
                }
                if (60..<66).contains(x) || isShaded && (150..<156).contains(x) { grey[y * Self.side + x] = 20 }
            }
        }
        return grey
    }

    @Test("they become paper, and print in them stays print")
    func shade() throws {
        let shaded = withoutHalftone(picture(isShaded: true), width: Self.side, height: Self.side, scale: 200 / 72)
        let clean = try #require(shaded)
        for y in 20..<180 {
            #expect(clean[y * Self.side + 62] < 60)
            #expect(clean[y * Self.side + 152] < 60)
            #expect((110..<145).allSatisfy { clean[y * Self.side + $0] >= 180 })
        }
    }

    @Test("a page without them is left as it is")
    func paper() {
        #expect(withoutHalftone(picture(isShaded: false), width: Self.side, height: Self.side, scale: 200 / 72) == nil)
    }

    @Test("a shade without dots is left as it is")
    func flat() {
        let flat = picture(isShaded: true, isFlat: true)
        #expect(withoutHalftone(flat, width: Self.side, height: Self.side, scale: 200 / 72) == nil)
    }
}
