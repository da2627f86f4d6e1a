import DocumentModel
import ReportForms
import Testing

@testable import ReportReader

@Suite("Columns beside labels and figures")
struct SideColumnsTests {
    private let words: FigureWords

    init() throws { words = FormIndex(try FormLibrary.builtIn()).units }

    private func side(_ grid: String) -> (columns: SideColumns, rows: [[Cell]]) {
        let table = Table(grid: grid)
        let rows = (0..<table.rows).map { row in table.cells.filter { $0.rows.contains(row) } }
        return (SideColumns(of: rows, width: table.columns, units: words, before: nil), rows)
    }

    @Test("a column of units is found behind labels of any span, and said row by row")
    func units() {
        let (columns, rows) = side("项目 | < | 单位 | 数量\n主动公开 | 网站 | 条 | 106\n^ | 微信 | 条 | 31\n收到申请 | < | 件 | 5")
        #expect(rows.map { columns.unit(in: $0) } == ["单位", "条", "条", "件"])
        #expect(columns.contains(rows[1][2]))
        #expect(!columns.contains(rows[1][3]))
    }

    @Test("a cell over several columns has none to itself")
    func spans() {
        let (columns, rows) = side("主动公开 | 条 | 106\n微信 | 条 | 31\n合计 | < | 137")
        #expect(columns.unit(in: rows[2]) == nil)
        #expect(columns.unit(in: rows[1]) == "条")
    }

    @Test("a table too wide for any report is passed over, and the tables beside it are read")
    func widest() throws {
        let wide = Table(grid: (0...TableRow.widestTable).map(String.init).joined(separator: " | "))
        let report = try Reading().reports([
            .heading(TextBlock(text: "纸鸢县人民政府2023年政府信息公开工作年度报告")), .table(wide),
            .table(Table(grid: Printed.proactive2021)),
        ])[0]
        #expect(report["proactive.licensing.decisions"]?.value == 152)
    }
}
