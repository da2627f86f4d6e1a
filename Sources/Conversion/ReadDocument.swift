internal import DocumentModel
internal import PDFReader
internal import ReportStandard
internal import ScanReader
internal import TableGrid

/// A PDF read page by page: its layout, and what there is to say about its pages.
struct ReadDocument {
    let pageCount: Int
    /// Headings, paragraphs and tables in reading order.
    let blocks: [Block]
    /// False where glyphs have no Unicode text, and where text was recognised.
    let isTextCertain: Bool
    let findings: [Finding]
    /// All of its pages were read by their pictures.
    let isRecognized: Bool

    /// - Parameters:
    ///   - engine: reads pages whose text is missing, or cannot be trusted; nil leaves them.
    ///   - always: all pages are read by their pictures.
    init(_ document: PDFDocument, engine: ScanEngine? = nil, always: Bool = false) throws(PDFError) {
        var layouts: [PageLayout] = []
        var findings = document.messages.prefix(1).map {
            Finding(.fileRepaired, [.cause: $0])
        }
        var isCertain = true
        var straightened: [Int: Page] = [:]
        var recognized = 0
        for number in 1...document.pageCount {
            do {
                var failure: ScanError?
                let page = try document.page(number, engine: engine, always: always) { failure = $0 }
                findings += Self.findings(on: page, failure: failure, engine: engine)
                isCertain = isCertain && page.unmappedGlyphs == 0 && !page.isRecognized
                if page.isRecognized { recognized += 1 }
                if page.skew != 0 {
                    var frame = page
                    (frame.glyphs, frame.rulings, frame.readings) = ([], [], nil)
                    straightened[number] = frame
                }
                layouts.append(PageLayout(page))
            } catch {
                findings.append(Finding(.pageDamaged, [.cause: error.cause], page: number))
            }
        }
        pageCount = document.pageCount
        let layout = DocumentLayout(layouts)
        blocks = straightened.isEmpty ? layout.blocks : layout.blocks.map { $0.displayed(on: straightened) }
        isTextCertain = isCertain
        isRecognized = recognized == document.pageCount
        self.findings = findings
    }

    private static func findings(on page: Page, failure: ScanError?, engine: ScanEngine?) -> [Finding] {
        if page.isRecognized {
            var details: [Finding.Detail: String] = [:]
            details[.cause] = engine?.singleReadingCause
            return [Finding(.pageRecognized, details, page: page.number)]
        }
        var findings: [Finding] = []
        let kind = page.contentKind
        if kind == .scan || kind == .scanWithHiddenText {
            let reason: Finding.Reason = kind == .scan ? .image : .hiddenText
            var details: [Finding.Detail: String] = [.reason: reason.rawValue]
            details[.cause] = failure?.cause
            findings.append(Finding(.pageWithoutText, details, page: page.number))
        } else if let failure {
            findings.append(Finding(.pageDamaged, [.cause: failure.cause], page: page.number))
        }
        if page.unmappedGlyphs > 0 {
            findings.append(Finding(.textUntrusted, [.count: String(page.unmappedGlyphs)], page: page.number))
        }
        if page.isTruncated {
            findings.append(Finding(.pageDamaged, page: page.number))
        }
        return findings
    }
}

extension Block {
    /// With its boxes where they are on the pages as displayed.
    fileprivate func displayed(on pages: [Int: Page]) -> Block {
        func text(_ block: TextBlock) -> TextBlock {
            var block = block
            if let page = block.page.flatMap({ pages[$0] }) { block.box = block.box.map(page.displayed) }
            return block
        }
        switch self {
        case .heading(let block): return .heading(text(block))
        case .paragraph(let block): return .paragraph(text(block))
        case .table(var table):
            if let page = table.pages.first.flatMap({ pages[$0] }) { table.box = table.box.map(page.displayed) }
            for index in table.cells.indices {
                guard let page = table.cells[index].page.flatMap({ pages[$0] }) else { continue }
                table.cells[index].box = table.cells[index].box.map(page.displayed)
            }
            return .table(table)
        }
    }
}
