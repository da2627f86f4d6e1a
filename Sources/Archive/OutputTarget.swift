internal import FileAccess

/// Something that a conversion writes, and where.
public struct OutputTarget: Hashable, Sendable {
    public enum Kind: String, Hashable, Sendable {
        /// A folder of JSON files that mirrors the inputs.
        case folder
        case ndjson, csv, sqlite, xlsx
    }

    public var kind: Kind
    public var path: String

    /// By the ending of its name; what has none is a folder. nil where the ending means nothing.
    public init?(path: String, isFolder: Bool) {
        self.path = path
        if path.hasSuffix("/") || isFolder {
            kind = .folder
            while self.path.count > 1, self.path.hasSuffix("/") { self.path.removeLast() }
            return
        }
        switch FileName(path).ending {
        case "": kind = .folder
        case "ndjson", "jsonl": kind = .ndjson
        case "csv": kind = .csv
        case "sqlite", "sqlite3", "db": kind = .sqlite
        case "xlsx": kind = .xlsx
        default: return nil
        }
    }

    /// Where the findings of the reports stand: in a file of their own, or in a table of the output.
    public var findingsPath: String {
        switch kind {
        case .folder: path + "/findings.ndjson"
        case .ndjson, .csv: String(path[..<(path.lastIndex(of: ".") ?? path.endIndex)]) + ".findings." + kind.rawValue
        case .sqlite, .xlsx: path
        }
    }

    /// Where the ledger of a conversion stands whose first output this is.
    public var ledgerPath: String { kind == .folder ? path + "/.nianbao.ledger" : path + ".ledger" }
}
