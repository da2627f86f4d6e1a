import DocumentModel
import ReportForms
import ReportStandard
import Testing

@testable import ReportReader

/// Reports on 2016 of an agency without a table.
@Suite("Figures that only sentences tell")
struct ToldFiguresTests {
    private let reading: Reading

    init() throws { reading = try Reading() }

    private static let box = Box(x0: 1, y0: 2, x1: 3, y1: 4)

    private func report(_ sentence: String, year: Int = 2016, findings: [Finding] = []) -> Report {
        reading.reader.reports(
            in: [
                .heading(TextBlock(text: "琥珀市水务局\(year)年政府信息公开工作年度报告")),
                .paragraph(TextBlock(text: sentence, page: 2, box: Self.box)),
            ], source: Reading.source, findings: findings)[0]
    }

    /// Figures as “code value status”, without the codes' first part.
    private func told(_ sentence: String, year: Int = 2016) -> [String] {
        report(sentence, year: year).figures.map { entry in
            let value = entry.figure.value.map { "\($0)" } ?? "-"
            return "\(entry.code.path.dropFirst().joined(separator: ".")) \(value) \(entry.figure.status.rawValue)"
        }
    }

    struct Case: Sendable, CustomTestStringConvertible {
        var sentence: String
        var figures: [String]
        var testDescription: String { sentence }

        init(_ sentence: String, _ figures: String...) {
            self.sentence = sentence
            self.figures = figures
        }
    }

    @Test(
        "a sentence tells a figure",
        arguments: [
            Case("主动公开政府信息137条。", "proactive.total 137 printed"),
            Case("2016年，我局主动公开政府信息137条。", "proactive.total 137 printed"),
            Case("2016年度共主动公开各类政府信息共计１３７条。", "proactive.total 137 printed"),
            Case("截至2016年12月31日，琥珀市水务局主动公开政府信息137件。", "proactive.total 137 printed"),
            Case("全年向社会公开政府信息达137条，按时办理。", "proactive.total 137 printed"),
            Case(
                "主动公开政府信息136条，其中网站106条、微信30条。", "proactive.total 136 printed", "proactive.website 106 printed",
                "proactive.wechat 30 printed"),
            Case(
                "主动公开政府信息136条（其中：政府网站106条，微博10条，其他方式20条）。", "proactive.total 136 printed",
                "proactive.website 106 printed", "proactive.microblog 10 printed", "proactive.other_channels 20 printed"
            ),
            Case(
                "2016年，通过市政府网站公开政府信息106条、微信公众号发布信息30条。共主动公开政府信息136条。", "proactive.total 136 printed",
                "proactive.website 106 printed", "proactive.wechat 30 printed"),
            Case("主动公开规范性文件3件。", "proactive.normative_documents 3 printed"),
            Case(
                "全年收到政府信息公开申请18件，其中当面申请2件、网络申请15件、信函申请1件。", "requests.received 18 printed",
                "requests.received_in_person 2 printed", "requests.received_online 15 printed",
                "requests.received_letter 1 printed"),
            Case(
                "受理依申请公开申请18宗，办结申请17宗。", "requests.received 18 printed", "requests.concluded 17 printed"),
            Case(
                "本年度答复申请10件，其中同意公开8件、不予公开2件。", "requests.answered 10 printed", "requests.granted 8 printed",
                "requests.refused 2 printed"),
            Case("因政府信息公开引发的行政复议2件、信息公开行政诉讼0件。", "reconsideration.total 2 printed", "litigation.total 0 printed"),
            Case("收到申请0件；收取信息处理费120.5元。", "requests.received 0 printed", "fees.amount 120.5 printed"),
            Case(
                "从事政府信息公开工作人员5人，其中专职人员2人、兼职人员3人。", "institutions.staff 5 printed",
                "institutions.staff_full_time 2 printed", "institutions.staff_part_time 3 printed"),
            Case("举办政府信息公开培训班2期，接受政府信息公开培训人员60人次。", "training.courses 2 printed", "training.trainees 60 printed"),
        ])
    func tells(expected: Case) { #expect(told(expected.sentence) == expected.figures) }

    @Test(
        "parts that do not add up to their whole, or whose whole is not told, are in doubt",
        arguments: [
            Case(
                "主动公开政府信息137条，其中网站106条、微信30条。", "proactive.total 137 printed", "proactive.website 106 suspect",
                "proactive.wechat 30 suspect"),
            Case(
                "主动公开政府信息130条，其中网站106条、微信30条。", "proactive.total 130 suspect", "proactive.website 106 suspect",
                "proactive.wechat 30 suspect"),
            Case("通过政府网站公开政府信息106条。", "proactive.website 106 suspect"),
            Case(
                "主动公开政府信息137条，其中网站106条、机构职能类31条。", "proactive.total 137 printed", "proactive.website 106 suspect"),
        ])
    func parts(expected: Case) {
        #expect(told(expected.sentence) == expected.figures)
        let doubts = report(expected.sentence).figures.filter { $0.figure.status == .suspect }.map(\.figure.doubts)
        #expect(doubts.allSatisfy { $0 == [.sumFails] })
    }

    @Test("sentences that give different numbers are in doubt")
    func contradicted() {
        let figures = report("主动公开政府信息137条。全年共公开政府信息140条。").figures
        #expect(figures.map(\.figure.status) == [.suspect])
        #expect(figures.map(\.figure.doubts) == [[.statementsDiffer]])
        #expect(told("主动公开政府信息137条。全年共公开政府信息137条。") == ["proactive.total 137 printed"])
    }

    @Test(
        "other years, other bodies, shares, changes and other things tell nothing",
        arguments: [
            "2015年主动公开政府信息120条。", "上年主动公开政府信息120条。", "去年收到政府信息公开申请12件。", "主动公开政府信息137条，比2015年增加20条。",
            "主动公开政府信息137条，较上年增长20%。", "主动公开政府信息137条，同比下降。", "全市各单位主动公开政府信息1370条。", "我市主动公开政府信息1370条。",
            "我县收到政府信息公开申请180件。", "各乡镇主动公开政府信息300条。", "琥珀市财政局主动公开政府信息30条。", "听蝉镇认真落实，主动公开政府信息30条。",
            "督促下属单位公开政府信息30条。", "2008年以来主动公开政府信息9000条。", "累计主动公开政府信息9000条。", "第一季度主动公开政府信息30条。",
            "2016年1月至6月，主动公开政府信息60条。",
            "计划主动公开政府信息200条。", "主动公开政府信息近137条。", "主动公开政府信息137余条。", "主动公开政府信息1.3万条。", "主动公开政府信息1,370条。",
            "主动公开政府信息占86条。", "网站106条、微信30条。", "其中主动公开政府信息30条。", "办理咨询137件，其中网络106件、当面31件。",
            "主动公开政府信息目录137条。", "主动公开财政类政府信息30条。", "收到行政许可申请18件。", "收到政府信息公开申请18件次。", "行政复议2件。",
            "收到政府信息公开申请若干件。", "未收取信息处理费。", "主动公开率137条。", "15年主动公开政府信息137条。",
        ])
    func tellsNothing(sentence: String) { #expect(told(sentence) == []) }

    @Test("a figure that is told says so, with its clause, its unit and its place")
    func place() throws {
        let figure = try #require(report("2016年，我局共主动公开政府信息 137 条，其中网站137条。")["statistics.proactive.total"])
        #expect(figure.source == .prose)
        #expect(figure.printed == "我局共主动公开政府信息 137 条")
        #expect(figure.unit == "条")
        #expect(figure.page == 2)
        #expect(figure.box == Self.box)
    }

    @Test("only reports of the years without a table are read so", arguments: [2007, 2019, 2023])
    func years(year: Int) {
        #expect(told("主动公开政府信息137条。", year: year) == [])
        #expect(told("主动公开政府信息137条。", year: 2008) == ["proactive.total 137 printed"])
        #expect(told("主动公开政府信息137条。", year: 2018) == ["proactive.total 137 printed"])
    }

    @Test("a table always wins")
    func table() {
        let report = reading.reports([
            .heading(TextBlock(text: "琥珀市水务局2016年政府信息公开工作年度报告")),
            .paragraph(TextBlock(text: "主动公开政府信息137条。收到政府信息公开申请18件。")),
            .table(Table(grid: PrintedStatistics.table)),
        ])[0]
        #expect(report.form == "2014")
        #expect(report.figures.allSatisfy { $0.figure.source == nil })
        #expect(report["statistics.proactive.total"]?.value != 137)
    }

    @Test("numbers read off a picture are in doubt where no sum confirms them")
    func recognized() {
        func statuses(_ sentence: String) -> [Figure.Status] {
            report(sentence, findings: [Finding(.pageRecognized, page: 2)]).figures.map(\.figure.status)
        }
        #expect(statuses("主动公开政府信息137条。") == [.suspect])
        #expect(statuses("主动公开政府信息136条，其中网站106条、微信30条。") == [.printed, .printed, .printed])
    }
}
