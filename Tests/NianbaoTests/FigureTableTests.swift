import DocumentModel
import Foundation
import Nianbao
import ReportForms
import ReportStandard
import Testing

@Suite("Figures as tidy rows")
struct FigureTableTests {
    private let table: FigureTable

    init() throws { table = FigureTable(forms: try FormLibrary.builtIn()) }

    private func report(form: String?, _ code: String, _ figure: Figure) -> Report {
        Report(
            source: Source(file: "a.pdf", sha256: "", kind: .pdf, document: 2), agency: Agency(name: "琥珀市水务局"),
            year: 2023,
            form: form, figures: [.init(code: IndicatorCode(code), figure: figure)])
    }

    @Test("the header is what users of the output rely on")
    func header() {
        #expect(
            FigureTable.header.joined(separator: ",")
                == "file,document,agency,year,form,table,code,row,column,unit,value,status,printed,page,x0,y0,x1,y1,evidence,doubts,decision,reviewed_by,reviewed_at,was_value,was_status,review_note"
        )
    }

    @Test("a figure has its labels, unit, text and place")
    func row() {
        let rows = table.rows(
            of: report(
                form: "2021", "requests.refused.state_secret.business",
                Figure(
                    value: 3, status: .printed, printed: "３", page: 2, box: Box(x0: 10, y0: 20.5, x1: 30.126, y1: 40))))
        #expect(
            rows == [
                [
                    "a.pdf", "2", "琥珀市水务局", "2023", "2021", "requests", "requests.refused.state_secret.business",
                    "三、本年度办理结果/（三）不予公开/1.属于国家秘密", "法人或其他组织/商业企业", "件", "3", "printed", "３", "2", "10.0", "20.5",
                    "30.13", "40.0", "", "", "", "", "", "", "", "",
                ]
            ])
    }

    @Test("what a figure or report does not have is an empty field")
    func empty() {
        var report = report(form: "2021", "requests.new.total", Figure(status: .missing))
        report.agency = nil
        report.year = nil
        #expect(
            table.rows(of: report) == [
                [
                    "a.pdf", "2", "", "", "2021", "requests", "requests.new.total", "一、本年新收政府信息公开申请数量", "总计", "件", "",
                    "missing", "", "", "", "", "", "", "", "", "", "", "", "", "", "",
                ]
            ])
    }

    @Test(
        "a unit that was printed goes before the form's, and “as printed” is none",
        arguments: [
            ("proactive.procurement.amount", "万元", "万元"), ("proactive.procurement.amount", nil, ""),
            ("proactive.licensing.change", nil, "项"),
            ("proactive.licensing.decisions", "条", "条"),
        ] as [(String, String?, String)])
    func units(code: String, unit: String?, expected: String) {
        let rows = table.rows(
            of: report(form: "2019", code, Figure(value: 1, status: .printed, printed: "1", unit: unit)))
        #expect(rows.first?[9] == expected)
    }

    @Test("numbers keep their digits", arguments: ["149.673874", "11398889", "-8", "0"])
    func values(text: String) {
        let rows = table.rows(
            of: report(form: "2021", "requests.new.total", Figure(value: Decimal(string: text), status: .printed)))
        #expect(rows.first?[10] == text)
    }

    @Test("a figure of another form keeps that form's labels")
    func otherForm() {
        let rows = table.rows(
            of: report(form: "2021", "proactive.procurement.amount", Figure(status: .blank, printed: "-")))
        #expect(rows.first?[7] == "第二十条第（九）项/政府集中采购")
        #expect(rows.first?[8] == "采购总金额")
    }

    @Test("a figure that several other forms have keeps the labels of the newest of them")
    func newestForm() throws {
        let forms = try FormLibrary.builtIn()
        var labels: [IndicatorCode: [[String]]] = [:]
        for indicator in forms.indicators.joined() {
            labels[indicator.code, default: []].append([
                indicator.rowLabels.joined(separator: "/"), indicator.columnLabels.joined(separator: "/"),
            ])
        }
        let different = labels.filter { Set($0.value).count > 1 }
        #expect(!different.isEmpty)
        for (code, labels) in different {
            let rows = table.rows(of: report(form: "2030", code.description, Figure(value: 1, status: .printed)))
            #expect(rows.first.map { Array($0[7...8]) } == labels.first)
        }
    }

    @Test("a code that no form has is still a row")
    func unknownCode() {
        let rows = table.rows(
            of: report(form: "2030", "requests.new.robots", Figure(value: 1, status: .printed, printed: "1")))
        #expect(rows.first?[4...10] == ["2030", "requests", "requests.new.robots", "", "", "", "1"])
    }

    @Test("a report without figures is one row, so that it is not lost")
    func noFigures() {
        let report = Report(source: Source(file: "b.pdf", sha256: "", kind: .pdf), year: 2023)
        #expect(table.rows(of: report) == [["b.pdf", "1", "", "2023"] + [String](repeating: "", count: 22)])
    }
}
