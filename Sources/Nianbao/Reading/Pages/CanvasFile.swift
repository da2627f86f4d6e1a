internal import DocumentModel
internal import PageCanvas

/// A file whose pages are drawn from what was read of them.
protocol CanvasFile: PagedFile {
    /// What the file is called in messages.
    var name: String { get }
    /// Page `number` as it looks.
    func canvas(page number: Int, resolution: Double) throws(ReadError) -> PageCanvas
}

extension CanvasFile {
    func picture(page number: Int, resolution: Double) throws(ReadError) -> PageImage {
        try drawn(number, resolution: resolution) { canvas throws(CanvasError) in try canvas.image() }
    }

    func brightness(page number: Int, resolution: Double) throws(ReadError) -> Bitmap {
        try drawn(number, resolution: resolution) { canvas throws(CanvasError) in try canvas.bitmap() }
    }

    func png(page number: Int, resolution: Double, overlay: Drawing) throws(ReadError) -> [UInt8] {
        try drawn(number, resolution: resolution) { canvas throws(CanvasError) in
            canvas.paint(overlay)
            return try canvas.png()
        }
    }

    /// What `body` makes of page `number` once it is drawn.
    func drawn<T>(
        _ number: Int, resolution: Double, _ body: (PageCanvas) throws(CanvasError) -> T
    ) throws(ReadError) -> T {
        let canvas = try canvas(page: number, resolution: resolution)
        do { return try body(canvas) } catch {
            throw ReadError(.picture, file: name, page: number, cause: error.cause)
        }
    }
}
