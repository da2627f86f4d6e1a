import DocumentModel
import PDFReader
import TestSupport
import Testing

@Suite("Drawn pages")
struct PageDrawingTests {
    @Test(
        "a page is drawn as a PNG of its displayed size",
        arguments: [
            ("", 72, 200, 100), ("", 144, 400, 200), ("/Rotate 90", 72, 100, 200), ("/UserUnit 2", 72, 400, 200),
            ("/CropBox [10 20 150 90]", 72, 140, 70), ("/CropBox [0 0 100.2 50.5]", 72, 101, 51),
            // The limits: 10 and 1200 pixels per inch.
            ("", 1, 28, 14), ("", 10_000, 3334, 1667),
        ])
    func size(entries: String, resolution: Double, width: Int, height: Int) throws {
        let document = try PDFDocument(
            made: TestPDF(TestPDF.Page("20 40 100 30 re f", entries: entries)))
        let png = try document.png(page: 1, resolution: resolution)
        #expect(png.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]))
        // The header chunk follows: length, type, width, height.
        func number(at index: Int) -> Int { png[index..<(index + 4)].reduce(0) { $0 << 8 | Int($1) } }
        #expect((number(at: 16), number(at: 20)) == (width, height))
    }

    @Test("an overlay is painted over the page, and an empty one changes nothing")
    func overlay() throws {
        let document = try PDFDocument(made: TestPDF(TestPDF.Page("20 40 100 30 re f")))
        let plain = try document.png(page: 1)
        #expect(try document.png(page: 1, overlay: Drawing()) == plain)
        let red = Drawing(shapes: [
            .box(
                Box(x0: 0, y0: 0, x1: 50, y1: 50), stroke: nil, width: 0, fill: .init(Color(rgb: 0xFF0000), opacity: 1))
        ])
        #expect(try document.png(page: 1, overlay: red) != plain)
        // A page that shows the same by itself: the overlay lies in page space, counted from the top.
        let same = try PDFDocument(made: TestPDF(TestPDF.Page("20 40 100 30 re f 1 0 0 rg 0 50 50 50 re f")))
        #expect(try same.png(page: 1) == document.png(page: 1, overlay: red))
    }

    @Test("drawing a page does not interpret it for its size, however often it is drawn")
    func interpretations() throws {
        let document = try PDFDocument(made: TestPDF(TestPDF.Page("20 40 100 30 re f")))
        _ = try document.page(1)
        #expect(document.interpretations == 1)
        _ = try document.image(page: 1, resolution: 72)
        _ = try document.bitmap(page: 1, resolution: 72)
        _ = try document.facts()
        #expect(document.interpretations == 1)
    }

    @Test("a page too large to draw is an error of its own")
    func tooLarge() throws {
        let document = try PDFDocument(made: TestPDF(TestPDF.Page("", mediaBox: [0, 0, 100_000, 200])))
        let error = try #require(failure { try document.png(page: 1) })
        #expect(error.kind == .drawing)
        #expect((error.file, error.page) == ("made.pdf", 1))
    }

    @Test("so is one that is too large to count its pixels")
    func monstrous() async {
        await #expect(processExitsWith: .success) {
            let side = 9_000_000_000_000_000.0
            let page = TestPDF.Page("", mediaBox: [0, 0, side, side], entries: "/UserUnit 1000")
            let document = try PDFDocument(made: TestPDF(page))
            #expect(failure { try document.png(page: 1) }?.kind == .drawing)
        }
    }
}
