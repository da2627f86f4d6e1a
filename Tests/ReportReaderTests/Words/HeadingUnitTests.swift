import ReportForms
import Testing

@testable import ReportReader

@Suite("The unit in a column's heading")
struct HeadingUnitTests {
    private let words: FigureWords

    init() throws { words = try FigureWords(ReportWords.builtIn().figures) }

    @Test(
        "a unit in brackets is found, with or without the word for unit",
        arguments: [
            ("采购总金额(万元)", "万元"), ("采购总金额（元）", "元"), ("本年收费金额（单位：万元）", "万元"), ("本年收费金额(单位: 万元)", "万元"),
            ("本年收费金额（单位万元）", "万元"), ("采购总金额（不含税）（万元）", "万元"), ("处理决定数量（ 件 ）", "件"),
        ])
    func found(heading: String, unit: String) {
        #expect(FigureText.unit(inHeading: heading, of: words) == unit)
    }

    @Test(
        "other words in brackets are no unit",
        arguments: ["采购总金额", "对外公开总数量（含历年）", "本年增/减", "采购总金额（万元", "金额（美元）", "（）", ""])
    func absent(heading: String) {
        #expect(FigureText.unit(inHeading: heading, of: words) == nil)
    }
}
