/// A bitmap drawn on a page.
public struct PlacedImage: Hashable, Sendable, Codable {
    public var box: Box
    /// Size in pixels.
    public var width: Int
    public var height: Int
    /// A stencil painted in one colour, as scanned black-and-white pages often are.
    public var isMask: Bool

    public init(box: Box, width: Int, height: Int, isMask: Bool) {
        self.box = box
        self.width = width
        self.height = height
        self.isMask = isMask
    }
}
