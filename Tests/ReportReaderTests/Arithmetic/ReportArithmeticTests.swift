import DocumentModel
import ReportReader
import ReportStandard
import Testing

@Suite("Arithmetic in a whole report")
struct ReportArithmeticTests {
    private let reading: Reading

    init() throws { reading = try Reading() }

    /// 总计 of the new requests printed as 17, which is 18.
    private var slip: String {
        get throws {
            try Printed.requests2021.changing(
                "| 12 | 5 | 0 | 1 | 0 | 0 | 18\n二", to: "| 12 | 5 | 0 | 1 | 0 | 0 | 17\n二")
        }
    }

    @Test("an agency's slip is reported, and every figure stays as printed")
    func slipInCertainText() throws {
        let report = reading.report(try slip)
        #expect(report.codes(.printed).count == 175)
        #expect(report["requests.new.total"]?.value == 17)
        #expect(report["requests.new.total"]?.evidence == nil)
        #expect(
            report.checks.filter { !$0.holds } == [
                Check(id: "requests.balance.total", left: 18, right: 19),
                Check(id: "requests.applicants.new", left: 18, right: 17),
            ])
        #expect(
            report.findings(.checkFailed).map(\.message) == [
                "requests.balance.total: 18 on the left, 19 on the right",
                "requests.applicants.new: 18 on the left, 17 on the right",
            ])
        #expect(report.findings(.checkFailed).map(\.code) == ["requests.balance.total", "requests.applicants.new"])
    }

    @Test("in uncertain text a figure that alone makes its checks fail is named, with the value that they ask for")
    func slipInUncertainText() throws {
        let report = reading.report(try slip, quality: .uncertain)
        #expect(report["requests.new.total"]?.value == 17)
        #expect(report["requests.new.total"]?.status == .suspect)
        #expect(report["requests.new.total"]?.evidence == ["requests.balance.total", "requests.applicants.new"])
        #expect(report.codes(.suspect) == ["requests.new.total"])
        #expect(report.findings(.checkFailed).count == 2)
        #expect(
            report.findings(.misreadProposed).map(\.message) == [
                "requests.new.total reads 17; with 18 these would hold: requests.balance.total, requests.applicants.new"
            ])
        #expect(report.findings(.misreadProposed).map(\.code) == ["requests.new.total"])
    }

    @Test("in uncertain text the figures of failed checks are in doubt where no single one explains them")
    func doubtInUncertainText() throws {
        let report = reading.report(
            Printed.requests2021, try Printed.proceedings.changing("3 | 1 | 0 | 2 | 6", to: "3 | 1 | 0 | 2 | 8"),
            quality: .uncertain)
        #expect(report.codes(.suspect).count == 5)
        #expect(report["proceedings.reconsideration.total"]?.evidence == ["proceedings.reconsideration"])
        #expect(report.findings(.misreadProposed).isEmpty)
    }

    @Test("a column left blank is recovered from the totals, zeros and all")
    func blankColumn() throws {
        // Natural persons are blank in every row.
        var table = Table(grid: Printed.requests2021)
        for index in table.cells.indices where table.cells[index].columns == 3..<4 && table.cells[index].row >= 3 {
            table.cells[index].text = ""
        }
        let report = reading.reports([.table(table)], quality: .uncertain)[0]
        #expect(report.codes(.recovered).count == 25)
        #expect(report["requests.new.natural_person"]?.value == 12)
        #expect(report["requests.refused.third_party_rights.natural_person"]?.value == 1)
        #expect(report["requests.refused.state_secret.natural_person"]?.value == 0)
        #expect(report["requests.handled_total.natural_person"]?.value == 12)
        #expect(
            report["requests.handled_total.natural_person"]?.evidence?.contains("requests.applicants.handled_total")
                == true)
        #expect(report.checks.count == 39)
        #expect(report.checks.allSatisfy { $0.holds })
    }

    @Test("totals left blank are recovered")
    func blankTotals() {
        var table = Table(grid: Printed.requests2021)
        for index in table.cells.indices where table.cells[index].columns == 9..<10 && table.cells[index].row >= 3 {
            table.cells[index].text = ""
        }
        let report = reading.reports([.table(table)])[0]
        #expect(report.codes(.recovered).count == 25)
        #expect(report["requests.new.total"]?.value == 18)
        #expect(report["requests.unavailable.not_held.total"]?.value == 3)
    }

    @Test("totals left blank beside dashes are recovered, the dashes stay")
    func dashes() throws {
        let report = reading.report(
            try Printed.requests2021.changing(
                "| 12 | 5 | 0 | 1 | 0 | 0 | 18\n二", to: "| 12 | 5 | - | 1 | — | / | \n二"))
        #expect(report.row("new") == [12, 5, nil, 1, nil, nil, 18])
        #expect(report["requests.new.total"]?.status == .recovered)
        #expect(report["requests.new.research"]?.status == .blank)
        #expect(report["requests.new.research"]?.printed == "-")
        #expect(report.checks.allSatisfy { $0.holds })
    }

    @Test("a table with nothing but blanks has no checks, and nothing is made up")
    func allBlank() {
        var table = Table(grid: Printed.requests2021)
        for index in table.cells.indices where table.cells[index].column >= 3 && table.cells[index].row >= 3 {
            table.cells[index].text = ""
        }
        let report = reading.reports([.table(table), .table(Table(grid: Printed.proceedings))])[0]
        #expect(report.codes(.blank).count == 175)
        #expect(
            report.checks.map(\.id) == [
                "proceedings.reconsideration", "proceedings.litigation_direct",
                "proceedings.litigation_after_reconsideration",
            ])
    }

    @Test("a cell with two numbers is recovered where its row and column agree")
    func unclear() throws {
        let report = reading.report(
            try Printed.requests2021.changing(
                "| 12 | 5 | 0 | 1 | 0 | 0 | 18\n二", to: "| 12 | 5/6 | 0 | 1 | 0 | 0 | 18\n二"))
        #expect(report["requests.new.business"]?.value == 5)
        #expect(report["requests.new.business"]?.status == .recovered)
        #expect(report["requests.new.business"]?.printed == "5/6")
        #expect(
            report["requests.new.business"]?.evidence?.sorted() == [
                "requests.applicants.new", "requests.balance.business",
            ])
    }

    @Test("a part of the proceedings left blank is not made up from their total in certain text")
    func proceedings() throws {
        let grid = try Printed.proceedings.changing("3 | 1 | 0 | 2 | 6", to: "3 | 1 | 0 |  | 6")
        let certain = reading.report(Printed.requests2021, grid)
        #expect(certain["proceedings.reconsideration.pending"]?.status == .blank)
        #expect(certain.findings(.checkFailed).map(\.code) == ["proceedings.reconsideration"])
        let uncertain = reading.report(Printed.requests2021, grid, quality: .uncertain)
        #expect(uncertain["proceedings.reconsideration.pending"]?.value == 2)
        #expect(uncertain["proceedings.reconsideration.pending"]?.status == .recovered)
    }
}
