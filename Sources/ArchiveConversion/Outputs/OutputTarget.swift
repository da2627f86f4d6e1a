internal import FileAccess

/// Something that a conversion writes, and where.
public struct OutputTarget: Sendable {
    public let path: String
    let kind: any ArchiveOutput.Type

    /// All kinds of outputs, in the order in which help names them.
    private static let kinds: [any ArchiveOutput.Type] = [
        FolderOutput.self, LinesOutput.self, FiguresOutput.self, DatabaseOutput.self, WorkbookOutput.self,
    ]

    /// By the ending of its name; what has none is a folder. nil where the ending means nothing.
    public init?(path: String, isFolder: Bool) {
        let ending = FileName(path).ending
        let isFolder = isFolder || path.hasSuffix("/") || ending.isEmpty && !path.hasSuffix(".")
        // A name that ends in a full stop has an ending that is empty, not none.
        guard isFolder || !path.hasSuffix(".") else { return nil }
        let known = Self.kinds.first { isFolder ? $0.endings.isEmpty : $0.endings.contains(ending) }
        guard let known else { return nil }
        kind = known
        var path = path
        while isFolder, path.count > 1, path.hasSuffix("/") { path.removeLast() }
        self.path = path
    }

    var isFolder: Bool { kind.endings.isEmpty }

    /// All files that it writes.
    public var files: [String] { kind.files(at: path) }

    /// Where the ledger of a conversion stands whose first output this is.
    public var ledgerPath: String { isFolder ? path + "/.nianbao.ledger" : path + ".ledger" }

    /// Where the decisions of people about a conversion stand whose first output this is.
    public var decisionsPath: String {
        isFolder ? path + "/decisions.ndjson" : String(path.dropLast(FileName(path).ending.count)) + "decisions.ndjson"
    }

    /// What there is to choose from: a line an output, indented.
    public static var help: String {
        kinds.map { kind in
            let name = kind.endings.first.map { "." + $0 } ?? "folder"
            return "  " + name + String(repeating: " ", count: max(1, 12 - name.count)) + kind.summary
        }.joined(separator: "\n")
    }

    /// What an output's path must be, in words.
    public static var expectation: String {
        let endings = kinds.compactMap { $0.endings.first.map { "." + $0 } }
        return "a folder, or ends in \(endings.dropLast().joined(separator: ", ")) or \(endings.last ?? "")"
    }
}
