import DocumentModel
import OfficeReader
import TestSupport
import Testing

@Suite("Tables of word-processing documents")
struct WordTableTests {
    @Test("grid spans and vertical merges make an exact grid")
    func spans() throws {
        let table = tbl(
            tr(tc("甲", "<w:gridSpan w:val='2'/>"), tc("乙", "<w:vMerge w:val='restart'/>")),
            tr(tc("1"), tc("2"), tc("x", "<w:vMerge/>")), tr(tc("3"), tc("4"), tc("", "<w:vMerge w:val='continue'/>")))
        #expect(try listing(word(table)) == ["[0,0-1 甲 | 0-2,2 乙 | 1,0 1 | 1,1 2 | 2,0 3 | 2,1 4]"])
    }

    @Test("a merge goes on in cells of the same columns only")
    func mergeEnds() throws {
        let table = tbl(
            tr(tc("甲", "<w:vMerge w:val='restart'/>"), tc("1"), tc("2")),
            tr(tc("乙", "<w:gridSpan w:val='2'/><w:vMerge/>"), tc("3")),
            tr(tc("丙", "<w:vMerge/>"), tc("4"), tc("5")))
        #expect(try listing(word(table)) == ["[0,0 甲 | 0,1 1 | 0,2 2 | 1,0-1 乙 | 1,2 3 | 2,0 丙 | 2,1 4 | 2,2 5]"])
    }

    @Test("older merges to the side are spans")
    func horizontal() throws {
        let table = tbl(
            tr(tc("甲", "<w:hMerge w:val='restart'/>"), tc("", "<w:hMerge/>"), tc("乙")), tr(tc("1"), tc("2"), tc("3")))
        #expect(try listing(word(table)) == ["[0,0-1 甲 | 0,2 乙 | 1,0 1 | 1,1 2 | 1,2 3]"])
    }

    @Test("a row may begin behind the first column; what it lacks is absent")
    func before() throws {
        let table = tbl(tr(tc("甲"), tc("乙"), tc("丙")), tr(tc("2"), properties: "<w:gridBefore w:val='1'/>"))
        let document = try word(table)
        #expect(listing(document) == ["[0,0 甲 | 0,1 乙 | 0,2 丙 | 1,0  | 1,1 2 | 1,2 ]"])
        let cells = try #require(document.blocks.first?.table).cells
        #expect(cells.map { $0.doubt == .absent } == [false, false, false, true, false, true])
    }

    @Test("deleted rows and cells, and hidden rows, are not there")
    func deleted() throws {
        let table = tbl(
            tr(tc("甲"), tc("乙")), tr(tc("1"), tc("2"), properties: "<w:del/>"),
            tr(tc("3"), tc("4"), properties: "<w:ins/>"), tr(tc("5"), tc("6"), properties: "<w:hidden/>"),
            tr(tc("7"), tc("x", "<w:cellDel/>"), tc("8")))
        let document = try word(table)
        #expect(listing(document) == ["[0,0 甲 | 0,1 乙 | 1,0 3 | 1,1 4 | 2,0 7 | 2,1 8]"])
        #expect(document.omissions.deletions == 2 && document.omissions.hiddenRows == 1)
    }

    @Test("rows and cells may be wrapped in content controls")
    func wrapped() throws {
        func sdt(_ content: String) -> String {
            "<w:sdt><w:sdtPr><w:alias w:val='名'/></w:sdtPr><w:sdtContent>\(content)</w:sdtContent></w:sdt>"
        }
        let table = tbl(sdt(tr(tc("甲"), sdt(tc("乙")))), tr(tc("1"), "<w:customXml>\(tc("2"))</w:customXml>"))
        #expect(try listing(word(sdt(table))) == ["[0,0 甲 | 0,1 乙 | 1,0 1 | 1,1 2]"])
    }

    @Test("a table around a table is a layout, one in a cell's text box too")
    func nested() throws {
        let inner = tbl(tr(tc("甲"), tc("1")))
        let outer = tbl("<w:tr><w:tc>\(p("上"))\(inner)\(p("下"))</w:tc></w:tr>")
        #expect(try listing(word(outer)) == ["上", "[0,0 甲 | 0,1 1]", "下"])
        // A frame around the text of one cell is no table.
        let frame = tbl(
            "<w:tr>\(tc("甲"))<w:tc>\(tbl(tr(tc("1"))))<w:p/></w:tc></w:tr>", tr(tc("乙"), tc("2")))
        #expect(try listing(word(frame)) == ["[0,0 甲 | 0,1 1 | 1,0 乙 | 1,1 2]"])
    }

    @Test("the lines of a cell are one text, but two numbers are two")
    func lines() throws {
        let cell = "<w:tc><w:tcPr/>\(p("主动"))\(p("公开"))</w:tc>"
        let numbers = "<w:tc><w:tcPr/>\(p("12"))\(p("34"))</w:tc>"
        let broken = "<w:tc><w:tcPr/><w:p><w:r><w:t>12</w:t><w:br/><w:t>34</w:t></w:r></w:p></w:tc>"
        #expect(try listing(word(tbl(tr(cell, numbers, broken)))) == ["[0,0 主动公开 | 0,1 12\n34 | 0,2 1234]"])
    }

    @Test("a table of one column, or of prose, is text")
    func noTable() throws {
        #expect(try listing(word(tbl(tr(tc("甲")), tr(tc("乙"))))) == ["甲", "乙"])
        let prose = String(repeating: "公开", count: 200)
        #expect(try listing(word(tbl(tr(tc("一"), tc(prose))))) == ["一", prose])
    }

    @Test("spans without end make no columns")
    func endless() throws {
        let wide = tbl(tr(tc("甲", "<w:gridSpan w:val='2000000000'/>"), tc("乙", "<w:gridSpan w:val='-5'/>")))
        #expect(try listing(word(wide)) == ["[0,0 甲 | 0,1 乙]"])
        let deep = String(repeating: "<w:tbl><w:tr><w:tc>", count: 2000)
        #expect(throws: Never.self) { try word(deep) }
    }
}
