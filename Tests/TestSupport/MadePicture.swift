/// Picture files made pixel by pixel.
public enum MadePicture {
    /// A BMP in 24 bits, black where `isInk` says so and white elsewhere.
    ///
    /// - Parameter resolution: pixels an inch; 0 says nothing.
    public static func bmp(
        width: Int, height: Int, resolution: Int = 0, isInk: (Int, Int) -> Bool = { _, _ in false }
    ) -> [UInt8] {
        let stride = (3 * width + 3) / 4 * 4
        let perMetre = Int((Double(resolution) / 0.0254).rounded())
        var bytes: [UInt8] = Array("BM".utf8) + number(54 + stride * height, 4) + number(0, 4) + number(54, 4)
        bytes += number(40, 4) + number(width, 4) + number(height, 4) + number(1, 2) + number(24, 2) + number(0, 4)
        bytes += number(stride * height, 4) + number(perMetre, 4) + number(perMetre, 4) + number(0, 8)
        for y in (0..<height).reversed() {
            var row = [UInt8](repeating: 255, count: stride)
            for x in 0..<width where isInk(x, y) { (row[3 * x], row[3 * x + 1], row[3 * x + 2]) = (0, 0, 0) }
            bytes += row
        }
        return bytes
    }

    /// A TIFF of black and white pages without compression, each as its rows of bytes (bits: 1 is ink).
    public static func tiff(width: Int, height: Int, resolution: Int, pages: [(Int, Int) -> Bool]) -> [UInt8] {
        let stride = (width + 7) / 8
        var bytes: [UInt8] = [0x49, 0x49, 0x2A, 0]
        var pointer = bytes.count
        bytes += number(0, 4)
        for isInk in pages {
            let data = bytes.count
            for y in 0..<height {
                var row = [UInt8](repeating: 0, count: stride)
                for x in 0..<width where isInk(x, y) { row[x / 8] |= 0x80 >> (x % 8) }
                bytes += row
            }
            let ratio = bytes.count
            bytes += number(resolution, 4) + number(1, 4)
            if bytes.count % 2 == 1 { bytes.append(0) }
            bytes.replaceSubrange(pointer..<(pointer + 4), with: number(bytes.count, 4))
            let fields = [
                (256, 4, width), (257, 4, height), (258, 3, 1), (259, 3, 1), (262, 3, 0), (273, 4, data), (277, 3, 1),
                (278, 4, height), (279, 4, stride * height), (282, 5, ratio), (283, 5, ratio), (296, 3, 2),
            ]
            bytes += number(fields.count, 2)
            for (tag, type, value) in fields {
                bytes += number(tag, 2) + number(type, 2) + number(1, 4) + number(value, 4)
            }
            pointer = bytes.count
            bytes += number(0, 4)
        }
        return bytes
    }

    private static func number(_ value: Int, _ count: Int) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }
}
