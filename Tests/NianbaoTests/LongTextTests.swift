import FileAccess
import Nianbao
import ReportForms
import Testing

/// What takes as long again for each line or blank more takes for ever with many.
@Suite("Long and wide texts")
struct LongTextTests {
    private static let title = "琥珀市水务局2023年政府信息公开工作年度报告\n\n"

    private func reports(_ name: String, _ text: String) throws -> Int {
        try ReportExtraction(forms: .builtIn()).reports(in: FileBytes(name: name, Array((Self.title + text).utf8)))
            .count
    }

    @Test("a table of thousands of rows without figures is read in seconds", .timeLimit(.minutes(10)))
    func rows() throws {
        #expect(try reports("rows.txt", String(repeating: "甲|乙\n", count: 20_000)) == 1)
        #expect(try reports("rows.md", "| 甲 | 乙 |\n|---|---|\n" + String(repeating: "| | 丙 |\n", count: 20_000)) == 1)
    }

    @Test("a million blanks before and behind a text are nothing", .timeLimit(.minutes(10)))
    func blanks() throws {
        let blanks = String(repeating: " ", count: 500_000)
        #expect(try reports("blanks.txt", blanks + "一段话" + blanks + "。") == 1)
    }

    @Test("a line of thousands of bars is a text, and makes no wide table", .timeLimit(.minutes(10)))
    func wide() throws {
        let bars = String(repeating: "|", count: 30_000)
        #expect(try reports("wide.md", bars + "\n" + String(repeating: "| 甲 | 1 |\n", count: 5000)) == 1)
        #expect(try reports("wide.txt", bars + "\n" + String(repeating: "甲|1\n", count: 5000)) == 1)
    }
}
