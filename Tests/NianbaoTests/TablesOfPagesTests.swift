import DocumentModel
import TableGrid
import TestSupport
import Testing

/// From a page's operators to its tables.
@Suite("Tables of pages")
struct TablesOfPagesTests {
    @Test("however a table is drawn, it is the same table", arguments: DrawnLines.all)
    func drawn(way: DrawnLines) throws {
        let layout = try MadeSheet.layout(way.lines + "\n0 g\n" + MadeSheet.texts())
        #expect(layout.tables.map(\.listing) == [MadeSheet.listing])
        let box = try #require(layout.tables.first?.box)
        let expected = Box(x0: 40, y0: 30, x1: 240, y1: 120)
        for (side, wanted) in zip(
            [box.x0, box.y0, box.x1, box.y1], [expected.x0, expected.y0, expected.x1, expected.y1])
        {
            #expect(abs(side - wanted) <= way.tolerance)
        }
        // Nothing is left outside the table.
        #expect(layout.blocks.count == 1)
    }

    @Test("a table in a transparency group is read like any other")
    func group() throws {
        let layout = try MadeSheet.layout(
            "/Form Do", resources: "/XObject << /Form $Form >>",
            objects: [
                "Form": .stream(
                    """
                    /Type /XObject /Subtype /Form /BBox [0 0 300 200] /Group << /S /Transparency >>
                    /Resources << /Font << /F2 $Wide >> >>
                    """, MadeSheet.borders(MadeSheet.stroke) + "\n" + MadeSheet.texts())
            ])
        #expect(layout.tables.map(\.listing) == [MadeSheet.listing])
    }

    @Test(
        "a page stored on its side reads as it is displayed",
        arguments: [
            // Content turned against /Rotate, so that the page shows upright.
            (90, "0 1 -1 0 200 0 cm", [0, 0, 200, 300]), (180, "-1 0 0 -1 300 200 cm", [0, 0, 300, 200]),
            (270, "0 -1 1 0 0 300 cm", [0, 0, 200, 300]),
        ] as [(Int, String, [Double])])
    func rotated(angle: Int, matrix: String, mediaBox: [Double]) throws {
        let layout = try MadeSheet.layout(
            matrix + "\n" + MadeSheet.borders(MadeSheet.stroke) + "\n" + MadeSheet.texts(), mediaBox: mediaBox,
            entries: "/Rotate \(angle)")
        #expect(layout.tables.map(\.listing) == [MadeSheet.listing])
        #expect(layout.tables.first?.box?.rounded == Box(x0: 40, y0: 30, x1: 240, y1: 120))
    }

    @Test("a larger unit gives the same table at its size in points")
    func userUnit() throws {
        let layout = try MadeSheet.layout(
            MadeSheet.borders(MadeSheet.stroke) + "\n" + MadeSheet.texts(), entries: "/UserUnit 2")
        #expect(layout.tables.map(\.listing) == [MadeSheet.listing])
        #expect(layout.tables.first?.box?.rounded == Box(x0: 80, y0: 60, x1: 480, y1: 240))
    }

    @Test("borders that are not drawn merge cells, and so do borders painted over")
    func spans() throws {
        let texts = MadeSheet.texts([["事项", "申请人", ""], ["", "自然人", "法人"], ["新收", "1", "2"]])
        let listing = ["0-1,0 事项", "0,1-2 申请人", "1,1 自然人", "1,2 法人", "2,0 新收", "2,1 1", "2,2 2"]
        let drawn = [
            (40, 30, 240, 30), (120, 60, 240, 60), (40, 90, 240, 90), (40, 120, 240, 120), (40, 30, 40, 120),
            (120, 30, 120, 120), (180, 60, 180, 120), (240, 30, 240, 120),
        ].map { MadeSheet.stroke($0.0, $0.1, $0.2, $0.3) }.joined(separator: "\n")
        #expect(try MadeSheet.layout(drawn + "\n" + texts).tables.map(\.listing) == [listing])

        let painted =
            MadeSheet.borders(MadeSheet.stroke) + "\nq 1 G " + MadeSheet.stroke(40.3, 60, 119.7, 60) + " "
            + MadeSheet.stroke(180, 30.3, 180, 59.7) + " Q\n"
        #expect(try MadeSheet.layout(painted + texts).tables.map(\.listing) == [listing])
    }

    @Test("hidden text and slanted watermarks stay out of the cells")
    func unread() throws {
        let content =
            MadeSheet.borders(MadeSheet.stroke) + "\n" + MadeSheet.texts()
            + "q 3 Tr " + MadeSheet.text("9999", x: 127, y: 78) + " Q\n"
            + "q 0.8 g BT /F2 30 Tf 0.7071 0.7071 -0.7071 0.7071 60 90 Tm \(TestPDF.utf16("内部资料")) Tj ET Q"
        #expect(try MadeSheet.layout(content).tables.map(\.listing) == [MadeSheet.listing])
    }

    @Test("a cell's label may stand one character a line, turned, or in vertical writing")
    func uprightLabels() throws {
        let column = ["本", "年", "度"].enumerated().map { MadeSheet.text($1, x: 47, y: 45 + 14 * Double($0)) }.joined()
        let turned = "BT /F2 10 Tf 0 -1 1 0 145 155 Tm \(TestPDF.utf16("新收件")) Tj ET\n"
        let vertical = "BT /F3 10 Tf 210 155 Td \(TestPDF.utf16("已办结")) Tj ET\n"
        let borders = MadeSheet.borders(ys: [30, 90, 120], MadeSheet.stroke)
        let layout = try MadeSheet.layout(
            borders + "\n" + column + turned + vertical + MadeSheet.text("7", x: 127, y: 109))
        #expect(layout.tables.map(\.listing) == [["0,0 本年度", "0,1 新收件", "0,2 已办结", "1,0 ", "1,1 7", "1,2 "]])
    }

    @Test("a heading, a paragraph, a table and what follows come in order")
    func blocks() throws {
        let content =
            MadeSheet.text("一、总体情况", x: 100, y: 16, size: 14) + MadeSheet.borders(MadeSheet.stroke) + "\n"
            + MadeSheet.texts() + MadeSheet.text("以上数据均为本年度数据，单位为件，特此说明并予以公布。", x: 20, y: 150)
            + MadeSheet.text("如有疑问请联系本机关。", x: 20, y: 166)
        let blocks = try MadeSheet.layout(content).blocks
        #expect(
            blocks.map { $0.text?.text ?? "table" } == [
                "一、总体情况", "table", "以上数据均为本年度数据，单位为件，特此说明并予以公布。如有疑问请联系本机关。",
            ])
        #expect(blocks.first?.text?.size == 14)
        let heading = try #require(blocks.first?.text)
        #expect(blocks.first == .heading(heading))
    }

    @Test("a table over two pages is one, with its page numbers left out and its header once")
    func twoPages() throws {
        let head = ["事项", "自然人", "法人"]
        let first =
            MadeSheet.borders(ys: [90, 120, 150, 180], MadeSheet.stroke) + "\n"
            + MadeSheet.texts([head, ["新收", "12", "3"], ["结转", "0", "1"]], ys: [90, 120, 150, 180])
            + MadeSheet.text("1", x: 145, y: 196)
        let second =
            MadeSheet.borders(ys: [20, 50, 80], MadeSheet.stroke) + "\n"
            + MadeSheet.texts([head, ["办结", "12", "4"]], ys: [20, 50, 80]) + MadeSheet.text("2", x: 145, y: 196)
        let layout = try MadeSheet.layout(first, second)
        #expect(
            layout.tables.map(\.listing) == [
                [
                    "0,0 事项", "0,1 自然人", "0,2 法人", "1,0 新收", "1,1 12", "1,2 3", "2,0 结转", "2,1 0", "2,2 1",
                    "3,0 办结", "3,1 12", "3,2 4",
                ]
            ])
        #expect(layout.tables.first?.pages == [1, 2])
        #expect(layout.blocks.count == 1)
    }

    @Test("lines without text, and text without lines, are no table")
    func noTable() throws {
        #expect(try MadeSheet.layout(MadeSheet.borders(MadeSheet.stroke)).blocks == [])
        #expect(try MadeSheet.layout(MadeSheet.texts()).tables == [])
        #expect(try MadeSheet.layout("").blocks == [])
    }
}
