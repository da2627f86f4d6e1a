import DocumentModel
import FileAccess
import PDFReader
import TestSupport

/// Reads the first page of a file with one page of `content`, 200 × 100 points unless `mediaBox` says otherwise.
func madePage(
    _ content: String, mediaBox: [Double] = [0, 0, 200, 100], resources: String = "", fonts: String = "",
    entries: String = "", objects: [String: TestPDF.Object] = [:]
) throws -> Page {
    let page = TestPDF.Page(content, mediaBox: mediaBox, resources: resources, fonts: fonts, entries: entries)
    return try PDFDocument(made: TestPDF(page, objects: objects)).page(1)
}

extension PDFDocument {
    convenience init(made file: TestPDF, password: String? = nil) throws {
        try self.init(FileBytes(name: "made.pdf", file.bytes), password: password)
    }
}

extension Glyph {
    /// `[x, y, dx, dy, size]` in hundredths: where it starts, its advance, its size.
    var place: [Double] { [origin.x, origin.y, advance.x, advance.y, size].map(\.roundedToHundredths) }
}

extension Page {
    /// The glyphs' texts, one after the other.
    var text: String { glyphs.map(\.text).joined() }
}

/// The error that `body` throws, nil where it throws none.
func failure<T>(_ body: () throws -> T) -> PDFError? {
    do {
        _ = try body()
        return nil
    } catch {
        return error as? PDFError
    }
}
