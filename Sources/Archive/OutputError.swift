internal import GRDB
internal import Glibc

/// Why something cannot be written.
public struct OutputError: Error, Hashable, Sendable, CustomStringConvertible {
    public var path: String
    public var cause: String

    init(path: String, cause: String) {
        self.path = path
        self.cause = cause
    }

    /// What the system says, in words for who has to do something about it.
    init(path: String, code: Int32) {
        self.init(path: path, cause: code == ENOSPC ? "the disk is full" : String(cString: strerror(code)))
    }

    /// What a database says: of a database, or of the ledger.
    init(path: String, _ error: any Error) {
        if let error = error as? OutputError {
            self = error
        } else if let error = error as? DatabaseError {
            let cause =
                switch error.resultCode {
                case .SQLITE_FULL: "the disk is full"
                case .SQLITE_READONLY, .SQLITE_PERM: "no permission to write"
                case .SQLITE_CANTOPEN: "cannot be opened"
                case .SQLITE_NOTADB, .SQLITE_CORRUPT: "is no ledger or database of this tool, or damaged"
                default: error.message ?? "\(error)"
                }
            self.init(path: path, cause: cause)
        } else {
            self.init(path: path, cause: "\(error)")
        }
    }

    public var description: String { "\(path): cannot be written: \(cause)" }
}
