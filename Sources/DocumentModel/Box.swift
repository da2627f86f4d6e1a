/// An axis-aligned rectangle in page space.
///
/// Units are PDF points (1/72 inch). The origin is the top-left corner of the page as displayed; x grows to the right and y
/// grows downwards. `x0 <= x1` and `y0 <= y1` always. Coded as the array `[x0, y0, x1, y1]`, rounded to hundredths.
public struct Box: Hashable, Sendable {
    public let x0: Double
    public let y0: Double
    public let x1: Double
    public let y1: Double

    /// A rectangle with two opposite corners, given in any order.
    @inlinable
    public init(x0: Double, y0: Double, x1: Double, y1: Double) {
        self.x0 = min(x0, x1)
        self.y0 = min(y0, y1)
        self.x1 = max(x0, x1)
        self.y1 = max(y0, y1)
    }

    @inlinable
    public var width: Double { x1 - x0 }
    @inlinable
    public var height: Double { y1 - y0 }
    @inlinable
    public var center: Point { Point(x: (x0 + x1) / 2, y: (y0 + y1) / 2) }

    @inlinable
    public func contains(_ point: Point) -> Bool {
        point.x >= x0 && point.x <= x1 && point.y >= y0 && point.y <= y1
    }

    @inlinable
    public func union(_ other: Box) -> Box {
        Box(x0: min(x0, other.x0), y0: min(y0, other.y0), x1: max(x1, other.x1), y1: max(y1, other.y1))
    }

    /// The common part, or nil where the boxes do not meet.
    @inlinable
    public func intersection(_ other: Box) -> Box? {
        let (left, top) = (max(x0, other.x0), max(y0, other.y0))
        let (right, bottom) = (min(x1, other.x1), min(y1, other.y1))
        return left <= right && top <= bottom ? Box(x0: left, y0: top, x1: right, y1: bottom) : nil
    }

    /// The box grown by `distance` on every side.
    @inlinable
    public func expanded(by distance: Double) -> Box {
        Box(x0: x0 - distance, y0: y0 - distance, x1: x1 + distance, y1: y1 + distance)
    }
}

extension Sequence<Box> {
    /// The smallest box around all of them, nil for none.
    @inlinable
    public func union() -> Box? {
        reduce(nil) { $0?.union($1) ?? $1 }
    }
}

extension Box: Codable {
    public init(from decoder: any Decoder) throws {
        var list = try decoder.unkeyedContainer()
        self.init(
            x0: try list.decode(Double.self), y0: try list.decode(Double.self),
            x1: try list.decode(Double.self), y1: try list.decode(Double.self))
    }

    public func encode(to encoder: any Encoder) throws {
        var list = encoder.unkeyedContainer()
        for value in [x0, y0, x1, y1] {
            try list.encode(value.roundedToHundredths)
        }
    }
}

extension Double {
    /// The value as printed in output: hundredths of a point are finer than any printer.
    public var roundedToHundredths: Double { (self * 100).rounded() / 100 }
}
