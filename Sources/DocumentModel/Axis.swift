/// The direction in which a ruling runs.
///
/// What holds for rows holds for columns with the coordinates exchanged, so algorithms are written once over an axis:
/// *along* it, and *across* it.
public enum Axis: String, Hashable, Sendable, Codable, CaseIterable {
    case horizontal
    case vertical

    @inlinable
    public var other: Axis { self == .horizontal ? .vertical : .horizontal }
}

extension Box {
    /// The extent along `axis`: x for a horizontal axis, y for a vertical one.
    @inlinable
    public func extent(along axis: Axis) -> ClosedRange<Double> {
        axis == .horizontal ? x0...x1 : y0...y1
    }
}

extension Point {
    /// The coordinate along `axis`.
    @inlinable
    public func position(along axis: Axis) -> Double { axis == .horizontal ? x : y }
}
