public import DocumentModel
public import PDFReader
internal import ReportReader
public import ReportStandard

/// A document as it was read.
public struct ReadDocument: Sendable {
    public let kind: Source.Kind
    /// Number of pages of the file; nil where it has none.
    public var pageCount: Int?
    /// The pages that could be read, in order.
    public var pages: [PageRecord] = []
    /// Headings, paragraphs and tables in reading order.
    public var blocks: [Block] = []
    /// What its metadata call it.
    public var title: String?
    /// What the file says of itself; nil for nothing, and of a PDF unless wanted.
    public var facts: DocumentFacts?
    /// What the library of its format said while it was opened.
    public var messages: [String] = []
    /// What there is to say about it before anything is made of it.
    public var findings: [Finding] = []
    /// Why pages, or pictures of pages, could not be read.
    public var problems: [ReadError] = []
    /// How far characters can be relied on.
    var quality: ReportReader.TextQuality

    init(kind: Source.Kind, quality: ReportReader.TextQuality = .certain) {
        (self.kind, self.quality) = (kind, quality)
    }

    public var tables: [Table] { blocks.compactMap(\.table) }

    /// All of its pages were read by their pictures.
    public var isRecognized: Bool { !pages.isEmpty && pages.allSatisfy(\.isRecognized) && problems.isEmpty }
}
