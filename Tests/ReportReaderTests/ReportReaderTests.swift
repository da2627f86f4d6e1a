import DocumentModel
import ReportForms
import ReportStandard
import Testing

@testable import ReportReader

@Suite("Reports read from a document")
struct ReportReaderTests {
    private let reading: Reading

    init() throws { reading = try Reading() }

    private let tables: [Block] = [Printed.proactive2021, Printed.requests2021, Printed.proceedings].map {
        .table(Table(grid: $0))
    }

    private func report(_ lines: String, tables: [Block]? = nil) -> Report {
        reading.reports([Block](paragraphs: lines) + (tables ?? self.tables))[0]
    }

    // MARK: Identity

    @Test("title and period give agency, year and period")
    func identity() {
        let report = report("纸鸢县人民政府2023年政府信息公开工作年度报告\n一、总体情况\n统计期限自2023年1月1日起至2023年12月31日止。")
        #expect(report.agency?.name == "纸鸢县人民政府")
        #expect(report.year == 2023)
        #expect(report.period == Period(from: "2023-01-01", to: "2023-12-31"))
        #expect(report.findings(.agencyUnknown, .yearUnknown, .yearConflict).isEmpty)
        #expect(report.source == Source(file: "made.pdf", sha256: "", kind: .pdf, document: 1))
    }

    @Test("without a year in the title the period says which year it is")
    func yearOfPeriod() {
        #expect(report("纸鸢县人民政府政府信息公开工作年度报告\n自2022年1月1日起至2022年12月31日止").year == 2022)
    }

    @Test("where title and period differ the title counts, and both are told")
    func yearConflict() {
        let report = report("纸鸢县人民政府2023年政府信息公开工作年度报告\n自2022年1月1日起至2022年12月31日止。")
        #expect(report.year == 2023)
        #expect(report.period == Period(from: "2022-01-01", to: "2022-12-31"))
        #expect(report.findings(.yearConflict).map(\.message) == ["the title says 2023, the period 2022"])
    }

    @Test("what nothing names is unknown, and said to be")
    func unknown() {
        let report = report("一、总体情况\n我局高度重视。")
        #expect(report.agency == nil)
        #expect(report.year == nil)
        #expect(report.findings(.agencyUnknown, .yearUnknown).map(\.kind) == [.agencyUnknown, .yearUnknown])
    }

    @Test("the file's title is asked for what the text does not say, and only then")
    func metadata() throws {
        var asked = 0
        func title() -> String? {
            asked += 1
            return "琥珀市水务局 2021 年政府信息公开工作年度报告"
        }
        let complete = [Block](paragraphs: "纸鸢县人民政府2023年政府信息公开工作年度报告") + tables
        let report = reading.reader.reports(in: complete, source: Reading.source, documentTitle: title())[0]
        #expect(report.agency?.name == "纸鸢县人民政府")
        #expect(asked == 0)
        let nameless = [Block](paragraphs: "2023年政府信息公开工作年度报告") + tables
        let other = reading.reader.reports(in: nameless, source: Reading.source, documentTitle: title())[0]
        #expect(try other.agency == Agency(name: "琥珀市水务局").placed(by: ReportWords.builtIn().agencies))
        #expect(other.year == 2023)
        #expect(asked == 1)
    }

    @Test("a file's title that is none names nobody", arguments: ["无标题", "Microsoft Word - 1.doc", ""])
    func otherMetadata(title: String) {
        let blocks = [Block](paragraphs: "2023年政府信息公开工作年度报告") + tables
        #expect(reading.reader.reports(in: blocks, source: Reading.source, documentTitle: title)[0].agency == nil)
    }

    // MARK: Text

    @Test("text before the first section is the preamble, and sections that are absent are named")
    func sections() {
        let report = report("纸鸢县人民政府2023年政府信息公开工作年度报告\n根据条例编制。\n一、总体情况\n良好。\n六、其他需要报告的事项\n无。")
        #expect(report.preamble == ["根据条例编制。"])
        #expect(report.sections.map(\.number) == [1, 6])
        #expect(report.sections.map(\.paragraphs) == [["良好。"], ["无。"]])
        #expect(report.findings(.sectionMissing).map(\.code) == ["section.2", "section.3", "section.4", "section.5"])
        #expect(report.findings(.sectionMissing).first?.message == "no section 2 主动公开政府信息情况")
    }

    // MARK: Several reports

    @Test("a compiled volume gives its reports, numbered, each with its own figures")
    func volume() throws {
        let other = try Printed.requests2019.changing("12 | 5 | 0 | 1 | 0 | 0 | 18", to: "22 | 5 | 0 | 1 | 0 | 0 | 28")
            .changing("| < | 6 | 2 | 0 | 0 | 0 | 0 | 8", to: "| < | 16 | 2 | 0 | 0 | 0 | 0 | 18")
        let reports = reading.reports(
            [Block](paragraphs: "纸鸢县人民政府2023年政府信息公开工作年度报告") + tables
                + [Block](paragraphs: "琥珀市水务局2020年政府信息公开工作年度报告")
                + [.table(Table(grid: Printed.proactive2019)), .table(Table(grid: other))])
        #expect(reports.map(\.source.document) == [1, 2])
        #expect(reports.map(\.agency?.name) == ["纸鸢县人民政府", "琥珀市水务局"])
        #expect(reports.map(\.year) == [2023, 2020])
        #expect(reports.map(\.form) == ["2021", "2019"])
        #expect(reports.map { $0["requests.new.total"]?.value } == [18, 28])
        #expect(reports.map { $0.findings(.tableMissing).count } == [0, 1])
        #expect(reports.allSatisfy { $0.findings(.tableRepeated, .checkFailed).isEmpty })
    }

    @Test("what was found while reading the file goes to the report whose pages it is about")
    func findings() {
        func title(_ text: String, page: Int) -> Block { .heading(TextBlock(text: text, page: page)) }
        func table(page: Int) -> Block {
            var table = Table(grid: Printed.requests2021)
            table.pages = [page]
            return .table(table)
        }
        let found = [
            Finding(.pageDamaged, [.cause: "first"], page: 2), Finding(.pageDamaged, [.cause: "second"], page: 3),
            Finding(.fileRepaired, [.cause: "file"]),
        ]
        let reports = reading.reader.reports(
            in: [
                title("琥珀市水务局2020年政府信息公开工作年度报告", page: 1), table(page: 2),
                title("纸鸢县水利局2020年政府信息公开工作年度报告", page: 3), table(page: 3),
            ], source: Reading.source, findings: found)
        #expect(
            reports.map { $0.findings(.pageDamaged, .fileRepaired).map { $0.details[.cause] } } == [
                ["first", "file"], ["second", "file"],
            ])
        let whole = reading.reader.reports(in: [table(page: 1)], source: Reading.source, findings: found)
        #expect(
            whole[0].findings(.pageDamaged, .fileRepaired).map { $0.details[.cause] } == ["first", "second", "file"])
    }

    @Test("an empty document gives one report that says what is missing")
    func empty() {
        let reports = reading.reports([])
        #expect(reports.count == 1)
        #expect(reports[0].figures.isEmpty)
        #expect(
            Set(reports[0].findings.map(\.kind)) == [.tableMissing, .agencyUnknown, .yearUnknown, .sectionMissing])
    }

    @Test("the same document gives the same report")
    func determinism() {
        let blocks = [Block](paragraphs: "纸鸢县人民政府2023年政府信息公开工作年度报告\n一、总体情况") + tables
        #expect(reading.reports(blocks) == reading.reports(blocks))
    }
}
