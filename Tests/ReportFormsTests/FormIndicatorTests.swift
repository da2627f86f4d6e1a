import ReportForms
import ReportStandard
import Testing

@Suite("The figures of the forms")
struct FormIndicatorTests {
    private let forms: FormLibrary

    init() throws { forms = try FormLibrary.builtIn() }

    private func form(_ name: String) throws -> Form { try #require(forms.forms.first { $0.form == name }) }

    @Test("the newest form comes first")
    func order() {
        #expect(forms.forms.map(\.form) == ["2021", "2019", "2014", "2008"])
    }

    @Test(
        "a form has as many figures as the paper form, and the single row of other handling beside them",
        arguments: [("2021", 200, 7), ("2019", 198, 0), ("2014", 58, 0), ("2008", 0, 0)])
    func count(name: String, own: Int, alternative: Int) throws {
        let indicators = try form(name).indicators
        #expect(indicators.count { !$0.isAlternative } == own)
        #expect(indicators.count { $0.isAlternative } == alternative)
        #expect(Set(indicators.map(\.code)).count == own + alternative, "no code stands for two figures")
    }

    @Test(
        "each table has its figures",
        arguments: [
            ("2021", "proactive", 10), ("2021", "requests", 175), ("2021", "proceedings", 15),
            ("2019", "proactive", 22), ("2019", "requests", 161), ("2019", "proceedings", 15),
            ("2014", "statistics", 58),
        ])
    func tables(name: String, table: String, count: Int) throws {
        #expect(try form(name).indicators.count { $0.table == table && !$0.isAlternative } == count)
    }

    @Test("the alternatives are the row of other handling, printed as one")
    func alternatives() throws {
        #expect(
            try form("2021").indicators.filter(\.isAlternative).map(\.code.description) == [
                "requests.other.natural_person", "requests.other.business", "requests.other.research",
                "requests.other.social_welfare", "requests.other.legal_service", "requests.other.other_organisation",
                "requests.other.total",
            ])
    }

    struct Case: Sendable, CustomTestStringConvertible {
        var form: String
        var code: String
        var row: String
        var column: String
        var unit: String
        var testDescription: String { "\(form) \(code)" }
    }

    @Test(
        "a code stands for the figure under these labels, in this unit",
        arguments: [
            Case(form: "2021", code: "proactive.regulations.issued", row: "第二十条第（一）项/规章", column: "本年制发件数", unit: "件"),
            Case(
                form: "2021", code: "proactive.normative_documents.in_force", row: "第二十条第（一）项/行政规范性文件",
                column: "现行有效件数", unit: "件"),
            Case(
                form: "2021", code: "proactive.administrative_fees.amount", row: "第二十条第（八）项/行政事业性收费",
                column: "本年收费金额（单位：万元）", unit: "万元"),
            Case(form: "2021", code: "requests.new.natural_person", row: "一、本年新收政府信息公开申请数量", column: "自然人", unit: "件"),
            Case(
                form: "2021", code: "requests.refused.forbidden_by_law.other_organisation",
                row: "三、本年度办理结果/（三）不予公开/2.其他法律行政法规禁止公开", column: "法人或其他组织/其他", unit: "件"),
            Case(
                form: "2021", code: "requests.other.other.total", row: "三、本年度办理结果/（六）其他处理/3.其他", column: "总计", unit: "件"
            ),
            Case(form: "2021", code: "requests.other.total", row: "三、本年度办理结果/（六）其他处理", column: "总计", unit: "件"),
            Case(
                form: "2021", code: "requests.carried_out.business", row: "四、结转下年度继续办理", column: "法人或其他组织/商业企业",
                unit: "件"),
            Case(form: "2021", code: "proceedings.reconsideration.upheld", row: "行政复议", column: "结果维持", unit: "件"),
            Case(
                form: "2021", code: "proceedings.litigation_after_reconsideration.total", row: "行政诉讼/复议后起诉",
                column: "总计", unit: "件"),
            Case(
                form: "2019", code: "proactive.normative_documents.produced", row: "第二十条第（一）项/规范性文件",
                column: "本年新制作数量", unit: "件"),
            Case(
                form: "2019", code: "proactive.other_services.change", row: "第二十条第（五）项/其他对外管理服务事项", column: "本年增/减",
                unit: "项"),
            Case(
                form: "2019", code: "proactive.procurement.amount", row: "第二十条第（九）项/政府集中采购", column: "采购总金额",
                unit: "as printed"),
            Case(form: "2019", code: "requests.other.total", row: "三、本年度办理结果/（六）其他处理", column: "总计", unit: "件"),
        ])
    func labels(expected: Case) throws {
        let indicator = try #require(
            try form(expected.form).indicators.first { $0.code.description == expected.code })
        #expect(indicator.rowLabels.joined(separator: "/") == expected.row)
        #expect(indicator.columnLabels.joined(separator: "/") == expected.column)
        #expect(indicator.unit == expected.unit)
        #expect(indicator.table == indicator.code.table)
    }

    @Test("figures come in the order of the form")
    func formOrder() throws {
        let codes = try form("2021").indicators.map(\.code.description)
        #expect(codes.first == "proactive.regulations.issued")
        #expect(codes[10] == "requests.new.natural_person")
        #expect(codes.last == "proceedings.litigation_after_reconsideration.total")
    }

    @Test("codes of the form of 2019 that the form of 2021 has too mean the same figure")
    func sharedCodes() throws {
        let newer = Dictionary(uniqueKeysWithValues: try form("2021").indicators.map { ($0.code, $0) })
        let shared = try form("2019").indicators.filter { newer[$0.code] != nil }
        #expect(shared.count { $0.table == "requests" } == 161)
        #expect(shared.count { $0.table == "proceedings" } == 15)
        for indicator in shared where indicator.table != "proactive" {
            #expect(newer[indicator.code]?.rowLabels == indicator.rowLabels, "\(indicator.code)")
            #expect(newer[indicator.code]?.columnLabels == indicator.columnLabels, "\(indicator.code)")
        }
    }
}
