import DocumentModel
import ReportStandard
import Testing

@testable import ReportReader

@Suite("Two reports beside each other")
struct SideBySideReportsTests {
    private let reading: Reading

    init() throws { reading = try Reading() }

    private func text(_ text: String, x0: Double = 50, x1: Double = 750, y: Double) -> Block {
        .paragraph(TextBlock(text: text, page: 1, box: Box(x0: x0, y0: y, x1: x1, y1: y + 12)))
    }

    private func table(_ grid: String, x0: Double, y: Double) -> Block {
        var table = Table(grid: grid)
        table.pages = [1]
        table.box = Box(x0: x0, y0: y, x1: x0 + 300, y1: y + 200)
        return .table(table)
    }

    /// Two years of one agency: what `heads` say stands above the first tables, which begin at 100.
    private func pair(_ heads: [Block], right: String? = nil) throws -> [Block] {
        let later = try Printed.proactive2021.changing("152", to: "160")
        return heads + [
            table(Printed.proactive2021, x0: 50, y: 100), table(right ?? later, x0: 450, y: 100),
            text("三、收到和处理政府信息公开申请情况", y: 320),
            table(Printed.requests2021, x0: 50, y: 340), table(Printed.requests2021, x0: 450, y: 340),
        ]
    }

    @Test(
        "each side is a report of its own where a line says whose it is",
        arguments: [
            ["2023年报告 2024年报告"],
            ["2023年 2024年"],
            ["琥珀市水务局2023年政府信息公开工作年度报告 琥珀市水务局2024年政府信息公开工作年度报告"],
        ])
    func parted(heads: [String]) throws {
        let shared = text("琥珀市水务局 政务公开年报比对", y: 40)
        let reports = reading.reports(try pair([shared] + heads.map { text($0, y: 70) }))
        #expect(reports.map(\.year) == [2023, 2024])
        #expect(reports.map { $0.agency?.name } == ["琥珀市水务局", "琥珀市水务局"])
        #expect(reports.map { $0["proactive.licensing.decisions"]?.value } == [152, 160])
        #expect(reports.map { $0["proactive.licensing.decisions"]?.status } == [.printed, .printed])
        #expect(reports.map { $0["requests.new.total"]?.value } == [18, 18])
        #expect(reports.flatMap { $0.findings(.tableRepeated) }.isEmpty)
    }

    @Test("each side may have a line of its own")
    func ownLines() throws {
        let heads = [
            text("琥珀市水务局2023年政府信息公开工作年度报告", x1: 350, y: 70),
            text("纸鸢县水利局2023年政府信息公开工作年度报告", x0: 450, y: 70),
        ]
        let reports = reading.reports(try pair(heads))
        #expect(reports.map(\.year) == [2023, 2023])
        #expect(reports.map { $0.agency?.name } == ["琥珀市水务局", "纸鸢县水利局"])
    }

    @Test(
        "without a line that tells them apart they are one, in doubt",
        arguments: ["琥珀市水务局2023年政府信息公开工作年度报告", "2023年报告 2023年报告", "左栏 右栏"])
    func together(head: String) throws {
        let reports = reading.reports(try pair([text(head, y: 70)]))
        #expect(reports.count == 1)
        #expect(reports[0]["proactive.licensing.decisions"]?.status == .suspect)
        #expect(reports[0]["proactive.licensing.decisions"]?.doubts.contains(.twoReports) == true)
    }

    @Test("figures in a line over both sides belong to neither")
    func linesOverBoth() throws {
        let told = text("主动公开政府信息137条，其中网站106条、微信31条。 主动公开政府信息150条。", y: 85)
        let reports = reading.reports(try pair([text("2023年报告 2024年报告", y: 70), told]))
        #expect(reports.count == 2)
        #expect(reports.flatMap(\.figures).allSatisfy { $0.figure.printed?.contains("137") != true })
    }

    @Test("tables beside each other that are different ones are one report")
    func differentTables() throws {
        let blocks = try pair([text("2023年报告 2024年报告", y: 70)], right: Printed.proceedings)
        #expect(reading.reports(blocks).count == 1)
    }
}
