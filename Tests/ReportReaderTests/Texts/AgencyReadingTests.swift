import DocumentModel
import ReportForms
import ReportStandard
import Testing

@testable import ReportReader

@Suite("An agency named outside the title")
struct AgencyReadingTests {
    private let reading: Reading

    init() throws { reading = try Reading() }

    private func name(_ lines: String) -> String? { reading.reports([Block](paragraphs: lines))[0].agency?.name }

    @Test(
        "a line says whose report it is",
        arguments: [
            "编制单位：琥珀市水务局", "公开主体：琥珀市水务局|公开日期", "填报单位（盖章）：琥珀市水务局", "填报单位：（盖章）琥珀市水务局 填表人：甲",
        ])
    func reporting(line: String) { #expect(name(line) == "琥珀市水务局") }

    @Test(
        "the sentences that introduce a report name it",
        arguments: [
            "现公布琥珀市水务局2023年度政府信息公开年度报告。", "现发布琥珀市水务局2023年政府信息公开工作年度报告，请监督",
            "本报告由琥珀市水务局编制。", "本年度报告由琥珀市水务局负责编制", "如有疑问，由琥珀市水务局负责解释。",
        ])
    func sentences(line: String) {
        #expect(name(line) == "琥珀市水务局")
    }

    @Test(
        "a reason given between the agency and the verb is no part of its name",
        arguments: [
            "本报告由琥珀市水务局根据《中华人民共和国政府信息公开条例》编制。", "本报告由琥珀市水务局按照国办公开办函〔2021〕30号要求编制",
        ])
    func sentencesWithReason(line: String) {
        #expect(name(line) == "琥珀市水务局")
    }

    @Test(
        "a sentence about staff names no agency",
        arguments: [
            "存在的问题：由于人员编制不足，专职人员较少。", "由于机构编制限制，工作人员多为兼职",
        ])
    func staff(line: String) {
        #expect(name(line) == nil)
    }

    @Test("a line that says whose report it is goes before sentences, and these before the publisher")
    func order() {
        #expect(name("本报告由纸鸢县水利局编制。\n编制单位：琥珀市水务局") == "琥珀市水务局")
        #expect(name("发布机构：琥珀市水务局\n本报告由纸鸢县水利局编制。") == "纸鸢县水利局")
    }

    @Test("its place is that of the line")
    func place() {
        let box = Box(x0: 1, y0: 2, x1: 3, y1: 4)
        let report = reading.reports([.paragraph(TextBlock(text: "编制单位：琥珀市水务局", page: 3, box: box))])[0]
        #expect(report.agency?.page == 3)
        #expect(report.agency?.box == box)
    }

    @Test("text that names none gives none", arguments: ["我局高度重视政府信息公开工作。", "发布机构：", "发布日期：2024年1月20日", "由我局编制", ""])
    func none(line: String) {
        #expect(name(line) == nil)
    }
}

@Suite("Identity that only sentences give")
struct ProseIdentityTests {
    private let words: ReportWords

    init() throws { words = try ReportWords.builtIn() }

    @Test(
        "an agency that acts in a sentence, or whose rules are named",
        arguments: [
            ("2020年，北京街道办事处全年主动公开政府信息86条。", "北京街道办事处"),
            ("完善《牟定县水务局政府信息主动公开制度》。", "牟定县水务局"),
        ])
    func agency(line: String, name: String) throws {
        #expect(try Reading().reports([Block](paragraphs: line))[0].agency?.name == name)
    }

    @Test(
        "a year that sentences begin with, that ends on its last day, or that what is counted is of",
        arguments: [
            "截止2023年12月31日我局通过官方网站发布信息。", "2023年，我乡明确专人负责。\n2024年，我乡将继续努力。", "２０２３年度，主动公开政府信息。",
            "完善制度。主动公开2023年政府信息11条。", "全年受理2023年度申请3件。",
        ])
    func year(lines: String) { #expect(proseYear(of: [Block](paragraphs: lines), words: words.years) == 2023) }

    @Test(
        "two years, or a year inside a sentence, are none",
        arguments: [
            "2023年，我局发文。\n2022年，我局发文。", "主动公开2021年政府信息11条，2022年政府信息3条。\n公开2022年政府信息3条。",
            "我局学习2021年政府信息公开文件。", "2024年，我局将继续努力。",
        ])
    func noYear(lines: String) { #expect(proseYear(of: [Block](paragraphs: lines), words: words.years) == nil) }

    @Test("of a title printed twice with the agency between, the one with the agency counts")
    func doubledTitle() throws {
        let report = try Reading().reports(
            [Block](
                paragraphs:
                    "关于2021年度政府信息公开工作的年度报告\n发布时间：2022-01-25\n盐边县新九镇人民政府\n关于2021年度政府信息公开工作的年度报告\n一、总体情况"))[0]
        #expect(report.agency?.name == "盐边县新九镇人民政府")
        #expect(report.agency?.places == ["盐边县", "新九镇"])
        #expect(report.agency?.level == .township)
        #expect(report.year == 2021)
    }
}
