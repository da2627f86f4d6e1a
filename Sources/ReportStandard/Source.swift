/// The file a report was read from.
public struct Source: Hashable, Sendable, Codable {
    /// The path as given, `-` for standard input.
    public var file: String
    /// SHA-256 of the file's bytes, hexadecimal.
    public var sha256: String
    public var kind: Kind
    /// Number of pages of the file; nil where it has none.
    public var pages: Int?
    /// Which report of the file this is, from 1.
    public var document: Int

    public init(file: String, sha256: String, kind: Kind, pages: Int? = nil, document: Int = 1) {
        self.file = file
        self.sha256 = sha256
        self.kind = kind
        self.pages = pages
        self.document = document
    }

    public enum Kind: String, Hashable, Sendable, Codable {
        case pdf, docx, xlsx, odt, ods, ofd, picture, doc, xls, rtf, markdown, html, text
    }
}
