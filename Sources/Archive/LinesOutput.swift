/// A report a line.
final class LinesOutput: ArchiveOutput {
    private let file: WholeFile

    init(path: String) throws(OutputError) { file = try WholeFile(path: path) }

    func append(_ input: RenderedInput) throws(OutputError) { try file.write(input.ndjson) }

    func finish() throws(OutputError) { try file.finish() }
}
