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
            Finding(.fileRepaired, message: "the file is damaged and was repaired: \($0)")
        }
        var unmapped = 0
        for number in 1...document.pageCount {
            do {
                let page = try document.pageWithImageLines(number)
                findings += Self.findings(on: page)
                unmapped += page.unmappedGlyphs
                layouts.append(PageLayout(page))
            } catch {
                findings.append(Finding(.pageDamaged, message: error.description, page: number))
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
            findings.append(
                Finding(
                    .pageWithoutText,
                    message: "page \(page.number) is an image"
                        + (kind == .scan
                            ? " without text" : " with a hidden text layer, which is not trusted"),
                    page: page.number))
        }
        if page.unmappedGlyphs > 0 {
            findings.append(
                Finding(
                    .textUntrusted,
                    message: "page \(page.number) has \(page.unmappedGlyphs) characters without a Unicode text",
                    page: page.number))
        }
        if page.isTruncated {
            findings.append(
                Finding(
                    .pageDamaged, message: "page \(page.number) draws too much; it was read in part", page: page.number)
            )
        }
        return findings
    }
}
