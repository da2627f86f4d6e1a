/// What one page draws, in page space (points, top-left origin, as displayed) or, where its text was read off a picture, as that
/// text stands upright; ``frame`` knows the way between the two.
public struct Page: Hashable, Sendable {
    /// From 1.
    public var number: Int
    /// In points: as displayed (the crop box turned by `rotation`), or upright.
    public var width: Double
    public var height: Double
    /// Where everything here stands on the page as displayed.
    public var frame: PageFrame
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
    /// How sure the recognition of its glyphs in a picture is; nil for a page whose text the file has.
    public var readings: [Reading]?

    public init(
        number: Int, width: Double, height: Double, rotation: Int = 0, cropBox: [Double]? = nil, userUnit: Double = 1,
        glyphs: [Glyph] = [], rulings: [Ruling] = [], boxes: [FilledBox] = [], images: [PlacedImage] = [],
        fonts: [Font] = [], otherPaths: [Box] = [], groups: Int = 0, isTruncated: Bool = false, messages: [String] = [],
        privateUseGlyphs: Int = 0, frame: PageFrame? = nil,
        readings: [Reading]? = nil
    ) {
        self.number = number
        self.width = width
        self.height = height
        self.frame = frame ?? PageFrame(width: width, height: height)
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
        self.readings = readings
    }

    public var box: Box { Box(x0: 0, y0: 0, x1: width, y1: height) }

    /// Its glyphs were recognised in a picture of the page.
    public var isRecognized: Bool { readings != nil }

    /// Glyphs without a Unicode text: they can be seen but not read.
    public var unmappedGlyphs: Int { glyphs.count { $0.text.isEmpty } }
}
