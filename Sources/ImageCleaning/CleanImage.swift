public import DocumentModel

/// A scanned page made ready for reading: straight, evenly lit, without seals.
public struct CleanImage: Sendable {
    /// What is recognised: brightness, neither smoothed nor thresholded, for both take digits' fine parts away.
    public let grey: Bitmap
    /// How bright its paper is.
    public static let paper: UInt8 = 230
    /// What is measured: 0 for ink, 255 for paper, with lines and specks.
    public let binary: Bitmap
    /// Around every connected piece of ink that is no part of a line.
    public let marks: [PixelBox]
    /// By how many degrees the page was turned clockwise around its middle to become straight.
    public let skew: Double

    /// - Parameter straightens: false for a picture that is straight for certain.
    /// - Throws: where leptonica cannot work on the picture.
    public init(_ image: PageImage, straightens: Bool = true) throws(CleaningError) {
        if let cause = Library.loadFailure { throw CleaningError(cause: cause) }
        guard
            let source = Pix(width: image.width, height: image.height, pixels: image.brightnessWithoutSeals()),
            var grey = source.evened(paper: Self.paper, reach: Int(Self.lighting * image.scale)) ?? Optional(source),
            var binary = grey.binary
        else { throw CleaningError(cause: "the picture cannot be cleaned") }
        let angle = straightens ? binary.skew ?? 0 : 0
        if abs(angle) > Self.leastSkew, let straight = grey.turned(byDegrees: angle),
            let straightBinary = straight.binary
        {
            (grey, binary) = (straight, straightBinary)
            skew = angle
        } else {
            skew = 0
        }
        let length = Int(Self.shortestLine * image.scale)
        let thickness = max(3, Int(image.scale))
        guard let horizontal = binary.closed(width: thickness, height: 1)?.opened(width: length, height: 1),
            let vertical = binary.closed(width: 1, height: thickness)?.opened(width: 1, height: length),
            let lines = horizontal.with(vertical)?.dilated(width: 3, height: 3), let text = binary.without(lines)
        else { throw CleaningError(cause: "lines cannot be told from text") }
        (self.grey, self.binary) = (grey.bitmap(scale: image.scale), binary.bitmap(scale: image.scale))
        let speck = Self.speck * image.scale
        marks = text.components.filter { Double(max($0.width, $0.height)) > speck }
    }

    /// A page that leans less is straight, in degrees: over its width that is half a line's thickness.
    private static let leastSkew = 0.05
    /// Longer than a stroke of any character, in points.
    private static let shortestLine = 24.0
    /// Within it the light does not change, and paper shows between the strokes of the densest print, in points.
    private static let lighting = 20.0
    /// Smaller than a full stop, in points.
    private static let speck = 0.5
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
