/// What a PDF says of itself. Times are ISO 8601.
public struct DocumentFacts: Hashable, Sendable, Codable {
    public var title: String?
    public var author: String?
    public var subject: String?
    public var keywords: String?
    /// The program the text was written with.
    public var creator: String?
    /// The program that made the PDF.
    public var producer: String?
    public var created: String?
    public var modified: String?
    /// `PDF-1.7`.
    public var version: String?
    public var isLinearized: Bool

    enum CodingKeys: String, CodingKey {
        case title, author, subject, keywords, creator, producer, created, modified, version
        case isLinearized = "linearized"
    }
}

extension PDFDocument {
    /// The document's metadata.
    public func facts() throws(PDFError) -> DocumentFacts { try opened().facts() }
}
