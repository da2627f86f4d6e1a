import DocumentModel
import TestSupport
import Testing

@Suite("Paint of glyphs")
struct GlyphPaintTests {
    @Test(
        "a glyph has the colour it is filled with",
        arguments: [
            ("1 0 0 rg", 0xFF0000), ("0.5 g", 0x808080), ("0 1 1 0 k", 0xFF0000), ("/DeviceRGB cs 0 0 1 sc", 0x0000FF),
            ("0 0 1 RG", 0x000000), ("1 1 1 rg", 0xFFFFFF),
        ] as [(String, UInt32)])
    func fillColor(operators: String, expected: UInt32) throws {
        let page = try madePage("\(operators) BT /F1 12 Tf 20 50 Td (H) Tj ET")
        // How CMYK becomes RGB is the library's affair, within a few hundredths.
        let color = try #require(page.glyphs.first).color
        for shift in [16, 8, 0] as [UInt32] {
            let difference = Int(color.rgb >> shift & 0xFF) - Int(expected >> shift & 0xFF)
            #expect(abs(difference) <= 40, "\(color.hex) for \(operators)")
        }
        if !operators.hasSuffix("k") { #expect(color == Color(rgb: expected)) }
    }

    @Test(
        "each render mode is kept; a glyph that is only stroked has the stroke's colour",
        arguments: [
            (0, .fill, 0xFF0000), (1, .stroke, 0x0000FF), (2, .fillStroke, 0xFF0000), (3, .invisible, 0xFF0000),
            (4, .fillClip, 0xFF0000), (5, .strokeClip, 0x0000FF), (6, .fillStrokeClip, 0xFF0000), (7, .clip, 0xFF0000),
        ] as [(Int, Glyph.RenderMode, UInt32)])
    func renderModes(number: Int, mode: Glyph.RenderMode, rgb: UInt32) throws {
        let page = try madePage("1 0 0 rg 0 0 1 RG BT \(number) Tr /F1 12 Tf 20 50 Td (Hi) Tj ET")
        #expect(page.text == "Hi")
        #expect(page.glyphs.map(\.renderMode) == [mode, mode])
        if mode.isVisible { #expect(page.glyphs.map(\.color.rgb) == [rgb, rgb]) }
    }

    @Test("opacity comes from the graphics state, of the fill or of the stroke")
    func opacity() throws {
        let page = try madePage(
            "/Faint gs BT /F1 12 Tf 20 50 Td (H) Tj 1 Tr (i) Tj ET BT 0 Tr /Solid gs 20 20 Td (H) Tj ET",
            resources: "/ExtGState << /Faint << /ca 0.25 /CA 0.5 >> /Solid << /ca 1 >> >>")
        #expect(page.glyphs.map(\.opacity) == [0.25, 0.5, 1])
    }

    @Test("hidden text is read where it would stand")
    func hidden() throws {
        let page = try madePage("BT 3 Tr /F1 12 Tf 20 50 Td (H) Tj ET")
        #expect(page.glyphs.map(\.place) == [[20, 50, 8.66, 0, 12]])
        #expect(page.glyphs.map(\.renderMode.isVisible) == [false])
    }
}
