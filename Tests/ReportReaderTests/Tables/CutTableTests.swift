import DocumentModel
import ReportStandard
import Testing

@testable import ReportReader

@Suite("Tables and rows cut in two")
struct CutTableTests {
    private let reading: Reading

    init() throws { reading = try Reading() }

    @Test(
        "a row whose label goes on in the next row is one row, wherever its figures stand",
        arguments: [
            """
            ^ | ^ | 5.要求行政机关确认或重 | 0 | 0 | 0 | 0 | 0 | 0 | 7
            ^ | ^ | 新出具已获取信息 |  |  |  |  |  |  |
            """,
            """
            ^ | ^ | 5.要求行政机关确认或重 |  |  |  |  |  |  |
            ^ | ^ | 新出具已获取信息 | 0 | 0 | 0 | 0 | 0 | 0 | 7
            """,
        ])
    func cutRow(rows: String) throws {
        let report = reading.report(
            try Printed.requests2021.changing("^ | ^ | 5.要求行政机关确认或重新出具已获取信息 | 0 | 0 | 0 | 0 | 0 | 0 | 0", to: rows))
        #expect(report.row("not_processed.confirm_or_reissue") == [0, 0, 0, 0, 0, 0, 7])
        #expect(report.codes(.printed).count == 175)
        #expect(report.findings(.rowUnknown, .rowMissing).isEmpty)
    }

    @Test("a table may go on in another, without a header of its own")
    func cutTable() throws {
        let lines = Printed.requests2021.split(separator: "\n").map(String.init)
        let upper = lines[..<14].joined(separator: "\n")
        let lower = lines[14...].joined(separator: "\n").replacing("^ | ^ | 4.保护", with: " |  | 4.保护")
        let rest = try lower.changing("^ | ^ | 8.", to: "三、本年度办理结果 | （三）不予公开 | 8.")
        let report = reading.report(upper, rest)
        #expect(report.codes(.printed).count == 175)
        #expect(report.row("unavailable.not_held") == [2, 0, 0, 1, 0, 0, 3])
        #expect(report.checks.count == 39)
        #expect(report.checks.allSatisfy { $0.holds })
    }

    @Test("a header printed again on the next page is no row")
    func repeatedHeader() {
        let lines = Printed.requests2021.split(separator: "\n").map(String.init)
        let rest = " 三、本年度办理结果 | （五）不予处理" + lines[18].dropFirst("^ | （五）不予处理".count)
        let report = reading.report(
            lines[..<18].joined(separator: "\n"),
            (lines[..<3] + [rest] + lines[19...]).joined(separator: "\n"))
        #expect(report.codes(.printed).count == 175)
        #expect(report.row("not_processed.petition") == [1, 0, 0, 0, 0, 0, 1])
        #expect(report.findings(.rowUnknown, .rowMissing, .tableRepeated).isEmpty)
    }

    @Test("the vertical heading may be scattered over the rows")
    func scatteredHeading() throws {
        let grid = try Printed.requests2021
            .changing("三、本年度办理结果 | （一）予以公开", to: " | （一）予以公开")
            .changing("^ | （四）无法提供", to: "三、本 | （四）无法提供")
            .changing("^ | （五）不予处理", to: "年度办 | （五）不予处理")
            .changing("^ | （六）其他处理", to: "理结果 | （六）其他处理")
        let report = reading.report(grid)
        #expect(report.codes(.printed).count == 175)
        #expect(report.findings(.rowUnknown, .rowMissing).isEmpty)
    }

    @Test("without any header figures are counted off from the right, and in doubt")
    func noHeader() {
        let report = reading.report(Printed.requestsUpToOther + Printed.otherInThreeRows + Printed.requestsFromTotal)
        #expect(report.row("new") == [12, 5, 0, 1, 0, 0, 18])
        #expect(report.row("unavailable.not_held") == [2, 0, 0, 1, 0, 0, 3])
        #expect(report.codes(.suspect).count == 175)
        #expect(report["requests.new.total"]?.doubts == [.noHeadings])
        #expect(report["requests.new.total"]?.printed == "18")
    }

    @Test("without a header a row with fewer cells than the form has columns gives nothing")
    func noHeaderFewCells() {
        let report = reading.report(
            """
            一、本年新收政府信息公开申请数量 | 12 | 18
            二、上年结转政府信息公开申请数量 | 1 | 1
            （一）予以公开 | 6 | 8
            （二）部分公开 | 2 | 2
            四、结转下年度继续办理 | 1 | 1
            """)
        #expect(report.codes(.printed).isEmpty)
        #expect(report.codes(.suspect).isEmpty)
        #expect(report.codes(.missing).count == report.figures.count)
    }
}
