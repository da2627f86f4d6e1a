import DocumentModel
import PDFReader
import TestSupport
import Testing

/// One glyph at (20, 50), one line from (20, 40) to (120, 40) on 200 × 100 points: where they are on the page as displayed.
@Suite("Page space")
struct PageSpaceTests {
    private let content = "BT /F1 12 Tf 20 50 Td (H) Tj ET 1 w 20 40 m 120 40 l S"

    @Test(
        "/Rotate turns the page clockwise",
        arguments: [
            (0, 200, 100, [20, 50, 8.66, 0, 12], .horizontal, 60, 20...120),
            (90, 100, 200, [50, 20, 0, 8.66, 12], .vertical, 40, 20...120),
            (180, 200, 100, [180, 50, -8.66, 0, 12], .horizontal, 40, 80...180),
            (270, 100, 200, [50, 180, 0, -8.66, 12], .vertical, 60, 80...180),
            (-90, 100, 200, [50, 180, 0, -8.66, 12], .vertical, 60, 80...180),
            (450, 100, 200, [50, 20, 0, 8.66, 12], .vertical, 40, 20...120),
        ] as [(Int, Double, Double, [Double], Axis, Double, ClosedRange<Double>)])
    func rotation(
        angle: Int, width: Double, height: Double, place: [Double], axis: Axis, position: Double,
        span: ClosedRange<Double>
    ) throws {
        let page = try madePage(content, entries: "/Rotate \(angle)")
        #expect((page.width, page.height) == (width, height))
        #expect(page.rotation == (angle + 360) % 360)
        #expect(page.cropBox == [0, 0, 200, 100])
        #expect(page.glyphs.map(\.place) == [place])
        #expect(
            page.rulings.map(\.rounded) == [Ruling(axis: axis, position: position, span: span, thickness: 1, order: 1)])
    }

    @Test("coordinates count from the top left corner of the crop box")
    func cropBox() throws {
        let page = try madePage(content, entries: "/CropBox [10 20 150 90]")
        #expect((page.width, page.height) == (140, 70))
        #expect(page.cropBox == [10, 20, 150, 90])
        #expect(page.glyphs.map(\.place) == [[10, 40, 8.66, 0, 12]])
        #expect(
            page.rulings.map(\.rounded) == [
                Ruling(axis: .horizontal, position: 50, span: 10...110, thickness: 1, order: 1)
            ])
    }

    @Test("a media box that starts elsewhere moves the page, not its content's place on it")
    func mediaBox() throws {
        let page = try madePage(
            "1 0 0 1 300 -40 cm " + content, mediaBox: [300, -40, 500, 60])
        #expect((page.width, page.height) == (200, 100))
        #expect(page.cropBox == [300, -40, 500, 60])
        #expect(page.glyphs.map(\.place) == [[20, 50, 8.66, 0, 12]])
    }

    @Test("of a crop box larger than the media box only the common part is the page")
    func largeCropBox() throws {
        let page = try madePage(content, entries: "/CropBox [-50 -50 150 500]")
        #expect(page.cropBox == [0, 0, 150, 100])
        #expect((page.width, page.height) == (150, 100))
        #expect(page.glyphs.map(\.place) == [[20, 50, 8.66, 0, 12]])
    }

    @Test("lines end where the crop box ends")
    func croppedLine() throws {
        let page = try madePage("20 40 100 1 re f", entries: "/CropBox [50 20 90 90]")
        #expect(page.rulings.map(\.span) == [0...40])
    }

    @Test("UserUnit scales everything to points, but the crop box stays as stored")
    func userUnit() throws {
        let page = try madePage(
            content + " 20 10 100 20 re f q 50 0 0 30 20 40 cm BI /W 1 /H 1 /CS /G /BPC 8 /F /AHx ID 00> EI Q",
            entries: "/UserUnit 2.5")
        #expect(page.userUnit == 2.5)
        #expect((page.width, page.height) == (500, 250))
        #expect(page.cropBox == [0, 0, 200, 100])
        #expect(page.glyphs.map(\.place) == [[50, 125, 21.66, 0, 30]])
        #expect(
            page.rulings.map(\.rounded) == [
                Ruling(axis: .horizontal, position: 150, span: 50...300, thickness: 2.5, order: 1)
            ])
        #expect(page.boxes.map(\.box.rounded) == [Box(x0: 50, y0: 175, x1: 300, y1: 225)])
        #expect(page.images.map(\.box.rounded) == [Box(x0: 50, y0: 75, x1: 175, y1: 150)])
    }

    @Test("crop box, rotation and unit work together")
    func together() throws {
        let page = try madePage(content, entries: "/CropBox [10 20 150 90] /Rotate 90 /UserUnit 2")
        #expect((page.width, page.height) == (140, 280))
        // 30 above and 10 right of the crop box's lower left corner, which is the upper left one after the turn.
        #expect(page.glyphs.map(\.place) == [[60, 20, 0, 17.33, 24]])
    }

    @Test("a unit that makes no sense is taken for one", arguments: ["0", "-2", "/Big", "100000"])
    func senselessUnit(value: String) throws {
        let page = try madePage(content, entries: "/UserUnit \(value)")
        #expect(page.userUnit == 1)
        #expect(page.glyphs.map(\.place) == [[20, 50, 8.66, 0, 12]])
    }

    @Test("each page has its own rotation and boxes")
    func ownBoxes() throws {
        let file = TestPDF(TestPDF.Page(content, entries: "/CropBox [10 20 150 90] /Rotate 180"), TestPDF.Page(content))
        let document = try PDFDocument(made: file)
        #expect(try document.page(1).rotation == 180)
        #expect(try document.page(2).rotation == 0)
        #expect(try document.page(2).width == 200)
    }
}
