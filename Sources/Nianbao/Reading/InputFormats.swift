internal import ArchiveReader
public import FileAccess
public import ReportStandard

/// The kinds of files that are read.
package enum InputFormats {
    /// Of two for which equally much speaks, the first counts.
    static let all: [any DocumentInput.Type] = [
        OfficeInput<WordKind>.self, OfficeInput<WorkbookKind>.self, OfficeInput<TextDocumentKind>.self,
        OfficeInput<SpreadsheetKind>.self, EncryptedInput.self, PagedInput<OFDFile>.self,
        PagedInput<PictureSheets>.self, PagedInput<PDFFile>.self, ConvertedInput<WordFileKind>.self,
        ConvertedInput<ExcelFileKind>.self, ConvertedInput<RichTextKind>.self, WebPageInput.self, MarkdownInput.self,
        PlainTextInput.self,
    ]

    /// Endings of what reports are published as, in lower case.
    static var endings: [String] { all.flatMap { $0.endings.sorted() } }

    /// True for a name with an ending that reports have.
    package static func isNamedAsReport(_ name: String) -> Bool { endings.contains(ending(of: name)) }

    /// The ending of a name, without that of a compression.
    static func ending(of name: String) -> String {
        let ending = FileName(name).ending
        guard ArchiveFormat(ending: ending)?.isCompression == true else { return ending }
        return FileName(String(name.dropLast(ending.count + 1))).ending
    }

    /// The kind for which most speaks, and why the file is none of the kind that it is named as.
    static func judged(
        _ file: FileBytes
    ) -> (best: (format: any DocumentInput.Type, evidence: FormatEvidence)?, broken: ReadError?) {
        let ending = ending(of: file.name)
        var best: (format: any DocumentInput.Type, evidence: FormatEvidence)?
        var broken: ReadError?
        for format in all {
            // Files of older programs are known by their content, and their endings are those of anything.
            let named: FormatEvidence? = !format.isConverted && format.endings.contains(ending) ? .named : nil
            do throws(ReadError) {
                let evidence = [try format.evidence(in: file), named].compactMap(\.self).max()
                guard let evidence, best.map({ evidence > $0.evidence }) ?? true else { continue }
                best = (format, evidence)
            } catch {
                broken = broken ?? error
            }
            if best?.evidence == .certain { break }
        }
        return (best, broken)
    }

    /// What a file is read as.
    static func format(of file: FileBytes) throws(ReadError) -> any DocumentInput.Type {
        switch try FileKind(of: file) {
        case .document(let format): return format.type
        case .empty: throw ReadError(.empty, file: file.name, cause: "the file is empty")
        case .foreign(let foreign): throw ReadError(.unknownFormat, file: file.name, cause: foreign.description)
        case .archive(let format):
            throw ReadError(
                .unknownFormat, file: file.name,
                cause: "a \(format.rawValue) archive, which is not opened here; name a file that is in it, unpacked")
        }
    }
}

extension Source.Kind {
    /// What a file is: a PDF, an office document or a web page by its content, other text by the ending of its name.
    ///
    /// - Throws: ``ReadError`` where the file is empty, or not what its name says.
    public init(of file: FileBytes) throws(ReadError) { self = try InputFormats.format(of: file).kind }
}
