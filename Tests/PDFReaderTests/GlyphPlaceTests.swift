import DocumentModel
import TestSupport
import Testing

/// Helvetica at 12 points: H is 0.722 × 12 = 8.664 wide, i 2.664, a blank 3.336. A page is 100 points high.
@Suite("Places of glyphs")
struct GlyphPlaceTests {
    @Test("glyphs follow each other by their widths, counted from the page's top")
    func line() throws {
        let page = try madePage("BT /F1 12 Tf 20 50 Td (HiH) Tj ET")
        #expect(page.text == "HiH")
        #expect(
            page.glyphs.map(\.place) == [[20, 50, 8.66, 0, 12], [28.66, 50, 2.66, 0, 12], [31.33, 50, 8.66, 0, 12]])
    }

    @Test("a glyph's box is its advance times the font's ascent and descent")
    func boxes() throws {
        // Helvetica: ascent 0.718, descent -0.207.
        let page = try madePage("BT /F1 12 Tf 20 50 Td (Hi) Tj ET")
        #expect(
            page.glyphs.map(\.box.rounded) == [
                Box(x0: 20, y0: 41.38, x1: 28.66, y1: 52.48), Box(x0: 28.66, y0: 41.38, x1: 31.33, y1: 52.48),
            ])
    }

    @Test(
        "spacing, scaling and rise move glyphs, but spacing is no part of the advance",
        arguments: [
            ("2 Tc", [[20, 50, 8.66, 0, 12], [30.66, 50, 2.66, 0, 12]]),
            ("50 Tz", [[20, 50, 4.33, 0, 12], [24.33, 50, 1.33, 0, 12]]),
            ("2 Tc 50 Tz", [[20, 50, 4.33, 0, 12], [25.33, 50, 1.33, 0, 12]]),
            ("5 Ts", [[20, 45, 8.66, 0, 12], [28.66, 45, 2.66, 0, 12]]),
            ("-5 Ts", [[20, 55, 8.66, 0, 12], [28.66, 55, 2.66, 0, 12]]),
            ("-1 Tc", [[20, 50, 8.66, 0, 12], [27.66, 50, 2.66, 0, 12]]),
            ("2 0 0 2 20 50 Tm", [[20, 50, 17.33, 0, 24], [37.33, 50, 5.33, 0, 24]]),
            ("2 0 0 2 20 50 Tm 2 Tc", [[20, 50, 17.33, 0, 24], [41.33, 50, 5.33, 0, 24]]),
        ])
    func textState(operators: String, expected: [[Double]]) throws {
        let page = try madePage("BT /F1 12 Tf 20 50 Td \(operators) (Hi) Tj ET")
        #expect(page.glyphs.map(\.place) == expected)
    }

    @Test("word spacing moves what follows a blank, and is no part of the blank's advance")
    func wordSpacing() throws {
        let page = try madePage("BT /F1 12 Tf 20 50 Td 10 Tw (H H) Tj ET")
        #expect(
            page.glyphs.map(\.place) == [[20, 50, 8.66, 0, 12], [28.66, 50, 3.34, 0, 12], [42, 50, 8.66, 0, 12]])
    }

    @Test("word spacing does not touch the code 32 of two bytes")
    func wordSpacingOfTwoBytes() throws {
        // ISO 32000-1, 9.3.3: word spacing applies to single-byte codes only.
        let page = try madePage("BT /F2 12 Tf 20 50 Td 10 Tw \(TestPDF.utf16("年 报")) Tj ET")
        #expect(page.glyphs.map(\.origin.x.roundedToHundredths) == [20, 32, 44])
        #expect(page.glyphs.map(\.advance.x.roundedToHundredths) == [12, 12, 12])
    }

    @Test("an adjustment between two strings moves the second")
    func adjustment() throws {
        let page = try madePage("BT /F1 12 Tf 20 50 Td [(H) -500 (i)] TJ ET")
        #expect(page.glyphs.map(\.place) == [[20, 50, 8.66, 0, 12], [34.66, 50, 2.66, 0, 12]])
    }

    @Test("lines of text start where the line matrix says")
    func lines() throws {
        let page = try madePage("BT /F1 12 Tf 14 TL 20 50 Td (H) Tj T* (i) Tj 5 -10 Td (H) Tj ET")
        #expect(page.glyphs.map(\.origin.rounded) == [Point(x: 20, y: 50), Point(x: 20, y: 64), Point(x: 25, y: 74)])
    }

    @Test("a coordinate system that is scaled and moved scales and moves its text")
    func coordinateSystem() throws {
        let page = try madePage("q 0.5 0 0 0.5 100 10 cm BT /F1 12 Tf 20 50 Td (Hi) Tj ET Q")
        #expect(page.glyphs.map(\.place) == [[110, 65, 4.33, 0, 6], [114.33, 65, 1.33, 0, 6]])
    }

    @Test(
        "turned text runs the way it is turned, with its box on its own side",
        arguments: [
            // Quarter turns, anticlockwise: the ascent points left, down, right.
            ("0 1 -1 0 20 50 Tm", .up, [20, 50, 0, -8.66, 12], Box(x0: 11.38, y0: 41.34, x1: 22.48, y1: 50)),
            ("-1 0 0 -1 20 50 Tm", .left, [20, 50, -8.66, 0, 12], Box(x0: 11.34, y0: 47.52, x1: 20, y1: 58.62)),
            ("0 -1 1 0 20 50 Tm", .down, [20, 50, 0, 8.66, 12], Box(x0: 17.52, y0: 50, x1: 28.62, y1: 58.66)),
            // An eighth turn: 8.664 × √½ = 6.13; no side of the page is along it.
            (
                "0.70711 0.70711 -0.70711 0.70711 20 50 Tm", .oblique, [20, 50, 6.13, -6.13, 12],
                Box(x0: 13.91, y0: 37.78, x1: 27.88, y1: 51.76)
            ),
        ] as [(String, Glyph.Direction, [Double], Box)])
    func turned(matrix: String, direction: Glyph.Direction, place: [Double], box: Box) throws {
        let glyph = try #require(try madePage("BT /F1 12 Tf \(matrix) (H) Tj ET").glyphs.first)
        #expect(glyph.direction == direction)
        #expect(glyph.place == place)
        #expect(glyph.box.rounded == box)
    }

    @Test("mirrored text keeps its size, and its box lies below the baseline")
    func mirrored() throws {
        let glyph = try #require(try madePage("BT /F1 12 Tf 1 0 0 -1 20 50 Tm (H) Tj ET").glyphs.first)
        #expect(glyph.place == [20, 50, 8.66, 0, 12])
        #expect(glyph.box.rounded == Box(x0: 20, y0: 47.52, x1: 28.66, y1: 58.62))
    }

    @Test("vertical writing puts upright characters below one another, centred on its line")
    func vertical() throws {
        let page = try madePage("BT /F3 10 Tf 100 80 Td \(TestPDF.utf16("年报")) Tj ET")
        #expect(page.text == "年报")
        #expect(page.glyphs.map(\.isVertical) == [true, true])
        #expect(page.glyphs.map(\.direction) == [.down, .down])
        // The default position vector of ISO 32000-1, 9.7.4.3: half the width, 0.88 above the origin.
        #expect(page.glyphs.map(\.place) == [[95, 28.8, 0, 10, 10], [95, 38.8, 0, 10, 10]])
        #expect(
            page.glyphs.map(\.box.rounded) == [
                Box(x0: 95, y0: 20, x1: 105, y1: 30), Box(x0: 95, y0: 30, x1: 105, y1: 40),
            ])
    }

    @Test("letter spacing of vertical writing is no part of the advance either")
    func verticalSpacing() throws {
        let page = try madePage("BT /F3 10 Tf 100 80 Td -5 Tc \(TestPDF.utf16("年报")) Tj ET")
        #expect(page.glyphs.map(\.place) == [[95, 28.8, 0, 10, 10], [95, 43.8, 0, 10, 10]])
    }

    @Test("glyphs beside the page are read like any other")
    func outside() throws {
        let page = try madePage("BT /F1 12 Tf -30 150 Td (H) Tj ET")
        #expect(page.glyphs.map(\.place) == [[-30, -50, 8.66, 0, 12]])
    }

    @Test("what is drawn twice is read twice, in drawing order")
    func twice() throws {
        let page = try madePage(
            "BT /F1 12 Tf 1 0 0 1 60 50 Tm (H) Tj 1 0 0 1 20 50 Tm (i) Tj 1 0 0 1 20.3 50 Tm (i) Tj ET")
        #expect(page.text == "Hii")
        #expect(page.glyphs.map(\.origin.x.roundedToHundredths) == [60, 20, 20.3])
    }
}
