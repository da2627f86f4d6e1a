import DocumentModel
import ReportForms
import Testing

@testable import ReportReader

@Suite("A title among a document's lines")
struct ReportTitleTests {
    private let words: ReportWords

    init() throws { words = try ReportWords.builtIn() }

    private func found(in lines: String, at index: Int = 0) -> ReportTitle? {
        ReportTitle(in: [Block](paragraphs: lines), at: index, words: words)
    }

    struct Case: Sendable, CustomTestStringConvertible {
        var lines: String
        var length: Int
        var testDescription: String { lines }

        init(_ lines: String, length: Int) {
            self.lines = lines
            self.length = length
        }
    }

    @Test(
        "a title may be broken over lines",
        arguments: [
            Case("琥珀市人民政府办公室2023年政府信息公开工作年度报告", length: 1),
            Case("琥珀市人民政府办公室\n2023年政府信息公开工作年度报告", length: 2),
            Case("琥珀市人民政府办公室2023年\n政府信息公开工作年度报告", length: 2),
            Case("2023年琥珀市人民政府办公室\n政府信息公开工作年度报告", length: 2),
            Case("琥珀市人民政府\n办公室2023年度\n政府信息公开工作年度报告", length: 3),
            Case("琥珀市人民政府办公室\n2023年度政府信息公开\n工作年度报告", length: 3),
            Case("琥珀市人民\n政府办公室\n2023年政府信息\n公开工作年度报告", length: 4),
            Case("琥珀市人民政府办公室\n2023 年 政 府 信 息 公 开 工 作 年 度 报 告", length: 2),
            Case("琥珀市人民政府办公室\n２０２３年政府信息公开工作年度报告", length: 2),
            Case("琥珀市人民政府办公室\n二〇二三年政府信息公开工作年度报告", length: 2),
            Case("琥珀市人民政府办公室关于\n2023年度政府信息公开工作的报告", length: 2),
        ])
    func broken(expected: Case) throws {
        let title = try #require(found(in: expected.lines))
        #expect(title.agency?.name == "琥珀市人民政府办公室")
        #expect(title.year == 2023)
        #expect(title.start == 0)
        #expect(title.end == expected.length)
    }

    @Test("the agency is where the title's first line is")
    func place() throws {
        let box = Box(x0: 90, y0: 80, x1: 500, y1: 110)
        let title = try #require(
            ReportTitle(
                in: [
                    .heading(TextBlock(text: "琥珀市水务局", page: 1, box: box)),
                    .heading(TextBlock(text: "2023年政府信息公开工作年度报告", page: 1, box: Box(x0: 0, y0: 120, x1: 1, y1: 130))),
                ], at: 0, words: words))
        #expect(title.agency?.page == 1)
        #expect(title.agency?.box == box)
    }

    @Test("a title without an agency is one too")
    func noAgency() throws {
        let title = try #require(found(in: "2023年政府信息公开工作年度报告\n一、总体情况"))
        #expect(title.agency == nil)
        #expect(title.year == 2023)
        #expect(title.end == 1)
    }

    @Test("a title starts at its own first line, not before and not after")
    func start() throws {
        let lines = "一、总体情况：如下\n琥珀市水务局\n2023年政府信息公开工作年度报告"
        #expect(found(in: lines, at: 0) == nil)
        #expect(try #require(found(in: lines, at: 1)).agency?.name == "琥珀市水务局")
        #expect(try #require(found(in: lines, at: 2)).agency == nil)
    }

    @Test(
        "sentences and lines of other kinds are no title",
        arguments: [
            "根据《中华人民共和国政府信息公开条例》，现公布2023年政府信息公开工作年度报告",
            "现将我局2023年度政府信息公开工作情况报告如下：",
            "本报告为琥珀市水务局2023年政府信息公开工作年度报告。",
            "首页>政务公开>政府信息公开年报",
            "2023年政府信息公开工作年度报告汇编",
            "目录",
            "一、总体情况\n二、主动公开政府信息情况",
            "琥珀市水务局\n2023年1月30日",
        ])
    func noTitle(lines: String) {
        #expect(found(in: lines) == nil)
    }

    @Test("a table ends what can be a title")
    func table() {
        let blocks: [Block] = [
            .paragraph(TextBlock(text: "琥珀市水务局")), .table(Table(grid: "a | b")),
            .paragraph(TextBlock(text: "2023年政府信息公开工作年度报告")),
        ]
        #expect(ReportTitle(in: blocks, at: 0, words: words) == nil)
    }

    @Test("a line of more than seventy characters is no part of a title")
    func long() {
        let name = String(repeating: "琥", count: 40)
        #expect(found(in: name + "珀市水务局2023年政府信息公开工作年度报告")?.year == 2023)
        #expect(found(in: String(repeating: "琥", count: 60) + "珀市水务局2023年政府信息公开工作年度报告") == nil)
    }

    @Test("a line that is a whole title by itself does not take the site's name above it for the agency's")
    func siteName() {
        let blocks = ["纸鸢县人民政府", "纸鸢县水利局2023年政府信息公开工作年度报告"].map { Block.paragraph(TextBlock(text: $0)) }
        #expect(ReportTitle(in: blocks, at: 0, words: words) == nil)
        #expect(ReportTitle(in: blocks, at: 1, words: words)?.agency?.name == "纸鸢县水利局")
    }
}
