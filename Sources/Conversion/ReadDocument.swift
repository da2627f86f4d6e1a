internal import DocumentModel
internal import PDFReader
internal import ReportStandard
internal import TableGrid

/// A PDF read page by page: its layout, and what there is to say about its pages.
struct ReadDocument {
    let pageCount: Int
    let layout: DocumentLayout
    /// False where glyphs have no Unicode text.
    let isTextCertain: Bool
    let findings: [Finding]

    /// - Parameter engine: reads pages whose text is missing, or cannot be trusted; nil leaves them.
    init(_ document: PDFDocument, engine: ScanEngine? = nil) throws(PDFError) {
        var layouts: [PageLayout] = []
        var findings = document.messages.prefix(1).map {
            Finding(.fileRepaired, [.cause: $0])
        }
        var isCertain = true
        for number in 1...document.pageCount {
            do {
                let page = try document.page(number, engine: engine) { error in
                    findings.append(Finding(.pageDamaged, [.cause: error.cause], page: number))
                }
                findings += Self.findings(on: page)
                isCertain = isCertain && page.unmappedGlyphs == 0 && !page.isRecognized
                layouts.append(PageLayout(page))
            } catch {
                findings.append(Finding(.pageDamaged, [.cause: error.cause], page: number))
            }
        }
        pageCount = document.pageCount
        layout = DocumentLayout(layouts)
        isTextCertain = isCertain
        self.findings = findings
    }

    private static func findings(on page: Page) -> [Finding] {
        var findings: [Finding] = []
        if page.isRecognized { return [] }
        let kind = page.contentKind
        if kind == .scan || kind == .scanWithHiddenText {
            let reason: Finding.Reason = kind == .scan ? .image : .hiddenText
            findings.append(Finding(.pageWithoutText, [.reason: reason.rawValue], page: page.number))
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
