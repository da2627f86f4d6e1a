import DocumentModel
import PDFReader
import TestSupport
import Testing

@Suite("Agreement with poppler-glib")
struct AgreementTests {
    @Test("every page of every sample reads the same in both ways", arguments: Project.samplePDFs)
    func samples(sample: String) throws {
        let document = try PDFDocument(path: Project.sample(sample))
        for number in 1...document.pageCount {
            let page = try document.page(number)
            let agreement = Agreement(page, try document.layoutReading(page: number))
            #expect(agreement.onlyGlyphs == [], "page \(number)")
            #expect(agreement.onlyLayout == [], "page \(number)")
            // The samples hold none of what the layout drops, so that every character has been compared.
            #expect(
                agreement.matched == page.glyphs.filter { !$0.isBlank }.reduce(0) { $0 + $1.text.unicodeScalars.count })
            #expect(agreement.matched > 100)
        }
    }

    @Test("there are samples to compare")
    func samplesExist() {
        #expect(Project.samplePDFs.count >= 7)
    }

    @Test(
        "made pages with one difference each agree once it is explained",
        arguments: [
            Made("BT /F1 12 Tf 20 50 Td (Two words) Tj 0 -20 Td (next) Tj ET", matched: 12),
            // False bold: the second print is dropped.
            Made("BT /F1 12 Tf 20 50 Td (Hi) Tj 0.3 0 Td (Hi) Tj ET", matched: 2, repeated: 2),
            // Hidden and clipping text is kept.
            Made("BT /F1 12 Tf 20 50 Td 3 Tr (Hi) Tj 20 0 Td 7 Tr (xx) Tj ET", matched: 4),
            // Outside the page on each of its sides.
            Made("BT /F1 12 Tf -50 50 Td (HiHiHiHiHiHi) Tj ET", matched: 3, outside: 9),
            Made("BT /F1 12 Tf 190 50 Td (HHHH) Tj ET", matched: 1, outside: 3),
            Made("BT /F1 12 Tf 20 150 Td (Hi) Tj 0 -100 Td (x) Tj 0 -90 Td (Hi) Tj ET", matched: 1, outside: 4),
            // Spaced out and squeezed.
            Made("BT /F1 12 Tf 20 50 Td 3 Tc (Hello) Tj 0 Tc 0 -20 Td [(H) 300 (H) 300 (H)] TJ ET", matched: 8),
            // Without Unicode.
            Made("BT /F2 12 Tf 20 50 Td <0041000000420043> Tj ET", matched: 3, unmapped: 1),
            Made("BT /F2 12 Tf 20 50 Td \(TestPDF.utf16("政府 信息\u{AD}")) Tj ET", matched: 4),
            // Turned text and turned pages.
            Made("BT /F1 12 Tf 0 1 -1 0 50 20 Tm (Hello) Tj 0 -1 1 0 90 80 Tm (Hello) Tj ET", matched: 10),
            Made("BT /F1 12 Tf 20 50 Td (Hello) Tj ET", entries: "/Rotate 90", matched: 5),
            Made("BT /F1 12 Tf 20 50 Td (Hello) Tj ET", entries: "/Rotate 270 /CropBox [10 20 150 90]", matched: 5),
            Made("BT /F1 12 Tf 20 50 Td (Hello) Tj ET", entries: "/UserUnit 2.5", matched: 5),
        ])
    func made(page: Made) throws {
        let document = try PDFDocument(made: TestPDF(TestPDF.Page(page.content, entries: page.entries)))
        let agreement = Agreement(try document.page(1), try document.layoutReading(page: 1))
        #expect(agreement.onlyGlyphs == [])
        #expect(agreement.onlyLayout == [])
        #expect(agreement.matched == page.matched)
        #expect(agreement.repeated == page.repeated)
        #expect(agreement.outside == page.outside)
        #expect(agreement.unmapped == page.unmapped)
    }

    @Test("each scalar of a ligature has its share of the glyph")
    func ligature() throws {
        let file = TestPDF(
            TestPDF.Page("BT /Own 12 Tf 20 50 Td <00410042> Tj ET", fonts: "/Own $Own"),
            objects: [
                "Own": .plain(
                    """
                    << /Type /Font /Subtype /Type0 /BaseFont /Own /Encoding /Identity-H
                    /DescendantFonts [$WideDescendant] /ToUnicode $OwnText >>
                    """),
                "OwnText": .stream("", TestPDF.toUnicode(from: "<0041> <0041> <006600660069>")),
            ])
        let document = try PDFDocument(made: file)
        let agreement = Agreement(try document.page(1), try document.layoutReading(page: 1))
        #expect((agreement.matched, agreement.unmapped) == (3, 1))
        #expect(agreement.onlyGlyphs + agreement.onlyLayout == [])
    }

    @Test("the comparison sees a character that is missing, changed or moved by more than two points")
    func differences() throws {
        let document = try PDFDocument(made: TestPDF(TestPDF.Page("BT /F1 12 Tf 20 50 Td (Hxo) Tj ET")))
        let layout = try document.layoutReading(page: 1)
        var page = try document.page(1)
        page.glyphs.removeLast()
        page.glyphs[1].text = "y"
        page.glyphs[0].box = Box(x0: 22.1, y0: 41.4, x1: 30.8, y1: 52.5)
        let agreement = Agreement(page, layout)
        #expect(agreement.matched == 0)
        #expect(agreement.onlyGlyphs.map(\.first) == ["H", "y"])
        #expect(agreement.onlyLayout.map(\.first) == ["H", "x", "o"])
    }

    struct Made: CustomTestStringConvertible {
        var content: String
        var entries = ""
        var matched = 0
        var repeated = 0
        var outside = 0
        var unmapped = 0

        init(
            _ content: String, entries: String = "", matched: Int, repeated: Int = 0, outside: Int = 0,
            unmapped: Int = 0
        ) {
            self.content = content
            self.entries = entries
            self.matched = matched
            self.repeated = repeated
            self.outside = outside
            self.unmapped = unmapped
        }

        var testDescription: String { content + " " + entries }
    }
}
