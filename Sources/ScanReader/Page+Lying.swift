internal import DocumentModel

extension Page {
    /// A page whose text runs to the right, as it lies where its text runs in `direction`.
    func lying(_ direction: Glyph.Direction) -> Page {
        guard direction != .right, direction != .oblique else { return self }
        func place(_ point: Point) -> Point {
            switch direction {
            case .down: Point(x: height - point.y, y: point.x)
            case .up: Point(x: point.y, y: width - point.x)
            default: Point(x: width - point.x, y: height - point.y)
            }
        }
        func place(_ box: Box) -> Box {
            let (one, other) = (place(Point(x: box.x0, y: box.y0)), place(Point(x: box.x1, y: box.y1)))
            return Box(
                x0: min(one.x, other.x), y0: min(one.y, other.y), x1: max(one.x, other.x), y1: max(one.y, other.y))
        }
        var page = self
        if direction != .left { (page.width, page.height) = (height, width) }
        page.glyphs = glyphs.map { glyph in
            var glyph = glyph
            let end = place(Point(x: glyph.origin.x + glyph.advance.x, y: glyph.origin.y + glyph.advance.y))
            glyph.origin = place(glyph.origin)
            glyph.advance = Point(x: end.x - glyph.origin.x, y: end.y - glyph.origin.y)
            glyph.box = place(glyph.box)
            return glyph
        }
        page.rulings = rulings.map { ruling in
            var ruling = ruling
            let box = place(ruling.box)
            if direction != .left { ruling.axis = ruling.axis.other }
            ruling.position = box.center.position(along: ruling.axis.other)
            ruling.span = box.extent(along: ruling.axis)
            return ruling
        }
        page.readings = readings?.map { reading in
            var reading = reading
            reading.box = place(reading.box)
            return reading
        }
        return page
    }
}

extension PageImage {
    /// The picture turned so that text which runs in `direction` runs to the right.
    func upright(_ direction: Glyph.Direction) -> PageImage {
        guard direction != .right, direction != .oblique else { return self }
        let isSideways = direction != .left
        let (newWidth, newHeight) = isSideways ? (height, width) : (width, height)
        let turned = [UInt8](unsafeUninitializedCapacity: pixels.count) { buffer, count in
            pixels.withUnsafeBufferPointer { pixels in
                for y in 0..<newHeight {
                    for x in 0..<newWidth {
                        let (fromX, fromY) =
                            switch direction {
                            case .down: (width - 1 - y, x)
                            case .up: (y, height - 1 - x)
                            default: (width - 1 - x, height - 1 - y)
                            }
                        let (source, target) = (3 * (fromY * width + fromX), 3 * (y * newWidth + x))
                        for channel in 0..<3 { buffer[target + channel] = pixels[source + channel] }
                    }
                }
            }
            count = pixels.count
        }
        return PageImage(width: newWidth, height: newHeight, pixels: turned, scale: scale)
    }
}
