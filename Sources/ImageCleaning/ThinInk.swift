public import DocumentModel

/// Where a picture has ink as lines along one axis have it: darker than what lies on both sides, and thin.
///
/// How dark that is counts for nothing, only that it is darker than the paper's grain: a rule that is pale, smeared over two pixels
/// by straightening the page, or drawn over a shade is as good as a black one.
public struct ThinInk: Sendable {
    /// In pixels along the axis, and across it: for vertical lines the picture is transposed.
    public let length: Int
    public let count: Int
    /// `count` rows of `length` values: what is found at each place.
    public let places: [UInt8]

    /// No thin ink.
    public static let none: UInt8 = 0
    /// Thin ink, with paper on both sides.
    public static let free: UInt8 = 1
    /// Thin ink beside other ink: a double line, a line close to text.
    public static let beside: UInt8 = 2
    /// Thin ink between other ink: mostly a stroke of a character.
    public static let between: UInt8 = 3

    /// - Throws: where leptonica cannot work on the picture.
    public init(_ bitmap: Bitmap, along axis: Axis) throws(CleaningError) {
        if let cause = Library.loadFailure { throw CleaningError(cause: cause) }
        let scale = bitmap.scale
        (length, count) = axis == .horizontal ? (bitmap.width, bitmap.height) : (bitmap.height, bitmap.width)
        let grey = axis == .horizontal ? bitmap.pixels : transposed(bitmap.pixels, width: bitmap.width)
        let reach = Int((Self.smoothing * scale / 2).rounded())
        let thickest = max(3, Int(Self.thickest * scale) | 1)
        let near = max(2, Int((Self.nearest * scale).rounded()))
        let far = max(near + 1, Int(Self.farthest * scale))
        guard
            let smooth = Pix(width: length, height: count, pixels: smoothed(grey, width: length, reach: reach)),
            let thin = smooth.darkerThanAround(width: 1, height: thickest),
            let ink = Pix(width: length, height: count, pixels: grey)?.binary(below: Self.ink)?
                .dilated(width: 1, height: far - near + 1)
        else { throw CleaningError(cause: "lines cannot be told from text") }
        places = Self.places(
            contrast: thin.bytes, ink: ink.bytes, width: length, height: count, besides: (near + far) / 2)
    }

    /// Along a line its grain is smoothed out, and with it that of halftone, in points: less than the gaps between dashes.
    private static let smoothing = 1.5
    /// Thicker than any rule, in points.
    private static let thickest = 4.0
    /// Between which distances from the middle of a line other ink is looked for, in points: no line is thicker, and strokes of
    /// one character are no further apart.
    private static let nearest = 1.2
    private static let farthest = 2.6
    /// Darker is ink to the eye, where paper is ``CleanImage/paper``.
    private static let ink = 185
    /// Less contrast is nothing, however even the paper.
    private static let leastContrast = 12
    /// How many times the paper's grain is no grain any more.
    private static let grainFactor = 8

    private static func places(contrast: [UInt8], ink: [UInt8], width: Int, height: Int, besides: Int) -> [UInt8] {
        let least = leastContrast(brightnessCounts(contrast))
        var places = [UInt8](repeating: none, count: contrast.count)
        contrast.withUnsafeBufferPointer { contrast in
            ink.withUnsafeBufferPointer { ink in
                for y in 0..<height {
                    let (above, below) = (y >= besides, y + besides < height)
                    for place in (y * width)..<(y * width + width) where contrast[place] >= least {
                        var sides: UInt8 = 0
                        if above, ink[place - besides * width] == 0 { sides += 1 }
                        if below, ink[place + besides * width] == 0 { sides += 1 }
                        places[place] = free + sides
                    }
                }
            }
        }
        return places
    }

    /// From which contrast on a pixel stands out: most of a page is paper, or halftone, and has its grain.
    private static func leastContrast(_ counts: [Int]) -> UInt8 {
        let all = counts.reduce(0, +)
        func quantile(_ quarters: Int) -> Int {
            var sum = 0
            return counts.firstIndex { count in
                sum += count
                return 4 * sum >= quarters * all
            } ?? 0
        }
        let middle = quantile(2)
        let grain = max(1, quantile(3) - middle)
        return UInt8(clamping: max(leastContrast, middle + grainFactor * grain))
    }
}

/// Columns as rows.
private func transposed(_ pixels: [UInt8], width: Int) -> [UInt8] {
    let height = width > 0 ? pixels.count / width : 0
    return [UInt8](unsafeUninitializedCapacity: pixels.count) { buffer, count in
        pixels.withUnsafeBufferPointer { pixels in
            // In stripes, so that what is read stays near.
            for start in stride(from: 0, to: width, by: 32) {
                for y in 0..<height {
                    for x in start..<min(start + 32, width) { buffer[x * height + y] = pixels[y * width + x] }
                }
            }
        }
        count = pixels.count
    }
}

/// The mean of each pixel and `reach` others on its left and right.
private func smoothed(_ pixels: [UInt8], width: Int, reach: Int) -> [UInt8] {
    guard reach > 0, width > 2 * reach + 1 else { return pixels }
    let size = 2 * reach + 1
    return [UInt8](unsafeUninitializedCapacity: pixels.count) { buffer, count in
        pixels.withUnsafeBufferPointer { pixels in
            for start in stride(from: 0, to: pixels.count, by: width) {
                var sum = (0..<size).reduce(0) { $0 + Int(pixels[start + $1]) }
                for x in 0..<width {
                    buffer[start + x] = UInt8(sum / size)
                    guard x >= reach, x + reach + 1 < width else { continue }
                    sum += Int(pixels[start + x + reach + 1]) - Int(pixels[start + x - reach])
                }
            }
        }
        count = pixels.count
    }
}
