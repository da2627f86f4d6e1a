import DocumentModel
import Foundation
import Nianbao
import ReportStandard
import Testing

@Suite("Findings as text")
struct FindingFormatTests {
    private static func report(_ file: String, document: Int = 1, agency: String? = "琥珀市水务局", year: Int? = 2024)
        -> Report
    {
        Report(
            source: Source(file: file, sha256: "", kind: .pdf, document: document),
            agency: agency.map { Agency(name: $0) }, year: year)
    }

    private static let findings = [
        LocatedFinding(
            report: ReportIdentity(report("a.pdf")),
            finding: Finding(
                .checkFailed, code: "requests.balance.total", left: 200, right: 202.5, page: 2,
                box: Box(x0: 1, y0: 2.126, x1: 3, y1: 4))),
        LocatedFinding(
            report: ReportIdentity(report("a.pdf")),
            finding: Finding(
                .yearsDisagree, [.otherFile: "b.pdf", .otherYear: "2023"], code: "requests.carry.total", left: 3,
                right: 4,
                page: 12),
            other: .init(
                report: ReportIdentity(report("b.pdf", year: 2023)), page: 5, box: Box(x0: 5, y0: 6, x1: 7, y1: 8))),
        LocatedFinding(
            report: ReportIdentity(report("c.html", document: 2, agency: nil, year: nil)),
            finding: Finding(.tableMissing, [.table: "主动公开政府信息情况"], code: "proactive")),
    ]

    @Test("a table has a heading for each report, aligned columns, and messages wrapped under themselves")
    func table() throws {
        #expect(
            try FindingFormat.table.text(Self.findings, width: 70) == """
                a.pdf  琥珀市水务局  2024
                  warning  page 2   check_failed    requests.balance.total: 200 on the
                                                    left, 202.5 on the right
                  warning  page 12  years_disagree  requests.carry.total: 3 by the
                                                    report on 2023 (b.pdf), 4 in this
                                                    one

                c.html  report 2
                  error             table_missing   no table 主动公开政府信息情况

                """)
    }

    @Test("a table in Chinese is aligned by the cells that its characters take")
    func chinese() throws {
        #expect(
            try FindingFormat.table.text(Self.findings, language: .chinese) == """
                a.pdf  琥珀市水务局  2024
                  警告  第2页   check_failed    勾稽关系requests.balance.total不成立：左边为200，右边为202.5
                  警告  第12页  years_disagree  requests.carry.total：按2023年度报告（b.pdf）应为3，本报告为4

                c.html  第2份报告
                  错误          table_missing   没有表格“主动公开政府信息情况”

                """)
    }

    @Test("CSV has a row a finding, with the place in the other report")
    func csv() throws {
        #expect(
            try FindingFormat.csv.text(Self.findings) == """
                file,document,agency,year,kind,severity,message,code,left,right,page,x0,y0,x1,y1,other_file,other_document,other_agency,other_year,other_page,other_x0,other_y0,other_x1,other_y1
                a.pdf,1,琥珀市水务局,2024,check_failed,warning,"requests.balance.total: 200 on the left, 202.5 on the right",requests.balance.total,200,202.5,2,1.0,2.13,3.0,4.0,,,,,,,,,
                a.pdf,1,琥珀市水务局,2024,years_disagree,warning,"requests.carry.total: 3 by the report on 2023 (b.pdf), 4 in this one",requests.carry.total,3,4,12,,,,,b.pdf,1,琥珀市水务局,2023,5,5.0,6.0,7.0,8.0
                c.html,2,,,table_missing,error,no table 主动公开政府信息情况,proactive,,,,,,,,,,,,,,,,

                """)
    }

    @Test("a line of NDJSON is one flat object; what is not known of the report is null")
    func lines() throws {
        let lines = try FindingFormat.ndjson.text(Self.findings, language: .chinese).split(separator: "\n")
        #expect(lines.count == 3)
        #expect(
            lines[1]
                == #"{"agency":"琥珀市水务局","code":"requests.carry.total","details":{"other_file":"b.pdf","other_year":"2023"},"document":1,"file":"a.pdf","kind":"years_disagree","left":3,"message":"requests.carry.total：按2023年度报告（b.pdf）应为3，本报告为4","other":{"agency":"琥珀市水务局","box":[5,6,7,8],"document":1,"file":"b.pdf","page":5,"year":2023},"page":12,"right":4,"severity":"warning","year":2024}"#
        )
        #expect(lines[2].contains(#""agency":null"#) && lines[2].contains(#""year":null"#))
    }

    @Test("nothing found is an empty table, an empty array, a header alone")
    func nothing() throws {
        #expect(try FindingFormat.table.text([]) == "")
        #expect(try FindingFormat.ndjson.text([]) == "")
        #expect(try JSONDecoder().decode([Int].self, from: Data(FindingFormat.json.text([]).utf8)) == [])
        #expect(try FindingFormat.csv.text([]).split(separator: "\n").count == 1)
    }

    @Test("the count says how much was looked at and found")
    func count() {
        var report = Self.report("a.pdf")
        report.figures = [
            .init(code: IndicatorCode("a.b"), figure: Figure(value: 1, status: .printed)),
            .init(code: IndicatorCode("a.c"), figure: Figure(status: .missing)),
        ]
        let count = FindingCount(reports: [report, Self.report("b.pdf")], findings: Self.findings)
        #expect(count.wording.en == "2 reports, 1 figure: 1 error, 2 warnings, 0 notes")
        #expect(count.wording.zh == "2份报告，1个数据项：1个错误，2个警告，0个提示")
    }

    @Test("the code book has every kind with its severity and its meaning in both languages")
    func book() throws {
        let lines = try FindingBook.text(.csv, language: .english).split(separator: "\n")
        #expect(lines[0] == "kind,severity,meaning_zh,meaning_en")
        #expect(lines.count == 1 + Finding.Kind.allCases.count)
        #expect(
            lines.contains("check_failed,warning,本报告的数据不符合格式的勾稽关系,figures of the report break a relation of the form"))
        let rows = try JSONDecoder().decode(
            [[String: String]].self, from: Data(FindingBook.text(.json, language: .chinese).utf8))
        #expect(rows.map { $0["kind"] } == Finding.Kind.allCases.map(\.rawValue))
        #expect(
            try FindingBook.text(.table, language: .chinese).hasPrefix("agency_unknown     警告  标题、正文和文件属性都没有写明机关\n"))
    }
}
