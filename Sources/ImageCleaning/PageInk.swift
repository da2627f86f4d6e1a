public import DocumentModel

/// What is printed on a page besides its rules.
public struct PageInk: Sendable {
    /// What is recognised: brightness without rules, so that none of them is taken for a character.
    public let grey: Bitmap
    /// As ``grey``, with the seals that were taken out; nil where there were none.
    public let withSeals: Bitmap?
    /// Around every connected piece of ink that is no part of a rule.
    public let marks: [PixelBox]
    /// 0 for ink, row by row, without rules.
    private let binary: [UInt8]

    /// - Parameter rules: in points of the picture.
    /// - Throws: where leptonica cannot work on the picture.
    public init(_ image: CleanImage, without rules: [Ruling]) throws(CleaningError) {
        var eraser = RuleEraser(image)
        for rule in rules { eraser.erase(rule) }
        let (width, height, scale) = (image.grey.width, image.grey.height, image.grey.scale)
        guard let ink = Pix(width: width, height: height, pixels: eraser.binary)?.binary(below: 128) else {
            throw CleaningError(cause: "lines cannot be told from text")
        }
        grey = Bitmap(width: width, height: height, pixels: eraser.grey, scale: scale)
        withSeals = eraser.sealed.map { Bitmap(width: width, height: height, pixels: $0, scale: scale) }
        binary = eraser.binary
        let speck = Self.speck * scale
        marks = ink.components.filter { Double(max($0.width, $0.height)) > speck }
    }

    /// The picture without some pieces of its ink.
    ///
    /// - Parameter pieces: of ``marks``; others in the same place stay.
    public func grey(without pieces: [PixelBox]) -> Bitmap {
        guard !pieces.isEmpty else { return grey }
        var pixels = grey.pixels
        for piece in pieces {
            for place in inkOf(piece) {
                for y in [-1, 0, 1] {
                    for x in [-1, 0, 1] {
                        let around = place + y * grey.width + x
                        guard pixels.indices.contains(around) else { continue }
                        pixels[around] = max(pixels[around], CleanImage.paper)
                    }
                }
            }
        }
        return Bitmap(width: grey.width, height: grey.height, pixels: pixels, scale: grey.scale)
    }

    /// The pixels of the piece that a box is around.
    private func inkOf(_ box: PixelBox) -> Set<Int> {
        let width = grey.width
        for x in box.x..<box.endX where binary[box.y * width + x] == 0 {
            var (found, open) = (Set([box.y * width + x]), [box.y * width + x])
            while let place = open.popLast() {
                let (row, column) = (place / width, place % width)
                for y in max(box.y, row - 1)...min(box.endY - 1, row + 1) {
                    for x in max(box.x, column - 1)...min(box.endX - 1, column + 1)
                    where binary[y * width + x] == 0 && found.insert(y * width + x).inserted {
                        open.append(y * width + x)
                    }
                }
            }
            let (xs, ys) = (found.map { $0 % width }, found.map { $0 / width })
            if xs.min() == box.x, xs.max() == box.endX - 1, ys.max() == box.endY - 1 { return found }
        }
        return []
    }

    /// Smaller than a full stop, in points.
    private static let speck = 0.5
}

/// Takes rules out of a picture, and leaves the strokes that cross or touch them.
private struct RuleEraser {
    var grey: [UInt8]
    var binary: [UInt8]
    var sealed: [UInt8]?
    private let width: Int
    private let height: Int
    private let scale: Double

    /// A rule is a little thicker here and there, so many times or in points, and its ends reach a little further.
    private static let swelling = 1.6
    private static let rim = 0.4
    /// Pixels per point: 130 dpi.
    private static let coarse = 1.8
    private static let end = 1.5

    init(_ image: CleanImage) {
        (grey, binary, sealed) = (image.grey.pixels, image.binary.pixels, image.withSeals?.pixels)
        (width, height, scale) = (image.grey.width, image.grey.height, image.grey.scale)
    }

    mutating func erase(_ rule: Ruling) {
        let isHorizontal = rule.axis == .horizontal
        let (length, count) = isHorizontal ? (width, height) : (height, width)
        // From one place along the rule to the next, and from one across it to the next.
        let (step, across) = isHorizontal ? (1, width) : (width, 1)
        let half = (rule.thickness / 2 + Self.rim) * scale
        let middle = rule.position * scale
        let band =
            Int((middle - half).rounded(.down)).clamped(
                to: 0...count - 1)...Int((middle + half).rounded(.down))
            .clamped(to: 0...count - 1)
        // In a coarse picture a line is blurred over a pixel more on either side.
        let thickest = Int((Self.swelling * rule.thickness + Self.rim) * scale) + (scale < Self.coarse ? 2 : 1)
        let start = Int((rule.span.lowerBound - Self.end) * scale).clamped(to: 0...length)
        let end = Int((rule.span.upperBound + Self.end) * scale).clamped(to: 0...length)
        for along in start..<max(start, end) {
            func isInk(_ row: Int) -> Bool { binary[along * step + row * across] == 0 }
            var (first, last) = (band.lowerBound, band.upperBound)
            // What reaches out of the rule is a part of it as long as it is no longer than the rule may be thick.
            if isInk(first) { while first > 0, band.upperBound - first < 2 * thickest, isInk(first - 1) { first -= 1 } }
            if isInk(last) {
                while last + 1 < count, last - band.lowerBound < 2 * thickest, isInk(last + 1) { last += 1 }
            }
            let ink = (first...last).filter(isInk)
            if let top = ink.first, let bottom = ink.last, bottom - top >= thickest { continue }
            for row in max(0, first - 1)...min(count - 1, last + 1) {
                let place = along * step + row * across
                binary[place] = 255
                grey[place] = max(grey[place], CleanImage.paper)
                sealed?[place] = CleanImage.paper
            }
        }
    }
}

extension Int {
    fileprivate func clamped(to range: ClosedRange<Int>) -> Int {
        Swift.min(Swift.max(self, range.lowerBound), range.upperBound)
    }
}
