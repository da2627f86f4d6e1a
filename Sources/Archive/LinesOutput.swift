internal import FileAccess

/// A report a line, and in a file beside it a finding a line.
final class LinesOutput: ArchiveOutput {
    private let file: AtomicFile
    private let findings: AtomicFile

    init(path: String, findingsPath: String) throws(OutputError) {
        file = try AtomicFile(path: path)
        findings = try AtomicFile(path: findingsPath)
    }

    func append(_ input: RenderedInput) throws(OutputError) {
        try file.write(input.ndjson)
        try findings.write(input.findingLines)
    }

    func finish() throws(OutputError) {
        try findings.finish()
        try file.finish()
    }
}
