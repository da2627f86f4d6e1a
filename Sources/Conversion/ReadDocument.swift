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

    init(_ document: PDFDocument) throws(PDFError) {
        var layouts: [PageLayout] = []
        var findings = document.messages.prefix(1).map {
            Finding(.fileRepaired, [.cause: $0])
        }
        var unmapped = 0
        for number in 1...document.pageCount {
            do {
                let page = try document.pageWithImageLines(number)
                findings += Self.findings(on: page)
                unmapped += page.unmappedGlyphs
                layouts.append(PageLayout(page))
            } catch {
                findings.append(Finding(.pageDamaged, [.cause: error.cause], page: number))
            }
        }
        pageCount = document.pageCount
        layout = DocumentLayout(layouts)
        isTextCertain = unmapped == 0
        self.findings = findings
    }

    private static func findings(on page: Page) -> [Finding] {
        var findings: [Finding] = []
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
