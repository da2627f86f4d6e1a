internal import DocumentModel
internal import FileAccess
internal import ImageCleaning
internal import OfficeReader
internal import ReportStandard
internal import ScanReader
internal import TableGrid

/// What the pictures in an office document show, where they show tables or pages.
struct PicturedBlocks {
    /// By how many blocks are before the picture.
    private var read: [(place: Int, blocks: [Block])] = []
    private(set) var findings: [Finding] = []

    /// - Parameter engine: nil reads none.
    init(_ pictures: [OfficePicture], name: String, tables: TableOptions, engine: ScanEngine?) {
        var unread = 0
        var cause: String?
        for picture in pictures {
            guard let file = PictureFile(picture.bytes[...]), Self.mayShowText(file) else { continue }
            do {
                guard let engine else {
                    unread += 1
                    continue
                }
                let sheets = try PictureSheets(FileBytes(name: name, picture.bytes), password: nil)
                let page = try engine.read(
                    try sheets.content(page: 1), of: sheets, sha256: Checksum.hexadecimal(of: picture.bytes))
                let layout = DocumentLayout([TableFinder(tables).layout(of: page)], options: tables)
                if Self.isTelling(layout.blocks) { read.append((picture.place, layout.blocks.map(\.withoutPlace))) }
            } catch {
                unread += 1
                cause = (error as? ScanError)?.cause ?? (error as? ReadError)?.cause
            }
        }
        if isAny {
            var details: [Finding.Detail: String] = [.count: String(read.count)]
            details[.cause] = engine?.singleReadingCause
            findings.append(Finding(.pageRecognized, details))
        }
        if unread > 0 {
            var details: [Finding.Detail: String] = [.count: String(unread)]
            details[.cause] = cause
            findings.append(Finding(.pageWithoutText, severity: .warning, details))
        }
    }

    var isAny: Bool { !read.isEmpty }

    func blocks(between own: [Block]) -> [Block] {
        var blocks: [Block] = []
        var start = 0
        for (place, pictured) in read {
            blocks += own[start..<place] + pictured
            start = place
        }
        return blocks + own[start...]
    }

    /// Large enough for a few lines of text, in pixels.
    private static func mayShowText(_ file: PictureFile) -> Bool {
        file.sizes.contains { $0.width >= 400 && $0.height >= 80 }
    }

    /// A table, or as many lines as a page has: a logo has a word or two.
    private static func isTelling(_ blocks: [Block]) -> Bool {
        blocks.contains { $0.table != nil } || blocks.count >= 5
    }
}

extension Block {
    /// In a document without pages a place on a picture says nothing.
    fileprivate var withoutPlace: Block {
        switch self {
        case .heading(let text): return .heading(TextBlock(text: text.text))
        case .paragraph(let text): return .paragraph(TextBlock(text: text.text))
        case .table(var table):
            (table.pages, table.box) = ([], nil)
            for index in table.cells.indices { (table.cells[index].page, table.cells[index].box) = (nil, nil) }
            return .table(table)
        }
    }
}
