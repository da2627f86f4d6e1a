import DocumentModel
import Foundation
import ReportForms
import ReportReader
import ReportStandard
import Testing

@Suite("Reports side by side")
struct ReportComparisonTests {
    private let comparison: ReportComparison

    init() throws { comparison = ReportComparison(forms: try FormLibrary.builtIn()) }

    /// - Parameter figures: printed where a number, else a status with the value that it has, such as `suspect 3`.
    private func report(
        _ year: Int?, agency: String? = "琥珀市水务局", file: String? = nil, document: Int = 1, form: String? = "2021",
        _ figures: KeyValuePairs<String, String>, findings: [Finding] = []
    ) -> Report {
        let source = Source(
            file: file ?? "\(year ?? 0).pdf", sha256: "", kind: .pdf, pages: 9, document: document)
        return Report(
            source: source, agency: agency.map { Agency(name: $0) }, year: year, form: form,
            figures: figures.enumerated().map { index, entry in
                let words = entry.value.split(separator: " ")
                let value = Decimal(string: String(words.last ?? ""))
                let isNumber = words.count == 1 && value != nil
                return Report.Entry(
                    code: IndicatorCode(entry.key),
                    figure: Figure(
                        value: value,
                        status: isNumber ? .printed : Figure.Status(rawValue: String(words[0])) ?? .missing,
                        printed: entry.value, page: index + 1,
                        box: Box(x0: 1, y0: 2, x1: 3, y1: Double(year ?? 0))))
            }, findings: findings)
    }

    /// `code severity: left, right` of what reports say about one another.
    private func told(_ reports: Report...) -> [String] {
        comparison.findings(of: reports).filter { $0.other != nil }.map { located in
            let finding = located.finding
            let numbers = [finding.left, finding.right].map { $0.map { "\($0)" } ?? "nil" }.joined(separator: ", ")
            return "\(located.report.file) \(finding.code ?? "") \(finding.severity.rawValue): \(numbers)"
        }
    }

    private static let out = "requests.carried_out.total"
    private static let into = "requests.carried_in.total"

    @Test("what a year carries over is what the next one begins with, whatever order the reports are in")
    func carry() {
        let earlier = report(2023, [Self.out: "121"])
        #expect(told(earlier, report(2024, [Self.into: "121"])).isEmpty)
        let expected = ["2024.pdf requests.carry.total warning: 121, 120"]
        #expect(told(earlier, report(2024, [Self.into: "120"])) == expected)
        #expect(told(report(2024, [Self.into: "120"]), earlier) == expected)
    }

    @Test("every column is looked at by itself")
    func columns() {
        #expect(
            told(
                report(
                    2023,
                    [
                        "requests.carried_out.natural_person": "3", "requests.carried_out.business": "1", Self.out: "4",
                    ]),
                report(
                    2024,
                    ["requests.carried_in.natural_person": "1", "requests.carried_in.business": "3", Self.into: "4"]))
                == [
                    "2024.pdf requests.carry.natural_person warning: 3, 1",
                    "2024.pdf requests.carry.business warning: 1, 3",
                ])
    }

    @Test("a finding has the places in both reports, and says both in a message")
    func places() throws {
        let findings = comparison.findings(of: [
            report(2023, ["requests.new.total": "7", Self.out: "121"]), report(2024, [Self.into: "120"]),
        ])
        let located = try #require(findings.first)
        #expect(findings.count == 1)
        #expect(located.finding.kind == .yearsDisagree)
        #expect(located.report.file == "2024.pdf" && located.report.year == 2024)
        #expect(located.report.agency == "琥珀市水务局")
        #expect(located.finding.page == 1 && located.finding.box == Box(x0: 1, y0: 2, x1: 3, y1: 2024))
        #expect(located.other?.report.file == "2023.pdf" && located.other?.report.year == 2023)
        #expect(located.other?.page == 2 && located.other?.box == Box(x0: 1, y0: 2, x1: 3, y1: 2023))
        #expect(
            located.finding.message
                == "requests.carry.total: 121 by the report on 2023 (2023.pdf), 120 in this one")
        #expect(
            located.finding.message(in: .chinese)
                == "requests.carry.total：按2023年度报告（2023.pdf）应为121，本报告为120")
    }

    @Test(
        "documents in force are those of the year before and those issued, less those repealed; else it is a note",
        arguments: [("12", [String]()), ("13", ["2024.pdf proactive.in_force.regulations note: 12, 13"])])
    func inForce(printed: String, expected: [String]) {
        let stem = "proactive.regulations."
        #expect(
            told(
                report(2023, [stem + "in_force": "11"]),
                report(2024, [stem + "issued": "2", stem + "repealed": "1", stem + "in_force": printed])) == expected)
    }

    @Test(
        "figures in doubt, missing, or blank without a total say nothing",
        arguments: ["suspect 3", "suspect", "missing", "blank"])
    func doubt(figure: String) {
        #expect(told(report(2023, [Self.out: figure]), report(2024, [Self.into: "5"])).isEmpty)
        #expect(told(report(2023, [Self.out: "5"]), report(2024, [Self.into: figure])).isEmpty)
    }

    @Test("recovered figures count, and so do blanks beside a printed total, as 0")
    func recovered() {
        #expect(
            told(report(2023, [Self.out: "recovered 3"]), report(2024, [Self.into: "5"]))
                == ["2024.pdf requests.carry.total warning: 3, 5"])
        #expect(
            told(
                report(2023, ["requests.carried_out.business": "blank", Self.out: "2"]),
                report(2024, ["requests.carried_in.business": "1", Self.into: "2"]))
                == ["2024.pdf requests.carry.business warning: 0, 1"])
    }

    @Test("a gap between years is no finding, and neither is an agency or a year that is not known")
    func gaps() {
        #expect(told(report(2022, [Self.out: "1"]), report(2024, [Self.into: "2"])).isEmpty)
        #expect(told(report(2023, agency: nil, [Self.out: "1"]), report(2024, agency: nil, [Self.into: "2"])).isEmpty)
        #expect(told(report(nil, [Self.out: "1"]), report(nil, file: "b", [Self.out: "2"])).isEmpty)
        #expect(told(report(2023, [Self.out: "1"]), report(2024, agency: "纸鸢县水利局", [Self.into: "2"])).isEmpty)
        #expect(told(report(2023, [Self.out: "1"]), report(2024, form: nil, [Self.into: "2"])).isEmpty)
    }

    @Test("the form of 2019 carries over to that of 2021")
    func forms() {
        #expect(
            told(report(2020, form: "2019", [Self.out: "1"]), report(2021, [Self.into: "2"]))
                == ["2021.pdf requests.carry.total warning: 1, 2"])
    }

    @Test(
        "names that differ in width, blanks or script are the same agency's",
        arguments: ["琥珀市 水务局", "琥珀市水務局", "琥珀市　水务局", "琥珀市\u{2F54}务局"])
    func names(name: String) {
        #expect(told(report(2023, [Self.out: "1"]), report(2024, agency: name, [Self.into: "2"])).count == 1)
    }

    @Test(
        "traditional names of places and organs are those of simplified ones",
        arguments: [
            ("紙鳶縣聽蟬鎮人民政府", "纸鸢县听蝉镇人民政府"), ("廣東省財政廳", "广东省财政厅"), ("遼寧省檔案館", "辽宁省档案馆"),
            ("衛生健康委員會（Ａ區）", "卫生健康委员会(A区)"),
        ])
    func scripts(traditional: String, simplified: String) {
        #expect(
            told(report(2023, agency: traditional, [Self.out: "1"]), report(2024, agency: simplified, [Self.into: "2"]))
                .count == 1)
    }

    @Test("two reports on a year that differ are a finding for every figure, in the later one")
    func copies() {
        let first = report(2023, file: "a.pdf", [Self.into: "3", Self.out: "4", "requests.new.total": "9"])
        let second = report(2023, file: "b.html", [Self.into: "3", Self.out: "5", "requests.new.total": "suspect 1"])
        #expect(told(first, second) == ["b.html requests.carried_out.total warning: 4, 5"])
        #expect(told(first, report(2023, file: "b.pdf", [Self.into: "3.0", Self.out: "4"])).isEmpty)
        let volume = report(2023, file: "a.pdf", document: 2, [Self.into: "2"])
        #expect(told(first, volume) == ["a.pdf requests.carried_in.total warning: 3, 2"])
        #expect(
            comparison.findings(of: [first, second]).map(\.finding.message)
                == ["requests.carried_out.total: 4 in a.pdf, 5 in this report"])
    }

    @Test("of several reports on a year the first one is compared with other years")
    func copiesAcrossYears() {
        #expect(
            told(
                report(2023, file: "a.pdf", [Self.out: "4"]), report(2023, file: "b.pdf", [Self.out: "4"]),
                report(2024, [Self.into: "5"])) == ["2024.pdf requests.carry.total warning: 4, 5"])
    }

    @Test("a report's own findings come first, and stay where the report stands")
    func order() {
        let found = comparison.findings(of: [
            report(2024, [Self.into: "2"], findings: [Finding(.fileRepaired)]),
            report(2023, [Self.out: "1"], findings: [Finding(.agencyUnknown), Finding(.checkFailed)]),
        ])
        #expect(
            found.map { "\($0.report.file) \($0.finding.kind.rawValue)" } == [
                "2024.pdf file_repaired", "2024.pdf years_disagree", "2023.pdf agency_unknown", "2023.pdf check_failed",
            ])
    }
}
