/// A page as pixels: brightness from 0 (black) to 255 (white), row by row from the top.
public struct Bitmap: Hashable, Sendable {
    public let width: Int
    public let height: Int
    /// `width` × `height` values.
    public let pixels: [UInt8]
    /// Pixels per point.
    public let scale: Double

    public init(width: Int, height: Int, pixels: [UInt8], scale: Double) {
        precondition(pixels.count == width * height, "as many pixels as width times height")
        self.width = width
        self.height = height
        self.pixels = pixels
        self.scale = scale
    }
}
