import DocumentModel
import ReportForms
import Testing

@testable import ReportReader

@Suite("The columns of a table by its headings")
struct ColumnMatchTests {
    private let index: FormIndex

    init() throws { index = FormIndex(try FormLibrary.builtIn()) }

    /// For each header that is found the first grid column of every field, nil where it has none.
    private func columns(_ grid: String, table id: String = "requests", form: String = "2021") throws -> [[Int?]] {
        var matcher = LabelMatcher(index)
        let form = try #require(index.forms.first { $0.name == form })
        let table = try #require(form.tables.first { $0.id == id })
        let rows = TableRow.rows(of: [Table(grid: grid)], matcher: &matcher)
        let alignment = FormAlignment(table: table, rows: PrintedRows(rows, matcher: &matcher), matcher: &matcher)
        return alignment.matches.compactMap { $0.columns?.headings.map { $0?.columns.lowerBound } }
    }

    private static let row = "一、本年新收政府信息公开申请数量 | < | < | 12 | 5 | 0 | 1 | 0 | 0 | 18"

    struct Case: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var header: String

        init(_ description: String, _ header: String) {
            testDescription = description
            self.header = header
        }
    }

    @Test(
        "a header may stand in one row, two or three",
        arguments: [
            Case("one row", " | < | < | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计"),
            Case(
                "total in the first row",
                """
                信息 | < | < | 自然人 | 法人或其他组织 | < | < | < | < | 总计
                ^ | < | < | ^ | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | ^
                """),
            Case(
                "total and natural persons in the first row, with blanks below",
                """
                信息 | < | < | 自然人 | 法人或其他组织 | < | < | < | < | 总计
                ^ | < | < |  | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 |
                """),
            Case(
                "total in the last row",
                """
                信息 | < | < |  | 法人或其他组织 | < | < | < | < |
                ^ | < | < | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计
                """),
            Case("three rows", Printed.header),
            Case(
                "the group's heading over its first column only",
                """
                 | | | 申请人情况 | | | | | |
                 | | | 自然人 | 法人或其他组织 | | | | | 总计
                 | | |  | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 |
                """),
        ])
    func rows(header: Case) throws {
        #expect(try columns(header.header + "\n" + Self.row) == [[3, 4, 5, 6, 7, 8, 9]])
    }

    @Test(
        "words that are split, spaced or written otherwise are known",
        arguments: [
            Case(
                "over two rows",
                """
                信息 | < | < | 自然人 | 商业 | 科研 | 社会公益 | 法律服务 | 其他 | 总计
                ^ | < | < | ^ | 企业 | 机构 | 组织 | 机构 | ^ | ^
                """),
            Case("blanks", "信息 | < | < | 自 然 人 | 商业 企业 | 科研 机构 | 社会 公益 组织 | 法律 服务 机构 | 其 他 | 总 计"),
            Case("lines", "信息 | < | < | 自然⏎人 | 商业⏎企业 | 科研⏎机构 | 社会⏎公益⏎组织 | 法律⏎服务⏎机构 | 其⏎他 | 总⏎计"),
            Case("合计", "信息 | < | < | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 合计"),
            Case("damaged", "信息 | < | < | 自然人 | 商业企亚 | 科研机沟 | 社会公益组织 | 法律服务机 | 其他 | 总记"),
            Case("traditional", "信息 | < | < | 自然人 | 商業企業 | 科研機構 | 社會公益組織 | 法律服務機構 | 其他 | 總計"),
        ])
    func words(header: Case) throws {
        #expect(try columns(header.header + "\n" + Self.row) == [[3, 4, 5, 6, 7, 8, 9]])
    }

    @Test("a column that is not there has no heading, and the others keep theirs")
    func missing() throws {
        #expect(
            try columns(
                """
                信息 | 自然人 | 商业企业 | 社会公益组织 | 法律服务机构 | 其他 | 总计
                一、本年新收政府信息公开申请数量 | 12 | 5 | 1 | 0 | 0 | 18
                """) == [[1, 2, nil, 3, 4, 5, 6]])
    }

    @Test("columns that the form does not have are passed over")
    func extra() throws {
        #expect(
            try columns(
                """
                序号 | 信息内容 | 备注 | 本年制发件数 | 计量单位 | 本年废止件数 | 现行有效件数
                1 | 规章 |  | 0 | 件 | 0 | 1
                """, table: "proactive") == [[3, 5, 6]])
    }

    @Test(
        "columns of one word are told apart by their order",
        arguments: [
            "本年新制作数量 | 本年新公开数量 | 对外公开总数量", "本年新 制作数量 | 本年新⏎公开数量 | 对外公开总数量", "本年新制作数量 | 本年新制作数量 | 对外公开总数量",
            "本年新 | 本年新 | 对外公开总数量",
        ])
    func order(headings: String) throws {
        #expect(
            try columns("信息内容 | \(headings)\n规范性文件 | 5 | 4 | 37", table: "proactive", form: "2019") == [[1, 2, 3]])
    }

    @Test(
        "headings with other wordings or notes are known",
        arguments: [
            "本年制发件数 | 本年废止件数 | 现行有效件", "本年 制发件数 | 本年 废止件数 | 现行 有效件数", "本年制发件数（件） | 本年废止件数（件） | 现行有效件数（件）",
            "制发件数 | 废止件数 | 有效件数",
        ])
    func wordings(headings: String) throws {
        #expect(try columns("信息内容 | \(headings)\n规章 | 0 | 0 | 1", table: "proactive") == [[1, 2, 3]])
    }

    @Test("every block of a table has its own header")
    func blocks() throws {
        #expect(
            try columns(Printed.proactive2021, table: "proactive") == [[1, 2, 3], [1], [1], [1]])
        #expect(
            try columns(Printed.proactive2019, table: "proactive", form: "2019")
                == [[1, 2, 3], [1, 2, 3], [1, 2, 3], [1, 2], [1, 2]])
    }

    @Test("the three groups of proceedings repeat their headings")
    func groups() throws {
        #expect(try columns(Printed.proceedings, table: "proceedings") == [Array(0..<15)])
    }
}
