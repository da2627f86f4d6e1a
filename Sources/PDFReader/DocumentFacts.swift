/// What a file says of itself. Times are ISO 8601.
public struct DocumentFacts: Hashable, Sendable, Codable {
    public var title: String?
    public var author: String?
    public var company: String?
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
    /// Of a PDF only.
    public var isLinearized: Bool?

    enum CodingKeys: String, CodingKey {
        case title, author, company, subject, keywords, creator, producer, created, modified, version
        case isLinearized = "linearized"
    }

    public init(
        title: String? = nil, author: String? = nil, company: String? = nil, subject: String? = nil,
        keywords: String? = nil, creator: String? = nil, producer: String? = nil, created: String? = nil,
        modified: String? = nil, version: String? = nil, isLinearized: Bool? = nil
    ) {
        (self.title, self.author, self.company) = (title, author, company)
        (self.subject, self.keywords) = (subject, keywords)
        (self.creator, self.producer, self.version) = (creator, producer, version)
        (self.created, self.modified, self.isLinearized) = (created, modified, isLinearized)
    }
}

extension PDFDocument {
    /// The document's metadata.
    public func facts() throws(PDFError) -> DocumentFacts { try opened().facts() }
}
