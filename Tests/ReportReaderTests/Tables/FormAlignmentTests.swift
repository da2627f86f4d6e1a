import DocumentModel
import ReportStandard
import Testing

@testable import ReportReader

@Suite("Rows laid along the form's rows")
struct FormAlignmentTests {
    private let reading: Reading

    init() throws { reading = try Reading() }

    @Test("tables printed as the form has them give all figures and no finding")
    func complete() {
        let report = reading.report(Printed.proactive2021, Printed.requests2021, Printed.proceedings)
        #expect(report.form == "2021")
        #expect(report.figures.count == 200)
        #expect(report.codes(.printed).count == 200)
        #expect(report.findings.filter { $0.kind != .sectionMissing }.isEmpty)
        #expect(report.checks.count == 42)
        #expect(report.checks.allSatisfy { $0.holds })
        #expect(report.row("new") == [12, 5, 0, 1, 0, 0, 18])
        #expect(report.row("unavailable.not_held") == [2, 0, 0, 1, 0, 0, 3])
        #expect(report.row("other.no_correction") == [0, 1, 0, 0, 0, 0, 1])
        #expect(report.row("handled_total") == [12, 5, 0, 1, 0, 0, 18])
        #expect(report["proactive.normative_documents.in_force"]?.value == 14)
        #expect(report["proactive.licensing.decisions"]?.value == 152)
        #expect(report["proactive.compulsory_measures.decisions"]?.value == 4)
        #expect(report["proceedings.reconsideration.pending"]?.value == 2)
        #expect(report["proceedings.litigation_direct.upheld"]?.value == 1)
    }

    @Test("a figure that nobody can read does not take the row without labels with it")
    func unreadableFigure() {
        let damaged = Printed.proceedings.replacing("3 | 1 | 0 | 2 | 6 | 1", with: "3 | 1 | 0 | 2 | 6 | ?")
        let report = reading.report(Printed.proactive2021, Printed.requests2021, damaged)
        #expect(report["proceedings.reconsideration.total"]?.value == 6)
        #expect(report["proceedings.litigation_direct.upheld"]?.status != .printed)
        #expect(report["proceedings.litigation_direct.total"]?.value == 1)
        #expect(!report.findings.contains { $0.kind == .tableMissing })
    }

    @Test(
        "labels that are damaged, shortened or written otherwise are known by their place",
        arguments: [
            ("2.其他法律行政法规禁止公开", "2.其他法律行政止公开", "refused.forbidden_by_law"),
            ("（七）总计", "(七)总记", "handled_total"),
            ("（二）部分公开（区分处理的，只计这一情形，不计其他情形）", "（二）部分公开", "partly_granted"),
            ("（二）部分公开（区分处理的，只计这一情形，不计其他情形）", "(二) 部分公开(区分处理的, 只计这一情形, 不计其他情形)", "partly_granted"),
            ("1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请", "1.逾期不补正", "other.no_correction"),
            ("2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请", "2.逾期不缴费", "other.fee_unpaid"),
            ("1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请", "1.申请人无正当理由逾期不补正，行政机关不再处理其政府信息公开申请", "other.no_correction"),
            ("3.危及“三安全一稳定”", "3.危及\"三安全一稳定\"", "refused.security_and_stability"),
            ("四、结转下年度继续办理", "四、结转下年度继续办", "carried_out"),
            ("一、本年新收政府信息公开申请数量", "本年新收政府信息公开申请数量", "new"),
            ("6.属于四类过程性信息", "6.属干四类过程信息", "refused.process_information"),
            ("3.其他 |", "其他 |", "other.other"),
            ("4.保护第三方合法权益", "4．保护第三方⏎合法权益", "refused.third_party_rights"),
            ("7.属于行政执法案卷", "7.屬於行政執法案卷", "refused.enforcement_files"),
        ])
    func labels(form: String, printed: String, row: String) throws {
        let report = reading.report(try Printed.requests2021.changing(form, to: printed))
        #expect(report.codes(.printed).count == 175)
        #expect(report.row(row) == reading.report(Printed.requests2021).row(row))
        #expect(report.findings(.rowMissing, .rowUnknown, .cellUnclear, .checkFailed).isEmpty)
    }

    @Test("行政规范性文件 may be printed as 规范性文件 in the form of 2021")
    func normativeDocuments() throws {
        let report = reading.report(try Printed.proactive2021.changing("行政规范性文件", to: "规范性文件"), Printed.requests2021)
        #expect(report.form == "2021")
        #expect(report["proactive.normative_documents.issued"]?.value == 3)
        #expect(report["proactive.normative_documents.repealed"]?.value == 2)
        #expect(report["proactive.normative_documents.in_force"]?.value == 14)
        #expect(report.findings(.formMixed, .rowMissing, .columnMissing).isEmpty)
    }

    @Test(
        "article lines may be written otherwise, or be absent",
        arguments: [
            ("第二十条第（五）项", "第二十条第(五)项"), ("第二十条第（五）项", "第二十条(五)项"), ("第二十条第（五）项", "第二十条  第（五）项"),
            ("第二十条第（一）项 | < | < | <\n", ""), ("第二十条第（六）项 | < | < | <\n", ""),
        ])
    func articles(form: String, printed: String) throws {
        let report = reading.report(try Printed.proactive2021.changing(form, to: printed))
        #expect(report.codes(.printed).count == 10)
        #expect(report["proactive.licensing.decisions"]?.value == 152)
        #expect(report["proactive.penalties.decisions"]?.value == 67)
    }

    @Test("rows without the headings of their groups are found all the same")
    func flat() {
        // As converters leave a table: one column of labels, no merged cells.
        let rows = Table(grid: Printed.requests2021)
        let lines = rows.coverage().dropFirst(3).map { row in
            (row.map { rows.cells[$0].text }.dropFirst(2)).joined(separator: " | ")
        }
        let header = "信息 | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计"
        let report = reading.report(([header] + lines).joined(separator: "\n"))
        #expect(report.codes(.printed).count == 175)
        #expect(report.checks.count { $0.holds } == 39)
        #expect(report.row("not_processed.repeated") == [0, 1, 0, 0, 0, 0, 1])
        #expect(report.row("other.other") == [0, 0, 0, 0, 0, 0, 0])
    }

    @Test("a row that the form does not have is a finding with its figures, and moves no other")
    func unknownRow() throws {
        let report = reading.report(
            try Printed.requests2021.changing(
                "^ | （四）无法提供", to: "^ | ^ | 9.属于工作秘密 | 0 | 0 | 0 | 4 | 0 | 0 | 4\n^ | （四）无法提供"))
        let findings = report.findings(.rowUnknown)
        #expect(findings.count == 1)
        #expect(findings.first?.message.hasSuffix("9.属于工作秘密 | 0 | 0 | 0 | 4 | 0 | 0 | 4") == true)
        #expect(findings.first?.code == "requests")
        #expect(report.codes(.printed).count == 175)
        #expect(report.row("refused.administrative_query") == [0, 0, 0, 0, 0, 0, 0])
        #expect(report.row("unavailable.not_held") == [2, 0, 0, 1, 0, 0, 3])
    }

    @Test(
        "rows of an agency's own before and after a form's row are findings too",
        arguments: [
            ("行政规范性文件 | 3", "其他主动公开文件 | 8 | 0 | 8\n行政规范性文件 | 3", "其他主动公开文件 | 8 | 0 | 8"),
            ("行政强制 | 4 | < | <", "行政强制 | 4 | < | <\n行政检查 | 31 | < | <", "行政检查 | 31"),
        ])
    func ownRows(form: String, printed: String, row: String) throws {
        let report = reading.report(try Printed.proactive2021.changing(form, to: printed))
        #expect(report.findings(.rowUnknown).map(\.message) == ["a row the form does not have: \(row)"])
        #expect(report.codes(.printed).count == 10)
        #expect(report["proactive.normative_documents.issued"]?.value == 3)
    }

    @Test("figures after the form's last row are a finding too")
    func rowsAfterTheLast() {
        let block = """

            第二十条第（九）项 | < | < | <
            信息内容 | 采购项目数量 | 采购总金额 | <
            政府集中采购 | 6 | 152790 | <
            """
        let report = reading.report(Printed.proactive2021 + block, Printed.requests2021)
        #expect(report.form == "2021")
        #expect(report["proactive.administrative_fees.amount"]?.value?.description == "149.673874")
        #expect(
            report.findings(.rowUnknown).map(\.message) == ["a row the form does not have: 政府集中采购 | 6 | 152790"])
    }

    @Test("a row that is not there is missing, and the rows around it stay")
    func missingRow() throws {
        let report = reading.report(
            try Printed.requests2021.changing("^ | ^ | 6.属于四类过程性信息 | 0 | 1 | 0 | 0 | 0 | 0 | 1\n", to: ""))
        #expect(
            report.codes(.missing).filter { $0.hasPrefix("requests.") }
                == [
                    "natural_person", "business", "research", "social_welfare", "legal_service", "other_organisation",
                    "total",
                ].map { "requests.refused.process_information.\($0)" })
        #expect(report.findings(.rowMissing).map(\.code) == ["requests.refused.process_information"])
        #expect(report.findings(.rowMissing).map(\.message) == ["no row 三、本年度办理结果/（三）不予公开/6.属于四类过程性信息"])
        #expect(report.row("refused.internal_affairs") == [0, 0, 0, 0, 0, 0, 0])
        #expect(report.row("refused.enforcement_files") == [0, 0, 0, 0, 0, 0, 0])
        // What is not shown cannot be filled in, but the sums say that something is not shown.
        #expect(
            report.checks.filter { !$0.holds }.map(\.id) == ["requests.results.business", "requests.results.total"])
    }

    @Test("other handling printed as one row has codes of its own")
    func otherInOneRow() {
        let report = reading.report(Printed.proactive2021, Printed.requests2019, Printed.proceedings)
        #expect(report.form == "2021")
        #expect(report.row("other") == [0, 1, 0, 0, 0, 0, 1])
        #expect(report.codes(.missing).count == 21)
        #expect(report.codes(.missing).allSatisfy { $0.hasPrefix("requests.other.") })
        #expect(report.findings(.rowMissing, .formMixed).isEmpty)
        #expect(report.checks.allSatisfy { $0.holds })
        #expect(report.checks.contains { $0.id == "requests.results.business" && $0.left == 5 })
        #expect(report.checks.contains { $0.id == "requests.applicants.other" && $0.left == 1 })
    }

    @Test("other handling printed in three rows leaves no single row behind")
    func otherInThreeRows() {
        let report = reading.report(Printed.requests2021)
        #expect(report["requests.other.total"] == nil)
        #expect(report["requests.other.no_correction.total"]?.value == 1)
    }

    @Test("tables may stand in any order")
    func order() {
        let report = reading.report(Printed.proceedings, Printed.requests2021, Printed.proactive2021)
        #expect(report.codes(.printed).count == 200)
        #expect(report.checks.count { $0.holds } == 42)
        // Figures come in the form's order all the same.
        #expect(report.figures.first?.code == IndicatorCode("proactive.regulations.issued"))
    }

    @Test("a table may be cut into one a block")
    func blocks() {
        let rows = Printed.proactive2021.split(separator: "\n").map(String.init)
        let blocks = [rows[0..<4], rows[4..<7], rows[7..<11], rows[11..<14]].map { $0.joined(separator: "\n") }
        let report = reading.report(blocks[0], blocks[1], blocks[2], blocks[3])
        #expect(report.codes(.printed).count == 10)
        #expect(report["proactive.penalties.decisions"]?.value == 67)
        #expect(report.findings(.rowMissing, .columnMissing, .rowUnknown).isEmpty)
    }

    @Test("other tables of a report are passed over")
    func decoys() {
        let report = reading.report(
            """
            序号 | 平台 | 发布数量
            1 | 门户网站 | 165
            2 | 微信公众号 | 45
            总计 | < | 210
            """,
            Printed.proactive2021,
            """
            申请方式 | 自然人 | 总计
            当面申请 | 3 | 3
            信函申请 | 9 | 9
            """,
            Printed.requests2021, Printed.proceedings,
            """
            年度 | 行政复议 | 行政诉讼 | 总计
            2022 | 5 | 3 | 8
            """)
        #expect(report.codes(.printed).count == 200)
        #expect(report.row("new") == [12, 5, 0, 1, 0, 0, 18])
        #expect(report["proactive.licensing.decisions"]?.value == 152)
        #expect(report["proceedings.reconsideration.total"]?.value == 6)
        #expect(report.checks.count { $0.holds } == 42)
        #expect(report.findings(.rowUnknown, .tableRepeated, .formMixed).isEmpty)
    }

    @Test("a table printed twice is read once, in doubt, and the second copy is a finding")
    func repeated() throws {
        let copy = try Printed.requests2021.changing(
            "| 12 | 5 | 0 | 1 | 0 | 0 | 18", to: "| 11 | 5 | 0 | 1 | 0 | 0 | 17")
        let report = reading.report(Printed.requests2021, copy)
        #expect(report.row("new") == [12, 5, 0, 1, 0, 0, 18])
        #expect(report.codes(.suspect).count == 175)
        #expect(report["requests.new.total"]?.doubts == [.twoReports])
        #expect(report.findings(.tableRepeated).map(\.code) == ["requests"])
    }

    @Test("a table of the form that is not there is missing as a whole")
    func missingTable() {
        let report = reading.report(Printed.proactive2021, Printed.requests2021)
        #expect(report.codes(.missing).count == 15)
        #expect(report.codes(.missing).allSatisfy { $0.hasPrefix("proceedings.") })
        #expect(report.findings(.tableMissing).map(\.code) == ["proceedings"])
        #expect(report.findings(.tableMissing).map(\.message) == ["no table 政府信息公开行政复议、行政诉讼情况"])
        #expect(report.findings(.tableMissing).map(\.severity) == [.error])
    }

    @Test("a report without tables has no form and no figures")
    func noTable() {
        let report = reading.report()
        #expect(report.form == nil)
        #expect(report.figures.isEmpty)
        #expect(report.findings(.tableMissing).map(\.message) == ["no table of a known form"])
    }
}
