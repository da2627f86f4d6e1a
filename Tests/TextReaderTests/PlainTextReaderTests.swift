import DocumentModel
import Testing

@testable import TextReader

@Suite("Plain text")
struct PlainTextReaderTests {
    private func tables(_ text: String) -> [Table] { PlainTextReader().blocks(of: text).compactMap(\.table) }

    private func rows(_ table: Table) -> [[String]] {
        (0..<table.rows).map { row in table.cells.filter { $0.row == row }.map(\.text) }
    }

    @Test("a line is a paragraph, blank lines are nothing")
    func paragraphs() {
        let blocks = PlainTextReader().blocks(of: "一、总体情况\r\n\r\n  我局发布信息。\n\u{0C}二、其他\n")
        #expect(blocks.map { $0.text?.text } == ["一、总体情况", "我局发布信息。", "二、其他"])
    }

    @Test("tabs before the first text are cells without text, where it is a row")
    func firstCells() {
        let tables = tables("一\t（一）\t1\t2\n\t（二）\t3\t4\n\t\t5\t6")
        #expect(tables.map(rows) == [[["一", "（一）", "1", "2"], ["", "（二）", "3", "4"], ["", "", "5", "6"]]])
        #expect(PlainTextReader().blocks(of: "\t一段话").map { $0.text?.text } == ["一段话"])
    }

    @Test("lines with bars are rows of a table without columns", arguments: ["|", "｜", "│"])
    func bars(bar: String) throws {
        let text = ["| 规章 | 0 | 1 |||", "许可 | 5 ||", "| 处罚 | | 7 |"].joined(separator: "\n")
        let tables = tables(text.replacing("|", with: bar))
        #expect(tables.map(\.grid) == [.lost])
        #expect(rows(tables[0]) == [["规章", "0", "1", "", ""], ["许可", "5", ""], ["处罚", "", "7"]])
        // A grid is covered all the same: the last cell of a short row reaches to the end.
        #expect(tables[0].columns == 5)
        #expect(tables[0].cells.filter { $0.row == 1 }.map(\.columns) == [0..<1, 1..<2, 2..<5])
    }

    @Test("tabs part cells like bars")
    func tabs() {
        #expect(tables("规章\t0\t\t3\n许可\t5\t6\t7").map(rows) == [[["规章", "0", "", "3"], ["许可", "5", "6", "7"]]])
    }

    @Test("lines with one cell each are cells one after the other, blanks included")
    func cellALine() {
        let text = "规章 |\n0 |\n\n| \n7 |\n合计 |\n||\n9 |"
        #expect(tables(text).map(rows) == [[["规章"], ["0"], [""], ["7"], ["合计"], [""], ["9"]]])
    }

    @Test("a paragraph ends a table")
    func between() {
        let blocks = PlainTextReader().blocks(of: "规章 | 0 |\n许可 | 5 |\n三、收到\n申请 | 3 |\n结转 | 4 |")
        #expect(blocks.map { $0.table?.rows } == [2, nil, 2])
    }

    @Test("values that a mark parts are rows, where a text has rows of figures with it", arguments: [",", ";", "/"])
    func marks(mark: String) {
        let text = "年度报告,第1版\n规章,0,1,2\n许可,5,,7\n处罚,0,0,12\n全年公开1,234条。"
        let blocks = PlainTextReader().blocks(of: text.replacing(",", with: mark))
        #expect(
            blocks.compactMap(\.table).map(rows).last == [
                ["年度报告", "第1版"], ["规章", "0", "1", "2"], ["许可", "5", "", "7"], ["处罚", "0", "0", "12"],
            ])
        #expect(blocks.last?.text?.text == "全年公开1\(mark)234条。")
    }

    @Test("marks in sentences part no cells")
    func sentences() {
        let blocks = PlainTextReader().blocks(of: "公开信息1,234条\n其中网站1,000条\n其余234条/年\n报告")
        #expect(blocks.allSatisfy { $0.table == nil })
    }

    @Test("values in quotation marks hold the mark, quotation marks and line ends")
    func quoted() {
        let text = "项目,甲,乙\n\"规章,\"\"新\"\"\",0,1\n\"许可\n和处罚\",5,7\n收费,0,12\n强制,3,4"
        #expect(
            tables(text).map(rows) == [
                [
                    ["项目", "甲", "乙"], ["规章,\"新\"", "0", "1"], ["许可 和处罚", "5", "7"], ["收费", "0", "12"],
                    ["强制", "3", "4"],
                ]
            ])
    }

    @Test("rows of one width keep their columns")
    func counted() {
        let table = tables("| 项目 | 甲 | 乙 |\n| 规章 | 0 | 1 |\n| 许可 | | 7 |")
        #expect(table.map(\.grid) == [.ruled])
        #expect(table.first?.cells.filter { $0.row == 2 }.map(\.columns) == [0..<1, 1..<2, 2..<3])
    }

    @Test("marks of quoted mail are taken off")
    func mail() {
        let blocks = PlainTextReader().blocks(of: "转发如下：\n> 一、总体情况\n>> 规章\t0\t1\n> 许可\t5\t7\n> 处罚\t\t2")
        #expect(blocks.compactMap(\.text).map(\.text) == ["转发如下：", "一、总体情况"])
        #expect(blocks.compactMap(\.table).map(rows) == [[["规章", "0", "1"], ["许可", "5", "7"], ["处罚", "", "2"]]])
    }

    @Test("a line that holds a whole table is cut into its words")
    func oneLine() {
        let cells = (1...60).map { "指标\($0) \($0)" }.joined(separator: " ")
        let blocks = PlainTextReader().blocks(of: "二、主动公开政府信息情况 " + cells)
        #expect(blocks.count == 121)
        #expect(blocks.first?.text?.text == "二、主动公开政府信息情况")
        #expect(blocks.last?.text?.text == "60")
    }

    @Test("any text gives blocks, and no error", arguments: ["", "|", "||||", "\t\t", "\u{0C}\u{0C}", "| | |\n|"])
    func anything(text: String) {
        #expect(PlainTextReader().blocks(of: text).allSatisfy { $0.table != nil })
    }
}
