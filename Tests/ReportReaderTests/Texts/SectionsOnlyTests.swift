import DocumentModel
import ReportStandard
import Testing

@testable import ReportReader

@Suite("Reports without a known table")
struct SectionsOnlyTests {
    private let reading: Reading

    init() throws { reading = try Reading() }

    private static let older = """
        纸鸢县人民政府2010年政府信息公开工作年度报告
        本报告根据条例编制。
        一、概述
        截止2010年12月31日，累计主动公开政府信息65条。
        二、主动公开政府信息情况
        其中，网上公开信息20条，所占比例为30%。
        三、依申请公开政府信息情况
        无。
        四、咨询处理情况
        接受咨询12人次。
        五、复议、诉讼和申诉情况
        无。
        六、政府支出和收费情况
        无。
        七、存在的主要问题和改进措施
        公开不够及时。
        """

    @Test("agency, year and sections are read, no figure is claimed, and one finding says so")
    func older() {
        let report = reading.reports([Block](paragraphs: Self.older))[0]
        #expect(report.agency?.name == "纸鸢县人民政府")
        #expect(report.year == 2010)
        #expect(report.form == "2008")
        #expect(report.sections.map(\.number) == [1, 2, 3, 4, 5, 6, 7])
        #expect(report.sections[3].title == "咨询处理情况")
        #expect(report.sections[0].paragraphs == ["截止2010年12月31日，累计主动公开政府信息65条。"])
        #expect(report.preamble == ["本报告根据条例编制。"])
        #expect(report.figures.isEmpty)
        #expect(report.findings.filter { $0.severity == .error }.map(\.kind) == [.tableMissing])
        #expect(report.findings(.tableMissing).map(\.message) == ["no table of a known form"])
    }

    @Test("a table that is of no form changes nothing")
    func unknownTable() {
        let grid = "代码 | 指标 | 数量\n01 | 主动公开信息数 | 65\n02 | 全文电子化的主动公开信息数 | 60"
        let report = reading.reports([Block](paragraphs: Self.older) + [.table(Table(grid: grid))])[0]
        #expect(report.form == "2008")
        #expect(report.figures.isEmpty)
    }

    @Test("sections of a newer form alone do not say which form the tables had")
    func newer() {
        let report = reading.reports(
            [Block](
                paragraphs: """
                    纸鸢县人民政府2023年政府信息公开工作年度报告
                    一、总体情况
                    良好。
                    二、主动公开政府信息情况
                    见表。
                    三、收到和处理政府信息公开申请情况
                    见表。
                    四、政府信息公开行政复议、行政诉讼情况
                    见表。
                    """))[0]
        #expect(report.form == nil)
        #expect(report.sections.map(\.number) == [1, 2, 3, 4])
        #expect(report.findings(.tableMissing).count == 1)
    }

    @Test("one or two titles that every report has tell no form")
    func few() {
        let report = reading.reports([Block](paragraphs: "纸鸢县人民政府2016年政府信息公开工作年度报告\n一、概述\n良好。"))[0]
        #expect(report.form == nil)
        #expect(report.sections.map(\.title) == ["概述"])
    }
}
