import DocumentModel
import ReportForms
import ReportStandard
import Testing

@testable import ReportReader

/// The tables have 18 new requests and 1 carried in, 18 handled and 1 carried out; 8 granted, 2 in part, 2 refused, 3 not available,
/// 2 not processed, 1 otherwise; 6 reconsiderations, 1 action; 152 licences, 67 penalties.
@Suite("Sentences that repeat figures of the tables")
struct ProseStatementsTests {
    private let reading: Reading

    init() throws { reading = try Reading() }

    private func notes(_ sentence: String) -> [Finding] {
        let box = Box(x0: 1, y0: 2, x1: 3, y1: 4)
        let blocks: [Block] =
            [
                .heading(TextBlock(text: "纸鸢县人民政府2023年政府信息公开工作年度报告")),
                .paragraph(TextBlock(text: sentence, page: 1, box: box)),
            ] + [Printed.proactive2021, Printed.requests2021, Printed.proceedings].map { .table(Table(grid: $0)) }
        return reading.reports(blocks)[0].findings(.proseDiffers)
    }

    @Test(
        "another number than the table's is a note",
        arguments: [
            ("2023年，我县共收到政府信息公开申请21件。", "requests.new.total"),
            ("全年受理政府信息公开申请２１件，均按期答复。", "requests.new.total"),
            ("本年度收到1份政府信息公开申请。", "requests.new.total"),
            ("收到政府信息公开申请18件，办结17件。", "requests.handled_total.total"),
            ("办理申请中，予以公开9件，不予公开2件。", "requests.granted.total"),
            ("依申请公开办结18件，其中予以公开及部分公开11件。", "requests.granted.total"),
            ("答复申请人时，不予公开3件、无法提供3件。", "requests.refused.*.total"),
            ("依申请办理结果：无法提供5件，不予处理2件，其他处理1件。", "requests.unavailable.*.total"),
            ("结转下年度继续办理2件。", "requests.carried_out.total"),
            ("因政府信息公开引发行政复议7件、行政诉讼1件。", "proceedings.reconsideration.total"),
            ("政府信息公开行政复议6件，行政诉讼3件。", "proceedings.litigation_direct.total"),
            ("办理行政许可150件，行政处罚67件。", "proactive.licensing.decisions"),
        ])
    func differing(sentence: String, code: String) {
        let notes = notes(sentence)
        #expect(notes.map(\.code) == [code])
        #expect(notes.first?.severity == .note)
        #expect(notes.first?.page == 1)
        #expect(notes.first?.box == Box(x0: 1, y0: 2, x1: 3, y1: 4))
    }

    @Test("a note has both numbers and the words")
    func message() {
        #expect(
            notes("收到政府信息公开申请21件。").map(\.message) == ["“收到政府信息公开申请21件” says 21, the table 18 / 19"])
    }

    @Test(
        "every reading of the table is allowed",
        arguments: [
            "收到政府信息公开申请18件。", "全年收办政府信息公开申请19件（含结转）。", "受理并办结政府信息公开申请18件。",
            "办理申请18件，予以公开8件，部分公开2件，不予公开2件，无法提供3件，不予处理2件，其他处理1件，结转下年度1件。",
            "依申请办结18件，其中予以公开及部分公开10件。", "因政府信息公开被提起行政复议6件、行政诉讼1件。", "因信息公开引起的行政复议、行政诉讼共7件。",
            "作出行政许可152件，行政处罚67件。",
        ])
    func agreeing(sentence: String) { #expect(notes(sentence).isEmpty) }

    @Test(
        "other years, other bodies, parts, shares and other things say nothing",
        arguments: [
            "2022年收到政府信息公开申请30件。", "去年共受理政府信息公开申请30件。", "收到政府信息公开申请较上年增加3件。",
            "收到政府信息公开申请18件，同比减少12件。", "历年累计受理政府信息公开申请300件。", "各街道共收到政府信息公开申请35件。",
            "收到申请18件，其中收到自然人申请12件。", "收到网络申请10件，信函申请8件，均为依申请公开。", "受理群众信访件次120件。",
            "处理依申请公开咨询12件次，收到申请材料12件次。", "受理行政许可申请300余件。", "全年办理行政复议案件120件。",
            "全年认定公文460件，其中主动公开163件、依申请公开47件、不予公开51件。", "行政复议维持2件。", "办结率100%，按时办结。",
            "计划2024年收到政府信息公开申请时五日内登记，目标20件。", "公开政府信息1509条。", "办理人大建议30件，办结30件，依申请公开答复人大代表提案12件。",
        ])
    func silent(sentence: String) { #expect(notes(sentence).isEmpty) }

    @Test("a form without statements has no prose that contradicts it; one of its own has what it says")
    func otherForm() throws {
        let words = try ReportWords.builtIn().prose
        let sentence = "全年受理投诉21件。"
        #expect(ProseStatements([], words: words).statements(in: sentence, year: 2023).isEmpty)
        let own = FormStatement(words: ["受理"], clauseWords: ["投诉"], sums: [["complaints.received"]])
        let found = ProseStatements([own], words: words).statements(in: sentence, year: 2023)
        #expect(found.map(\.number) == [21])
        let figures = [IndicatorCode("complaints.received"): Figure(value: 20, status: .printed)]
        #expect(
            found.compactMap { ProseStatements.contradiction(of: $0, in: figures)?.code }
                == [IndicatorCode("complaints.received")])
    }

    @Test("figures in doubt or not in the tables contradict nothing")
    func unknown() throws {
        let library = try FormLibrary.builtIn()
        let form = try #require(library.forms.first { $0.form == "2021" })
        let statements = ProseStatements(try #require(form.statements), words: library.words.prose)
        let figures = [IndicatorCode("requests.new.total"): Figure(value: 3, status: .suspect)]
        let statement = statements.statements(in: "收到政府信息公开申请5件。", year: 2023)
        #expect(statement.count == 1)
        #expect(statement.allSatisfy { ProseStatements.contradiction(of: $0, in: figures) == nil })
        #expect(statement.allSatisfy { ProseStatements.contradiction(of: $0, in: [:]) == nil })
    }
}
