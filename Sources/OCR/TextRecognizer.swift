public import DocumentModel

/// An engine that reads single lines of text.
///
/// Where the lines are is known: a table's grid tells it, or the page's white space. So an engine needs no eyes for layout, and
/// engines can be exchanged.
public protocol TextRecognizer: AnyObject {
    /// Name, version and model: what has been read by another is read again.
    var identity: String { get }

    /// What each of `crops` says, in their order.
    ///
    /// - Throws: ``RecognitionError`` where the engine is not there, or gives no answer even when it is started anew.
    func recognize(_ crops: [Crop]) throws(RecognitionError) -> [RecognizedLine]
}

/// A line of text cut out of a page: brightness, row by row from the top.
public struct Crop: Hashable, Sendable {
    public var width: Int
    public var height: Int
    public var pixels: [UInt8]

    public init(width: Int, height: Int, pixels: [UInt8]) {
        precondition(pixels.count == width * height, "a byte for every pixel")
        (self.width, self.height, self.pixels) = (width, height, pixels)
    }

    /// The part of `bitmap` between two corners, which must lie in it.
    public init(_ bitmap: Bitmap, x: Range<Int>, y: Range<Int>) {
        self.init(
            width: x.count, height: y.count,
            pixels: y.flatMap { row in
                bitmap.pixels[(row * bitmap.width + x.lowerBound)..<(row * bitmap.width + x.upperBound)]
            })
    }
}

/// What an engine makes of one line.
public struct RecognizedLine: Hashable, Sendable, Codable {
    public var characters: [RecognizedCharacter]
    /// The same line read as a figure: digits, and the signs that stand with them. Empty for what cannot be one.
    public var figure: [RecognizedCharacter]

    public init(characters: [RecognizedCharacter], figure: [RecognizedCharacter] = []) {
        (self.characters, self.figure) = (characters, figure)
    }

    public var text: String { characters.map(\.text).joined() }

    enum CodingKeys: String, CodingKey {
        case characters = "text"
        case figure
    }
}

/// A character with its place in the crop, in pixels from the left, and the engine's own confidence from 0 to 1.
public struct RecognizedCharacter: Hashable, Sendable {
    public var text: String
    public var span: ClosedRange<Double>
    public var confidence: Double

    public init(text: String, span: ClosedRange<Double>, confidence: Double) {
        (self.text, self.span, self.confidence) = (text, span, confidence)
    }
}

/// As `[text, start, end, confidence]`.
extension RecognizedCharacter: Codable {
    public init(from decoder: any Decoder) throws {
        var list = try decoder.unkeyedContainer()
        text = try list.decode(String.self)
        let (start, end) = (try list.decode(Double.self), try list.decode(Double.self))
        guard start <= end else {
            throw DecodingError.dataCorruptedError(in: list, debugDescription: "a character ends before it begins")
        }
        span = start...end
        confidence = try list.decode(Double.self)
    }

    public func encode(to encoder: any Encoder) throws {
        var list = encoder.unkeyedContainer()
        try list.encode(text)
        try list.encode(span.lowerBound)
        try list.encode(span.upperBound)
        try list.encode(confidence)
    }
}

/// Why an engine gives no reading.
public struct RecognitionError: Error, Hashable, Sendable, CustomStringConvertible {
    public enum Kind: Hashable, Sendable {
        /// Not installed, or not where it was looked for.
        case missing
        /// Installed, and does not work.
        case failed
    }

    public var kind: Kind
    /// What was found, and what to do.
    public var cause: String

    public init(_ kind: Kind, cause: String) { (self.kind, self.cause) = (kind, cause) }

    public var description: String { cause }
}
