public import FileAccess
internal import GRDB

/// Why something cannot be written.
public typealias OutputError = FileError

extension FileError {
    init(path: String, cause: String) { self.init(.unwritable, path: path, cause: cause) }

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
}
