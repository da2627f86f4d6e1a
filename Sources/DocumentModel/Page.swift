internal import Posix

/// What one page draws, in page space (points, top-left origin, as displayed).
public struct Page: Hashable, Sendable {
    /// From 1.
    public var number: Int
    /// As displayed, in points: the crop box turned by `rotation`.
    public var width: Double
    public var height: Double
    /// How the page is turned for display, clockwise: 0, 90, 180 or 270.
    public var rotation: Int
    /// The crop box as stored in the file: default user units, bottom-left origin; `[x0, y0, x1, y1]`.
    public var cropBox: [Double]
    /// Size of the file's unit in points; already applied to everything else on the page.
    public var userUnit: Double
    /// In drawing order.
    public var glyphs: [Glyph]
    public var rulings: [Ruling]
    public var boxes: [FilledBox]
    public var images: [PlacedImage]
    public var fonts: [Font]
    /// Around each path that is neither ruling nor box: curves, diagonals, polygons.
    public var otherPaths: [Box]
    /// Transparency groups.
    public var groups: Int
    /// The page draws more than the reader's limit, and the rest is not here.
    public var isTruncated: Bool
    /// What the PDF library said while it interpreted the page.
    public var messages: [String]
    /// Glyphs whose text is a private-use character: it means something in their font only, and is left out.
    public var privateUseGlyphs: Int
    /// By how many degrees the picture was turned clockwise around its middle before it was read; 0 for a page whose text
    /// the file has.
    public var skew: Double
    /// How sure the recognition of its glyphs in a picture is; nil for a page whose text the file has.
    public var readings: [Reading]?

    public init(
        number: Int, width: Double, height: Double, rotation: Int = 0, cropBox: [Double]? = nil, userUnit: Double = 1,
        glyphs: [Glyph] = [], rulings: [Ruling] = [], boxes: [FilledBox] = [], images: [PlacedImage] = [],
        fonts: [Font] = [], otherPaths: [Box] = [], groups: Int = 0, isTruncated: Bool = false, messages: [String] = [],
        privateUseGlyphs: Int = 0, skew: Double = 0, readings: [Reading]? = nil
    ) {
        self.number = number
        self.width = width
        self.height = height
        self.rotation = rotation
        self.cropBox = cropBox ?? [0, 0, width, height]
        self.userUnit = userUnit
        self.glyphs = glyphs
        self.rulings = rulings
        self.boxes = boxes
        self.images = images
        self.fonts = fonts
        self.otherPaths = otherPaths
        self.groups = groups
        self.isTruncated = isTruncated
        self.messages = messages
        self.privateUseGlyphs = privateUseGlyphs
        self.skew = skew
        self.readings = readings
    }

    /// Where a box of the straightened picture stands on the page as displayed: its middle is turned back, its size stays.
    public func displayed(_ box: Box) -> Box {
        guard skew != 0 else { return box }
        let (sine, cosine) = (sin(skew * .pi / 180), cos(skew * .pi / 180))
        let (dx, dy) = (box.center.x - width / 2, box.center.y - height / 2)
        let (x, y) = (dx * cosine + dy * sine - dx, dy * cosine - dx * sine - dy)
        return Box(x0: box.x0 + x, y0: box.y0 + y, x1: box.x1 + x, y1: box.y1 + y)
    }

    public var box: Box { Box(x0: 0, y0: 0, x1: width, y1: height) }

    /// Its glyphs were recognised in a picture of the page.
    public var isRecognized: Bool { readings != nil }

    /// Glyphs without a Unicode text: they can be seen but not read.
    public var unmappedGlyphs: Int { glyphs.count { $0.text.isEmpty } }
}
