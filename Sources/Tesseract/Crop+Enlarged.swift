internal import OCR

extension Crop {
    /// Scaled to `height`, with a white margin around it that engines ask for. Between pixels, brightness changes evenly.
    func enlarged(toHeight height: Int, margin: Int = 10) -> Crop {
        guard self.width > 0, self.height > 0 else { return self }
        let scale = Double(self.height) / Double(height)
        let width = max(1, Int((Double(self.width) / scale).rounded()))
        var pixels = [UInt8](repeating: 255, count: (width + 2 * margin) * (height + 2 * margin))
        for y in 0..<height {
            let (y0, y1, fy) = Self.neighbours(of: y, scale: scale, count: self.height)
            for x in 0..<width {
                let (x0, x1, fx) = Self.neighbours(of: x, scale: scale, count: self.width)
                let top = Self.between(self.pixels[y0 * self.width + x0], self.pixels[y0 * self.width + x1], fx)
                let bottom = Self.between(self.pixels[y1 * self.width + x0], self.pixels[y1 * self.width + x1], fx)
                pixels[(y + margin) * (width + 2 * margin) + x + margin] = UInt8(top + (bottom - top) * fy)
            }
        }
        return Crop(width: width + 2 * margin, height: height + 2 * margin, pixels: pixels)
    }

    /// The two pixels that a place lies between, and how far towards the second.
    private static func neighbours(of place: Int, scale: Double, count: Int) -> (Int, Int, Double) {
        let exact = min(max((Double(place) + 0.5) * scale - 0.5, 0), Double(count - 1))
        let first = Int(exact)
        return (first, min(first + 1, count - 1), exact - Double(first))
    }

    private static func between(_ first: UInt8, _ second: UInt8, _ share: Double) -> Double {
        Double(first) + (Double(second) - Double(first)) * share
    }
}
