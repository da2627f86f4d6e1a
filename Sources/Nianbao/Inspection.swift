public import DocumentModel
public import FileAccess
public import PDFReader
public import ReportStandard

/// What a file is: for deciding whether, and how, its figures can be read.
public struct Inspection: Encodable, Sendable {
    public var file: String
    public var sha256: String
    public var bytes: Int
    public var kind: Source.Kind
    /// nil for a file without pages.
    public var pageCount: Int?
    public var facts: DocumentFacts?
    /// Complaints of the PDF library while opening, and what was found while the file was read.
    public var messages: [String]
    public var fonts: [FontUse]
    public var pages: [PageSummary]
    /// Tables over the whole document, joined over pages.
    public var tables: [TableSummary]

    enum CodingKeys: String, CodingKey {
        case file, sha256, bytes, kind, facts, messages, fonts, pages, tables
        case pageCount = "page_count"
    }

    public struct FontUse: Encodable, Hashable, Sendable {
        public var name: String
        public var embedded: Bool
        public var type3: Bool
        public var unicode: Bool
        public var glyphs: Int
    }

    public struct TableSummary: Encodable, Sendable {
        public var pages: [Int]
        public var box: Box?
        public var rows: Int
        public var columns: Int
    }

    /// Reads the whole file; a page that cannot be read stands in `messages`.
    ///
    /// - Parameters:
    ///   - ocr: when, and with what, pages are read by their picture.
    ///   - office: with what documents of older programs are converted.
    public init(
        path: String, password: String? = nil, ocr: OCROptions = OCROptions(), office: OfficeOptions = OfficeOptions()
    ) throws(ReadError) {
        try self.init(.reading(path), password: password, ocr: ocr, office: office)
    }

    /// Of a file that is in memory.
    public init(
        _ content: FileBytes, password: String? = nil, ocr: OCROptions = OCROptions(),
        office: OfficeOptions = OfficeOptions()
    ) throws(ReadError) {
        let options = DocumentReader.Options(password: password, details: [.facts, .pageSummaries])
        let document = try DocumentReader(options, ocr: ocr, office: office).read(content)
        file = content.name
        sha256 = content.sha256
        bytes = content.count
        (kind, pageCount) = (document.kind, document.pageCount)
        facts = document.facts
        messages =
            document.messages + document.problems.map(\.description) + document.findings.map(\.message)
        pages = document.pages.compactMap(\.summary)
        var uses: [Font: Int] = [:]
        for page in pages { uses.merge(page.fonts, uniquingKeysWith: +) }
        fonts = uses.map {
            FontUse(
                name: $0.key.name, embedded: $0.key.isEmbedded, type3: $0.key.isType3, unicode: $0.key.hasToUnicode,
                glyphs: $0.value)
        }.sorted { ($1.glyphs, $0.name, $0.embedded ? 0 : 1) < ($0.glyphs, $1.name, $1.embedded ? 0 : 1) }
        tables = document.tables.map {
            TableSummary(pages: $0.pages, box: $0.box, rows: $0.rows, columns: $0.columns)
        }
    }
}
