internal import DocumentModel

/// What a page draws, in drawing order and page space, before characters are settled.
enum PageItem {
    case glyph(PlacedGlyph)
    case path(PaintedPath)
    case image(PlacedPicture)
}

/// A glyph in its place.
struct PlacedGlyph {
    /// What the file says it is; nil where it names a glyph only.
    var text: String?
    /// Its number in its font, where the file, or the font, says so.
    var glyph: Int?
    /// Index among the page's fonts.
    var font: Int?
    /// From ems, y downwards from the baseline's start, to the page.
    var place: Transform
    /// To the next glyph, in ems.
    var width: Double
    /// nil for one that is not painted.
    var ink: GraphicStyle.Ink?

    var box: Box { place.box(Box(x0: 0, y0: -Self.ascent, x1: width, y1: Self.descent)) }

    /// Of nearly all Chinese fonts, in ems.
    private static let ascent = 0.88
    private static let descent = 0.12
}

struct PlacedPicture {
    /// The file's path in the package.
    var path: String
    /// From the unit square to the page.
    var place: Transform
    var clip: Box
}
