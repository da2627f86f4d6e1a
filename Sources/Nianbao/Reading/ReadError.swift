public import FileAccess
public import PDFReader

/// Why a file, or a page of it, cannot be read.
public struct ReadError: Error, Hashable, Sendable {
    public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        /// The path names nothing.
        case notFound
        /// A folder, a file without permission, a device that fails.
        case unreadable
        /// Nothing in it.
        case empty
        /// Something else than a PDF, where only a PDF will do.
        case notPDF
        /// Nothing that any reader is for, or text in an encoding that cannot be converted.
        case unknownFormat
        /// Broken beyond repair.
        case damaged
        /// A password is needed.
        case passwordNeeded
        /// The password given does not open it.
        case wrongPassword
        /// A PDF without a single page.
        case noPages
        /// A page number that the file does not have, or a page that is broken.
        case noSuchPage
        /// The page's picture cannot be drawn, or nothing is there to read it with.
        case picture
    }

    public var kind: Kind
    /// The path, or `-` for standard input.
    public var file: String
    /// From 1; nil where the whole file is concerned.
    public var page: Int?
    /// What was found, and what to do where there is something to do.
    public var cause: String

    public init(_ kind: Kind, file: String, page: Int? = nil, cause: String) {
        (self.kind, self.file, self.page, self.cause) = (kind, file, page, cause)
    }

    public init(_ error: FileError) {
        self.init(error.kind == .notFound ? .notFound : .unreadable, file: error.path, cause: error.cause)
    }

    public init(_ error: PDFError) {
        let kind: Kind =
            switch error.kind {
            case .notFound: .notFound
            case .unreadable: .unreadable
            case .empty: .empty
            case .notPDF: .notPDF
            case .damaged: .damaged
            case .passwordNeeded: .passwordNeeded
            case .wrongPassword: .wrongPassword
            case .noPages: .noPages
            case .noSuchPage: .noSuchPage
            case .drawing: .picture
            }
        self.init(kind, file: error.file, page: error.page, cause: error.cause)
    }
}

extension ReadError: CustomStringConvertible {
    /// One line: file, page, cause.
    public var description: String { "\(file): \(page.map { "page \($0): " } ?? "")\(cause)" }
}

extension FileBytes {
    /// Reads the file at `path`, `-` for standard input.
    static func reading(_ path: String, name: String? = nil) throws(ReadError) -> FileBytes {
        do { return try FileBytes(path: path, name: name) } catch { throw ReadError(error) }
    }
}
