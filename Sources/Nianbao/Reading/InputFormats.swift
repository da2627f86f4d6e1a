public import FileAccess
public import ReportStandard

/// The kinds of files that are read.
package enum InputFormats {
    /// Of two for which equally much speaks, the first counts.
    static let all: [any DocumentInput.Type] = [
        OfficeInput<WordKind>.self, OfficeInput<WorkbookKind>.self, OfficeInput<TextDocumentKind>.self,
        OfficeInput<SpreadsheetKind>.self, PagedInput<OFDFile>.self, PagedInput<PictureSheets>.self,
        PagedInput<PDFFile>.self, WebPageInput.self, MarkdownInput.self, PlainTextInput.self,
    ]

    /// Endings of what reports are published as, in lower case.
    package static var endings: [String] { all.flatMap { $0.endings.sorted() } }

    /// What a file is: by its content, by its name where the content does not tell.
    static func format(of file: FileBytes) throws(ReadError) -> any DocumentInput.Type {
        let ending = FileName(file.name).ending
        var best: (format: any DocumentInput.Type, evidence: FormatEvidence)?
        for format in all {
            let named: FormatEvidence? = format.endings.contains(ending) ? .named : nil
            let evidence = [try format.evidence(in: file), named].compactMap(\.self).max()
            guard let evidence else { continue }
            if evidence == .certain { return format }
            if best.map({ evidence > $0.evidence }) ?? true { best = (format, evidence) }
        }
        guard let best else { throw ReadError(.unknownFormat, file: file.name, cause: "no kind of file that is known") }
        guard file.count > 0 else { throw ReadError(.empty, file: file.name, cause: "the file is empty") }
        return best.format
    }
}

extension Source.Kind {
    /// What a file is: a PDF, an office document or a web page by its content, other text by the ending of its name.
    ///
    /// - Throws: ``ReadError`` where the file is empty, or not what its name says.
    public init(of file: FileBytes) throws(ReadError) { self = try InputFormats.format(of: file).kind }
}
