import DocumentModel
import Nianbao
import TestSupport
import Testing

@Suite("Tables out of files")
struct TableExtractionTests {
    @Test(
        "all tables of a sample, or those of some pages",
        arguments: [(nil, [18, 26, 4]), ("1", [18]), ("2-", [26, 4]), ("7", [])] as [(String?, [Int])])
    func pages(selection: String?, rows: [Int]) throws {
        let extraction = TableExtraction(pages: selection.flatMap { PageSelection($0) })
        #expect(try extraction.tables(path: Project.sample("township-2020-reportlab.pdf")).map(\.rows) == rows)
    }

    @Test("a table over two pages is one, with merged cells and the texts of both")
    func joined() throws {
        let tables = try TableExtraction().tables(path: Project.sample("county-2023-libreoffice.pdf"))
        let table = try #require(tables.first { $0.pages == [2, 3] })
        #expect(table.rows == 28)
        #expect(table.columns == 10)
        #expect(table.cells.first?.text == "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）")
        #expect(table.cells.first?.rows == 0..<3)
        #expect(table.cells.first?.columns == 0..<3)
        let results = try #require(table.cells.first { $0.text == "三、本年度办理结果" })
        #expect(results.rows == 5..<27)
        #expect(results.columns == 0..<1)
    }

    @Test("a page break parts a table where that is asked for")
    func parted() throws {
        var extraction = TableExtraction()
        extraction.options.joinsPages = false
        let tables = try extraction.tables(path: Project.sample("county-2023-libreoffice.pdf"))
        #expect(tables.map(\.pages) == [[2], [2], [3], [3]])
    }
}
