/// A straight line drawn along one of the page's axes.
public struct Ruling: Hashable, Sendable {
    public var axis: Axis
    /// The middle of the line: y of a horizontal, x of a vertical ruling.
    public var position: Double
    /// Where it starts and ends along its axis.
    public var span: ClosedRange<Double>
    /// Line width in points.
    public var thickness: Double
    public var color: Color
    /// Lengths of dashes and gaps in points; empty for a solid line.
    public var dash: [Double]
    public var source: Source
    /// Place in the page's drawing order, counted together with its boxes: what comes later lies on top.
    public var order: Int

    public init(
        axis: Axis, position: Double, span: ClosedRange<Double>, thickness: Double = 0.5, color: Color = .black,
        dash: [Double] = [], source: Source = .stroke, order: Int = 0
    ) {
        self.axis = axis
        self.position = position
        self.span = span
        self.thickness = thickness
        self.color = color
        self.dash = dash
        self.source = source
        self.order = order
    }

    /// What the file draws the line with.
    public enum Source: String, Hashable, Sendable, Codable {
        /// A stroked line.
        case stroke
        /// One side of a stroked rectangle.
        case outline
        /// A thin filled rectangle.
        case fill
        /// A row of dots or dashes drawn one by one.
        case dots
        /// The edge of a filled box, where no line is drawn.
        case boxEdge
        /// A row of dark pixels in the page's picture.
        case image
    }

    public var length: Double { span.upperBound - span.lowerBound }

    /// The line's centre line as a box without height or width.
    public var box: Box {
        axis == .horizontal
            ? Box(x0: span.lowerBound, y0: position, x1: span.upperBound, y1: position)
            : Box(x0: position, y0: span.lowerBound, x1: position, y1: span.upperBound)
    }
}
