/// A page as a colour picture, row by row from the top.
public struct PageImage: Hashable, Sendable {
    public let width: Int
    public let height: Int
    /// `width` × `height` pixels of three bytes: red, green, blue.
    public let pixels: [UInt8]
    /// Pixels per point.
    public let scale: Double

    public init(width: Int, height: Int, pixels: [UInt8], scale: Double) {
        precondition(pixels.count == 3 * width * height, "three bytes for every pixel")
        self.width = width
        self.height = height
        self.pixels = pixels
        self.scale = scale
    }
}
