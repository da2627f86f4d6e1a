internal import DocumentModel
internal import FileAccess
internal import ReportStandard
internal import TextReader

/// Markdown: what converters and text recognition have made of something else.
struct MarkdownInput: DocumentInput {
    static let kind = Source.Kind.markdown
    static let endings: Set = ["md", "markdown"]

    private let file: FileBytes

    /// Headings with number signs, or tables with their row of dashes.
    static func evidence(in file: FileBytes) -> FormatEvidence? {
        let start = String(decoding: file.prefix(1 << 18), as: UTF8.self)
        let isMarkdown = start.split(whereSeparator: \.isNewline).contains { line in
            let line = line.drop(while: \.isWhitespace)
            let marks = line.prefix { $0 == "#" }.count
            if marks > 0 { return marks <= 6 && line.dropFirst(marks).first?.isWhitespace == true }
            return line.contains("|") && line.contains("--") && line.allSatisfy { "|-: ".contains($0) }
        }
        return isMarkdown ? .likely : nil
    }

    init(_ file: FileBytes, options: DocumentReader.Options, engines: Engines) { self.file = file }

    func read(allPictures: Bool) throws(ReadError) -> ReadDocument {
        var input = InputText(of: file)
        var read = ReadDocument(kind: Self.kind, quality: .uncertain)
        read.blocks = MarkdownReader().blocks(of: try input.wholeText(of: file))
        read.findings = input.findings
        return read
    }
}
