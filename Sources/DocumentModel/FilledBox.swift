/// A filled rectangle that is too thick to be a ruling: a cell's background, a shaded row, a dot of a dotted line.
public struct FilledBox: Hashable, Sendable, Codable {
    public var box: Box
    public var color: Color
    /// 0 (transparent) to 1.
    public var opacity: Double
    /// Place in the page's drawing order, counted together with its rulings: what comes later lies on top.
    public var order: Int

    public init(box: Box, color: Color, opacity: Double = 1, order: Int = 0) {
        self.box = box
        self.color = color
        self.opacity = opacity
        self.order = order
    }
}
