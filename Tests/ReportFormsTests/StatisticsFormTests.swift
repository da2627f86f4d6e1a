import ReportForms
import ReportStandard
import Testing

@Suite("The statistics table of 2014")
struct StatisticsFormTests {
    private let form: Form

    init() throws { form = try #require(try FormLibrary.builtIn().forms.first { $0.form == "2014" }) }

    private static let codes = """
        proactive total normative_documents normative_documents_issued gazette website microblog wechat other_channels
        responses hot_topics press_conferences press_conferences_by_principals online_interviews \
        online_interviews_by_principals interpretations social_media other_channels
        requests received received_in_person received_fax received_online received_letter concluded concluded_on_time \
        concluded_extended answered already_public granted partly_granted refused refused_state_secret \
        refused_trade_secret refused_personal_privacy refused_security_and_stability refused_not_government_information \
        refused_other_law not_responsible not_existing asked_to_amend other_route
        reconsideration total upheld corrected other
        litigation total upheld corrected other
        complaints total
        fees amount
        institutions offices access_points staff staff_full_time staff_part_time budget
        training meetings courses trainees
        """.split(separator: "\n").flatMap { line in
            let words = line.split(separator: " ")
            return words.dropFirst().map { "statistics.\(words[0]).\($0)" }
        }

    @Test("it has its 58 figures, in its order")
    func figures() {
        #expect(Self.codes.count == 58)
        #expect(form.indicators.map(\.code.description) == Self.codes)
    }

    @Test(
        "a figure has the unit of its row",
        arguments: [
            ("proactive.total", "条"), ("proactive.normative_documents_issued", "件"), ("responses.interpretations", "篇"),
            ("responses.press_conferences_by_principals", "次"), ("requests.refused_other_law", "件"),
            ("fees.amount", "万元"), ("institutions.offices", "个"), ("institutions.staff_part_time", "人"),
            ("institutions.budget", "万元"), ("training.courses", "次"), ("training.trainees", "人次"),
        ])
    func units(code: String, unit: String) {
        #expect(form.indicators.first { $0.code == IndicatorCode("statistics.\(code)") }?.unit == unit)
    }

    @Test("a row with rows under it has figures of its own, and its label stands over theirs")
    func nested() throws {
        let row = try #require(
            form.indicators.first { $0.code == IndicatorCode("statistics.requests.refused_trade_secret") })
        #expect(row.rowLabels == ["三、依申请公开情况", "（三）申请答复数", "4.不同意公开答复数", "涉及商业秘密"])
        #expect(!row.isAlternative)
        let sum = try #require(form.indicators.first { $0.code == IndicatorCode("statistics.requests.refused") })
        #expect(sum.rowLabels == ["三、依申请公开情况", "（三）申请答复数", "4.不同意公开答复数"])
        #expect(!sum.isAlternative)
    }

    @Test("sums of rows are relations with the codes of the sums")
    func relations() {
        let relations = form.relations(between: form.indicators)
        #expect(
            relations.map { "\($0.id) \($0.left.count) \($0.right[0])" } == [
                "statistics.requests.received 4 statistics.requests.received",
                "statistics.requests.concluded 2 statistics.requests.concluded",
                "statistics.requests.answered 8 statistics.requests.answered",
                "statistics.requests.refused 6 statistics.requests.refused",
                "statistics.reconsideration 3 statistics.reconsideration.total",
                "statistics.litigation 3 statistics.litigation.total",
                "statistics.institutions.staff 2 statistics.institutions.staff",
            ])
    }

    @Test("headings stand before their rows, and are no rows of figures")
    func headings() {
        let entries = form.tables[0].blocks[0].entries
        #expect(entries.count == 58 + 7)
        #expect(entries.first == .heading(wordings: ["一、主动公开情况"], outer: []))
        #expect(entries.count { $0.line == nil } == 7)
    }
}
