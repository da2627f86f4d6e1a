internal import FileAccess
internal import Nianbao

/// A report a line, and in a file beside it a finding a line.
actor LinesOutput: ArchiveOutput {
    static let endings = ["ndjson", "jsonl"]
    static let summary = "a report a line; what was found is in NAME.findings.ndjson"
    static func files(at path: String) -> [String] { [path, findingsPath(beside: path, ending: "ndjson")] }

    struct Piece: Sendable {
        var reports: [UInt8]
        var findings: String
    }

    private let file: AtomicFile
    private let findings: AtomicFile

    init(path: String, of run: OutputContext) throws(OutputError) {
        file = try AtomicFile(path: path)
        findings = try AtomicFile(path: findingsPath(beside: path, ending: "ndjson"))
    }

    nonisolated func render(_ input: LoadedInput) throws -> Piece {
        Piece(
            reports: try input.stored ?? Array(JSONText.lines(input.reports).utf8),
            findings: try JSONText.lines(input.findings))
    }

    func append(_ piece: Piece) throws(OutputError) {
        try file.write(piece.reports)
        try findings.write(piece.findings)
    }

    func finish() throws(OutputError) {
        try findings.finish()
        try file.finish()
    }

    func giveUp() {
        findings.giveUp()
        file.giveUp()
    }
}

/// Where the findings of a file of reports go: `NAME.findings.ENDING`.
func findingsPath(beside path: String, ending: String) -> String {
    String(path[..<(path.lastIndex(of: ".") ?? path.endIndex)]) + ".findings." + ending
}
