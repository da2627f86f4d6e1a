import DocumentModel
import TableGrid
import TestSupport
import Testing

/// Tables that go on at the top of the next page.
@Suite("Tables over pages")
struct JoinedTableTests {
    private let xs = [50.0, 200, 300, 400]

    @Test("a table goes on when its columns do; cells keep the page they stand on")
    func goesOn() throws {
        let table = try only(
            page(1, bottom: [["甲", "1", "2"], ["乙", "3", "4"]]), page(2, top: [["丙", "5", "6"]]))
        #expect(table.listing == ["0,0 甲", "0,1 1", "0,2 2", "1,0 乙", "1,1 3", "1,2 4", "2,0 丙", "2,1 5", "2,2 6"])
        #expect((table.rows, table.columns, table.pages) == (3, 3, [1, 2]))
        #expect(table.box?.rounded == Box(x0: 50, y0: 740, x1: 400, y1: 780))
        #expect(table.cells.map(\.page) == [1, 1, 1, 1, 1, 1, 2, 2, 2])
        #expect(table.cells[6].box?.rounded == Box(x0: 50, y0: 20, x1: 200, y1: 40))
    }

    @Test("three pages make one table")
    func threePages() throws {
        let table = try only(
            page(1, bottom: [["甲", "1", "2"]]), page(2, top: [["乙", "3", "4"]]), page(3, top: [["丙", "5", "6"]]))
        #expect(table.listing == ["0,0 甲", "0,1 1", "0,2 2", "1,0 乙", "1,1 3", "1,2 4", "2,0 丙", "2,1 5", "2,2 6"])
        #expect(table.pages == [1, 2, 3])
    }

    @Test("page numbers and running headers between the pieces do not part them")
    func runningText() throws {
        let first = page(1, bottom: [["甲", "1", "2"]], text: glyphs("— 1 —", x: 280, y: 794))
        let second = page(
            2, top: [["乙", "3", "4"]], text: glyphs("— 2 —", x: 280, y: 794) + glyphs("2/8", x: 280, y: 12))
        #expect(try only(first, second).rows == 2)
    }

    @Test("text between the pieces parts them", arguments: [(795.0, 300.0), (300, 14)])
    func textBetween(first: Double, second: Double) {
        let pages = [
            page(1, bottom: [["甲", "1", "2"]], text: glyphs("以上为前半部分", x: 50, y: first)),
            page(2, top: [["乙", "3", "4"]], text: glyphs("下一表的标题", x: 50, y: second)),
        ]
        #expect(DocumentLayout(pages: pages).tables.map(\.rows) == [1, 1])
    }

    @Test("another table's columns part them")
    func otherColumns() {
        let other = tablePage(2, xs: [50, 120, 400], ys: [20, 40], [["乙", "3"]])
        #expect(DocumentLayout(pages: [page(1, bottom: [["甲", "1", "2"]]), other]).tables.map(\.columns) == [3, 2])
    }

    @Test("a missing page parts them, and so does the option")
    func parted() {
        let pages = [page(1, bottom: [["甲", "1", "2"]]), page(3, top: [["乙", "3", "4"]])]
        #expect(DocumentLayout(pages: pages).tables.map(\.pages) == [[1], [3]])
        var options = TableOptions()
        options.joinsPages = false
        let next = [page(1, bottom: [["甲", "1", "2"]]), page(2, top: [["乙", "3", "4"]])]
        #expect(DocumentLayout(pages: next, options: options).tables.map(\.pages) == [[1], [2]])
        #expect(DocumentLayout(pages: next).tables.map(\.pages) == [[1, 2]])
    }

    @Test("a gutter moves all columns, and the table goes on")
    func gutter() throws {
        let second = tablePage(2, xs: xs.map { $0 + 25 }, ys: [20, 40], [["乙", "3", "4"]])
        let table = try only(page(1, bottom: [["甲", "1", "2"]]), second)
        #expect(table.listing == ["0,0 甲", "0,1 1", "0,2 2", "1,0 乙", "1,1 3", "1,2 4"])
        #expect(table.cells[3].box?.rounded == Box(x0: 75, y0: 20, x1: 225, y1: 40))
    }

    @Test("a piece with more columns makes those of the other span them")
    func moreColumns() throws {
        let second = tablePage(2, xs: [50, 125, 200, 300, 400], ys: [20, 40], [["乙", "丙", "3", "4"]])
        #expect(
            try only(page(1, bottom: [["甲", "1", "2"]]), second).listing == [
                "0,0-1 甲", "0,2 1", "0,3 2", "1,0 乙", "1,1 丙", "1,2 3", "1,3 4",
            ])
        #expect(
            try only(page(1, bottom: [["甲", "1", "2"]]), tablePage(2, xs: [50, 400], ys: [20, 40], [["说明"]])).listing
                == [
                    "0,0 甲", "0,1 1", "0,2 2", "1,0-2 说明",
                ])
    }

    @Test("header rows that the next page repeats are dropped")
    func repeatedHeader() throws {
        let head = [["事项", "自然人", "法人"], ["", "甲", "乙"]]
        let table = try only(page(1, bottom: head + [["新收", "1", "2"]]), page(2, top: head + [["结转", "3", "4"]]))
        #expect(table.rows == 4)
        #expect(table.listing.suffix(6) == ["2,0 新收", "2,1 1", "2,2 2", "3,0 结转", "3,1 3", "3,2 4"])
    }

    @Test("rows that only look like the header are kept", arguments: [["事项", "自然人", "其他"], ["事项", "", "法人"]])
    func otherHeader(second: [String]) throws {
        let table = try only(
            page(1, bottom: [["事项", "自然人", "法人"], ["新收", "1", "2"]]), page(2, top: [second, ["结转", "3", "4"]]))
        #expect(table.rows == 4)
    }

    @Test(
        "a merged cell that the break cuts is one again, with the text of the side that has one",
        arguments: [true, false])
    func mergedCell(isAbove: Bool) throws {
        let table = try only(
            page(1, bottom: [[isAbove ? "结果" : "", "甲", "1"], ["", "乙", "2"]], without: [.above(row: 1, column: 0)]),
            page(2, top: [[isAbove ? "" : "结果", "丙", "3"], ["", "丁", "4"]], without: [.above(row: 1, column: 0)]))
        #expect(
            table.listing == ["0-3,0 结果", "0,1 甲", "0,2 1", "1,1 乙", "1,2 2", "2,1 丙", "2,2 3", "3,1 丁", "3,2 4"])
        // Page and box are where the text stands.
        #expect(table.cells[0].page == (isAbove ? 1 : 2))
        let expected = isAbove ? Box(x0: 50, y0: 740, x1: 200, y1: 780) : Box(x0: 50, y0: 20, x1: 200, y1: 60)
        #expect(table.cells[0].box?.rounded == expected)
    }

    @Test("two cells with texts of their own stay two")
    func separateCells() throws {
        let table = try only(
            page(1, bottom: [["结果", "甲", "1"], ["", "乙", "2"]], without: [.above(row: 1, column: 0)]),
            page(2, top: [["其他", "丙", "3"], ["", "丁", "4"]], without: [.above(row: 1, column: 0)]))
        #expect(table.listing.filter { $0.contains(",0 ") } == ["0-1,0 结果", "2-3,0 其他"])
    }

    @Test("a row that the break cuts is one again: its label had filled the line, its figures stand below")
    func cutRow() throws {
        // 150 wide, 138 without the padding: 13 characters and one more do not fit.
        let table = try only(
            page(1, bottom: [["甲", "1", "2"], ["属于国家秘密不予公开的信息", "", ""]]),
            page(2, top: [["以及其他情形", "5", "6"], ["丙", "7", "8"]]))
        #expect(
            table.listing == [
                "0,0 甲", "0,1 1", "0,2 2", "1,0 属于国家秘密不予公开的信息以及其他情形", "1,1 5", "1,2 6", "2,0 丙", "2,1 7", "2,2 8",
            ])
        #expect(table.cells.map(\.page) == [1, 1, 1, 1, 2, 2, 2, 2, 2])
    }

    @Test("a label with room left on its line is a row of its own")
    func wholeRow() throws {
        let table = try only(
            page(1, bottom: [["甲", "1", "2"], ["国家秘密", "", ""]]), page(2, top: [["以及其他情形", "5", "6"]]))
        #expect(table.rows == 3)
        #expect(table.listing.suffix(6) == ["1,0 国家秘密", "1,1 ", "1,2 ", "2,0 以及其他情形", "2,1 5", "2,2 6"])
    }

    @Test("figures on both sides of the break are two rows, however full the label's line")
    func twoRows() throws {
        let table = try only(
            page(1, bottom: [["属于国家秘密不予公开的信息", "3", "4"]]), page(2, top: [["以及其他情形", "5", "6"]]))
        #expect(table.rows == 2)
    }

    @Test("where no line is drawn at the break, a label with room left goes on too")
    func undrawnBreak() throws {
        // The last row of the first page and the first of the second have no line towards the break.
        let first = page(
            1, bottom: [["甲", "1", "2"], ["国家", "", ""]],
            without: Set((0..<3).map { Gap.above(row: 2, column: $0) }))
        let second = page(
            2, top: [["秘密", "5", "6"], ["丙", "7", "8"]], without: Set((0..<3).map { Gap.above(row: 0, column: $0) }))
        #expect(
            try only(first, second).listing == [
                "0,0 甲", "0,1 1", "0,2 2", "1,0 国家秘密", "1,1 5", "1,2 6", "2,0 丙", "2,1 7", "2,2 8",
            ])
    }

    @Test("a doubt on either side of the break is a doubt of the whole cell", arguments: [true, false])
    func doubt(isAbove: Bool) throws {
        let table = try only(
            page(1, bottom: [["甲", "1", "2"], ["属于国家秘密不予公开的信息\(isAbove ? "\u{FFFD}" : "")", "", ""]]),
            page(2, top: [["以及其他情\(isAbove ? "形" : "\u{FFFD}")", "5", "6"]]))
        #expect(table.rows == 2)
        #expect(table.cells.map(\.doubt) == [nil, nil, nil, .unreadable, nil, nil])
    }

    @Test("blank rows are no header that repeats")
    func blankRows() throws {
        let table = try only(
            page(1, bottom: [["", "", ""], ["甲", "1", "2"]]), page(2, top: [["", "", ""], ["乙", "3", "4"]]))
        #expect(table.rows == 4)
    }

    @Test("a merged cell over a cut row ends where the row ends")
    func mergedCellOverCutRow() throws {
        let table = try only(
            page(
                1, bottom: [["结果", "甲", "1"], ["", "属于国家秘密", ""]], xs: [50, 90, 160, 300],
                without: [.above(row: 1, column: 0)]),
            page(
                2, top: [["", "的信息", "5"], ["", "丙", "7"]], xs: [50, 90, 160, 300], without: [.above(row: 1, column: 0)]
            ))
        #expect(table.listing == ["0-2,0 结果", "0,1 甲", "0,2 1", "1,1 属于国家秘密的信息", "1,2 5", "2,1 丙", "2,2 7"])
        #expect(table.rows == 3)
    }

    @Test("every grid square has one cell, also where a column of the next page is narrower than the tolerance")
    func narrowColumn() throws {
        // Borders at 200 and 202.5, with a mark between them that keeps them apart.
        let second = Page(
            number: 2, width: 600, height: 800,
            glyphs: cellGlyphs([["乙", "", "3", "4"]], xs: [50, 200, 202.5, 300, 400], ys: [20, 40])
                + glyphs(".", x: 200.75, y: 31, size: 2),
            rulings: grid(xs: [50, 200, 202.5, 300, 400], ys: [20, 40]))
        let table = try only(page(1, bottom: [["甲", "1", "2"]]), second)
        #expect(table.cells.allSatisfy { !$0.columns.isEmpty && !$0.rows.isEmpty })
    }

    @Test("a table with another one inside its last row goes on")
    func nested() {
        var first = page(1, bottom: [["甲", "1", "2"], ["乙", "", "3"]])
        first.rulings += grid(xs: [220, 250, 280], ys: [764, 776])
        first.glyphs += cellGlyphs([["丙", "4"]], xs: [220, 250, 280], ys: [764, 776], size: 8)
        let tables = DocumentLayout(pages: [first, page(2, top: [["丁", "5", "6"]])]).tables
        #expect(tables.map(\.rows) == [3, 1])
        #expect(tables.map(\.columns).prefix(2) == [3, 2])
    }

    @Test("a frame drawn around each page changes nothing: tables are joined, page numbers are none of the text")
    func framed() {
        let plain = [
            page(1, bottom: [["甲", "1", "2"]], text: glyphs("- 1 -", x: 290, y: 793)),
            page(2, top: [["乙", "3", "4"]], text: glyphs("- 2 -", x: 290, y: 793)),
        ]
        let framed = plain.map { page in
            var copy = page
            copy.rulings += grid(xs: [10, 590], ys: [8, 797])
            return copy
        }
        #expect(DocumentLayout(pages: plain).blocks.map { $0.table?.rows } == [2])
        #expect(DocumentLayout(pages: framed).blocks.map { $0.table?.rows } == [2])
    }

    private func only(_ pages: Page...) throws -> Table {
        let tables = DocumentLayout(pages: pages).tables
        try #require(tables.count == 1)
        return tables[0]
    }

    /// A page with rows of 20 points that end at 780.
    private func page(
        _ number: Int, bottom rows: [[String]], xs: [Double]? = nil, without gaps: Set<Gap> = [], text: [Glyph] = []
    ) -> Page {
        let ys = (0...rows.count).map { 780 - 20 * Double(rows.count - $0) }
        return tablePage(number, xs: xs ?? self.xs, ys: ys, without: gaps, rows, text: text)
    }

    /// A page with rows of 20 points that start at 20.
    private func page(
        _ number: Int, top rows: [[String]], xs: [Double]? = nil, without gaps: Set<Gap> = [], text: [Glyph] = []
    ) -> Page {
        let ys = (0...rows.count).map { 20 + 20 * Double($0) }
        return tablePage(number, xs: xs ?? self.xs, ys: ys, without: gaps, rows, text: text)
    }
}
