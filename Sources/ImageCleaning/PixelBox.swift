/// A rectangle of whole pixels.
public struct PixelBox: Hashable, Sendable {
    public var x: Int
    public var y: Int
    public var width: Int
    public var height: Int

    public init(x: Int, y: Int, width: Int, height: Int) {
        (self.x, self.y, self.width, self.height) = (x, y, width, height)
    }

    /// Around all of `boxes`; nil where there are none.
    public init?(around boxes: [PixelBox]) {
        guard let first = boxes.first else { return nil }
        self = boxes.dropFirst().reduce(first) { $0.union($1) }
    }

    public var endX: Int { x + width }
    public var endY: Int { y + height }
    public var midX: Double { Double(x) + Double(width) / 2 }
    public var midY: Double { Double(y) + Double(height) / 2 }

    public func union(_ other: PixelBox) -> PixelBox {
        let (x, y) = (min(x, other.x), min(y, other.y))
        return PixelBox(x: x, y: y, width: max(endX, other.endX) - x, height: max(endY, other.endY) - y)
    }

    /// `margin` pixels more on every side, within a picture of the given size.
    public func expanded(by margin: Int, within size: (width: Int, height: Int)) -> PixelBox {
        let (x0, y0) = (max(0, x - margin), max(0, y - margin))
        let (x1, y1) = (min(size.width, endX + margin), min(size.height, endY + margin))
        return PixelBox(x: x0, y: y0, width: max(0, x1 - x0), height: max(0, y1 - y0))
    }
}
