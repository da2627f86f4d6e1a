/// One character as drawn on a page.
public struct Glyph: Hashable, Sendable {
    /// The Unicode text, more than one scalar for a ligature; empty where the font has no mapping.
    public var text: String
    /// The advance times the font's ascent and descent.
    public var box: Box
    /// Where the baseline starts.
    public var origin: Point
    /// The way to the next glyph, without letter and word spacing. Its direction is the direction of the text.
    public var advance: Point
    /// The font size as drawn, in points.
    public var size: Double
    /// Index in ``Page/fonts``, nil for none.
    public var font: Int?
    public var color: Color
    /// 0 (transparent) to 1.
    public var opacity: Double
    public var renderMode: RenderMode
    /// Set in a font's vertical writing mode: upright characters below one another.
    public var isVertical: Bool

    public init(
        text: String, box: Box, origin: Point, advance: Point, size: Double, font: Int? = nil, color: Color = .black,
        opacity: Double = 1, renderMode: RenderMode = .fill, isVertical: Bool = false
    ) {
        self.text = text
        self.box = box
        self.origin = origin
        self.advance = advance
        self.size = size
        self.font = font
        self.color = color
        self.opacity = opacity
        self.renderMode = renderMode
        self.isVertical = isVertical
    }

    /// How the glyph is painted: operator `Tr` of ISO 32000-1, table 106.
    public enum RenderMode: Int, Hashable, Sendable, Codable {
        case fill, stroke, fillStroke, invisible, fillClip, strokeClip, fillStrokeClip, clip

        public var isVisible: Bool { self != .invisible && self != .clip }
    }

    /// Which way the text runs.
    @inlinable
    public var direction: Direction {
        let (dx, dy) = (advance.x, advance.y)
        let slack = 0.02 * max(abs(dx), abs(dy))
        if abs(dy) <= slack { return dx >= 0 ? .right : .left }
        if abs(dx) <= slack { return dy >= 0 ? .down : .up }
        return .oblique
    }

    public enum Direction: String, Hashable, Sendable, Codable {
        case right, down, left, up
        /// At an angle to the page's sides, as watermarks are.
        case oblique
    }

    public var isBlank: Bool { !text.isEmpty && text.unicodeScalars.allSatisfy(\.isBlank) }
}
