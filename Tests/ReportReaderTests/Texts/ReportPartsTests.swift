import DocumentModel
import ReportForms
import Testing

@testable import ReportReader

@Suite("The reports of a document")
struct ReportPartsTests {
    private let words: ReportWords

    init() throws { words = try ReportWords.builtIn() }

    private static let first = "琥珀市水务局2023年政府信息公开工作年度报告"
    private static let second = "纸鸢县水利局2023年政府信息公开工作年度报告"
    private let table = Block.table(Table(grid: "信息内容 | 本年制发件数\n规章 | 0"))

    private func text(_ text: String, page: Int? = nil) -> Block { .paragraph(TextBlock(text: text, page: page)) }

    private func agencies(_ blocks: [Block]) -> [String?] {
        ReportParts.parts(of: blocks, words: words).map { $0.title?.agency?.name }
    }

    @Test("a document without a title is one report")
    func noTitle() {
        let parts = ReportParts.parts(of: [text("一、总体情况"), table], words: words)
        #expect(parts.count == 1)
        #expect(parts[0].title == nil)
        #expect(parts[0].blocks.count == 2)
    }

    @Test("an empty document is one report too")
    func empty() {
        #expect(ReportParts.parts(of: [], words: words).map(\.blocks) == [[]])
    }

    @Test("a compiled volume is parted at its titles")
    func volume() {
        let parts = ReportParts.parts(
            of: [
                text(Self.first), text("一、总体情况"), table, text("纸鸢县水利局"), text("2023年政府信息公开工作年度报告"), text("概述"), table,
                table,
            ], words: words)
        #expect(parts.map { $0.title?.agency?.name } == ["琥珀市水务局", "纸鸢县水利局"])
        #expect(parts.map { $0.title?.end } == [1, 2])
        #expect(parts.map { $0.blocks.count } == [3, 5])
        #expect(parts.map { $0.blocks.compactMap(\.table).count } == [1, 2])
    }

    @Test("a list of contents starts no report")
    func contents() {
        let parts = ReportParts.parts(
            of: [
                text("2023年政府信息公开工作年度报告汇编"), text("目录"), text(Self.first), text(Self.second),
                text(Self.first), table, text(Self.second), table,
            ], words: words)
        #expect(parts.map { $0.title?.agency?.name } == ["琥珀市水务局", "纸鸢县水利局"])
        #expect(parts.map { $0.blocks.count } == [2, 2])
    }

    @Test("a title printed twice is one report")
    func doubled() {
        #expect(agencies([text(Self.first), text(Self.first), text("一、总体情况"), table]) == ["琥珀市水务局"])
        #expect(agencies([text(Self.first), text("来源：门户网站"), text(Self.first), table]) == ["琥珀市水务局"])
    }

    @Test("a report of prose only is one where it is long enough")
    func prose() {
        let long = text(String(repeating: "我局高度重视政府信息公开工作。", count: 30))
        #expect(agencies([text(Self.first), long, text(Self.second), table]) == ["琥珀市水务局", "纸鸢县水利局"])
        #expect(agencies([text(Self.first), text("略。"), text(Self.second), table]) == ["纸鸢县水利局"])
    }

    @Test("the short last line of a report is no part of the next one's title", arguments: ["无", "（完）"])
    func lastLine(line: String) {
        #expect(
            agencies([text(Self.first), table, text(line), text(Self.second), table]) == ["琥珀市水务局", "纸鸢县水利局"])
    }

    @Test("the lines above a ruled sheet's table may be the title")
    func titleInTable() throws {
        let sheet = Table(
            grid: """
                琥珀市水务局 | <
                2023年政府信息公开工作年度报告 | <
                信息内容 | 本年制发件数
                规章 | 0
                """)
        let parts = ReportParts.parts(of: [.table(sheet)], words: words)
        #expect(parts.count == 1)
        #expect(parts[0].title?.agency?.name == "琥珀市水务局")
        #expect(parts[0].title?.year == 2023)
        #expect(parts[0].blocks.compactMap(\.table) == [sheet])
    }

    @Test("a part knows its pages")
    func pages() {
        let parts = ReportParts.parts(
            of: [
                text(Self.first, page: 1), text("一、总体情况", page: 2),
                .table(Table(rows: 1, columns: 1, cells: [], pages: [2, 3])),
                text(Self.second, page: 4), .table(Table(rows: 1, columns: 1, cells: [], pages: [4])),
            ], words: words)
        #expect(parts.count == 2)
        #expect((1...5).map { parts[0].contains(page: $0) } == [true, true, true, false, false])
        #expect((1...5).map { parts[1].contains(page: $0) } == [false, false, false, true, false])
        #expect(parts[0].contains(page: nil))
    }
}
