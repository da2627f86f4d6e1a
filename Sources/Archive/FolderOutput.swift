internal import FileAccess

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// A file of JSON for every input that was read, in folders as the inputs are, and a file of all findings.
final class FolderOutput: ArchiveOutput {
    private let folder: String
    private let places: Set<String>
    private let ledger: Ledger
    private let findings: AtomicFile
    private var folders = Set<String>()

    /// - Parameter places: of all inputs that will come. What an earlier run has written for others is removed.
    init(folder: String, findingsPath: String, places: Set<String>, ledger: Ledger) throws(OutputError) {
        self.folder = folder
        self.places = places
        self.ledger = ledger
        findings = try AtomicFile(path: findingsPath)
        let earlier = try ledger.written
        try ledger.setWritten(earlier.union(places))
        for place in earlier.subtracting(places).sorted() {
            try? FileManager.default.removeItem(atPath: path(place))
        }
    }

    func append(_ input: RenderedInput) throws(OutputError) {
        guard case .reports = input.content else { return }
        try findings.write(input.findingLines)
        let path = path(input.file.place)
        let parent = String(FileName(path).folder)
        if folders.insert(parent).inserted {
            do { try FileManager.default.createDirectory(atPath: parent, withIntermediateDirectories: true) } catch {
                throw OutputError(path: parent, cause: "the folder cannot be made")
            }
        }
        // What is right already keeps its date.
        if let existing = try? Data(contentsOf: URL(filePath: path)), existing.elementsEqual(input.json) { return }
        let file = try AtomicFile(path: path)
        try file.write(input.json)
        try file.finish(isDurable: false)
    }

    func finish() throws(OutputError) {
        try findings.finish()
        try ledger.setWritten(places)
    }

    private func path(_ place: String) -> String { folder + "/" + place + ".json" }
}
