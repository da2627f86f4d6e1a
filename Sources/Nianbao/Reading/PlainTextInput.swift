internal import DocumentModel
internal import FileAccess
internal import ReportStandard
internal import TableGrid
internal import TextReader

/// Text without markup: what copying, or a converter, has left of something else.
struct PlainTextInput: DocumentInput {
    static let kind = Source.Kind.text
    static let endings: Set = ["txt", "text"]

    private let file: FileBytes
    private let tables: TableOptions

    static func evidence(in file: FileBytes) -> FormatEvidence? { .possible }

    init(_ file: FileBytes, options: DocumentReader.Options, engines: Engines) {
        self.file = file
        tables = options.tables
    }

    func read(allPictures: Bool) throws(ReadError) -> ReadDocument {
        var input = InputText(of: file)
        var read = ReadDocument(kind: Self.kind, quality: .uncertain)
        read.blocks = blocks(of: try input.wholeText(of: file))
        read.findings = input.findings
        return read
    }

    /// Text that keeps the places on the page is laid out and read like a page; other text line by line.
    private func blocks(of text: String) -> [Block] {
        // A text has no pages for options to choose parts of.
        var tables = tables
        (tables.mode, tables.area, tables.columns, tables.joinsPages) = (.auto, nil, [], true)
        guard let layout = LayoutText(text) else { return PlainTextReader().blocks(of: text) }
        return DocumentLayout(pages: layout.layout, options: tables).blocks.map { block in
            // Counted in characters, boxes and pages say nothing to anybody.
            switch block {
            case .heading(let text): return .heading(TextBlock(text: text.text))
            case .paragraph(let text): return .paragraph(TextBlock(text: text.text))
            case .table(var table):
                (table.pages, table.box) = ([], nil)
                if table.grid == .inferred { table.grid = .laidOut }
                for index in table.cells.indices { (table.cells[index].page, table.cells[index].box) = (nil, nil) }
                return .table(table)
            }
        }
    }
}
