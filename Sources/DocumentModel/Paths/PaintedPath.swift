/// A path as a file paints it, before it is known to be a ruling, a box or something else.
package struct PaintedPath: Hashable, Sendable {
    package enum Paint: Hashable, Sendable {
        /// Line width in points.
        case stroke(width: Double)
        case fill
    }

    package var paint: Paint
    package var color: Color
    package var opacity: Double
    /// Dash and gap lengths in points.
    package var dash: [Double]
    /// Bounding box of the clip in force.
    package var clip: Box
    package var subpaths: [Subpath]

    package init(paint: Paint, color: Color, opacity: Double, dash: [Double], clip: Box, subpaths: [Subpath]) {
        (self.paint, self.color, self.opacity) = (paint, color, opacity)
        (self.dash, self.clip, self.subpaths) = (dash, clip, subpaths)
    }
}

package struct Subpath: Hashable, Sendable {
    /// Corners; for a curved subpath points whose bounding box is its own.
    package var points: [Point]
    package var isClosed: Bool
    package var isCurved: Bool

    package init(points: [Point], isClosed: Bool, isCurved: Bool) {
        (self.points, self.isClosed, self.isCurved) = (points, isClosed, isCurved)
    }

    /// The rectangle these corners make, nil where they make none.
    package func rectangle(within slack: Double) -> Box? {
        var corners = points
        if corners.count == 5, let first = corners.first, let last = corners.last,
            abs(first.x - last.x) <= slack, abs(first.y - last.y) <= slack
        {
            corners.removeLast()
        }
        guard !isCurved, corners.count == 4 else { return nil }
        let (a, b, c, d) = (corners[0], corners[1], corners[2], corners[3])
        func same(_ left: Double, _ right: Double) -> Bool { abs(left - right) <= slack }
        let startsAcross = same(a.y, b.y) && same(b.x, c.x) && same(c.y, d.y) && same(d.x, a.x)
        let startsDown = same(a.x, b.x) && same(b.y, c.y) && same(c.x, d.x) && same(d.y, a.y)
        guard startsAcross || startsDown else { return nil }
        return Box(x0: a.x, y0: a.y, x1: c.x, y1: c.y)
    }

    /// The box around a polygon that is no thicker than `limit` and much longer: a line with cut or slanted ends.
    package func thinOutline(_ limit: Double) -> Box? {
        guard !isCurved, points.count >= 3,
            let box = points.lazy.map({ Box(x0: $0.x, y0: $0.y, x1: $0.x, y1: $0.y) }).union()
        else { return nil }
        return min(box.width, box.height) <= limit && max(box.width, box.height) > 3 * limit ? box : nil
    }
}
