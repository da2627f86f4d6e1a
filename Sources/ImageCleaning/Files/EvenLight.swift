internal import DocumentModel

extension PageImage {
    /// Paper equally white everywhere, whatever the light and its colour were; as it is where the light was even.
    ///
    /// Of each square of the picture the brightest pixels, but for a tenth, are paper: print covers less.
    func evenlyLit() -> PageImage {
        let light = LightMap(self)
        guard light.isUneven else { return self }
        let even = [UInt8](unsafeUninitializedCapacity: pixels.count) { buffer, count in
            for y in 0..<height {
                for x in 0..<width {
                    let place = 3 * (y * width + x)
                    for channel in 0..<3 {
                        let paper = max(20, light.paper(x, y, channel))
                        buffer[place + channel] = UInt8(min(255, Double(pixels[place + channel]) * 250 / paper))
                    }
                }
            }
            count = pixels.count
        }
        return PageImage(width: width, height: height, pixels: even, scale: scale)
    }
}

/// How bright the paper is in each square of a picture.
private struct LightMap {
    private let side: Int
    private let columns: Int
    private let rows: Int
    /// Three for each square.
    private var values: [Double]

    init(_ image: PageImage) {
        side = max(8, max(image.width, image.height) / 32)
        (columns, rows) = ((image.width + side - 1) / side, (image.height + side - 1) / side)
        values = []
        for row in 0..<rows {
            for column in 0..<columns {
                for channel in 0..<3 {
                    values.append(Self.paper(of: image, column * side, row * side, side, channel))
                }
            }
        }
        smooth()
    }

    private static func paper(of image: PageImage, _ x: Int, _ y: Int, _ side: Int, _ channel: Int) -> Double {
        var counts = [Int](repeating: 0, count: 256)
        var all = 0
        for row in stride(from: y, to: min(y + side, image.height), by: 2) {
            for column in stride(from: x, to: min(x + side, image.width), by: 2) {
                counts[Int(image.pixels[3 * (row * image.width + column) + channel])] += 1
                all += 1
            }
        }
        var left = all / 10
        for level in counts.indices.reversed() {
            left -= counts[level]
            if left < 0 { return Double(level) }
        }
        return 255
    }

    /// A square that is all print, or a picture, takes the light of those around it.
    private mutating func smooth() {
        let own = values
        for row in 0..<rows {
            for column in 0..<columns {
                for channel in 0..<3 {
                    var around: [Double] = []
                    for y in max(0, row - 1)...min(rows - 1, row + 1) {
                        for x in max(0, column - 1)...min(columns - 1, column + 1) {
                            around.append(own[3 * (y * columns + x) + channel])
                        }
                    }
                    around.sort()
                    values[3 * (row * columns + column) + channel] = around[around.count * 2 / 3]
                }
            }
        }
    }

    /// The darkest part of the paper has three quarters of the light of the brightest, or less.
    var isUneven: Bool {
        let sorted = values.sorted()
        return sorted[sorted.count / 20] < 0.78 * sorted[sorted.count * 19 / 20]
    }

    func paper(_ x: Int, _ y: Int, _ channel: Int) -> Double {
        let across = min(max((Double(x) + 0.5) / Double(side) - 0.5, 0), Double(columns - 1))
        let down = min(max((Double(y) + 0.5) / Double(side) - 0.5, 0), Double(rows - 1))
        let (left, top) = (Int(across), Int(down))
        let (right, bottom) = (min(left + 1, columns - 1), min(top + 1, rows - 1))
        func value(_ column: Int, _ row: Int) -> Double { values[3 * (row * columns + column) + channel] }
        let (dx, dy) = (across - Double(left), down - Double(top))
        return (value(left, top) * (1 - dx) + value(right, top) * dx) * (1 - dy)
            + (value(left, bottom) * (1 - dx) + value(right, bottom) * dx) * dy
    }
}
