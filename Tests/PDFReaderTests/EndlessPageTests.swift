import FileAccess
import PDFReader
import TestSupport
import Testing

@Suite("Pages that draw without end")
struct EndlessPageTests {
    @Test("forms that draw each other again and again are cut off, and the page says so", .timeLimit(.minutes(10)))
    func tangled() throws {
        let page = try PDFDocument(FileBytes(name: "tangled.pdf", PoisonPDF.tangled)).page(1)
        // Asked apart from the page, which would be printed with all that it holds.
        let (isTruncated, glyphs) = (page.isTruncated, page.glyphs.count)
        #expect(isTruncated)
        #expect(glyphs == 0)
    }

    @Test("text that shows nothing, within a soft mask, counts as well", .timeLimit(.minutes(10)))
    func masked() throws {
        let page = try madePage(
            "BT /F1 10 Tf 20 50 Td (before) Tj ET /G gs BT /F1 10 Tf 20 20 Td (behind) Tj ET",
            resources: "/ExtGState << /G << /SMask << /S /Luminosity /G $Mask >> >> >>",
            objects: [
                "Mask": .stream(
                    """
                    /Type /XObject /Subtype /Form /BBox [0 0 200 100] /Group << /S /Transparency /CS /DeviceGray >>
                    /Resources << /Font << /F1 $Helvetica >> /XObject << /Part $Part >> >>
                    """, String(repeating: "/Part Do ", count: 60)),
                "Part": .stream(
                    "/Type /XObject /Subtype /Form /BBox [0 0 200 100] /Resources << /Font << /F1 $Helvetica >> >>",
                    "BT /F1 1 Tf " + String(repeating: "(M) Tj ", count: 10_000) + "ET"),
            ])
        let (isTruncated, text) = (page.isTruncated, page.text)
        #expect(isTruncated)
        #expect(text == "before")
    }

    @Test("text painted with a pattern again and again is cut off", .timeLimit(.minutes(10)))
    func painted() throws {
        let page = try madePage(
            "/Pattern cs /P scn BT /F1 90 Tf " + String(repeating: "1 0 0 1 20 20 Tm (M) Tj ", count: 20_000) + "ET",
            resources: "/Pattern << /P $P >>",
            objects: [
                "P": .stream(
                    """
                    /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 40 40] /XStep 40 /YStep 40
                    /Resources << /Font << /F1 $Helvetica >> >>
                    """, "1 w 0 20 m 40 20 l S")
            ])
        let (isTruncated, glyphs) = (page.isTruncated, page.glyphs.count)
        #expect(isTruncated)
        #expect((1..<20_000).contains(glyphs))
    }
}
