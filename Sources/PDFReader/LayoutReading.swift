internal import CPoppler
package import DocumentModel

/// One character of poppler-glib's text layout.
package struct LayoutCharacter: Hashable, Sendable {
    package var text: String
    /// In page space. poppler-glib knows nothing of UserUnit; here it is applied.
    package var box: Box
}

extension PDFDocument {
    /// The page's text as poppler-glib lays it out: a reading of the same page that shares no code with ``page(_:)``.
    ///
    /// It drops duplicates and glyphs without Unicode, puts characters into reading order and adds blanks and line ends.
    package func layoutReading(page number: Int) throws(PDFError) -> [LayoutCharacter] {
        let unit = try geometry(page: number).user_unit
        return try opened().withPage(number) { page throws(PDFError) in
            guard let text = poppler_page_get_text(page) else { return [] }
            defer { g_free(text) }
            var rectangles: UnsafeMutablePointer<PopplerRectangle>?
            var count: guint = 0
            guard poppler_page_get_text_layout(page, &rectangles, &count) != 0, let rectangles else { return [] }
            defer { g_free(rectangles) }
            return zip(String(cString: text).unicodeScalars, UnsafeBufferPointer(start: rectangles, count: Int(count)))
                .map { scalar, box in
                    LayoutCharacter(
                        text: String(scalar),
                        box: Box(x0: box.x1 * unit, y0: box.y1 * unit, x1: box.x2 * unit, y1: box.y2 * unit))
                }
        }
    }
}
