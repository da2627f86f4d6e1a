public import DocumentModel

/// A scanned page made ready for reading: straight, evenly lit, without seals.
public struct CleanImage: Sendable {
    /// What is recognised: brightness, neither smoothed nor thresholded, for both take digits' fine parts away.
    public let grey: Bitmap
    /// How bright its paper is.
    public static let paper: UInt8 = 230
    /// As ``grey``, with the seals that were taken out; nil where there were none.
    public let withSeals: Bitmap?
    /// What is measured: 0 for ink, 255 for paper, with lines and specks.
    public let binary: Bitmap
    /// By how many degrees the page was turned clockwise around its middle to become straight.
    public let skew: Double

    /// - Parameter straightens: false for a picture that is straight for certain.
    /// - Throws: where leptonica cannot work on the picture.
    public init(_ image: PageImage, straightens: Bool = true) throws(CleaningError) {
        if let cause = Library.loadFailure { throw CleaningError(cause: cause) }
        let brightness = image.brightness()
        let cleaned = image.withoutSeals(brightness)
        func evened(_ pixels: [UInt8]) -> Pix? {
            guard let source = Pix(width: image.width, height: image.height, pixels: pixels) else { return nil }
            let even = source.evened(paper: Self.paper, reach: Int(Self.lighting * image.scale)) ?? source
            return withoutHalftone(even.bytes, width: image.width, height: image.height, scale: image.scale)
                .flatMap { Pix(width: image.width, height: image.height, pixels: $0) } ?? even
        }
        guard var grey = evened(cleaned), var binary = grey.binary else {
            throw CleaningError(cause: "the picture cannot be cleaned")
        }
        var sealed = cleaned == brightness ? nil : evened(brightness)
        let angle = straightens ? binary.skew ?? 0 : 0
        if abs(angle) > Self.leastSkew, let straight = grey.turned(byDegrees: angle),
            let straightBinary = straight.binary
        {
            (grey, binary) = (straight, straightBinary)
            sealed = sealed?.turned(byDegrees: angle)
            skew = angle
        } else {
            skew = 0
        }
        (self.grey, self.binary) = (grey.bitmap(scale: image.scale), binary.bitmap(scale: image.scale))
        withSeals = sealed?.bitmap(scale: image.scale)
    }

    /// The page with the rows of its columns of pixels moved.
    ///
    /// - Parameter sources: for a column, which row of the picture belongs into each row, also between two.
    /// - Throws: where leptonica cannot work on the picture.
    public func straightened(_ sources: (_ column: Int) -> [Double]) throws(CleaningError) -> CleanImage {
        let bitmaps = moved([grey] + [withSeals].compactMap(\.self), sources)
        guard let binary = Pix(width: grey.width, height: grey.height, pixels: bitmaps[0].pixels)?.binary else {
            throw CleaningError(cause: "the picture cannot be cleaned")
        }
        return CleanImage(
            grey: bitmaps[0], withSeals: bitmaps.dropFirst().first, binary: binary.bitmap(scale: grey.scale), skew: skew
        )
    }

    private init(grey: Bitmap, withSeals: Bitmap?, binary: Bitmap, skew: Double) {
        (self.grey, self.withSeals, self.binary, self.skew) = (grey, withSeals, binary, skew)
    }

    /// A page that leans less is straight, in degrees: over its width that is half a line's thickness.
    private static let leastSkew = 0.05
    /// Within it the light does not change, and paper shows between the strokes of the densest print, in points.
    private static let lighting = 20.0
}

/// Pictures of one size with the rows of their columns moved; what comes from outside of them is paper.
private func moved(_ bitmaps: [Bitmap], _ sources: (_ column: Int) -> [Double]) -> [Bitmap] {
    let (width, height) = (bitmaps[0].width, bitmaps[0].height)
    var pixels = bitmaps.map { [UInt8](repeating: CleanImage.paper, count: $0.pixels.count) }
    // Pages bend gently.
    let step = 4
    for start in stride(from: 0, to: width, by: step) {
        for (row, source) in sources(start + step / 2).enumerated() where source >= 0 && source < Double(height - 1) {
            let (above, share) = (Int(source), source - source.rounded(.down))
            for column in start..<min(start + step, width) {
                for number in bitmaps.indices {
                    let upper = Double(bitmaps[number].pixels[above * width + column])
                    let lower = Double(bitmaps[number].pixels[(above + 1) * width + column])
                    pixels[number][row * width + column] = UInt8(upper + share * (lower - upper))
                }
            }
        }
    }
    return zip(bitmaps, pixels).map { Bitmap(width: width, height: height, pixels: $1, scale: $0.scale) }
}

/// Why a picture cannot be cleaned.
public struct CleaningError: Error, Hashable, Sendable, CustomStringConvertible {
    public let cause: String

    public var description: String { cause }
}

extension Pix {
    fileprivate func bitmap(scale: Double) -> Bitmap {
        Bitmap(width: width, height: height, pixels: bytes, scale: scale)
    }
}
