internal import Posix

/// Why a file cannot be read or written.
public struct FileError: Error, Hashable, Sendable {
    public enum Kind: String, Hashable, Sendable, Codable {
        /// The path names nothing.
        case notFound
        /// A folder, a file without permission, a device that fails.
        case unreadable
        /// No permission, a full disk, something else in its place.
        case unwritable
    }

    public var kind: Kind
    /// As given, `-` for standard input.
    public var path: String
    /// What was found, and what to do where there is something to do.
    public var cause: String

    public init(_ kind: Kind, path: String, cause: String) {
        self.kind = kind
        self.path = path
        self.cause = cause
    }

    init(reading path: String, _ error: SystemError) {
        self =
            error.code == ENOENT
            ? FileError(.notFound, path: path, cause: "no such file")
            : FileError(.unreadable, path: path, cause: error.description)
    }

    package init(writing path: String, _ error: SystemError) {
        self.init(.unwritable, path: path, cause: error.description)
    }

    /// Of the call that has just failed.
    package init(writing path: String) { self.init(writing: path, SystemError(code: errno)) }
}

extension FileError: CustomStringConvertible {
    /// One line: path and cause.
    public var description: String {
        kind == .unwritable ? "\(path): cannot be written: \(cause)" : "\(path): \(cause)"
    }
}
