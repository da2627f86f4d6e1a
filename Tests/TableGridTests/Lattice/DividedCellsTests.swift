import DocumentModel
import TestSupport
import Testing

@testable import TableGrid

@Suite("Cells divided by their text")
struct DividedCellsTests {
    @Test("records between two rules are rows; what stands once spans them")
    func records() throws {
        let table = try #require(
            tables(
                tablePage(
                    xs: [100, 160, 220, 280], ys: [100, 130, 170, 210],
                    [["层", "甲", "乙"], ["6", "0.839\n0.838", "4.61\n9.18"], ["4", "0.815\n0.894", "2.86\n1.66"]])
            ).first)
        #expect((table.rows, table.columns) == (5, 3))
        #expect(
            table.cells.filter { $0.column > 0 }.map(\.text) == [
                "甲", "乙", "0.839", "4.61", "0.838", "9.18", "0.815", "2.86", "0.894", "1.66",
            ])
        #expect(table.cells.filter { $0.column == 0 }.map(\.rows) == [0..<1, 1..<3, 3..<5])
    }

    @Test("numbers broken for want of room stay whole, and their row stays one")
    func broken() throws {
        let table = try #require(
            tables(
                tablePage(
                    xs: [100, 140, 180, 220], ys: [100, 130, 170],
                    [["甲", "乙", "丙"], ["1", "12345\n678", "98765\n432"]])
            ).first)
        #expect(table.rows == 2)
        #expect(table.cells.suffix(2).map(\.text) == ["12345678", "98765432"])
    }

    @Test("column rules alone: words level with each other in all columns are rows, wrapped words are not")
    func words() throws {
        let xs = [100.0, 200, 300]
        let records = try #require(
            tables(
                tablePage(xs: xs, ys: [100, 130, 190], [["姓名", "工种"], ["Berg\nDahl\nFalk", "Smith\nBaker\nMiller"]])
            )
            .first)
        #expect(records.rows == 4)
        #expect(records.cells.map(\.text) == ["姓名", "工种", "Berg", "Smith", "Dahl", "Baker", "Falk", "Miller"])
        let wrapped = try #require(
            tables(
                tablePage(
                    xs: xs, ys: [100, 130, 190],
                    [
                        ["姓名", "工种"],
                        ["Berg and others\nwere travelling\nby sea", "Smiths and also\nBakers and many\nmore"],
                    ])
            ).first)
        #expect(wrapped.rows == 2)
    }

    @Test("a frame with rules between rows alone is divided where its figures stand in columns")
    func rowRules() throws {
        let ys = [100.0, 120, 140, 160, 180]
        let text = spacedGlyphs(
            [["East", "12", "345"], ["West", "67", "890"], ["North", "11", "222"], ["South", "33", "444"]],
            xs: [110, 200, 280], y: 114)
        let page = Page(number: 1, width: 600, height: 800, glyphs: text, rulings: grid(xs: [100, 320], ys: ys))
        let table = try #require(tables(page).first)
        #expect((table.rows, table.columns) == (4, 3))
        #expect(table.cells.prefix(3).map(\.text) == ["East", "12", "345"])
    }

    @Test("words level with the rows of a grid of figures are its first column")
    func sideLabels() throws {
        let text = glyphs("Alder", x: 50, y: 133) + glyphs("Birch", x: 50, y: 153) + glyphs("Cedar", x: 50, y: 173)
        let figures = [["2022", "2023"], ["831", "718"], ["841", "181"], ["322", "250"]]
        let grid = (xs: [100.0, 160, 220], ys: [100.0, 120, 140, 160, 180])
        let table = try #require(tables(tablePage(xs: grid.xs, ys: grid.ys, figures, text: text)).first)
        #expect((table.rows, table.columns) == (4, 3))
        #expect(table.cells.filter { $0.column == 0 }.map(\.text) == ["", "Alder", "Birch", "Cedar"])
        // Not where the grid has labels of its own.
        let own = [["甲", "2023"], ["乙", "718"], ["丙", "181"], ["丁", "250"]]
        #expect(tables(tablePage(xs: grid.xs, ys: grid.ys, own, text: text)).first?.columns == 2)
    }

    private func tables(_ page: Page) -> [Table] { DocumentLayout(pages: [page]).tables }
}
