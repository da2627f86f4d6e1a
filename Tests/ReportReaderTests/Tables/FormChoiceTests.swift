import DocumentModel
import ReportStandard
import Testing

@testable import ReportReader

@Suite("Which form a report follows")
struct FormChoiceTests {
    private let reading: Reading

    init() throws { reading = try Reading() }

    private func report(year: Int, _ grids: String...) -> Report {
        reading.reports(
            [.heading(TextBlock(text: "佳县螅镇人民政府\(year)年政府信息公开工作年度报告"))] + grids.map { .table(Table(grid: $0)) })[0]
    }

    @Test("the labels tell the form, never the year", arguments: [2019, 2020, 2021, 2022, 2023])
    func labels(year: Int) {
        let older = report(year: year, Printed.proactive2019, Printed.requests2019, Printed.proceedings)
        #expect(older.form == "2019")
        #expect(older.year == year)
        #expect(older.codes(.printed).count == 198)
        #expect(older.row("other") == [0, 1, 0, 0, 0, 0, 1])
        #expect(older["proactive.normative_documents.total_published"]?.value == 37)
        #expect(older.findings(.formMixed, .rowMissing, .tableMissing).isEmpty)
        let newer = report(year: year, Printed.proactive2021, Printed.requests2021, Printed.proceedings)
        #expect(newer.form == "2021")
        #expect(newer.codes(.printed).count == 200)
    }

    @Test("the first table of the older form with the second of the newer one is mixed, and nothing is lost")
    func mixed() {
        let report = report(year: 2021, Printed.proactive2019, Printed.requests2021, Printed.proceedings)
        #expect(report.findings(.formMixed).count == 1)
        #expect(report["proactive.normative_documents.produced"]?.value == 5)
        #expect(report["proactive.licensing.change"]?.value == -8)
        #expect(report["proactive.procurement.amount"]?.value == 152_790)
        #expect(report.row("other.no_correction") == [0, 1, 0, 0, 0, 0, 1])
        #expect(report.row("handled_total") == [12, 5, 0, 1, 0, 0, 18])
        #expect(report.codes(.printed).count == 22 + 175 + 15)
    }

    @Test("the table of another form is checked by the relations of its own form")
    func mixedChecks() {
        let report = report(year: 2021, Printed.proactive2019, Printed.requests2021, Printed.proceedings)
        #expect(report.checks.filter { !$0.holds }.map(\.id) == [])
        #expect(report.checks.count == 42)
    }

    @Test("the newer first table with other handling in one row is the newer form")
    func singleRow() {
        let report = report(year: 2024, Printed.proactive2021, Printed.requests2019, Printed.proceedings)
        #expect(report.form == "2021")
        #expect(report.findings(.formMixed).isEmpty)
        #expect(report.row("other") == [0, 1, 0, 0, 0, 0, 1])
        #expect(report.codes(.printed).count == 10 + 161 + 15)
    }

    @Test("where nothing tells them apart the newer form is taken")
    func newest() {
        #expect(report(year: 2019, Printed.proceedings).form == "2021")
        // Only the single row of other handling tells the two apart here.
        #expect(report(year: 2023, Printed.requests2021).form == "2021")
    }
}
