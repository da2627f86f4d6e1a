import DocumentModel
import Foundation
import ImageCleaning
import Testing

@testable import ScanReader

/// Pieces of ink 24 pixels high, strokes of three.
@Suite("Marks told by their shape")
struct MarkShapeTests {
    /// - Parameter strokes: from one point to another, in pixels.
    private func shape(_ strokes: [(x0: Double, y0: Double, x1: Double, y1: Double)]) -> MarkShape? {
        let size = 60
        var pixels = [UInt8](repeating: 230, count: size * size)
        for y in 0..<size {
            for x in 0..<size {
                let isInk = strokes.contains { stroke in
                    let (dx, dy) = (stroke.x1 - stroke.x0, stroke.y1 - stroke.y0)
                    let (px, py) = (Double(x) - stroke.x0, Double(y) - stroke.y0)
                    let along = min(max((px * dx + py * dy) / (dx * dx + dy * dy), 0), 1)
                    let (ox, oy) = (px - along * dx, py - along * dy)
                    return ox * ox + oy * oy <= 2.3
                }
                if isInk { pixels[y * size + x] = 30 }
            }
        }
        let inked = (0..<size * size).filter { pixels[$0] < 100 }
        let (xs, ys) = (inked.map { $0 % size }, inked.map { $0 / size })
        guard let x0 = xs.min(), let x1 = xs.max(), let y0 = ys.min(), let y1 = ys.max() else { return nil }
        return MarkShape(
            PixelBox(x: x0, y: y0, width: x1 - x0 + 1, height: y1 - y0 + 1),
            in: Bitmap(width: size, height: size, pixels: pixels, scale: 200 / 72), textHeight: 26)
    }

    @Test("a stroke that leans to the right is a slash, steep or flat", arguments: [7.0, 10, 16])
    func slash(width: Double) {
        #expect(shape([(20 + width, 15, 20, 37)]) == .slash)
    }

    @Test("an upright one, one with a flag, one with a foot, and one that leans to the left are none")
    func ones() {
        #expect(shape([(20, 15, 20, 37)]) == nil)
        #expect(shape([(22, 15, 20, 37)]) == nil)
        #expect(shape([(22, 15, 22, 37), (22, 15, 15, 20)]) == nil)
        #expect(shape([(22, 15, 22, 37), (16, 37, 28, 37)]) == nil)
        #expect(shape([(20, 15, 32, 37)]) == nil)
    }

    @Test("a seven, a two, a four and a zero are none")
    func digits() {
        #expect(shape([(15, 15, 29, 15), (29, 15, 20, 37)]) == nil)
        #expect(shape([(15, 17, 28, 17), (28, 17, 15, 37), (15, 37, 29, 37)]) == nil)
        #expect(shape([(26, 15, 15, 30), (15, 30, 31, 30), (26, 15, 26, 37)]) == nil)
        #expect(shape([(15, 20, 15, 32), (29, 20, 29, 32), (15, 20, 29, 20), (15, 32, 29, 32)]) == nil)
    }

    @Test("a short stroke down and a long one up are a tick")
    func tick() {
        #expect(shape([(14, 28, 21, 38), (21, 38, 38, 14)]) == .tick)
        #expect(shape([(14, 24, 22, 38), (22, 38, 36, 14)]) == .tick)
    }

    @Test("a closed curve is a ring, a box is none")
    func ring() {
        let corners = (0...24).map { step -> (Double, Double) in
            let angle = Double(step) * .pi / 12
            return (30 + 18 * cos(angle), 26 + 12 * sin(angle))
        }
        #expect(shape(zip(corners, corners.dropFirst()).map { ($0.0, $0.1, $1.0, $1.1) }) == .ring)
        #expect(shape([(12, 14, 48, 14), (48, 14, 48, 38), (48, 38, 12, 38), (12, 38, 12, 14)]) == nil)
    }
}
