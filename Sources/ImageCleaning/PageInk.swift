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
        func pieces() throws(CleaningError) -> [PixelBox] {
            guard let ink = Pix(width: width, height: height, pixels: eraser.binary)?.binary(below: 128) else {
                throw CleaningError(cause: "lines cannot be told from text")
            }
            return ink.components
        }
        eraser.restore(try pieces())
        grey = Bitmap(width: width, height: height, pixels: eraser.grey, scale: scale)
        withSeals = eraser.sealed.map { Bitmap(width: width, height: height, pixels: $0, scale: scale) }
        binary = eraser.binary
        let speck = Self.speck * scale
        marks = try pieces().filter { Double(max($0.width, $0.height)) > speck }
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
