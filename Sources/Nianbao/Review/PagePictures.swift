package import DocumentModel
package import FileAccess
internal import PageCanvas

/// Pictures of the pages of a file, as they look, with nothing laid over.
package struct PagePictures {
    private let file: String
    private let input: any PagedReading

    /// - Throws: ``ReadError`` with kind `noPages` for a file without pages.
    package init(_ file: FileBytes, password: String? = nil) throws(ReadError) {
        self.file = file.name
        let reader = DocumentReader(
            .init(password: password), engines: Engines(OCROptions(mode: .never), OfficeOptions()))
        input = try reader.openPages(file)
    }

    package var pageCount: Int { input.pageCount }

    /// - Parameters:
    ///   - number: from 1.
    ///   - resolution: pixels per inch, 10 to 1200.
    package func png(page number: Int, resolution: Double) throws(ReadError) -> [UInt8] {
        try input.png(page: number, resolution: resolution, overlay: Drawing())
    }

    /// A part of a page with a frame around what it is about.
    ///
    /// - Parameters:
    ///   - box: what is framed, in points.
    ///   - margin: how much of the page around it is shown, in points.
    package func png(
        page number: Int, around box: Box, margin: (x: Double, y: Double), resolution: Double
    ) throws(ReadError) -> [UInt8] {
        let image = try input.picture(page: number, resolution: resolution)
        let page = Box(x0: 0, y0: 0, x1: Double(image.width) / image.scale, y1: Double(image.height) / image.scale)
        let wanted = Box(x0: box.x0 - margin.x, y0: box.y0 - margin.y, x1: box.x1 + margin.x, y1: box.y1 + margin.y)
        guard let part = wanted.intersection(page), part.width >= 1, part.height >= 1 else {
            throw ReadError(.picture, file: file, page: number, cause: "the place is not on the page")
        }
        do throws(CanvasError) {
            let canvas = try PageCanvas(width: part.width, height: part.height, resolution: resolution)
            let place = Transform.scale(page.x1, page.y1)
                .then(.shift(-part.x0, -part.y0))
            canvas.paint(
                Painting(marks: [
                    .image(image, place: place, clip: Box(x0: 0, y0: 0, x1: part.width, y1: part.height))
                ]))
            let frame = Box(
                x0: box.x0 - part.x0, y0: box.y0 - part.y0, x1: box.x1 - part.x0, y1: box.y1 - part.y0)
            canvas.paint(
                Drawing(shapes: [.box(frame.expanded(by: 1), stroke: Color(rgb: 0xC8_1E1E), width: 1.5, fill: nil)]))
            return try canvas.png()
        } catch {
            throw ReadError(.picture, file: file, page: number, cause: error.cause)
        }
    }
}
