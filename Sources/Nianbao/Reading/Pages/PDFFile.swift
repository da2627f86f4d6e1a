internal import DocumentModel
internal import FileAccess
internal import PDFReader
internal import ReportStandard

/// A PDF.
struct PDFFile: PagedFile {
    static let kind = Source.Kind.pdf
    static let endings: Set = ["pdf"]

    let document: PDFDocument

    static func evidence(in file: FileBytes) throws(ReadError) -> FormatEvidence? {
        if PDFDocument.isPDF(file) { return .certain }
        guard file.count > 0, endings.contains(FileName(file.name).ending) else { return nil }
        throw ReadError(.notPDF, file: file.name, cause: "not a PDF file: it has no %PDF header")
    }

    init(_ file: FileBytes, password: String?) throws(ReadError) {
        do { document = try PDFDocument(file, password: password) } catch { throw ReadError(error) }
    }

    var pageCount: Int { document.pageCount }
    var messages: [String] { document.messages }
    var title: String? { document.title }
    func facts() -> DocumentFacts? { try? document.facts() }

    func content(page number: Int) throws(ReadError) -> Page {
        try reading { () throws(PDFError) in try document.page(number) }
    }

    func picture(page number: Int, resolution: Double) throws(ReadError) -> PageImage {
        try reading { () throws(PDFError) in try document.image(page: number, resolution: resolution) }
    }

    func brightness(page number: Int, resolution: Double) throws(ReadError) -> Bitmap {
        try reading { () throws(PDFError) in try document.bitmap(page: number, resolution: resolution) }
    }

    func png(page number: Int, resolution: Double, overlay: Drawing) throws(ReadError) -> [UInt8] {
        try reading { () throws(PDFError) in
            try document.png(page: number, resolution: resolution, overlay: overlay)
        }
    }

    private func reading<T>(_ body: () throws(PDFError) -> T) throws(ReadError) -> T {
        do { return try body() } catch { throw ReadError(error) }
    }
}
