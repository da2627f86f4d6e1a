import FileAccess
import Foundation
import Nianbao
import PDFReader
import ReportForms
import ReportStandard
import TestSupport
import Testing

/// The form of the tutorial: of another field, with nothing about it in the code.
@Suite("A form of the user's own")
struct OtherFormTests {
    private let forms: FormLibrary

    init() throws {
        forms = try FormLibrary(files: FormFile.builtIn() + FormFile.files(in: Project.sample("forms")))
    }

    private func report() throws -> Report {
        let path = "forms/reports/archive-2025.md"
        let bytes = try FileBytes(name: "samples/\(path)", Array(Data(contentsOf: URL(filePath: Project.sample(path)))))
        return try #require(try ReportExtraction(forms: forms).reports(in: bytes).first)
    }

    @Test("its sample gives the JSON beside it, byte for byte")
    func golden() throws {
        try expectGolden(
            ReportFormat.json.text([report()], forms: forms), at: Project.sample("forms/reports/archive-2025.json"))
    }

    @Test("its table is read like a statutory one: sums, units, blanks and unknown rows")
    func figures() throws {
        let report = try report()
        #expect(report.form == "department-budget")
        #expect(report.agency?.name == "琥珀市档案馆")
        #expect(report.year == 2025)
        #expect(report["budget.revenue.total.this_year"]?.value == 835)
        #expect(report["budget.expenditure.basic.staff.this_year"]?.value == 530)
        #expect(report["budget.expenditure.basic.staff.this_year"]?.status == .recovered)
        #expect(report["budget.expenditure.vehicles.this_year"]?.unit == "辆")
        #expect(report.checks.count == 8)
        #expect(report.checks.allSatisfy { $0.holds })
        #expect(report.findings.map(\.kind) == [.rowUnknown])
    }

    @Test("CSV has its labels and units")
    func csv() throws {
        let rows = FigureTable(forms: forms).rows(of: try report())
        let row = try #require(rows.first { $0[6] == "budget.expenditure.basic.running.this_year" })
        #expect(row[5] == "budget")
        #expect(row[7] == "二、支出合计/（一）基本支出/2.公用经费")
        #expect(row[8] == "本年预算数")
        #expect(Array(row[9...11]) == ["万元", "85", "printed"])
    }

    @Test("the tutorial's smallest form is good, and reads what it says")
    func tutorial() throws {
        let path = "Sources/ReportForms/ReportForms.docc/WritingAForm.md"
        let text = try String(contentsOf: Project.folder.appending(path: path), encoding: .utf8)
        let json = try #require(text.split(separator: "```json\n").dropFirst().first?.split(separator: "```").first)
        let form = try FormFile(path: path, bytes: Array(json.utf8)).form
        #expect(
            form.indicators.map(\.code.description) == [
                "budget.revenue.total.last_year", "budget.revenue.total.this_year",
                "budget.revenue.appropriation.last_year", "budget.revenue.appropriation.this_year",
                "budget.revenue.other.last_year", "budget.revenue.other.this_year",
            ])
    }
}
