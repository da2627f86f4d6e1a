internal import DocumentModel
internal import PDFReader
internal import TableGrid

extension PDFDocument {
    /// Reads a page, with the lines of a picture that stands behind its text.
    func pageWithImageLines(_ number: Int) throws(PDFError) -> Page {
        var page = try page(number)
        if page.mayHoldLinesInImages {
            // 150 pixels an inch: the thinnest lines of a form are two pixels.
            page.rulings += bitmapRulings(try bitmap(page: number, resolution: 150))
        }
        return page
    }
}
