public import DocumentModel

/// Four corners in pixels: top left, top right, bottom right, bottom left.
public struct Quadrilateral: Hashable, Sendable {
    public var corners: [Point]

    public init(_ topLeft: Point, _ topRight: Point, _ bottomRight: Point, _ bottomLeft: Point) {
        corners = [topLeft, topRight, bottomRight, bottomLeft]
    }

    /// Of each side: top, right, bottom, left.
    var lengths: [Double] {
        (0..<4).map { distance(corners[$0], corners[($0 + 1) % 4]) }
    }

    /// In square pixels; negative where the corners go round the other way.
    var area: Double {
        (0..<4).reduce(0) { sum, index in
            let (one, next) = (corners[index], corners[(index + 1) % 4])
            return sum + (one.x * next.y - next.x * one.y) / 2
        }
    }

    /// All corners turn the same way, and none by much more or less than a right angle.
    var isSheet: Bool {
        (0..<4).allSatisfy { index in
            let (before, here, next) = (corners[(index + 3) % 4], corners[index], corners[(index + 1) % 4])
            let (a, b) = (
                Point(x: here.x - before.x, y: here.y - before.y), Point(x: next.x - here.x, y: next.y - here.y)
            )
            let size = distance(before, here) * distance(here, next)
            // The sine of the turn: that of 60°.
            return size > 0 && (a.x * b.y - a.y * b.x) / size > 0.86
        }
    }
}

private func distance(_ one: Point, _ other: Point) -> Double {
    let (dx, dy) = (one.x - other.x, one.y - other.y)
    return (dx * dx + dy * dy).squareRoot()
}

/// A projective map from the unit square onto a quadrilateral (P. Heckbert, Fundamentals of Texture Mapping, 1989, section 2.2.3).
struct ProjectiveMap {
    private let a, b, c, d, e, f, g, h: Double

    init?(_ quadrilateral: Quadrilateral) {
        let p = quadrilateral.corners
        let (dx1, dx2, dx3) = (p[1].x - p[2].x, p[3].x - p[2].x, p[0].x - p[1].x + p[2].x - p[3].x)
        let (dy1, dy2, dy3) = (p[1].y - p[2].y, p[3].y - p[2].y, p[0].y - p[1].y + p[2].y - p[3].y)
        let determinant = dx1 * dy2 - dx2 * dy1
        guard abs(determinant) > 1e-9 else { return nil }
        g = (dx3 * dy2 - dx2 * dy3) / determinant
        h = (dx1 * dy3 - dx3 * dy1) / determinant
        (a, b, c) = (p[1].x - p[0].x + g * p[1].x, p[3].x - p[0].x + h * p[3].x, p[0].x)
        (d, e, f) = (p[1].y - p[0].y + g * p[1].y, p[3].y - p[0].y + h * p[3].y, p[0].y)
    }

    func callAsFunction(_ u: Double, _ v: Double) -> Point {
        let depth = g * u + h * v + 1
        return Point(x: (a * u + b * v + c) / depth, y: (d * u + e * v + f) / depth)
    }
}

extension PageImage {
    /// What lies within `quadrilateral`, as a rectangle whose sides are as long as its are on average.
    func straightened(_ quadrilateral: Quadrilateral) -> PageImage? {
        let lengths = quadrilateral.lengths
        let (newWidth, newHeight) = (Int((lengths[0] + lengths[2]) / 2), Int((lengths[1] + lengths[3]) / 2))
        guard newWidth > 1, newHeight > 1, newWidth * newHeight <= 4 * width * height,
            let map = ProjectiveMap(quadrilateral)
        else { return nil }
        let size = 3 * newWidth * newHeight
        let straight = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            pixels.withUnsafeBufferPointer { pixels in
                for y in 0..<newHeight {
                    for x in 0..<newWidth {
                        let place = map((Double(x) + 0.5) / Double(newWidth), (Double(y) + 0.5) / Double(newHeight))
                        blend(pixels, at: place, into: buffer, 3 * (y * newWidth + x))
                    }
                }
            }
            count = size
        }
        return PageImage(width: newWidth, height: newHeight, pixels: straight, scale: scale)
    }

    /// The colour at a place between four pixels.
    private func blend(
        _ pixels: UnsafeBufferPointer<UInt8>, at place: Point, into buffer: UnsafeMutableBufferPointer<UInt8>,
        _ target: Int
    ) {
        let x = min(max(place.x - 0.5, 0), Double(width - 1))
        let y = min(max(place.y - 0.5, 0), Double(height - 1))
        let (left, top) = (Int(x), Int(y))
        let (right, bottom) = (min(left + 1, width - 1), min(top + 1, height - 1))
        let (across, down) = (x - Double(left), y - Double(top))
        for channel in 0..<3 {
            func value(_ x: Int, _ y: Int) -> Double { Double(pixels[3 * (y * width + x) + channel]) }
            let above = value(left, top) * (1 - across) + value(right, top) * across
            let below = value(left, bottom) * (1 - across) + value(right, bottom) * across
            buffer[target + channel] = UInt8(above * (1 - down) + below * down + 0.5)
        }
    }
}
