/// A point in page space: PDF points (1/72 inch), origin at the top-left corner of the page as displayed, y downwards.
public struct Point: Hashable, Sendable, Codable {
    public var x: Double
    public var y: Double

    @inlinable
    public init(x: Double, y: Double) {
        self.x = x
        self.y = y
    }
}
