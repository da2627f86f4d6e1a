import DocumentModel
import FileAccess
import PDFReader
import TableGrid
import TestSupport
import Testing

/// However the big table of the report is drawn, it is one grid of 28 rows and 10 columns with the same cells.
@Suite("The big table of the report")
struct BigTableTests {
    /// On one page, and cut after row 9 in the middle of two merged cells, after row 5 so that the first page has no label
    /// column but one, and after row 19.
    static let breaks: [Int?] = [nil, 10, 6, 20]

    @Test("drawn in any way, on one page and over two", arguments: BigTableWay.all, breaks)
    func drawn(way: BigTableWay, after rows: Int?) throws {
        for style in [BigTable.Style.centered, .left] {
            let table = BigTable(style)
            let pages = pages(of: table, way: way, after: rows)
            expect(try tables(pages), table, pages: pages.count, style.name)
        }
    }

    @Test("with long numbers broken over the lines of narrow cells", arguments: breaks)
    func wrapped(after rows: Int?) throws {
        var style = BigTable.Style.centered
        style.widths = [15, 60, 140] + [Double](repeating: 28, count: 7)
        let table = BigTable(style) { ($0 + $1) % 4 == 0 ? "\(12_345 + 891 * $0 + $1)" : "\($0)" }
        let pages = pages(of: table, way: .strokes, after: rows)
        expect(try tables(pages), table, pages: pages.count)
    }

    @Test(
        "on pages stored on their side, and sideways on upright pages",
        arguments: [
            ("/Rotate 90", "0 1 -1 0 800 0 cm"), ("/Rotate 270", "0 -1 1 0 0 600 cm"), ("", "0 1 -1 0 800 0 cm"),
            ("", "0 -1 1 0 0 600 cm"),
        ], breaks)
    func turned(how: (entries: String, matrix: String), after rows: Int?) throws {
        let table = BigTable(.left)
        let pages = pages(of: table, way: .strokes, after: rows).map { page in
            var page = page
            page.content = how.matrix + "\n" + page.content
            page.mediaBox = [0, 0, 800, 600]
            page.entries = how.entries
            return page
        }
        expect(try tables(pages), table, pages: pages.count)
    }

    @Test(
        "sideways beside more upright text than it has itself",
        arguments: ["0 0.7 -0.7 0 620 60 cm", "0 -0.7 0.7 0 30 480 cm"],
        [BigTableWay.strokes, BigTableWay.all[18]])
    func beside(matrix: String, way: BigTableWay) throws {
        let table = BigTable(.centered)
        let sheet = table.sheet(0..<28, top: 20)
        let prose = (0..<30).map { BigTable.Sheet.text(Self.prose, x: 40, y: 40 + 9 * Double($0), size: 8) }.joined()
        let content = prose + "q \(matrix)\n" + way.rules(sheet) + "\n0 g\n" + sheet.text + "Q"
        let layout = try layout([TestPDF.Page(content, mediaBox: [0, 0, 620, 800])])
        expect(layout.tables, table, pages: 1)
        #expect(layout.blocks.count == 2)
    }

    @Test(
        "with its rules in a form, a transparency group or a pattern", arguments: ["form", "group", "pattern"], breaks)
    func indirect(kind: String, after rows: Int?) throws {
        let table = BigTable(.left)
        var objects: [String: TestPDF.Object] = [:]
        let pages = parts(after: rows).enumerated().map { index, part in
            let sheet = table.sheet(part, top: 60)
            let rules = BigTableWay.strokes.rules(sheet)
            let name = "Rules\(index)"
            if kind == "pattern" {
                objects[name] = .stream(
                    """
                    /Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 620 800] /XStep 620 /YStep 800
                    /Resources << >>
                    """, rules)
                return TestPDF.Page(
                    "q /Pattern cs /P scn 0 0 620 800 re f Q\n" + sheet.text, mediaBox: [0, 0, 620, 800],
                    resources: "/Pattern << /P $\(name) >>")
            }
            objects[name] = .stream(
                "/Type /XObject /Subtype /Form /BBox [0 0 620 800]"
                    + (kind == "group" ? " /Group << /S /Transparency >>" : ""),
                rules)
            return TestPDF.Page(
                "/X Do\n" + sheet.text, mediaBox: [0, 0, 620, 800], resources: "/XObject << /X $\(name) >>")
        }
        expect(try layout(pages, objects: objects).tables, table, pages: pages.count)
    }

    @Test("without rules and with its heading on both pages", arguments: [BigTable.Style.centered, .left])
    func repeatedHeading(style: BigTable.Style) throws {
        let table = BigTable(style)
        let (first, head) = (table.sheet(0..<10, top: 60), table.sheet(0..<3, top: 40))
        let second = table.sheet(10..<28, top: head.ys[3])
        let pages = [first.text, head.text + second.text].map { TestPDF.Page($0, mediaBox: [0, 0, 620, 800]) }
        expect(try layout(pages).tables, table, pages: 2)
    }

    /// The fixture is the table on two pages, sealed with an owner password alone: `qpdf --encrypt "" owner 256 --extract=n --`.
    @Test("in a file that asks not to be copied from, encrypted without a password")
    func noPermission() throws {
        let document = try PDFDocument(FileBytes(path: Project.fixture("big-table-no-copy.pdf")))
        let layout = DocumentLayout(pages: try (1...document.pageCount).map { try document.page($0) })
        expect(layout.tables, BigTable(.left), pages: 2)
    }

    @Test("a picture of it is no table")
    func scan() throws {
        let image = TestPDF.Object.stream(
            "/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8", "x")
        let page = TestPDF.Page(
            "q 620 0 0 800 0 0 cm /Scan Do Q", mediaBox: [0, 0, 620, 800], resources: "/XObject << /Scan $Scan >>")
        #expect(try layout([page], objects: ["Scan": image]).blocks.isEmpty)
    }

    // MARK: Pages

    private static let prose = "本机关认真贯彻落实《中华人民共和国政府信息公开条例》，坚持以公开为常态、不公开为例外，主动公开各类政府信息，"

    private func parts(after rows: Int?) -> [Range<Int>] { rows.map { [0..<$0, $0..<28] } ?? [0..<28] }

    /// With prose above the table and below it, and page numbers.
    private func pages(of table: BigTable, way: BigTableWay, after rows: Int?) -> [TestPDF.Page] {
        parts(after: rows).enumerated().map { index, part in
            let sheet = table.sheet(part, top: part.lowerBound == 0 ? 60 : 30)
            var content =
                way.rules(sheet) + "\n0 g\n" + sheet.text + BigTable.Sheet.text("\(index + 1)", x: 300, y: 790)
            if part.lowerBound == 0 { content += BigTable.Sheet.text(Self.prose, x: 40, y: 40) }
            if part.upperBound == 28 {
                content += BigTable.Sheet.text(Self.prose, x: 40, y: sheet.ys[sheet.ys.count - 1] + 30)
            }
            return TestPDF.Page(content, mediaBox: [0, 0, 600, 800])
        }
    }

    private func layout(_ pages: [TestPDF.Page], objects: [String: TestPDF.Object] = [:]) throws -> DocumentLayout {
        let document = try PDFDocument(FileBytes(name: "made.pdf", TestPDF(pages: pages, objects: objects).bytes))
        return DocumentLayout(pages: try (1...document.pageCount).map { try document.page($0) })
    }

    private func tables(_ pages: [TestPDF.Page]) throws -> [Table] { try layout(pages).tables }

    private func expect(
        _ tables: [Table], _ table: BigTable, pages: Int, _ note: String = "",
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        #expect(tables.map { "\($0.rows) × \($0.columns)" } == ["28 × 10"], "\(note)", sourceLocation: sourceLocation)
        guard let found = tables.first, tables.count == 1 else { return }
        let (got, wanted) = (found.listing, table.listing)
        let difference = got.difference(from: wanted)
        #expect(difference.isEmpty, "\(note)", sourceLocation: sourceLocation)
        #expect(found.pages == Array(1...pages), "\(note)", sourceLocation: sourceLocation)
    }
}
