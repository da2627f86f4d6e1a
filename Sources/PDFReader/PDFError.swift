/// Why a PDF, or a page of it, cannot be read.
public struct PDFError: Error, Hashable, Sendable {
    public enum Kind: String, Hashable, Sendable, Codable {
        /// The path names nothing.
        case notFound
        /// A directory, a file without permission, a device that fails.
        case unreadable
        /// Nothing in it.
        case empty
        /// Something else than a PDF.
        case notPDF
        /// A PDF that is broken beyond repair.
        case damaged
        /// A password is needed.
        case passwordNeeded
        /// The password given does not open it.
        case wrongPassword
        /// A PDF without a single page.
        case noPages
        /// A page number that the file does not have, or a page that is broken.
        case noSuchPage
        /// The page could be read but not drawn.
        case drawing
    }

    public var kind: Kind
    /// The path, or `-` for standard input.
    public var file: String
    /// From 1; nil where the whole file is concerned.
    public var page: Int?
    /// What was found, and what to do where there is something to do.
    public var cause: String

    public init(_ kind: Kind, file: String, page: Int? = nil, cause: String) {
        self.kind = kind
        self.file = file
        self.page = page
        self.cause = cause
    }
}

extension PDFError: CustomStringConvertible {
    /// One line: file, page, cause.
    public var description: String {
        let place = page.map { "\(file): page \($0)" } ?? file
        return "\(place): \(cause)"
    }
}
