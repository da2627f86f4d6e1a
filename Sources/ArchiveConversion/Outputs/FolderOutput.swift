internal import FileAccess
internal import Nianbao

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// A file of JSON for every input that was read, in folders as the inputs are, and a file of all findings.
///
/// What an earlier run has written for inputs that are no longer there is removed.
actor FolderOutput: ArchiveOutput {
    static let endings: [String] = []
    static let summary = "a JSON file for every input, in folders as the inputs are, and findings.ndjson"
    static func files(at path: String) -> [String] { [path, path + "/findings.ndjson"] }

    /// nil where the input gives no report.
    typealias Piece = (place: String, json: [UInt8], findings: String)?

    private let folder: String
    /// Of all inputs that will come.
    private let places: Set<String>
    private let ledger: Ledger
    private let findings: AtomicFile
    private var folders = Set<String>()

    init(path folder: String, of run: OutputContext) throws(OutputError) {
        self.folder = folder
        ledger = run.ledger
        places = try run.readPlaces
        findings = try AtomicFile(path: folder + "/findings.ndjson")
        let earlier = try ledger.written
        try ledger.setWritten(earlier.union(places))
        for place in earlier.subtracting(places).sorted() {
            try? FileManager.default.removeItem(atPath: Self.path(place, in: folder))
        }
    }

    nonisolated func render(_ input: LoadedInput) throws -> Piece {
        guard case .reports(let reports) = input.content else { return nil }
        let json = reports.count == 1 ? try JSONText.pretty(reports[0]) : try JSONText.pretty(reports)
        return (input.file.place, Array((json + "\n").utf8), try JSONText.lines(input.findings))
    }

    func append(_ piece: Piece) throws(OutputError) {
        guard let piece else { return }
        try findings.write(piece.findings)
        let path = Self.path(piece.place, in: folder)
        let parent = String(FileName(path).folder)
        if folders.insert(parent).inserted {
            do { try FileManager.default.createDirectory(atPath: parent, withIntermediateDirectories: true) } catch {
                throw OutputError(path: parent, cause: "the folder cannot be made")
            }
        }
        // What is right already keeps its date.
        if let existing = try? Data(contentsOf: URL(filePath: path)), existing.elementsEqual(piece.json) { return }
        let file = try AtomicFile(path: path)
        try file.write(piece.json)
        try file.finish(isDurable: false)
    }

    func finish() throws(OutputError) {
        try findings.finish()
        try ledger.setWritten(places)
    }

    func giveUp() { findings.giveUp() }

    private static func path(_ place: String, in folder: String) -> String { folder + "/" + place + ".json" }
}
