public import DocumentModel
public import PDFReader

/// What the file draws on one page, counted.
public struct PageSummary: Encodable, Hashable, Sendable {
    public var page: Int
    public var width: Double
    public var height: Double
    public var rotation: Int
    public var cropBox: [Double]
    public var userUnit: Double
    /// `text`, `scan` (an image and no text), `scan with hidden text`, `empty`.
    public var content: String
    /// Why its text cannot be trusted, and its picture is read instead; empty where nothing speaks against it.
    public var textDoubts: [TextDoubt]
    public var glyphs: Int
    public var glyphsWithoutUnicode: Int
    public var hiddenGlyphs: Int
    public var rulings: Int
    public var boxes: Int
    public var otherPaths: Int
    public var images: Int
    public var groups: Int
    public var messages: [String]
    /// How many glyphs are set in which font.
    public var fonts: [Font: Int]

    enum CodingKeys: String, CodingKey {
        case page, width, height, rotation, content, glyphs, rulings, boxes, images, groups, messages
        case textDoubts = "text_doubts"
        case cropBox = "crop_box"
        case userUnit = "user_unit"
        case glyphsWithoutUnicode = "glyphs_without_unicode"
        case hiddenGlyphs = "hidden_glyphs"
        case otherPaths = "other_paths"
    }

    init(_ page: Page, doubts: [TextDoubt]) {
        self.page = page.number
        width = page.width.roundedToHundredths
        height = page.height.roundedToHundredths
        rotation = page.rotation
        cropBox = page.cropBox.map(\.roundedToHundredths)
        userUnit = page.userUnit
        content = page.contentKind(doubts).rawValue
        textDoubts = doubts
        glyphs = page.glyphs.count
        glyphsWithoutUnicode = page.unmappedGlyphs
        hiddenGlyphs = page.glyphs.count { !$0.renderMode.isVisible }
        rulings = page.rulings.count
        boxes = page.boxes.count
        otherPaths = page.otherPaths.count
        images = page.images.count
        groups = page.groups
        messages = page.messages
        fonts = page.glyphs.reduce(into: [:]) { uses, glyph in
            if let font = glyph.font { uses[page.fonts[font], default: 0] += 1 }
        }
    }
}

extension Page {
    enum ContentKind: String {
        case text
        case scan
        case scanWithHiddenText = "scan with hidden text"
        case empty
    }

    /// What the page's reader sees: a page whose only content is one large image is a scan.
    func contentKind(_ doubts: [TextDoubt]) -> ContentKind {
        if doubts.contains(.image) { return .scan }
        if doubts.contains(.hiddenText) { return .scanWithHiddenText }
        return glyphs.contains { $0.renderMode.isVisible && !$0.isBlank } ? .text : .empty
    }
}
