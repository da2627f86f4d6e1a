import ReportForms
import Testing

@testable import ReportReader

@Suite("The parts of a title")
struct TitlePartsTests {
    private let words: ReportWords

    init() throws { words = try ReportWords.builtIn() }

    struct Case: Sendable, CustomTestStringConvertible {
        var text: String
        var agency: String?
        var year: Int?
        var testDescription: String { text }

        init(_ text: String, _ agency: String?, _ year: Int?) {
            self.text = text
            self.agency = agency
            self.year = year
        }
    }

    @Test(
        "agency and year are told apart, wherever the year stands",
        arguments: [
            Case("武陟县大封镇人民政府2024年政府信息公开工作年度报告", "武陟县大封镇人民政府", 2024),
            Case("琥珀市水务局2019年政府信息公开年度报告", "琥珀市水务局", 2019),
            Case("纸鸢县人民政府2023年度政府信息公开工作年度报告", "纸鸢县人民政府", 2023),
            Case("2019年川主乡人民政府政府信息公开工作年度报告", "川主乡人民政府", 2019),
            Case("2019年川主乡政府信息公开工作年度报告", "川主乡", 2019),
            Case("2022年度琥珀市财政局政府信息公开工作年度报告", "琥珀市财政局", 2022),
            Case("琥珀市财政局二〇二二年政府信息公开工作年度报告", "琥珀市财政局", 2022),
            Case("琥珀市财政局二○二二年度政府信息公开工作年度报告", "琥珀市财政局", 2022),
            Case("二〇二一年琥珀市财政局政府信息公开年报", "琥珀市财政局", 2021),
            Case("琥珀市统计局2020年政务公开工作年度报告", "琥珀市统计局", 2020),
            Case("琥珀市统计局2020年信息公开工作报告", "琥珀市统计局", 2020),
        ])
    func agencyAndYear(expected: Case) throws {
        let parts = try #require(TitleParts(expected.text, words: words))
        #expect(parts.agency == expected.agency)
        #expect(parts.year == expected.year)
    }

    @Test(
        "an agency's name may hold the words of offices and zones",
        arguments: [
            Case("琥珀市人民政府办公室2023年政府信息公开工作年度报告", "琥珀市人民政府办公室", 2023),
            Case("国家税务总局琥珀市税务局2022年政府信息公开工作年度报告", "国家税务总局琥珀市税务局", 2022),
            Case("琥珀经济技术开发区管理委员会2023年度政府信息公开年度报告", "琥珀经济技术开发区管理委员会", 2023),
            Case("琥珀市政务服务和大数据管理局2021年政府信息公开工作年度报告", "琥珀市政务服务和大数据管理局", 2021),
            Case("鲸屿市拾星区望舒街道办事处2023年政府信息公开工作年度报告", "鲸屿市拾星区望舒街道办事处", 2023),
            Case("琥珀市110指挥中心2023年政府信息公开工作年度报告", "琥珀市110指挥中心", 2023),
        ])
    func names(expected: Case) throws {
        let parts = try #require(TitleParts(expected.text, words: words))
        #expect(parts.agency == expected.agency)
        #expect(parts.year == expected.year)
    }

    @Test(
        "filling words are no part of the name",
        arguments: [
            Case("琥珀市水务局关于2020年度政府信息公开工作的报告", "琥珀市水务局", 2020),
            Case("琥珀市水务局关于2020年政府信息公开工作情况的报告", "琥珀市水务局", 2020),
            Case("关于琥珀市水务局2020年政府信息公开工作情况的报告", "琥珀市水务局", 2020),
            Case("附件琥珀市水务局2020年政府信息公开工作年度报告", "琥珀市水务局", 2020),
            Case("琥珀市水务局的2020年政府信息公开工作年度报告", "琥珀市水务局", 2020),
        ])
    func fillers(expected: Case) throws {
        let parts = try #require(TitleParts(expected.text, words: words))
        #expect(parts.agency == expected.agency)
        #expect(parts.year == expected.year)
    }

    @Test(
        "a title need not name both",
        arguments: [
            Case("2023年政府信息公开工作年度报告", nil, 2023),
            Case("2023年度政府信息公开年报", nil, 2023),
            Case("关于2020年政府信息公开工作情况的报告", nil, 2020),
            Case("琥珀市水务局政府信息公开工作年度报告", "琥珀市水务局", nil),
            Case("政府信息公开工作年度报告", nil, nil),
        ])
    func incomplete(expected: Case) throws {
        let parts = try #require(TitleParts(expected.text, words: words))
        #expect(parts.agency == expected.agency)
        #expect(parts.year == expected.year)
    }

    @Test(
        "the year may stand in brackets after the title",
        arguments: [
            Case("琥珀市水务局政府信息公开工作年度报告(2023年)", "琥珀市水务局", 2023),
            Case("琥珀市水务局政府信息公开工作年度报告(2023年度)", "琥珀市水务局", 2023),
            Case("政府信息公开工作年度报告(2023)", nil, 2023),
        ])
    func yearInBrackets(expected: Case) throws {
        let parts = try #require(TitleParts(expected.text, words: words))
        #expect(parts.agency == expected.agency)
        #expect(parts.year == expected.year)
    }

    @Test(
        "the year may stand between the subject and the word for report",
        arguments: [
            Case("琥珀市水务局政府信息公开工作2023年度报告", "琥珀市水务局", 2023),
            Case("琥珀市水务局政府信息公开2023年年度报告", "琥珀市水务局", 2023),
        ])
    func yearBeforeReport(expected: Case) throws {
        let parts = try #require(TitleParts(expected.text, words: words))
        #expect(parts.agency == expected.agency)
        #expect(parts.year == expected.year)
    }

    @Test(
        "other words that speak of reports are no title",
        arguments: [
            "2023年政府信息公开工作年度报告汇编", "政府信息公开工作年度报告目录", "目录", "", "报告", "年度报告", "2023年政府工作报告",
            "关于印发2023年政府信息公开工作年度报告的通知", "政府信息公开工作年度报告格式", "琥珀市水务局2023年工作总结报告", "主动公开政府信息情况",
            "琥珀市水务局2023年政府信息公开工作年度报告......12", "现公布2023年政府信息公开工作年度报告如下", "政府信息公开指南", "政府网站工作年度报表",
        ])
    func noTitle(text: String) {
        #expect(TitleParts(text, words: words) == nil)
    }
}
