import DocumentModel
import Foundation
import ReportStandard
import Testing
import TextReader

@testable import ReportReader

@Suite("The statistics table of 2014 to 2018")
struct StatisticsTableTests {
    private let reading: Reading

    init() throws { reading = try Reading() }

    /// The figures' values by the last two parts of their codes, missing ones left out.
    private func values(_ report: Report) -> [String: Decimal] {
        Dictionary(
            report.figures.compactMap { entry in
                entry.figure.value.map { (entry.code.path.dropFirst().joined(separator: "."), $0) }
            }
        ) { first, _ in first }
    }

    private func whole() -> [String: Decimal] { values(reading.report(PrintedStatistics.table)) }

    @Test("all 58 figures are read, and add up")
    func complete() throws {
        let report = reading.report(PrintedStatistics.table)
        #expect(report.form == "2014")
        #expect(report.codes(.printed).count == 58)
        #expect(report.checks.count == 7)
        #expect(report.checks.allSatisfy { $0.holds })
        #expect(report.findings.map(\.kind).filter { $0 != .sectionMissing } == [])
        #expect(report["statistics.proactive.total"]?.value == 125)
        #expect(report["statistics.proactive.other_channels"]?.value == 5)
        #expect(report["statistics.responses.press_conferences_by_principals"]?.value == 1)
        #expect(report["statistics.responses.online_interviews_by_principals"]?.value == 2)
        #expect(report["statistics.responses.other_channels"]?.value == 10)
        #expect(report["statistics.reconsideration.corrected"]?.value == 1)
        #expect(report["statistics.litigation.corrected"]?.value == 0)
        #expect(report["statistics.reconsideration.other"]?.value == 0)
        #expect(report["statistics.litigation.other"]?.value == 2)
        #expect(report["statistics.fees.amount"]?.value == Decimal(string: "0.035"))
        #expect(report["statistics.fees.amount"]?.unit == "万元")
        #expect(report["statistics.training.trainees"]?.unit == "人次")
    }

    @Test("numbers of rows in front change nothing")
    func numbered() throws {
        let report = reading.report(
            PrintedStatistics.table(header: "序号 | " + PrintedStatistics.header) { number, cells in
                "\(number) | " + cells.joined(separator: " | ")
            })
        #expect(values(report) == whole())
        #expect(report.codes(.printed).count == 58)
        #expect(report.findings(.rowUnknown, .cellUnclear).isEmpty)
    }

    @Test("neither do section numbers that only some rows have")
    func partlyNumbered() throws {
        var count = 0
        let report = reading.report(
            PrintedStatistics.table(header: "序号 | " + PrintedStatistics.header) { _, cells in
                if cells[2] == "——" { return " | " + cells.joined(separator: " | ") }
                count += 1
                return "\(count) | " + cells.joined(separator: " | ")
            })
        #expect(values(report) == whole())
    }

    @Test(
        "the one column of figures may be headed otherwise, or not at all",
        arguments: ["统计数据", "数量", "数值", "统 计 数", "合计", "", "2016年"])
    func heading(text: String) throws {
        let report = reading.report("统计指标 | 单位 | \(text)\n" + PrintedStatistics.rows)
        #expect(values(report) == whole())
        #expect(report.codes(.printed).count == 58)
    }

    @Test("without any header the figures are read, and in doubt")
    func noHeader() throws {
        let report = reading.report(PrintedStatistics.rows)
        #expect(report["statistics.proactive.total"]?.value == 125)
        #expect(report["statistics.proactive.total"]?.status == .suspect)
        #expect(report["statistics.proactive.total"]?.doubts == [.noHeadings])
    }

    @Test(
        "of a column for each level of government the whole is taken", arguments: ["合计", "总计", "总数", "全区", "全区合计"])
    func levels(name: String) throws {
        let report = reading.report(
            PrintedStatistics.table(header: "统计指标 | 单位 | 区政府 | 区直单位 | 乡镇街道 | \(name)") { _, cells in
                let parts = cells[2] == "——" ? "—— | —— | ——" : "1 | 2 | 3"
                return "\(cells[0]) | \(cells[1]) | \(parts) | \(cells[2])"
            })
        #expect(values(report) == whole())
        #expect(report.codes(.printed).count == 58)
        #expect(report.findings(.columnUnclear).isEmpty)
    }

    @Test("levels under a common heading are no different")
    func levelsUnderHeading() throws {
        let report = reading.report(
            PrintedStatistics.table(header: "统计指标 | 单位 | 统计数 | <\n^ | ^ | 合计 | 区直单位") { _, cells in
                "\(cells[0]) | \(cells[1]) | \(cells[2]) | \(cells[2] == "——" ? "——" : "1")"
            })
        #expect(values(report) == whole())
    }

    @Test(
        "where no column is the whole nothing is claimed, and the columns are named once",
        arguments: ["统计指标 | 单位 | 区政府 | 区直单位", "统计指标 | 单位 | 统计数 | <\n^ | ^ | 区政府 | 区直单位"])
    func levelsWithoutWhole(header: String) throws {
        let report = reading.report(
            PrintedStatistics.table(header: header) { _, cells in
                "\(cells[0]) | \(cells[1]) | \(cells[2]) | \(cells[2] == "——" ? "——" : "1")"
            })
        #expect(report.form == "2014")
        #expect(values(report) == [:])
        let figure = try #require(report["statistics.proactive.total"])
        #expect(figure.status == .suspect)
        #expect(figure.printed == "125 1")
        #expect(figure.unit == "条")
        #expect(figure.doubts == [.columnUnclear])
        #expect(
            report.findings(.columnUnclear).map(\.message) == [
                "several columns of figures and none for the whole: 区政府, 区直单位"
            ])
        #expect(report.findings(.cellUnclear, .columnMissing).isEmpty)
    }

    @Test("several columns without a header give nothing either")
    func levelsWithoutHeader() throws {
        let lines = PrintedStatistics.rows.split(separator: "\n").map { $0 + ($0.hasSuffix("——") ? " | ——" : " | 1") }
        let report = reading.report(lines.joined(separator: "\n"))
        #expect(values(report) == [:])
        #expect(report["statistics.proactive.total"]?.doubts == [.noHeadings])
    }

    @Test("rows of the agency's own are kept in findings with their figures, wherever they stand")
    func extraRows() throws {
        let report = reading.report(
            try PrintedStatistics.table
                .changing("一、主动公开情况 |", to: "主动公开领导信息 | 条 | 41\n一、主动公开情况 |")
                .changing("（二）通过不同渠道和方式公开", to: "主动公开财务预决算、“三公”经费信息 | 条 | 42\n（二）通过不同渠道和方式公开")
                + "\n（四）编印培训教材数 | 册 | 43")
        #expect(values(report) == whole())
        #expect(
            report.findings(.rowUnknown).map(\.message) == [
                "a row the form does not have: 主动公开领导信息 | 41 | 条",
                "a row the form does not have: 主动公开财务预决算、“三公”经费信息 | 42 | 条",
                "a row the form does not have: （四）编印培训教材数 | 43 | 册",
            ])
    }

    @Test("a row like one that is absent is not taken for it")
    func likeRow() throws {
        let report = reading.report(
            try PrintedStatistics.table.changing("6.申请信息不存在数 |", to: "6.申请信息转办数 |"))
        #expect(report["statistics.requests.not_existing"]?.status == .missing)
        #expect(report.findings(.rowUnknown).map(\.message) == ["a row the form does not have: 6.申请信息转办数 | 2 | 件"])
        #expect(report.findings(.rowMissing).map(\.code) == ["statistics.requests.not_existing"])
    }

    @Test("a label with a slip is read, and in doubt")
    func slip() throws {
        let report = reading.report(try PrintedStatistics.table.changing("3.政务微博公开政府信息数", to: "3.政府微薄公开政府信息数"))
        #expect(report["statistics.proactive.microblog"]?.value == 31)
        #expect(report["statistics.proactive.microblog"]?.status == .suspect)
        #expect(report["statistics.proactive.microblog"]?.doubts == [.rowLabelUnclear])
    }

    @Test("repeated labels go to the heading they stand under, also where rows are left out")
    func repeatedLabels() throws {
        let report = reading.report(
            try PrintedStatistics.table
                .changing("（一）维持具体行政行为数 | 件 | 2\n（二）被依法纠错数 | 件 | 1\n（三）其他情形数 | 件 | 0\n", to: ""))
        #expect(report["statistics.reconsideration.total"]?.value == 3)
        #expect(report["statistics.reconsideration.other"]?.status == .missing)
        #expect(report["statistics.litigation.other"]?.value == 2)
    }

    @Test("a repeated label without any heading is read, and in doubt")
    func unplacedLabel() throws {
        let report = reading.report(
            try PrintedStatistics.table
                .changing("四、行政复议数量 | 件 | 3\n（一）维持具体行政行为数 | 件 | 2\n（二）被依法纠错数 | 件 | 1\n", to: "")
                .changing(
                    "五、行政诉讼数量 | 件 | 6\n（一）维持具体行政行为或者驳回原告诉讼请求数 | 件 | 4\n（二）被依法纠错数 | 件 | 0\n（三）其他情形数 | 件 | 2\n",
                    to: ""))
        let placed = report.figures.filter { $0.code.path.last == "other" && $0.figure.value != nil }
        #expect(placed.map(\.figure.status) == [.suspect])
        #expect(placed.map(\.figure.doubts) == [[.groupUnclear]])
    }

    @Test("headings in merged cells beside their rows are read like those in rows")
    func mergedHeadings() throws {
        let report = reading.report(
            """
            统计指标 | < | 单位 | 统计数
            四、行政复议数量 | < | 件 | 3
            其中 | （一）维持具体行政行为数 | 件 | 2
            ^ | （二）被依法纠错数 | 件 | 1
            ^ | （三）其他情形数 | 件 | 0
            五、行政诉讼数量 | < | 件 | 6
            其中 | （一）维持具体行政行为或者驳回原告诉讼请求数 | 件 | 4
            ^ | （二）被依法纠错数 | 件 | 0
            ^ | （三）其他情形数 | 件 | 2
            六、举报投诉数量 | < | 件 | 1
            """)
        #expect(report["statistics.reconsideration.upheld"]?.value == 2)
        #expect(report["statistics.litigation.upheld"]?.value == 4)
        #expect(report["statistics.litigation.other"]?.value == 2)
        #expect(report.codes(.printed).count == 9)
    }

    @Test("a printed unit stays, and is told where it is not the form's")
    func unit() throws {
        let report = reading.report(
            try PrintedStatistics.table.changing("费用 | 万元 | 0.035", to: "费用 | 元 | 350")
                .changing("个 | 12", to: "个 | 12处"))
        #expect(report["statistics.fees.amount"]?.value == 350)
        #expect(report["statistics.fees.amount"]?.unit == "元")
        #expect(report["statistics.fees.amount"]?.status == .printed)
        #expect(
            report.findings(.unitDiffers).map(\.message) == [
                "statistics.fees.amount is printed in 元, the form has 万元"
            ])
        #expect(report["statistics.institutions.access_points"]?.status == .suspect)
    }

    @Test("without a column of units the form's are understood")
    func noUnits() throws {
        let report = reading.report(
            PrintedStatistics.table(header: "统计指标 | 统计数") { _, cells in "\(cells[0]) | \(cells[2])" })
        #expect(values(report) == whole())
        #expect(report["statistics.fees.amount"]?.unit == nil)
    }

    @Test("a table cut in two by a page break is one, with or without its header again", arguments: [true, false])
    func cut(isRepeated: Bool) throws {
        let header = "序号 | " + PrintedStatistics.header
        let lines = PrintedStatistics.table(header: header) { number, cells in
            "\(number) | " + cells.joined(separator: " | ")
        }.split(separator: "\n")
        // The second part is too short to tell its side columns by itself.
        for place in [25, lines.count - 2] {
            let report = reading.report(
                lines[..<place].joined(separator: "\n"),
                ((isRepeated ? [Substring(header)] : []) + lines[place...]).joined(separator: "\n"))
            #expect(values(report) == whole(), "cut at \(place)")
            #expect(report.codes(.printed).count == 58)
        }
    }

    @Test("it is read out of Markdown")
    func markdown() throws {
        let lines = PrintedStatistics.table.split(separator: "\n").map { "| \($0) |" }
        let text =
            "# 琥珀市水务局2016年政府信息公开工作年度报告\n\n"
            + ([lines[0], "|---|---|---|"] + lines[1...]).joined(separator: "\n")
        let report = reading.reports(MarkdownReader().blocks(of: text), quality: .uncertain)[0]
        #expect(values(report) == whole())
        #expect(report.agency?.name == "琥珀市水务局")
        #expect(report.year == 2016)
    }

    @Test("a slip in a sum is found")
    func failedCheck() throws {
        let report = reading.report(try PrintedStatistics.table.changing("3.网络申请数 | 件 | 15", to: "3.网络申请数 | 件 | 16"))
        #expect(report.findings(.checkFailed).map(\.code) == ["statistics.requests.received"])
        #expect(report["statistics.requests.received"]?.value == 26)
    }

    @Test("a lost figure follows from its sum")
    func recovered() throws {
        let report = reading.reports(
            [
                .heading(TextBlock(text: "琥珀市水务局2016年政府信息公开工作年度报告")),
                .table(Table(grid: try PrintedStatistics.table.changing("2.延期办结数 | 件 | 2", to: "2.延期办结数 | 件 | "))),
            ], quality: .uncertain)[0]
        #expect(report["statistics.requests.concluded_extended"]?.value == 2)
        #expect(report["statistics.requests.concluded_extended"]?.status == .recovered)
    }

    @Test("a few of its rows in a report of another form are no statistics table")
    func decoy() {
        let report = reading.report(
            """
            指标 | 单位 | 数量
            主动公开政府信息数 | 条 | 5
            其他方式公开政府信息数 | 条 | 6
            收到申请数 | 件 | 7
            举报投诉数量 | 件 | 8
            """, Printed.requests2021)
        #expect(report.form == "2021")
        #expect(report.figures.allSatisfy { $0.code.table != "statistics" })
        #expect(report.findings(.formMixed).isEmpty)
    }

    @Test("a whole one beside the tables of another form is read too, and told")
    func beside() {
        let report = reading.report(Printed.requests2019, PrintedStatistics.table)
        #expect(report["statistics.training.trainees"]?.value == 240)
        #expect(report["requests.new.total"]?.value == 18)
        #expect(report.findings(.formMixed).count == 1)
    }
}
