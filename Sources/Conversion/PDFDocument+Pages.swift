internal import DocumentModel
internal import PDFReader
internal import ScanReader
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

    /// Reads a page by its text or, where that is missing or cannot be trusted, by its picture.
    ///
    /// - Parameters:
    ///   - engine: nil reads no pictures.
    ///   - always: by its picture, whatever its text is like.
    ///   - failed: told why a picture could not be read; the page is then as its text has it.
    func page(
        _ number: Int, engine: ScanEngine?, always: Bool = false, failed: (ScanError) -> Void
    ) throws(PDFError) -> Page {
        let page = try pageWithImageLines(number)
        guard let engine, always || engine.options.mode == .always || page.needsPicture else { return page }
        do throws(ScanError) {
            return try engine.read(page, of: self)
        } catch {
            failed(error)
            return page
        }
    }
}

extension Page {
    /// Its text is missing, or cannot be trusted.
    var needsPicture: Bool { !textDoubts.isEmpty }
}
