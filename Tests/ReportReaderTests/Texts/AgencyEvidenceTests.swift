import DocumentModel
import ReportForms
import ReportStandard
import Testing

@testable import ReportReader

@Suite("Who reports, and for which year")
struct AgencyEvidenceTests {
    private let reading: Reading

    init() throws { reading = try Reading() }

    private func report(_ lines: String) -> Report { reading.reports([Block](paragraphs: lines))[0] }

    @Test("layouts of titles and texts", arguments: IdentityLayout.all)
    func layout(expected: IdentityLayout) {
        let report = report(expected.lines)
        #expect(report.agency?.name == expected.agency)
        #expect(report.year == expected.year)
        #expect(report.findings(.agencyUnknown).isEmpty == (expected.agency != nil))
        #expect(report.findings(.yearUnknown).isEmpty == (expected.year != nil))
    }

    @Test("there are enough layouts")
    func count() { #expect(IdentityLayout.all.count >= 60) }

    @Test("sentences name the agency as far as a report reaches, not beyond", arguments: [(9, true), (10, false)])
    func longText(tenThousands: Int, isNamed: Bool) {
        let prose = [String](repeating: String(repeating: "政务公开，", count: 2_000), count: tenThousands)
        let report = report((prose + ["本报告由琥珀市水务局编制。"]).joined(separator: "\n"))
        #expect(report.agency?.name == (isNamed ? "琥珀市水务局" : nil))
    }

    @Test("the publisher is kept apart from the agency")
    func publisher() {
        let box = Box(x0: 1, y0: 2, x1: 3, y1: 4)
        let report = reading.reports([
            .heading(TextBlock(text: "琥珀市水务局2021年政府信息公开工作年度报告")),
            .paragraph(TextBlock(text: "发布机构：琥珀市人民政府办公室", page: 3, box: box)),
        ])[0]
        #expect(report.agency?.name == "琥珀市水务局")
        #expect(report.publisher?.name == "琥珀市人民政府办公室")
        #expect(report.publisher?.places == ["琥珀市"])
        #expect(report.publisher?.page == 3)
        #expect(report.publisher?.box == box)
        #expect(report.findings(.agencyUnclear).isEmpty)
    }

    @Test(
        "a line of metadata names the publisher",
        arguments: [
            "发布机构：琥珀市水务局", "发布机构: 琥珀市水务局", "索引号：01523 发布机构：琥珀市水务局 成文日期：2024-01-20", "信息来源：琥珀市水务局",
            "发布单位：琥珀市水务局；生成日期：2024年1月", "发文机关：琥珀市水务局 公开方式：主动公开", "来源：琥珀市水务局 2024-01-20",
            "发布日期：2024年1月20日 来源：琥珀市水务局 【字体：大 中 小】",
        ])
    func metadata(line: String) { #expect(report(line).publisher?.name == "琥珀市水务局") }

    @Test("a table of metadata names it", arguments: ["发布机构", "发布机构：", "发 布 机 构"])
    func metadataTable(label: String) {
        func publisher(_ rows: [[String]]) -> String? {
            reading.reports([.table(Table(lostGrid: rows))])[0].publisher?.name
        }
        #expect(publisher([["索引号", "01523", label, "琥珀市水务局"], ["成文日期", "2024-01-20", "主题", ""]]) == "琥珀市水务局")
        #expect(publisher([[label, ""], ["琥珀市水务局", "1"]]) == nil)
    }

    @Test("a table of metadata may name the title")
    func titleInMetadata() {
        let table = Table(lostGrid: [
            ["索引号", "0123", "发布机构", "琥珀市人民政府办公室"], ["标题", "琥珀市水务局2021年政府信息公开工作年度报告"],
        ])
        let report = reading.reports([.table(table)])[0]
        #expect(report.agency?.name == "琥珀市水务局")
        #expect(report.year == 2021)
        #expect(report.publisher?.name == "琥珀市人民政府办公室")
    }

    @Test(
        "other lines name no publisher",
        arguments: ["数据来源：琥珀市水务局", "发布机构：", "发布机构：本站", "来源：琥珀市水务网", "发布日期：2024年1月20日", "发布机构琥珀市水务局"])
    func noPublisher(line: String) { #expect(report(line).publisher == nil) }

    @Test("an agency that only the publisher or the office to ask names is told with a finding")
    func unclear() {
        let published = report("发布机构：琥珀市水务局\n2021年政府信息公开工作年度报告\n一、总体情况")
        #expect(published.findings(.agencyUnclear).map { $0.details[.printed] } == ["琥珀市水务局"])
        let asked = report("2021年政府信息公开工作年度报告\n请与琥珀市水务局办公室联系。")
        #expect(asked.findings(.agencyUnclear).map { $0.details[.printed] } == ["琥珀市水务局"])
        #expect(report("2021年政府信息公开工作年度报告\n本报告由琥珀市水务局编制。").findings(.agencyUnclear).isEmpty)
    }

    @Test("the file's own title counts for less than the text and for more than the publisher")
    func fileTitle() {
        func agency(_ lines: String) -> String? {
            reading.reader.reports(
                in: [Block](paragraphs: lines), source: Reading.source,
                documentTitle: "纸鸢县水利局2021年政府信息公开工作年度报告-纸鸢县人民政府")[0].agency?.name
        }
        #expect(agency("发布机构：琥珀市水务局\n2021年政府信息公开工作年度报告\n一、总体情况") == "纸鸢县水利局")
        #expect(agency("本报告由琥珀市水务局编制。") == "琥珀市水务局")
    }

    @Test("reports without an agency are never compared with one another")
    func nameless() throws {
        var reports = [report("我局2021年政府信息公开工作年度报告"), report("我局2022年政府信息公开工作年度报告")]
        let code = IndicatorCode("requests.carried_out.total")
        let next = IndicatorCode("requests.carried_in.total")
        for (index, code) in [code, next].enumerated() {
            reports[index].form = "2021"
            reports[index].figures = [
                Report.Entry(code: code, figure: Figure(value: 3 + index == 3 ? 3 : 9, status: .printed))
            ]
        }
        let comparison = ReportComparison(forms: try FormLibrary.builtIn())
        #expect(comparison.findings(of: reports).filter { $0.finding.kind == .yearsDisagree }.isEmpty)
        for index in reports.indices { reports[index].agency = Agency(name: "琥珀市水务局") }
        #expect(comparison.findings(of: reports).filter { $0.finding.kind == .yearsDisagree }.count == 1)
    }
}
