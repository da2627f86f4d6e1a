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
    /// How sure the recognition of its glyphs in a picture is; nil for a page whose text the file has.
    public var readings: [Reading]?

    public init(
        number: Int, width: Double, height: Double, rotation: Int = 0, cropBox: [Double]? = nil, userUnit: Double = 1,
        glyphs: [Glyph] = [], rulings: [Ruling] = [], boxes: [FilledBox] = [], images: [PlacedImage] = [],
        fonts: [Font] = [], otherPaths: [Box] = [], groups: Int = 0, isTruncated: Bool = false, messages: [String] = [],
        readings: [Reading]? = nil
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
        self.readings = readings
    }

    public var box: Box { Box(x0: 0, y0: 0, x1: width, y1: height) }

    /// Its glyphs were recognised in a picture of the page.
    public var isRecognized: Bool { readings != nil }

    /// Glyphs without a Unicode text: they can be seen but not read.
    public var unmappedGlyphs: Int { glyphs.count { $0.text.isEmpty } }
}
