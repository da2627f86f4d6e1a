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
        var recognized = 0
        for number in 1...document.pageCount {
            do {
                var failure: ScanError?
                let page = try document.page(number, engine: engine, always: always) { failure = $0 }
                findings += Self.findings(on: page, failure: failure, engine: engine)
                isCertain = isCertain && page.unmappedGlyphs == 0 && !page.isRecognized
                if page.isRecognized { recognized += 1 }
                layouts.append(PageLayout(page))
            } catch {
                findings.append(Finding(.pageDamaged, [.cause: error.cause], page: number))
            }
        }
        pageCount = document.pageCount
        blocks = DocumentLayout(layouts).blocks
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
