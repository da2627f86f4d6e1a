internal import DocumentModel

extension PageImage {
    /// The picture turned so that text which runs in `direction` runs to the right.
    func upright(_ direction: Glyph.Direction) -> PageImage {
        guard direction != .right, direction != .oblique else { return self }
        let frame = PageFrame(width: Double(width), height: Double(height), direction: direction)
        /// Where the pixel of the upright picture stands in this one.
        func index(_ x: Double, _ y: Double) -> Int {
            let middle = frame.toPage(Point(x: x + 0.5, y: y + 0.5))
            return Int(middle.y.rounded(.down)) * width + Int(middle.x.rounded(.down))
        }
        let (newWidth, newHeight) = frame.isSideways ? (height, width) : (width, height)
        let start = index(0, 0)
        let (right, down) = (index(1, 0) - start, index(0, 1) - start)
        let turned = [UInt8](unsafeUninitializedCapacity: pixels.count) { buffer, count in
            pixels.withUnsafeBufferPointer { pixels in
                for y in 0..<newHeight {
                    for x in 0..<newWidth {
                        let (source, target) = (3 * (start + x * right + y * down), 3 * (y * newWidth + x))
                        for channel in 0..<3 { buffer[target + channel] = pixels[source + channel] }
                    }
                }
            }
            count = pixels.count
        }
        return PageImage(width: newWidth, height: newHeight, pixels: turned, scale: scale)
    }
}
