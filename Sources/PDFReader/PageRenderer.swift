internal import CPoppler
public import DocumentModel
internal import PageCanvas

extension PDFDocument {
    /// Draws page `number` (from 1) as a PNG image, with `overlay` painted over it.
    ///
    /// - Parameter resolution: pixels per inch, 10 to 1200.
    /// - Throws: ``PDFError`` with kind `noSuchPage`, or `drawing` where the image cannot be made.
    public func png(
        page number: Int, resolution: Double = 144, overlay: Drawing = Drawing()
    ) throws(PDFError) -> [UInt8] {
        try drawing(number, canvas(page: number, resolution: resolution, overlay: overlay).png)
    }

    /// Draws page `number` (from 1) and gives its brightness, pixel by pixel.
    ///
    /// - Parameter resolution: pixels per inch, 10 to 1200.
    /// - Throws: ``PDFError`` with kind `noSuchPage`, or `drawing` where the image cannot be made.
    public func bitmap(page number: Int, resolution: Double) throws(PDFError) -> Bitmap {
        try drawing(number, canvas(page: number, resolution: resolution, overlay: Drawing()).bitmap)
    }

    /// Draws page `number` (from 1) in colour.
    ///
    /// - Parameter resolution: pixels per inch, 10 to 1200.
    /// - Throws: ``PDFError`` with kind `noSuchPage`, or `drawing` where the image cannot be made.
    public func image(page number: Int, resolution: Double) throws(PDFError) -> PageImage {
        try drawing(number, canvas(page: number, resolution: resolution, overlay: Drawing()).image)
    }

    private func canvas(page number: Int, resolution: Double, overlay: Drawing) throws(PDFError) -> PageCanvas {
        let geometry = try geometry(page: number)
        let canvas = try drawing(number) { () throws(CanvasError) in
            try PageCanvas(width: geometry.width, height: geometry.height, resolution: resolution)
        }
        try opened().withPage(number) { page throws(PDFError) in
            canvas.render(unit: geometry.user_unit) { poppler_page_render(page, $0) }
        }
        canvas.paint(overlay)
        return canvas
    }

    private func drawing<T>(_ page: Int, _ body: () throws(CanvasError) -> T) throws(PDFError) -> T {
        do { return try body() } catch { throw PDFError(.drawing, file: file, page: page, cause: error.cause) }
    }
}
