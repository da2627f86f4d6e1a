import Nianbao
import ReportForms
import ReportStandard
import TestSupport
import Testing

@Suite("A report retyped by text recognition, with cells lost")
struct RecoveredSampleTests {
    private let report: Report

    init() throws {
        let reports = try ReportExtraction(forms: .builtIn()).reports(path: Project.sample("dafeng-2024.md"))
        report = try #require(reports.first)
        #expect(reports.count == 1)
    }

    @Test("it is read whole")
    func whole() {
        #expect(report.agency?.name == "武陟县大封镇人民政府")
        #expect(report.year == 2024)
        #expect(report.period == Period(from: "2024-01-01", to: "2024-12-31"))
        #expect(report.form == "2021")
        #expect(report.source.kind == .markdown)
        #expect(report.source.pages == nil)
        #expect(report.figures.count == 200)
        #expect(report.figures.count { $0.figure.status == .printed } == 194)
        #expect(report.checks.count == 42)
        #expect(report.checks.allSatisfy { $0.holds })
        #expect(report.findings.isEmpty)
        #expect(report.sections.map(\.number) == [1, 2, 3, 4, 5, 6])
        #expect(report.sections.first?.sections.map(\.title) == ["主动公开", "依申请公开", "政府信息管理", "政府信息公开平台建设", "监督保障"])
    }

    @Test("exactly six figures are recovered")
    func recovered() {
        let recovered = report.figures.filter { $0.figure.status == .recovered }
        #expect(
            Dictionary(uniqueKeysWithValues: recovered.map { ($0.code.description, $0.figure.value) }) == [
                "requests.new.natural_person": 1, "requests.granted.natural_person": 0,
                "requests.partly_granted.natural_person": 0, "requests.handled_total.natural_person": 1,
                "requests.carried_out.natural_person": 0, "requests.handled_total.business": 0,
            ])
    }

    @Test(
        "each has its checks for evidence, and they hold",
        arguments: [
            ("requests.new.natural_person", ["requests.applicants.new", "requests.balance.natural_person"]),
            ("requests.granted.natural_person", ["requests.applicants.granted", "requests.results.natural_person"]),
            (
                "requests.partly_granted.natural_person",
                ["requests.applicants.partly_granted", "requests.results.natural_person"]
            ),
            (
                "requests.handled_total.natural_person",
                [
                    "requests.applicants.handled_total", "requests.balance.natural_person",
                    "requests.results.natural_person",
                ]
            ),
            (
                "requests.carried_out.natural_person",
                ["requests.applicants.carried_out", "requests.balance.natural_person"]
            ),
            (
                "requests.handled_total.business",
                ["requests.applicants.handled_total", "requests.balance.business", "requests.results.business"]
            ),
        ])
    func evidence(code: String, checks: [String]) {
        let figure = report[code]
        #expect(figure?.evidence?.sorted() == checks)
        #expect(figure?.printed == "")
        let holding = Set(report.checks.filter { $0.holds }.map(\.id))
        #expect(holding.isSuperset(of: checks))
    }

    @Test(
        "what was printed among damaged labels keeps its place",
        arguments: [
            ("requests.other.other.natural_person", 1), ("requests.other.other.total", 1),
            ("requests.handled_total.total", 1),
            ("requests.carried_in.natural_person", 0), ("requests.unavailable.still_unclear.total", 0),
            ("proceedings.reconsideration.corrected", 1), ("proceedings.reconsideration.total", 1),
            ("proceedings.litigation_direct.total", 0),
            ("proactive.administrative_fees.amount", 0),
        ])
    func printed(code: String, value: Int) {
        #expect(report[code]?.value == .init(value))
        #expect(report[code]?.status == .printed)
    }
}
