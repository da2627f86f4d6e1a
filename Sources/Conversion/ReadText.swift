internal import DocumentModel
internal import FileAccess
internal import ReportStandard
internal import TableGrid
internal import TextReader

/// A text file or web page, read: its blocks, and what there is to say about it.
struct ReadText {
    private(set) var blocks: [Block] = []
    /// The title in the metadata of a web page.
    private(set) var title: String?
    private(set) var findings: [Finding] = []

    /// - Parameter kind: not a PDF.
    init(_ bytes: FileBytes, kind: Source.Kind) throws(ReadError) {
        let content = bytes.prefix(bytes.count)
        if kind != .html {
            let (text, left) = try decode(content, file: bytes.name).withoutEndlessLines()
            if left > 0 { findings.append(Finding(.pageDamaged, [.count: String(left)])) }
            blocks = kind == .markdown ? MarkdownReader().blocks(of: text) : Self.blocks(ofPlain: text)
        } else if let archive = WebArchive(content) {
            for page in archive.pages { try read(page.bytes[...], declared: page.encoding, file: bytes.name) }
            guard !archive.pages.isEmpty else {
                throw ReadError(.damaged, file: bytes.name, cause: "no web page in the MHTML file")
            }
        } else {
            try read(content, file: bytes.name)
        }
    }

    /// Text that keeps the places on the page is laid out and read like a page; other text line by line.
    private static func blocks(ofPlain text: String) -> [Block] {
        guard let layout = LayoutText(text) else { return PlainTextReader().blocks(of: text) }
        return DocumentLayout(pages: layout.layout).blocks.map { block in
            // Counted in characters, boxes and pages say nothing to anybody.
            switch block {
            case .heading(let text): return .heading(TextBlock(text: text.text))
            case .paragraph(let text): return .paragraph(TextBlock(text: text.text))
            case .table(var table):
                (table.pages, table.box) = ([], nil)
                for index in table.cells.indices { (table.cells[index].page, table.cells[index].box) = (nil, nil) }
                return .table(table)
            }
        }
    }

    /// True where every character is what the file has.
    var isTextCertain: Bool { !findings.contains { $0.kind == .textUntrusted } }

    private mutating func read(_ bytes: ArraySlice<UInt8>, declared: TextEncoding? = nil, file: String)
        throws(ReadError)
    {
        let text = try decode(bytes, declared: declared, file: file)
        let page: WebPage
        do { page = try HTMLReader().page(of: text.text) } catch {
            throw ReadError(.damaged, file: file, cause: error.cause)
        }
        blocks += page.blocks
        title = title ?? page.title
        if page.isTruncated {
            findings.append(Finding(.pageDamaged))
        }
    }

    private mutating func decode(_ bytes: ArraySlice<UInt8>, declared: TextEncoding? = nil, file: String)
        throws(ReadError) -> DecodedText
    {
        do {
            let text = try DecodedText(bytes, declared: declared)
            if text.undecodable > 0 {
                findings.append(
                    Finding(
                        .textUntrusted, [.encoding: text.encoding.rawValue, .count: String(text.undecodable)]))
            }
            return text
        } catch {
            switch error {
            case .noText:
                throw ReadError(
                    .unknownFormat, file: file, cause: "neither a PDF nor text in an encoding that is known")
            case .noConverter(let encoding):
                throw ReadError(
                    .unknownFormat, file: file, cause: "the system cannot convert text in \(encoding.rawValue)")
            }
        }
    }
}
