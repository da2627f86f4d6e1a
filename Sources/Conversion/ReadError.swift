public import PDFReader

/// Why a file gives no report.
public struct ReadError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The path, or `-` for standard input.
    public var file: String
    /// What was found, and what to do where there is something to do.
    public var cause: String

    public init(file: String, cause: String) {
        self.file = file
        self.cause = cause
    }

    public init(_ error: PDFError) {
        file = error.file
        cause = error.page.map { "page \($0): \(error.cause)" } ?? error.cause
    }

    /// One line: file and cause.
    public var description: String { "\(file): \(cause)" }
}
