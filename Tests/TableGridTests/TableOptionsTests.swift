import DocumentModel
import TestSupport
import Testing

@testable import TableGrid

@Suite("Table options")
struct TableOptionsTests {
    private let unruled = looseTextPage(
        spacedGlyphs([["甲", "1", "2"], ["乙", "3", "4"], ["丙", "5", "6"]], xs: [50, 150, 250]))

    @Test(
        "a table without rules is found, unless only ruled ones are looked for",
        arguments: [(TableOptions.Mode.auto, 1), (.inferred, 1), (.ruled, 0)])
    func unruled(mode: TableOptions.Mode, count: Int) {
        #expect(tables(of: unruled, mode: mode).map(\.isRuled) == [Bool](repeating: false, count: count))
    }

    @Test("text of a table that is not looked for is text")
    func ruledText() {
        var options = TableOptions.standard
        options.mode = .ruled
        #expect(!DocumentLayout(pages: [unruled], options: options).blocks.isEmpty)
    }

    @Test("a grid of crossing lines is looked at, unless the text alone is to tell")
    func crossing() {
        // Three columns of text in two columns of lines.
        let text = spacedGlyphs([["甲", "1", "2"], ["乙", "3", "4"], ["丙", "5", "6"]], xs: [57, 150, 250])
        let page = looseTextPage(text, rulings: grid(xs: [50, 140, 300], ys: [86, 106, 126, 146]))
        #expect(tables(of: page, mode: .ruled).map(\.columns) == [2])
        #expect(tables(of: page, mode: .ruled).map(\.isRuled) == [true])
        #expect(tables(of: page, mode: .inferred).map(\.columns) == [3])
        #expect(tables(of: page, mode: .inferred).map(\.isRuled) == [false])
    }

    @Test("nothing outside the area is read, and a table that reaches out of it is cut")
    func area() {
        var page = tablePage(
            xs: [50, 150, 250], ys: [100, 120, 140, 160], [["甲", "1"], ["乙", "2"], ["丙", "3"]],
            text: glyphs("外面的文字", x: 50, y: 300))
        page.rulings += grid(xs: [50, 150, 250], ys: [400, 420])
        page.glyphs += cellGlyphs([["丁", "4"]], xs: [50, 150, 250], ys: [400, 420])
        var options = TableOptions.standard
        options.area = Box(x0: 40, y0: 90, x1: 260, y1: 140)
        let layout = DocumentLayout(pages: [page], options: options)
        #expect(layout.blocks.map { $0.table?.listing } == [["0,0 甲", "0,1 1", "1,0 乙", "1,1 2"]])
    }

    @Test("columns are taken at their word, even where one stays empty, and only text in the area is read")
    func columns() throws {
        let text = spacedGlyphs([["甲", "1", "2"], ["乙", "3", "4"]], xs: [50, 70, 90])
        var options = TableOptions.standard
        options.columns = [85, 65, 80]
        options.area = Box(x0: 40, y0: 80, x1: 100, y1: 140)
        let page = looseTextPage(text + glyphs("外", x: 50, y: 300))
        let table = try #require(DocumentLayout(pages: [page], options: options).tables.first)
        #expect(
            table.listing == ["0,0 甲", "0,1 1", "0,2 ", "0,3 2", "1,0 乙", "1,1 3", "1,2 ", "1,3 4"])
        #expect(table.isRuled == false)
        #expect(table.box?.rounded == Box(x0: 40, y0: 80, x1: 100, y1: 140))
    }

    @Test("columns hold on the whole page where no area is given, whatever lines there are")
    func columnsOfPage() {
        let page = tablePage(
            xs: [50, 150, 250], ys: [100, 120, 140, 160], [["甲", "1 2"], ["乙", "3 4"], ["丙", "5 6"]])
        var options = TableOptions.standard
        options.columns = [100]
        let tables = DocumentLayout(pages: [page], options: options).tables
        #expect(tables.map(\.listing) == [["0,0 甲", "0,1 1 2", "1,0 乙", "1,1 3 4", "2,0 丙", "2,1 5 6"]])
        #expect(tables.map(\.isRuled) == [false])
    }

    private func tables(of page: Page, mode: TableOptions.Mode) -> [Table] {
        var options = TableOptions.standard
        options.mode = mode
        return DocumentLayout(pages: [page], options: options).tables
    }
}
