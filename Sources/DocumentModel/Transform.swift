internal import Posix

/// An affine map of the plane: x′ = a·x + c·y + e, y′ = b·x + d·y + f.
package struct Transform: Hashable, Sendable {
    package var a: Double
    package var b: Double
    package var c: Double
    package var d: Double
    package var e: Double
    package var f: Double

    package init(_ a: Double, _ b: Double, _ c: Double, _ d: Double, _ e: Double, _ f: Double) {
        (self.a, self.b, self.c, self.d, self.e, self.f) = (a, b, c, d, e, f)
    }

    package static let identity = Transform(1, 0, 0, 1, 0, 0)

    package static func scale(_ x: Double, _ y: Double) -> Transform { Transform(x, 0, 0, y, 0, 0) }

    package static func shift(_ x: Double, _ y: Double) -> Transform { Transform(1, 0, 0, 1, x, y) }

    /// Clockwise, where y grows downwards.
    package static func turn(byDegrees angle: Double) -> Transform {
        let (sine, cosine) = (sin(angle * .pi / 180), cos(angle * .pi / 180))
        return Transform(cosine, sine, -sine, cosine, 0, 0)
    }

    /// This one first, `next` after it.
    package func then(_ next: Transform) -> Transform {
        Transform(
            a * next.a + b * next.c, a * next.b + b * next.d,
            c * next.a + d * next.c, c * next.b + d * next.d,
            e * next.a + f * next.c + next.e, e * next.b + f * next.d + next.f)
    }

    package func callAsFunction(_ point: Point) -> Point {
        Point(x: a * point.x + c * point.y + e, y: b * point.x + d * point.y + f)
    }

    /// A way, which has a direction and a length but no place.
    package func linear(_ way: Point) -> Point { Point(x: a * way.x + c * way.y, y: b * way.x + d * way.y) }

    /// Around where the corners of `box` go.
    package func box(_ box: Box) -> Box {
        let corners = [
            Point(x: box.x0, y: box.y0), Point(x: box.x1, y: box.y0), Point(x: box.x1, y: box.y1),
            Point(x: box.x0, y: box.y1),
        ].map { self($0) }
        let (xs, ys) = (corners.map(\.x), corners.map(\.y))
        return Box(x0: xs.min() ?? 0, y0: ys.min() ?? 0, x1: xs.max() ?? 0, y1: ys.max() ?? 0)
    }

    /// By how much lengths grow, as a mean over all directions.
    package var growth: Double { abs(a * d - b * c).squareRoot() }

    package var isFinite: Bool { [a, b, c, d, e, f].allSatisfy(\.isFinite) }
}
