/// Shapes to lay over a page, in page space; painted in order.
public struct Drawing: Hashable, Sendable {
    public var shapes: [Shape]

    public init(shapes: [Shape] = []) {
        self.shapes = shapes
    }

    public enum Shape: Hashable, Sendable {
        /// A rectangle with an outline of `width` points, filled where `fill` gives a colour and its opacity.
        case box(Box, stroke: Color?, width: Double, fill: Fill?)
        case line(from: Point, to: Point, color: Color, width: Double)
        /// Text with its baseline starting at `at`; `size` in points.
        case text(String, at: Point, size: Double, color: Color)
    }

    public struct Fill: Hashable, Sendable {
        public var color: Color
        public var opacity: Double

        public init(_ color: Color, opacity: Double) {
            self.color = color
            self.opacity = opacity
        }
    }
}
