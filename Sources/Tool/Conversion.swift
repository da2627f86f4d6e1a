import ArchiveConversion
import FileAccess

/// What a conversion has left.
enum Conversion {
    /// The ledger of the conversion that an argument names by its first output, or by the ledger itself; nil where there is none.
    static func ledgerPath(of name: String) -> String? {
        let beside = OutputTarget(path: name, isFolder: FileStatus(name)?.kind == .folder)?.ledgerPath
        if let beside, FileStatus(beside)?.kind == .file { return beside }
        return isDatabase(name) ? name : nil
    }

    private static func isDatabase(_ path: String) -> Bool {
        guard FileStatus(path)?.kind == .file, let file = try? OpenFile(reading: path),
            let start = try? file.read(15)
        else { return false }
        return start == Array("SQLite format 3".utf8)
    }

    /// The file of decisions that stands beside a conversion, named by its first output or by its ledger.
    static func decisionsPath(of name: String) -> String {
        // The ledger of a folder stands in it.
        let output =
            FileName(name).last == ".nianbao.ledger"
            ? String(FileName(name).folder) : name.hasSuffix(".ledger") ? String(name.dropLast(".ledger".count)) : name
        let isFolder = FileStatus(output)?.kind == .folder
        return OutputTarget(path: output, isFolder: isFolder)?.decisionsPath ?? name + ".decisions.ndjson"
    }
}
