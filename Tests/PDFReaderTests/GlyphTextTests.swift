import DocumentModel
import TestSupport
import Testing

@Suite("Text of glyphs")
struct GlyphTextTests {
    @Test("a font's encoding gives the text")
    func encoding() throws {
        #expect(try madePage("BT /F1 12 Tf 20 50 Td (A1,%\\226) Tj ET").text == "A1,%–")
        #expect(try madePage("BT /F2 12 Tf 20 50 Td \(TestPDF.utf16("政府信息公开２０２４")) Tj ET").text == "政府信息公开２０２４")
    }

    @Test("one glyph may stand for several characters")
    func ligature() throws {
        let page = try page(toUnicode: "<0041> <0041> <006600660069>")
        #expect(page.glyphs.map(\.text) == ["ffi"])
    }

    @Test("a character outside the basic plane is one scalar")
    func surrogates() throws {
        let page = try page(toUnicode: "<0041> <0041> <D842DFB7>")
        #expect(page.glyphs.map(\.text) == ["𠮷"])
    }

    @Test("private-use characters are no text", arguments: ["E000", "F8FF"])
    func privateUse(scalar: String) throws {
        let page = try page(toUnicode: "<0041> <0041> <\(scalar)>")
        #expect(page.glyphs.map(\.text) == [""])
        #expect(page.unmappedGlyphs == 1)
    }

    @Test("a code without Unicode gives a glyph without text, in its place")
    func noUnicode() throws {
        let page = try page(toUnicode: "<0042> <0042> <0042>")
        #expect(page.glyphs.map(\.text) == [""])
        #expect(page.glyphs.map(\.place) == [[20, 50, 12, 0, 12]])
        #expect(page.unmappedGlyphs == 1)
    }

    @Test("a font of the file's own drawings is measured by its own matrix and box")
    func type3() throws {
        let page = try madePage(
            "BT /T3 10 Tf 20 50 Td (AB) Tj ET", fonts: "/T3 $Drawn",
            objects: [
                "Drawn": .plain(
                    """
                    << /Type /Font /Subtype /Type3 /FontMatrix [0.01 0 0 0.01 0 0] /FontBBox [0 -20 80 70]
                    /FirstChar 65 /LastChar 66 /Widths [60 80] /Resources << >>
                    /Encoding << /Type /Encoding /Differences [65 /A /B] >> /CharProcs << /A $Shape /B $Shape >> >>
                    """),
                "Shape": .stream("", "60 0 0 0 50 70 d1 0 0 50 70 re f"),
            ])
        #expect(page.text == "AB")
        #expect(page.glyphs.map(\.place) == [[20, 50, 6, 0, 10], [26, 50, 8, 0, 10]])
        #expect(
            page.glyphs.map(\.box.rounded) == [
                Box(x0: 20, y0: 43, x1: 26, y1: 52), Box(x0: 26, y0: 43, x1: 34, y1: 52),
            ])
        // Its drawings are glyphs, not boxes of the page.
        #expect(page.boxes.isEmpty)
        #expect(page.fonts.map(\.isType3) == [true])
        #expect(page.fonts.map(\.isEmbedded) == [true])
    }

    @Test("a page lists its fonts in the order of their first use, and glyphs point to them")
    func fonts() throws {
        let page = try madePage(
            "BT /F2 12 Tf 20 50 Td \(TestPDF.utf16("年")) Tj /F1 12 Tf (H) Tj /F2 8 Tf \(TestPDF.utf16("报")) Tj ET")
        #expect(
            page.fonts == [
                Font(name: "Wide", isEmbedded: false, isType3: false, hasToUnicode: true),
                Font(name: "Helvetica", isEmbedded: false, isType3: false, hasToUnicode: false),
            ])
        #expect(page.glyphs.map(\.font) == [0, 1, 0])
    }

    @Test("a font set inside saved state does not outlast it")
    func savedFont() throws {
        let page = try madePage("BT /F1 12 Tf ET q BT /F2 10 Tf 20 50 Td <0041> Tj ET Q BT 60 50 Td (H) Tj ET")
        #expect(page.glyphs.map(\.font) == [0, 1])
        #expect(page.glyphs.map(\.place) == [[20, 50, 10, 0, 10], [60, 50, 8.66, 0, 12]])
    }

    /// A page that shows code 0x41 at 12 points in a font whose only Unicode is `toUnicode`.
    private func page(toUnicode range: String) throws -> Page {
        try madePage(
            "BT /Own 12 Tf 20 50 Td <0041> Tj ET", fonts: "/Own $Own",
            objects: [
                "Own": .plain(
                    """
                    << /Type /Font /Subtype /Type0 /BaseFont /Own /Encoding /Identity-H
                    /DescendantFonts [$WideDescendant] /ToUnicode $OwnText >>
                    """),
                "OwnText": .stream("/Type /CMap", TestPDF.toUnicode(from: range)),
            ])
    }
}
