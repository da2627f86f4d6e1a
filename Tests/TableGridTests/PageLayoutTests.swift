import DocumentModel
import TableGrid
import TestSupport
import Testing

@Suite("Page layout")
struct PageLayoutTests {
    private let xs = [50.0, 150, 250]
    private let ys = [100.0, 120, 140]

    @Test("a grid with texts is a table, with spans where borders are missing")
    func table() throws {
        let page = tablePage(
            xs: xs, ys: ys, without: [.before(row: 0, column: 1)], [["表头", ""], ["甲", "12"]])
        let table = try #require(DocumentLayout(pages: [page]).tables.first)
        #expect(table.listing == ["0,0-1 表头", "1,0 甲", "1,1 12"])
        #expect((table.rows, table.columns, table.isRuled, table.pages) == (2, 2, true, [1]))
        #expect(table.box?.rounded == Box(x0: 50, y0: 100, x1: 250, y1: 140))
        #expect(
            table.cells.map { $0.box?.rounded } == [
                Box(x0: 50, y0: 100, x1: 250, y1: 120), Box(x0: 50, y0: 120, x1: 150, y1: 140),
                Box(x0: 150, y0: 120, x1: 250, y1: 140),
            ])
    }

    @Test("several tables of a page come from top to bottom, side by side from left to right")
    func several() {
        var page = tablePage(xs: xs, ys: [300, 320, 340], [["丙", "3"], ["丁", "4"]])
        for (x, y, text) in [(50.0, 100.0, "甲"), (300, 100, "乙")] {
            let (xs, ys) = ([x, x + 60, x + 120], [y, y + 20])
            page.rulings += grid(xs: xs, ys: ys)
            page.glyphs += cellGlyphs([[text, "1"]], xs: xs, ys: ys)
        }
        #expect(
            DocumentLayout(pages: [page]).tables.map(\.listing) == [
                ["0,0 甲", "0,1 1"], ["0,0 乙", "0,1 1"], ["0,0 丙", "0,1 3", "1,0 丁", "1,1 4"],
            ])
    }

    @Test("a table inside a cell is a table of its own, and its text is not the cell's")
    func nested() {
        var page = tablePage(xs: [50, 150, 450], ys: [100, 300, 320], [["外", ""], ["下", "9"]])
        page.rulings += grid(xs: [180, 240, 300], ys: [140, 160, 180])
        page.glyphs += cellGlyphs([["甲", "1"], ["乙", "2"]], xs: [180, 240, 300], ys: [140, 160, 180])
        let tables = DocumentLayout(pages: [page]).tables
        #expect(
            tables.map(\.listing) == [
                ["0,0 外", "0,1 ", "1,0 下", "1,1 9"], ["0,0 甲", "0,1 1", "1,0 乙", "1,1 2"],
            ])
    }

    @Test("a single box is no table, and its text is text")
    func singleBox() {
        let layout = DocumentLayout(pages: [tablePage(xs: [50, 250], ys: [100, 140], [["提示"]])])
        #expect(layout.tables == [])
        #expect(layout.blocks.map(\.text?.text) == ["提示"])
    }

    @Test("a grid without any text is no table")
    func emptyGrid() {
        #expect(DocumentLayout(pages: [tablePage(xs: xs, ys: ys, [["", ""], ["", ""]])]).blocks == [])
    }

    @Test("a row of two cells is a table already")
    func oneRow() {
        #expect(
            DocumentLayout(pages: [tablePage(xs: xs, ys: [100, 120], [["甲", "1"]])]).tables.map(\.listing) == [
                ["0,0 甲", "0,1 1"]
            ])
    }

    @Test("hidden and slanted text is in no table")
    func unread() {
        var page = tablePage(
            xs: xs, ys: ys, [["甲", "1"], ["乙", "2"]], text: glyphs("水印", x: 60, y: 110, direction: .oblique))
        var hidden = glyphs("密", x: 80, y: 113)
        hidden[0].renderMode = .invisible
        page.glyphs += hidden
        #expect(DocumentLayout(pages: [page]).tables.map(\.listing) == [["0,0 甲", "0,1 1", "1,0 乙", "1,1 2"]])
    }

    @Test("white lines over inner borders merge cells")
    func overpainted() {
        var page = tablePage(xs: xs, ys: ys, [["表头", ""], ["甲", "1"]])
        page.rulings.append(Ruling(axis: .vertical, position: 150, span: 100.2...119.8, color: .white, order: 1))
        #expect(DocumentLayout(pages: [page]).tables.map(\.listing) == [["0,0-1 表头", "1,0 甲", "1,1 1"]])
    }

    @Test("cells told apart by their fills alone are a table")
    func filled() {
        let page = Page(
            number: 1, width: 600, height: 800,
            glyphs: cellGlyphs([["甲", "1"], ["乙", "2"]], xs: xs, ys: ys), boxes: fills(rows: 2))
        #expect(DocumentLayout(pages: [page]).tables.map(\.listing) == [["0,0 甲", "0,1 1", "1,0 乙", "1,1 2"]])
    }

    @Test("a single row of fills, or fills with little text, decorate")
    func decoration() {
        let row = Page(
            number: 1, width: 600, height: 800, glyphs: cellGlyphs([["甲", "1"]], xs: xs, ys: ys), boxes: fills(rows: 1))
        #expect(DocumentLayout(pages: [row]).tables == [])
        let sparse = Page(
            number: 1, width: 600, height: 800, glyphs: cellGlyphs([["甲", ""], ["", ""]], xs: xs, ys: ys),
            boxes: fills(rows: 2))
        #expect(DocumentLayout(pages: [sparse]).tables == [])
        #expect(DocumentLayout(pages: [sparse]).blocks.map(\.text?.text) == ["甲"])
    }

    @Test("fills inside a ruled table add no borders")
    func fillsInRules() {
        var page = tablePage(xs: xs, ys: ys, [["甲", "1"], ["乙", "2"]])
        page.boxes = fills(rows: 2).map { fill in
            var copy = fill
            copy.box = fill.box.expanded(by: -4)
            return copy
        }
        #expect(DocumentLayout(pages: [page]).tables.map(\.listing) == [["0,0 甲", "0,1 1", "1,0 乙", "1,1 2"]])
    }

    @Test("what stands outside the tables is text, in its place between them")
    func textAround() {
        let text =
            glyphs("年度报告", x: 120, y: 60, size: 18) + glyphs("总体情况如下表所示，特此说明。", x: 70, y: 90)
            + glyphs("以上数据截至年底，特此说明。", x: 70, y: 170)
        let blocks = DocumentLayout(pages: [tablePage(xs: xs, ys: ys, [["甲", "1"], ["乙", "2"]], text: text)]).blocks
        #expect(blocks.map { $0.text?.text ?? "table" } == ["年度报告", "总体情况如下表所示，特此说明。", "table", "以上数据截至年底，特此说明。"])
        #expect(
            blocks[0]
                == .heading(TextBlock(text: "年度报告", page: 1, box: Box(x0: 120, y0: 45.6, x1: 192, y1: 63.6), size: 18)))
    }

    @Test("headers, footers and page numbers are no part of the document")
    func running() {
        let pages = (1...2).map { number in
            Page(
                number: number, width: 600, height: 800,
                glyphs: glyphs("某县年度报告", x: 250, y: 30) + glyphs("第\(number)段", x: 50, y: 400)
                    + glyphs("- \(number) -", x: 290, y: 780))
        }
        let blocks = DocumentLayout(pages: pages).blocks
        #expect(blocks.map(\.text?.text) == ["第1段", "第2段"])
        #expect(blocks.map(\.text?.page) == [1, 2])
    }

    @Test("the same page gives the same layout, whatever the order of its rulings")
    func deterministic() {
        let page = tablePage(xs: xs, ys: ys, without: [.above(row: 1, column: 0)], [["甲", "1"], ["", "2"]])
        var turned = page
        turned.rulings.reverse()
        #expect(PageLayout(page) == PageLayout(turned))
    }

    /// Four fills of two shades, with a gap of one point around each.
    private func fills(rows: Int) -> [FilledBox] {
        (0..<(2 * rows)).map { index in
            let (row, column) = (index / 2, index % 2)
            return FilledBox(
                box: Box(x0: xs[column], y0: ys[row], x1: xs[column + 1], y1: ys[row + 1]).expanded(by: -0.5),
                color: Color(rgb: (row + column) % 2 == 0 ? 0xD9D9D9 : 0xBFBFBF), order: index)
        }
    }
}
