public import DocumentModel
internal import FileAccess
public import PDFReader
internal import TableGrid

/// What a PDF is: for deciding whether, and how, its figures can be read.
public struct Inspection: Encodable, Sendable {
    public var file: String
    public var sha256: String
    public var bytes: Int
    public var pageCount: Int
    public var facts: DocumentFacts?
    /// Complaints of the PDF library while opening.
    public var messages: [String]
    public var fonts: [FontUse]
    public var pages: [PageSummary]
    /// Tables over the whole document, joined over pages.
    public var tables: [TableSummary]

    enum CodingKeys: String, CodingKey {
        case file, sha256, bytes, facts, messages, fonts, pages, tables
        case pageCount = "page_count"
    }

    public struct FontUse: Encodable, Hashable, Sendable {
        public var name: String
        public var embedded: Bool
        public var type3: Bool
        public var unicode: Bool
        public var glyphs: Int
    }

    public struct PageSummary: Encodable, Sendable {
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

        enum CodingKeys: String, CodingKey {
            case page, width, height, rotation, content, glyphs, rulings, boxes, images, groups, messages
            case textDoubts = "text_doubts"
            case cropBox = "crop_box"
            case userUnit = "user_unit"
            case glyphsWithoutUnicode = "glyphs_without_unicode"
            case hiddenGlyphs = "hidden_glyphs"
            case otherPaths = "other_paths"
        }
    }

    public struct TableSummary: Encodable, Sendable {
        public var pages: [Int]
        public var box: Box?
        public var rows: Int
        public var columns: Int
    }

    /// Reads the whole file; a damaged page stands in `messages`.
    public init(path: String, password: String? = nil) throws(ReadError) {
        let content = try FileBytes.reading(path)
        let document: PDFDocument
        do { document = try PDFDocument(content, password: password) } catch { throw ReadError(error) }
        file = path
        sha256 = content.sha256
        bytes = content.count
        pageCount = document.pageCount
        facts = try? document.facts()
        messages = document.messages
        pages = []
        var uses: [Font: Int] = [:]
        var layouts: [PageLayout] = []
        for number in 1...document.pageCount {
            do {
                let page = try document.pageWithImageLines(number)
                pages.append(PageSummary(page))
                for glyph in page.glyphs { if let font = glyph.font { uses[page.fonts[font], default: 0] += 1 } }
                layouts.append(PageLayout(page))
            } catch {
                messages.append(error.description)
            }
        }
        fonts = uses.map {
            FontUse(
                name: $0.key.name, embedded: $0.key.isEmbedded, type3: $0.key.isType3, unicode: $0.key.hasToUnicode,
                glyphs: $0.value)
        }.sorted { ($1.glyphs, $0.name, $0.embedded ? 0 : 1) < ($0.glyphs, $1.name, $1.embedded ? 0 : 1) }
        tables = DocumentLayout(layouts).tables.map {
            TableSummary(pages: $0.pages, box: $0.box, rows: $0.rows, columns: $0.columns)
        }
    }
}

extension Inspection.PageSummary {
    init(_ page: Page) {
        self.page = page.number
        width = page.width.roundedToHundredths
        height = page.height.roundedToHundredths
        rotation = page.rotation
        cropBox = page.cropBox.map(\.roundedToHundredths)
        userUnit = page.userUnit
        content = page.contentKind.rawValue
        textDoubts = page.textDoubts
        glyphs = page.glyphs.count
        glyphsWithoutUnicode = page.unmappedGlyphs
        hiddenGlyphs = page.glyphs.count { !$0.renderMode.isVisible }
        rulings = page.rulings.count
        boxes = page.boxes.count
        otherPaths = page.otherPaths.count
        images = page.images.count
        groups = page.groups
        messages = page.messages
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
    var contentKind: ContentKind {
        let doubts = textDoubts
        if doubts.contains(.image) { return .scan }
        if doubts.contains(.hiddenText) { return .scanWithHiddenText }
        return glyphs.contains { $0.renderMode.isVisible && !$0.isBlank } ? .text : .empty
    }
}
