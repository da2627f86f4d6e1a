import DocumentModel
import ReportStandard
import Testing

@testable import ReportReader

@Suite("Figures read off matched rows")
struct TableReadingTests {
    private let reading: Reading

    init() throws { reading = try Reading() }

    private static let licensing = "行政许可 | 152 | < | <"
    private static let new = "一、本年新收政府信息公开申请数量 | < | < | 12 | 5 | 0 | 1 | 0 | 0 | 18"

    @Test(
        "a cell's whole text stays with its figure",
        arguments: [
            ("22（其中修订 16 件）", "22", "printed"), ("１５２", "152", "printed"), (" 1,152 ", "1152", "printed"),
            ("-", nil, "blank"),
            ("/", nil, "blank"), ("", nil, "blank"), ("无", nil, "blank"), ("本单位无此项", nil, "suspect"),
            ("0/0", nil, "suspect"), ("1 52", nil, "suspect"),
        ] as [(String, String?, String)])
    func printed(cell: String, value: String?, status: String) throws {
        let report = reading.report(try Printed.proactive2021.changing("152", to: cell))
        let figure = try #require(report["proactive.licensing.decisions"])
        #expect(figure.value?.description == value)
        #expect(figure.status.rawValue == status)
        #expect(figure.printed == cell.split(separator: " ").joined(separator: " "))
    }

    @Test("a cell that is no single number is a finding with its text")
    func unclear() throws {
        let report = reading.report(try Printed.proactive2021.changing("152", to: "0/0"))
        #expect(
            report.findings(.cellUnclear).map(\.message) == [
                "proactive.licensing.decisions reads “0/0”: not one number"
            ])
        #expect(report.findings(.cellUnclear).map(\.code) == ["proactive.licensing.decisions"])
        #expect(report["proactive.licensing.decisions"]?.doubts == [.notOneNumber])
    }

    @Test(
        "a unit in the cell goes before one in the heading, and neither changes the number",
        arguments: [
            ("采购总金额", "152790元", "152790", "元"), ("采购总金额(万元)", "15.279", "15.279", "万元"),
            ("采购总金额(万元)", "152790元", "152790", "元"), ("采购总金额", "113.96万元", "113.96", "万元"),
            ("采购总金额", "152790", "152790", nil),
        ] as [(String, String, String, String?)])
    func units(heading: String, cell: String, value: String, unit: String?) throws {
        let report = reading.report(
            try Printed.proactive2019.changing("采购总金额", to: heading).changing("152790元", to: cell), Printed.requests2019
        )
        let figure = try #require(report["proactive.procurement.amount"])
        #expect(figure.value?.description == value)
        #expect(figure.unit == unit)
        #expect(figure.printed == cell)
    }

    @Test("changes of the form of 2019 keep their sign")
    func changes() throws {
        let report = reading.report(Printed.proactive2019, Printed.requests2019)
        #expect(report["proactive.licensing.change"]?.value == -8)
        #expect(report["proactive.other_services.change"]?.value == 2)
        #expect(report["proactive.licensing.change"]?.printed == "-8")
    }

    @Test(
        "a change may have a word for its sign, in a column of changes alone",
        arguments: [
            ("增加8", "8"), ("减少8", "-8"), ("增 8 项", "8"), ("新增08", "8"), ("增加-8", nil), ("增加", nil), ("增加8减少3", nil),
        ] as [(String, String?)])
    func changesInWords(cell: String, value: String?) throws {
        let table = try Printed.proactive2019.changing("-8", to: cell).changing("1036", to: "增加8")
        let report = reading.report(table, Printed.requests2019)
        let figure = try #require(report["proactive.licensing.change"])
        #expect(figure.value?.description == value)
        #expect(figure.printed?.filter { $0 != " " } == cell.filter { $0 != " " })
        #expect(figure.status == (value == nil || cell.contains("08") ? .suspect : .printed))
        #expect(report["proactive.licensing.decisions"]?.status == .suspect)
    }

    @Test("one wide blank leaves its columns blank")
    func wideBlank() throws {
        let report = reading.report(
            try Printed.requests2021.changing(
                Self.new, to: "一、本年新收政府信息公开申请数量 | < | < |  | < | < | < | < | < | 18"))
        #expect(report.row("new").last == 18)
        #expect(report["requests.new.total"]?.status == .printed)
        #expect(report.findings(.cellUnclear).isEmpty)
    }

    @Test("one wide dash leaves its columns blank, and is kept as printed")
    func wideDash() throws {
        let report = reading.report(
            try Printed.requests2021.changing(
                Self.new, to: "一、本年新收政府信息公开申请数量 | < | < | — | < | < | < | < | < | 18"))
        #expect(report.row("new") == [nil, nil, nil, nil, nil, nil, 18])
        #expect(report["requests.new.business"]?.status == .blank)
        #expect(report["requests.new.business"]?.printed == "—")
    }

    @Test("a number set over several columns belongs to none of them")
    func wideNumber() throws {
        let report = reading.report(
            try Printed.requests2021.changing(
                "| < | 6 | 2 | 0 | 0 | 0 | 0 | 8", to: "| < | 8 | < | < | < | < | < | 8"))
        #expect(report["requests.granted.total"]?.value == 8)
        // The columns' sums say 6 and 2: not where the cell shows another number.
        #expect(report.codes(.printed).filter { $0.hasPrefix("requests.granted.") } == ["requests.granted.total"])
        #expect(report["requests.granted.natural_person"]?.printed == "8")
        #expect(report["requests.granted.natural_person"]?.value == nil)
        #expect(report["requests.granted.natural_person"]?.doubts == [.sharedCell])
        #expect(report.findings(.cellUnclear).count == 6)
        #expect(
            report.findings(.cellUnclear).first?.message
                == "requests.granted.natural_person reads “8”: one cell for several columns")
    }

    @Test("two numbers under one heading belong to none")
    func twoCells() {
        let report = reading.report(
            """
            第二十条第（五）项 | < | <
            信息内容 | 本年处理决定数量 | <
            行政许可 | 152 | 3
            """, Printed.requests2021)
        #expect(report["proactive.licensing.decisions"]?.status == .suspect)
        #expect(report["proactive.licensing.decisions"]?.value == nil)
        #expect(report["proactive.licensing.decisions"]?.printed == "152 3")
        #expect(report["proactive.licensing.decisions"]?.doubts == [.severalCells])
    }

    @Test("one number and a blank under one heading is that number")
    func numberAndBlank() {
        let report = reading.report(
            """
            第二十条第（五）项 | < | <
            信息内容 | 本年处理决定数量 | <
            行政许可 |  | 3
            """, Printed.requests2021)
        #expect(report["proactive.licensing.decisions"]?.value == 3)
        #expect(report["proactive.licensing.decisions"]?.status == .printed)
    }

    @Test("a column that is not there is a finding, and its figures are missing")
    func missingColumn() throws {
        let report = reading.report(
            """
            第二十条第（一）项 | < | <
            信息内容 | 本年制发件数 | 现行有效件数
            规章 | 0 | 1
            行政规范性文件 | 3 | 14
            """, Printed.requests2021)
        #expect(report["proactive.normative_documents.in_force"]?.value == 14)
        #expect(report["proactive.normative_documents.repealed"] == Figure(status: .missing))
        #expect(report.findings(.columnMissing).map(\.message) == ["no column 本年废止件数"])
    }

    private func report(_ doubt: Cell.Doubt, text: String) -> Report {
        var table = Table(grid: Printed.proactive2021)
        for index in table.cells.indices where table.cells[index].text == "152" {
            table.cells[index].text = text
            table.cells[index].doubt = doubt
        }
        return reading.reports([.table(table)])[0]
    }

    @Test("a number that runs over its cell's border is read, but in doubt")
    func overrun() {
        let report = report(.overrun, text: "152")
        #expect(report["proactive.licensing.decisions"]?.value == 152)
        #expect(report["proactive.licensing.decisions"]?.status == .suspect)
        #expect(report["proactive.licensing.decisions"]?.doubts == [.overrun])
        #expect(report.findings(.cellUnclear).map(\.code) == ["proactive.licensing.decisions"])
    }

    @Test("characters without a Unicode text give no number")
    func unreadable() {
        let report = report(.unreadable, text: "1\u{FFFD}2")
        #expect(report["proactive.licensing.decisions"]?.value == nil)
        #expect(report["proactive.licensing.decisions"]?.status == .suspect)
        #expect(report["proactive.licensing.decisions"]?.doubts == [.noUnicode])
    }

    @Test("a figure carries the page and box of its cell")
    func place() throws {
        var table = Table(grid: Printed.proactive2021)
        for index in table.cells.indices {
            table.cells[index].page = 2
            table.cells[index].box = Box(x0: Double(index), y0: 0, x1: Double(index) + 1, y1: 1)
        }
        let report = reading.reports([.table(table)])[0]
        let cell = try #require(table.cells.first { $0.text == "152" })
        #expect(report["proactive.licensing.decisions"]?.page == 2)
        #expect(report["proactive.licensing.decisions"]?.box == cell.box)
    }
}
