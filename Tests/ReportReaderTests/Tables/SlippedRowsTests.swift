import DocumentModel
import ReportStandard
import Testing

@testable import ReportReader

/// Rows as converters leave them: written as Markdown, one grid column a cell, without spans.
@Suite("Rows that have slipped under their headings")
struct SlippedRowsTests {
    private let reading: Reading

    init() throws { reading = try Reading() }

    private static let header = "| | | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计"

    /// A cell a bar; rows shorter than the longest are filled up with cells that the source does not have.
    private func table(_ lines: String, padded: Bool = false) -> Table {
        let rows = lines.split(separator: "\n").map { line in
            line.split(separator: "|", omittingEmptySubsequences: false).map {
                $0.split(whereSeparator: \.isWhitespace).joined()
            }
        }
        let columns = rows.map(\.count).max() ?? 0
        let cells = rows.enumerated().flatMap { row, texts in
            (0..<columns).map { column in
                let isThere = column < texts.count
                return Cell(
                    rows: row..<(row + 1), columns: column..<(column + 1), text: isThere ? texts[column] : "",
                    doubt: isThere || padded ? nil : .absent)
            }
        }
        return Table(rows: rows.count, columns: columns, cells: cells)
    }

    private func report(_ rows: String, header: String = header, padded: Bool = false) -> Report {
        reading.reports([.table(table(header + "\n" + rows, padded: padded))], quality: .uncertain)[0]
    }

    private func statuses(_ report: Report, _ row: String) -> Set<Figure.Status> {
        Set(report.figures.filter { $0.code.description.hasPrefix("requests.\(row).") }.map(\.figure.status))
    }

    private static let exact = """
        一、本年新收政府信息公开申请数量 | | | 7 | 1 | 0 | 0 | 0 | 0 | 8
        二、上年结转政府信息公开申请数量 | | | 0 | 0 | 0 | 0 | 0 | 0 | 0
        三、本年度办理结果 | （一）予以公开 | | 4 | 1 | 0 | 0 | 0 | 0 | 5
        | （三）不予公开 | 1.属于国家秘密 | 3 | 0 | 0 | 0 | 0 | 0 | 3
        | | 2.其他法律行政法规禁止公开 | 0 | 0 | 0 | 0 | 0 | 0 | 0
        """

    @Test("with as many cells as the header a row is as it stands")
    func exact() {
        let report = report(Self.exact)
        #expect(report.row("new") == [7, 1, 0, 0, 0, 0, 8])
        for row in ["new", "carried_in", "granted", "refused.state_secret", "refused.forbidden_by_law"] {
            #expect(statuses(report, row) == [.printed])
        }
    }

    @Test("behind a blank no end of a row is certain")
    func spareBlank() {
        let names = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"]
        func statuses(_ cells: [String]) -> Set<Figure.Status> {
            let rows = [["", "", "", ""] + names, ["一、本年新收政府信息公开申请数量"] + cells]
            let report = reading.reports([.table(Table(lostGrid: rows))], quality: .uncertain)[0]
            return self.statuses(report, "new")
        }
        // The first and the last of seven cells, or one of them moved there by a blank between.
        #expect(statuses(["", "4", "9", "29", "", "", "", "42"]).isDisjoint(with: [.printed, .recovered]))
        #expect(statuses(["4", "9", "29", "0", "0", "0", "42"]) == [.printed])
    }

    private static let leftOut = """
        一、本年新收政府信息公开申请数量 | | | 10 | 1 | 0 | 0 | 0 | 0 | 11
        三、本年度办理结果 | （一）予以公开 | | 4 | 1 | 0 | 0 | 0 | 0 | 5
        （二）部分公开 | | 0 | 0 | 0 | 0 | 0 | 0 | 0
        （三）不予公开 | 1.属于国家秘密 | 3 | 0 | 0 | 0 | 0 | 0 | 3
        2.其他法律行政法规禁止公开 | 3 | 0 | 0 | 0 | 0 | 0 | 3
        （七）总计 | | 10 | 1 | 0 | 0 | 0 | 0 | 11
        """

    @Test(
        "a row from which merged cells are left out is read by its window, whether it is filled up at its end or not",
        arguments: [false, true])
    func leftOut(padded: Bool) {
        let report = report(Self.leftOut, padded: padded)
        #expect(report.row("new") == [10, 1, 0, 0, 0, 0, 11])
        #expect(report.row("partly_granted") == [0, 0, 0, 0, 0, 0, 0])
        #expect(report.row("refused.state_secret") == [3, 0, 0, 0, 0, 0, 3])
        #expect(report.row("refused.forbidden_by_law") == [3, 0, 0, 0, 0, 0, 3])
        #expect(report.row("handled_total") == [10, 1, 0, 0, 0, 0, 11])
        for row in ["new", "partly_granted", "refused.state_secret", "refused.forbidden_by_law", "handled_total"] {
            #expect(statuses(report, row) == [.printed], "\(row)")
        }
    }

    private static let blanks = """
        三、本年度办理结果 | （一）予以公开 | | | 1 | | | | | 1
        （二）部分公开 | | 2 | 0 | 0 | 0 | 0 | 3 | 5
        （三）不予公开 | 1.属于国家秘密 | | | 4 | | | | 4
        2.其他法律行政法规禁止公开 | | | | | | | 6
        """

    @Test("of rows of one shape one that has a figure in each column says where the others have theirs")
    func kin() {
        let report = report(Self.blanks)
        #expect(report.row("partly_granted") == [2, 0, 0, 0, 0, 3, 5])
        #expect(report.row("granted") == [0, 1, 0, 0, 0, 0, 1])
        // What stands blank beside a whole sum is 0.
        #expect(statuses(report, "granted") == [.printed, .recovered])
    }

    @Test("where no row of its shape is full, a row with blanks at its ends claims nothing")
    func open() {
        let report = report(Self.blanks)
        #expect(statuses(report, "refused.forbidden_by_law").isDisjoint(with: [.printed, .recovered]))
    }

    @Test("a group with figures of its own is in doubt where rows of it stand below")
    func rivalled() {
        let report = report(
            """
            三、本年度办理结果 | （六）其他处理 | | 0 | 0 | 0 | 0 | 0 | 6 | 6
            | | 2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请 | 0 | 0 | 0 | 0 | 0 | 0 | 0
            | | 3.其他 | 1 | 0 | 0 | 0 | 0 | 0 | 1
            """)
        #expect(report["requests.other.total"]?.status == .suspect)
        #expect(report["requests.other.other.total"]?.status == .printed)
    }

    @Test("under a header that is too short full rows are read by their windows")
    func shortHeader() {
        let report = report(Self.exact, header: "自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计")
        #expect(report.row("new") == [7, 1, 0, 0, 0, 0, 8])
        #expect(report.row("refused.forbidden_by_law") == [0, 0, 0, 0, 0, 0, 0])
    }

    @Test("under a heading that is not the form's no row is read by its window")
    func foreignHeading() {
        let report = report(
            Self.leftOut,
            header: "| | | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 境外媒体记者 | 其他 | 总计")
        #expect(statuses(report, "partly_granted").isDisjoint(with: [.printed, .recovered]))
    }

    @Test("a figure with a zero before it is never certain", arguments: ["08", "00", "０８"])
    func leadingZero(text: String) throws {
        var table = Table(grid: Printed.requests2021)
        let index = try #require(table.cells.firstIndex { $0.row == 7 && $0.column == 5 })
        table.cells[index].text = text
        let figure = try #require(reading.reports([.table(table)])[0]["requests.refused.state_secret.research"])
        #expect(figure.status == .suspect)
    }

    @Test("a second set of a table puts the figures of both in doubt")
    func twoReports() {
        let report = reading.report(Printed.requests2021, Printed.requests2021, Printed.proceedings)
        #expect(report["requests.new.total"]?.status == .suspect)
        #expect(report["requests.new.total"]?.doubts == [.twoReports])
        #expect(report["requests.new.total"]?.value == 18)
        #expect(report["proceedings.reconsideration.total"]?.status == .printed)
    }
}
