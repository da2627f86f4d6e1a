import DocumentModel
import TestSupport
import Testing

@Suite("Forms, groups and masks")
struct FormTests {
    private let glyphAndLine = "BT /F1 12 Tf 20 50 Td (H) Tj ET 1 w 10 10 m 60 10 l S"

    @Test("text and lines of a form stand where its matrix and the page put them")
    func form() throws {
        let page = try madePage(
            "q 1 0 0 1 5 7 cm /Form Do Q", resources: "/XObject << /Form $Form >>",
            objects: ["Form": form("/Matrix [2 0 0 2 0 0]", glyphAndLine)])
        #expect(page.text == "H")
        #expect(page.glyphs.map(\.place) == [[45, -7, 17.33, 0, 24]])
        #expect(
            page.rulings.map(\.rounded) == [
                Ruling(axis: .horizontal, position: 73, span: 25...125, thickness: 2, order: 1)
            ])
        #expect(page.groups == 0)
    }

    @Test("text and lines of a transparency group are read like any other, and the group is counted")
    func group() throws {
        let page = try madePage(
            "/Form Do", resources: "/XObject << /Form $Form >>",
            objects: ["Form": form("/Group << /S /Transparency /I true >>", glyphAndLine)])
        #expect(page.glyphs.map(\.place) == [[20, 50, 8.66, 0, 12]])
        #expect(
            page.rulings.map(\.rounded) == [
                Ruling(axis: .horizontal, position: 90, span: 10...60, thickness: 1, order: 1)
            ])
        #expect(page.groups == 1)
    }

    @Test("a group inside a group is read, and counted by itself")
    func nested() throws {
        let group = "/Group << /S /Transparency >>"
        let page = try madePage(
            "/Outer Do BT /F1 12 Tf 80 50 Td (H) Tj ET", resources: "/XObject << /Outer $Outer >>",
            objects: [
                "Outer": form(
                    group, "1 0 0 1 100 0 cm /Inner Do 1 w 10 30 m 60 30 l S", more: "/XObject << /Inner $Inner >>"),
                "Inner": form(group, glyphAndLine),
            ])
        #expect(page.glyphs.map(\.origin.rounded) == [Point(x: 120, y: 50), Point(x: 80, y: 50)])
        #expect(page.rulings.map(\.position) == [90, 70])
        #expect(page.rulings.map(\.span) == [110...160, 110...160])
        #expect(page.groups == 2)
    }

    @Test("a form drawn twice is read twice")
    func twice() throws {
        let page = try madePage(
            "/Form Do q 1 0 0 1 100 0 cm /Form Do Q", resources: "/XObject << /Form $Form >>",
            objects: ["Form": form("", glyphAndLine)])
        #expect(page.glyphs.map(\.origin.x) == [20, 120])
        #expect(page.rulings.map(\.span) == [10...60, 110...160])
        #expect(page.rulings.map(\.order) == [1, 2])
    }

    @Test("what makes a soft mask is not on the page")
    func softMask() throws {
        let page = try madePage(
            "q /Masked gs BT /F1 12 Tf 80 50 Td (i) Tj ET Q 1 w 10 30 m 60 30 l S",
            resources: "/ExtGState << /Masked << /SMask << /S /Luminosity /G $Mask >> >> >>",
            objects: [
                "Mask": form(
                    "/Group << /S /Transparency /CS /DeviceGray >>",
                    glyphAndLine + " 0 0 20 20 re f q 50 0 0 50 0 0 cm /Image Do Q",
                    more: "/XObject << /Image $Image >>"),
                "Image": image,
            ])
        #expect(page.text == "i")
        #expect(page.rulings.map(\.position) == [70])
        #expect(page.boxes.isEmpty)
        #expect(page.images.isEmpty)
    }

    @Test("after a soft mask and a group inside it the page is read on")
    func groupInsideSoftMask() throws {
        let group = "/Group << /S /Transparency /CS /DeviceGray >>"
        let page = try madePage(
            "q /Masked gs /Shown Do Q BT /F1 12 Tf 80 50 Td (i) Tj ET",
            resources: "/ExtGState << /Masked << /SMask << /S /Alpha /G $Mask >> >> >> /XObject << /Shown $Shown >>",
            objects: [
                "Mask": form(group, "/Inner Do 0 0 5 50 re f", more: "/XObject << /Inner $Shown >>"),
                "Shown": form(group, glyphAndLine),
            ])
        #expect(page.text == "Hi")
        #expect(page.rulings.map(\.position) == [90])
        #expect(page.boxes.isEmpty)
    }

    @Test("what fills a tiling pattern is not collected, the area filled with it is")
    func pattern() throws {
        let page = try madePage(
            "/Pattern cs /Dots scn 20 20 100 50 re f", resources: "/Pattern << /Dots $Dots >>",
            objects: [
                "Dots": .stream(
                    """
                    /Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 10 10] /XStep 10 /YStep 10
                    /Resources << /Font << /F1 $Helvetica >> >>
                    """, "BT /F1 5 Tf 1 1 Td (H) Tj ET 0 0 10 1 re f")
            ])
        #expect(page.text == "")
        #expect(page.rulings.isEmpty)
    }

    @Test("a form that draws itself ends, and the page is read on")
    func endless() throws {
        let page = try madePage(
            "/Form Do BT /F1 12 Tf 80 50 Td (i) Tj ET", resources: "/XObject << /Form $Form >>",
            objects: ["Form": form("", "BT /F1 12 Tf 20 50 Td (H) Tj ET /Form Do", more: "/XObject << /Form $Form >>")])
        #expect(page.text.hasSuffix("i"))
        #expect(page.text.hasPrefix("H"))
    }

    private func form(_ entries: String, _ content: String, more resources: String = "") -> TestPDF.Object {
        .stream(
            """
            /Type /XObject /Subtype /Form /BBox [-500 -500 500 500] \(entries)
            /Resources << /Font << /F1 $Helvetica >> \(resources) >>
            """, content)
    }

    private let image = TestPDF.Object.stream(
        """
        /Type /XObject /Subtype /Image /Width 2 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8
        /Filter /ASCIIHexDecode
        """, "00FF>")
}
