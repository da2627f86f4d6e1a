internal import DocumentModel
internal import FileAccess
internal import ImageCleaning
internal import PDFReader
internal import PageCanvas
internal import ReportStandard

/// A picture, or a TIFF of several: pages without text.
struct PictureSheets: CanvasFile {
    static let kind = Source.Kind.picture
    static let endings: Set = ["png", "jpg", "jpeg", "tif", "tiff", "webp", "bmp"]

    let name: String
    private let file: PictureFile
    private let sheets = SheetMemory()

    static func evidence(in file: FileBytes) -> FormatEvidence? {
        PictureFile.Format(file.prefix(16)) == nil ? nil : .certain
    }

    init(_ file: FileBytes, password: String?) throws(ReadError) {
        guard let picture = PictureFile(file.prefix(file.count)) else {
            throw ReadError(.damaged, file: file.name, cause: "no picture that can be opened")
        }
        (name, self.file) = (file.name, picture)
    }

    var pageCount: Int { file.sizes.count }
    var title: String? { nil }
    func facts() -> DocumentFacts? { DocumentFacts(version: file.format.rawValue.uppercased()) }

    func content(page number: Int) throws(ReadError) -> Page {
        let sheet = try sheet(number)
        let (width, height) = (Double(sheet.width) / sheet.scale, Double(sheet.height) / sheet.scale)
        var page = Page(number: number, width: width, height: height)
        page.images = [PlacedImage(box: page.box, width: sheet.width, height: sheet.height, isMask: false)]
        return page
    }

    func picture(page number: Int, resolution: Double) throws(ReadError) -> PageImage {
        let sheet = try sheet(number)
        // As it is, wherever that will do.
        if abs(72 * sheet.scale - resolution) < 1 { return sheet }
        return try drawn(number, resolution: resolution) { canvas throws(CanvasError) in try canvas.image() }
    }

    func canvas(page number: Int, resolution: Double) throws(ReadError) -> PageCanvas {
        let sheet = try sheet(number)
        let box = Box(x0: 0, y0: 0, x1: Double(sheet.width) / sheet.scale, y1: Double(sheet.height) / sheet.scale)
        do {
            let canvas = try PageCanvas(width: box.x1, height: box.y1, resolution: resolution)
            canvas.paint(Painting(marks: [.image(sheet, place: .scale(box.x1, box.y1), clip: box)]))
            return canvas
        } catch {
            throw ReadError(.picture, file: name, page: number, cause: error.cause)
        }
    }

    private func sheet(_ number: Int) throws(ReadError) -> PageImage {
        if let known = sheets.last, known.page == number { return known.sheet }
        guard (1...pageCount).contains(number) else {
            throw ReadError(.noSuchPage, file: name, page: number, cause: "no such page; the file has \(pageCount)")
        }
        guard let sheet = file.sheet(page: number) else {
            throw ReadError(
                .picture, file: name, page: number, cause: "the picture is damaged, or too large to be that of a page")
        }
        sheets.last = (number, sheet)
        return sheet
    }

    /// The sheet used last: a page is asked for several times, and takes long to unpack.
    private final class SheetMemory {
        var last: (page: Int, sheet: PageImage)?
    }
}
