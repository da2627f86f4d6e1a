import DocumentModel
import ReportReader
import ReportStandard
import Testing

@Suite("Figures that were recognised in a picture")
struct RecognizedFiguresTests {
    /// The printed requests table with the cell of `row` and `column` recognised as `text`.
    private func report(
        _ text: String, row: Int, column: Int, certainty: DocumentModel.Reading.Certainty, others: [String] = [],
        elsewhere: DocumentModel.Reading.Certainty = .agreed, table: String = Printed.requests2021
    ) throws -> Report {
        var table = Table(grid: table)
        for index in table.cells.indices where table.cells[index].text.allSatisfy(\.isNumber) {
            table.cells[index].certainty = elsewhere
        }
        let index = try #require(table.cells.firstIndex { $0.row == row && $0.column == column })
        table.cells[index].text = text
        table.cells[index].certainty = certainty
        table.cells[index].otherReadings = others
        return try Reading().reports(
            [.heading(TextBlock(text: "纸鸢县人民政府2023年政府信息公开工作年度报告")), .table(table)], quality: .uncertain)[0]
    }

    private let granted = "requests.granted.natural_person"  // 6 in row 5, column 3

    @Test("a doubtful reading that two checks confirm is printed")
    func confirmed() throws {
        let figure = try #require(try report("6", row: 5, column: 3, certainty: .doubtful, others: ["8"])[granted])
        #expect(figure.status == .printed)
        #expect(figure.value == 6)
    }

    @Test("where the sums want the other reading it is recovered, and what stood there is kept")
    func settled() throws {
        let figure = try #require(try report("8", row: 5, column: 3, certainty: .doubtful, others: ["6"])[granted])
        #expect(figure.status == .recovered)
        #expect(figure.value == 6)
        #expect(figure.printed == "8")
        #expect(figure.evidence?.isEmpty == false)
    }

    @Test("a wrong reading that was sure of itself is never printed: the sums tell")
    func misread() throws {
        let figure = try #require(try report("8", row: 5, column: 3, certainty: .agreed)[granted])
        #expect(figure.status == .suspect)
    }

    @Test(
        "where no check is, only two readings that agree are printed",
        arguments: [
            (DocumentModel.Reading.Certainty.agreed, Figure.Status.printed), (.single, .suspect), (.doubtful, .suspect),
        ])
    func unchecked(certainty: DocumentModel.Reading.Certainty, status: Figure.Status) throws {
        let report = try report("152", row: 6, column: 1, certainty: certainty, table: Printed.proactive2021)
        #expect(report["proactive.licensing.decisions"]?.value == 152)
        #expect(report["proactive.licensing.decisions"]?.status == status)
    }

    @Test("what other readings give is told of a figure in doubt, and of no other")
    func otherReadings() throws {
        func figure(_ certainty: DocumentModel.Reading.Certainty) throws -> Figure? {
            try report(
                "152", row: 6, column: 1, certainty: certainty, others: ["162", "152", "15Z"],
                table: Printed.proactive2021)["proactive.licensing.decisions"]
        }
        #expect(try figure(.doubtful)?.readings == [162])
        #expect(try figure(.agreed)?.readings == [])
        #expect(try report("6", row: 5, column: 3, certainty: .doubtful, others: ["8"])[granted]?.readings == [])
    }

    @Test("a lone zero that was read once is not confirmed by a row of zeros")
    func zeros() throws {
        let report = try report("0", row: 7, column: 5, certainty: .single, elsewhere: .single)
        #expect(report["requests.refused.state_secret.research"]?.status == .suspect)
        #expect(report[granted]?.status == .printed)
    }

    @Test("a figure with a leading zero is two columns in one, or misread: it has no value, whatever adds up")
    func leadingZero() throws {
        let figure = try #require(try report("06", row: 5, column: 3, certainty: .agreed)[granted])
        #expect(figure.printed == "06")
        #expect(figure.status != .printed)
        #expect(try report("6", row: 5, column: 3, certainty: .agreed)[granted]?.status == .printed)
    }

    @Test("a count has no decimals: a point before three digits is a comma, as far as sums confirm it")
    func points() throws {
        let report = try report("1.047", row: 6, column: 1, certainty: .agreed, table: Printed.proactive2021)
        #expect(report["proactive.licensing.decisions"]?.value == 1047)
        #expect(report["proactive.licensing.decisions"]?.status == .suspect)
        let fee = try self.report("1.047", row: 13, column: 1, certainty: .agreed, table: Printed.proactive2021)
        #expect(fee["proactive.administrative_fees.amount"]?.value != 1047)
    }

    /// The requests table as read off a picture, with some texts changed.
    private func recognized(_ table: String, changing change: (inout Cell) -> Void) throws -> Report {
        var table = Table(grid: table)
        for index in table.cells.indices {
            table.cells[index].certainty = .agreed
            change(&table.cells[index])
        }
        return try Reading().reports(
            [.heading(TextBlock(text: "纸鸢县人民政府2023年政府信息公开工作年度报告")), .table(table)], quality: .uncertain)[0]
    }

    @Test(
        "the columns of headings that are lost are counted off where the others are there, and their sums confirm them")
    func lostHeadings() throws {
        let report = try recognized(Printed.requests2021) { cell in
            if ["自然人", "总计"].contains(cell.text) { cell.text = "" }
        }
        #expect(report["requests.new.natural_person"]?.value == 12)
        #expect(report["requests.new.total"]?.value == 18)
        #expect(report["requests.new.business"]?.status == .printed)
        #expect(report.findings.contains { $0.kind == .columnMissing })
    }

    @Test("of a row without a label some cells may be unreadable: the others stay")
    func oddCells() throws {
        var count = 0
        let report = try recognized(Printed.proceedings) { cell in
            guard cell.text.allSatisfy(\.isNumber), !cell.text.isEmpty else { return }
            count += 1
            if count % 5 == 2 { cell.text += "√" }
        }
        #expect(count == 15)
        let figures = report.figures.filter { $0.code.table == "proceedings" }
        #expect(figures.map(\.figure.value) == [3, 1, 0, 2, 6, 1, 0, 0, 0, 1, 0, 0, 0, 0, 0])
        #expect(figures.count { $0.figure.status == .recovered } == 3)
    }
}
