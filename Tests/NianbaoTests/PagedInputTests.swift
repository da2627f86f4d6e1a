import DocumentModel
import FileAccess
import Foundation
import ReportForms
import ReportStandard
import TestSupport
import Testing

@testable import Nianbao

@Suite("OFD files and pictures as inputs")
struct PagedInputTests {
    private let noRecognition = OCROptions(mode: .never)

    /// A table of two rows and two columns, drawn with lines.
    private var sheet: String {
        let lines = [10, 20, 30].map { "M 10 \($0) L 70 \($0)" } + [10, 40, 70].map { "M \($0) 10 L \($0) 30" }
        let cells = [(12, 12, "规章"), (42, 12, "3"), (12, 22, "文件"), (42, 22, "15")].map { x, y, text in
            MadeOFD.text(text, boundary: "\(x) \(y) 25 6", code: #"X="0" Y="5""#, attributes: #"Size="5""#)
        }
        return MadeOFD.path(lines.joined(separator: " ")) + cells.joined()
    }

    @Test(
        "both are known by their content, whatever their name",
        arguments: ["a.ofd", "a.pdf", "a.docx", "a.png", "a.md", "a", "-"])
    func content(name: String) throws {
        func kind(_ bytes: [UInt8]) throws -> Source.Kind { try Source.Kind(of: FileBytes(name: name, bytes)) }
        #expect(try kind(MadeOFD.file(pages: [""])) == .ofd)
        #expect(try kind(MadePicture.bmp(width: 3, height: 3)) == .picture)
    }

    @Test("a table of an OFD page has its cells, with boxes in points")
    func table() throws {
        let file = FileBytes(name: "a.ofd", MadeOFD.file(pages: [sheet]))
        let document = try DocumentReader(.init(details: [.facts, .pageSummaries]), ocr: noRecognition).read(file)
        #expect(document.kind == .ofd && document.pageCount == 1 && document.title == "年报")
        #expect(document.facts?.author == "水务局")
        #expect(document.pages.map(\.summary?.content) == ["text"])
        let table = try #require(document.tables.first)
        #expect(table.cells.map(\.text) == ["规章", "3", "文件", "15"])
        #expect(table.isRuled && table.pages == [1])
        let box = try #require(table.cells[3].box)
        #expect([box.x0, box.y0, box.x1, box.y1].map { ($0 * 25.4 / 72).rounded() } == [40, 20, 70, 30])
        #expect(document.findings.isEmpty && document.problems.isEmpty)
    }

    @Test("glyphs and rulings are listed, a page is drawn with what was read")
    func shown() throws {
        let folder = try TemporaryFolder()
        let path = folder.path("a.ofd")
        try Data(MadeOFD.file(pages: [sheet])).write(to: URL(filePath: path))
        var lines: [String] = []
        try GlyphLines(path: path).glyphs { lines.append($0) }
        #expect(lines.count == 7 && lines[0].contains(#""text":"规""#))
        lines = []
        try GlyphLines(path: path).rulings { lines.append($0) }
        #expect(lines.count == 6 && lines[0].contains(#""kind":"horizontal""#))
        let drawing = PageDrawing(forms: try .builtIn(), layers: [.cells], resolution: 36, ocr: noRecognition)
        let bytes = try drawing.picture(path: path, page: 1, format: .svg)
        let svg = String(decoding: bytes, as: UTF8.self)
        #expect(svg.contains(#"width="283.46pt" height="141.73pt""#))
        #expect(try PageTrace.traces(path: path, ocr: noRecognition).map(\.tables.count) == [1])
        let other = try folder.write("a.md", "# 年报")
        let error = try #require(
            #expect(throws: ReadError.self) { try drawing.picture(path: other, page: 1, format: .svg) })
        #expect(error.kind == .noPages)
    }

    @Test("what is drawn shows on the page: lines, text and pictures")
    func painted() throws {
        let resources =
            #"<ofd:MultiMedias><ofd:MultiMedia ID="7"><ofd:MediaFile>a.bmp</ofd:MediaFile></ofd:MultiMedia></ofd:MultiMedias>"#
        let picture = #"<ofd:ImageObject ID="5" ResourceID="7" Boundary="80 30 10 10" CTM="10 0 0 10 0 0"/>"#
        let black = MadePicture.bmp(width: 8, height: 8) { _, _ in true }
        let file = FileBytes(
            name: "a.ofd",
            MadeOFD.file(pages: [sheet + picture, ""], resources: resources, parts: [("Doc_0/a.bmp", black)]))
        let pages = try OFDFile(file, password: nil)
        let drawn = try pages.brightness(page: 1, resolution: 72)
        func isDark(_ x: Double, _ y: Double) -> Bool {
            let (column, row) = (Int(x / 25.4 * 72 * drawn.scale), Int(y / 25.4 * 72 * drawn.scale))
            return drawn.pixels[row * drawn.width + column] < 128
        }
        #expect(isDark(85, 35) && !isDark(75, 35))
        #expect((-1...1).contains { isDark(55, 20 + 0.2 * Double($0)) } && !isDark(55, 19))
        #expect(try pages.brightness(page: 2, resolution: 72).pixels.allSatisfy { $0 == 255 })
    }

    @Test("a picture is a page without text, as large as its resolution says")
    func picture() throws {
        let bytes = MadePicture.tiff(
            width: 1654, height: 400, resolution: 200, pages: [{ _, _ in false }, { _, _ in false }])
        let document = try DocumentReader(.init(details: [.pageSummaries]), ocr: noRecognition)
            .read(FileBytes(name: "a.tif", bytes))
        #expect(document.kind == .picture && document.pageCount == 2)
        #expect(document.pages.map { ($0.width * 100).rounded() / 100 } == [595.44, 595.44])
        #expect(document.pages.map(\.textDoubts) == [[.image], [.image]])
        #expect(document.pages.map(\.summary?.content) == ["scan", "scan"])
        #expect(document.findings.map(\.kind) == [.pageWithoutText, .pageWithoutText])
    }

    @Test("a picture that breaks off is damaged", arguments: [20, 5000])
    func damaged(length: Int) throws {
        let bytes = MadePicture.bmp(width: 300, height: 300)
        let file = FileBytes(name: "a.bmp", Array(bytes[..<length]))
        let error = #expect(throws: ReadError.self) { try DocumentReader(.init(), ocr: noRecognition).read(file) }
        #expect(error?.kind == .damaged)
    }
}
