import Foundation
import ReportForms
import Testing

@testable import ReportReader

@Suite("The text of a figure's cell")
struct FigureTextTests {
    private let words: FigureWords

    init() throws { words = try FigureWords(ReportWords.builtIn().figures) }

    private func number(_ text: String, unit: String? = nil) throws -> FigureText {
        .number(try #require(Decimal(string: text)), unit: unit)
    }

    @Test(
        "a plain number is that number",
        arguments: [
            ("0", "0"), ("7", "7"), ("11398889", "11398889"), ("149.673874", "149.673874"),
            ("59237.2449", "59237.2449"),
            ("123456789012.000001", "123456789012.000001"), (" 12 ", "12"), ("\t3\u{3000}", "3"), ("12\n", "12"),
            ("\u{A0}5", "5"), ("007", "7"),
        ])
    func numbers(text: String, value: String) throws {
        #expect(try FigureText(text, units: words) == number(value))
    }

    @Test(
        "full-width digits, signs and separators count as their narrow forms",
        arguments: [
            ("１２", "12"), ("１，２３４", "1234"), ("０", "0"), ("１４９．６７", "149.67"), ("＋２", "2"), ("－８", "-8"),
        ])
    func fullWidth(text: String, value: String) throws {
        #expect(try FigureText(text, units: words) == number(value))
    }

    @Test(
        "a sign belongs to its number, whatever dash it is set with",
        arguments: [
            ("+2", "2"), ("+1036", "1036"), ("-8", "-8"), ("\u{2212}8", "-8"), ("–8", "-8"), ("- 8", "-8"),
        ])
    func signs(text: String, value: String) throws {
        #expect(try FigureText(text, units: words) == number(value))
    }

    @Test(
        "commas that part groups of three digits are dropped",
        arguments: [
            ("1,234", "1234"), ("1，234", "1234"), ("12,345,678", "12345678"), ("1,234.5", "1234.5"),
            ("-1,234", "-1234"),
        ])
    func separators(text: String, value: String) throws {
        #expect(try FigureText(text, units: words) == number(value))
    }

    @Test(
        "a unit after the number is told apart from it",
        arguments: [
            ("152790元", "152790", "元"), ("113.96万元", "113.96", "万元"), ("31批次", "31", "批次"), ("3 件", "3", "件"),
            ("１２件", "12", "件"), ("5项。", "5", "项"), ("0.5亿元", "0.5", "亿元"),
        ])
    func units(text: String, value: String, unit: String) throws {
        #expect(try FigureText(text, units: words) == number(value, unit: unit))
    }

    @Test(
        "a remark in brackets after the number is no part of it",
        arguments: [
            ("22（其中修订 16 件）", "22"), ("22(其中修订16件)", "22"), ("3（含 2 件上年结转）", "3"),
        ])
    func remarks(text: String, value: String) throws {
        #expect(try FigureText(text, units: words) == number(value))
    }

    @Test("nothing but blanks is empty", arguments: ["", " ", "\u{3000}", "\u{A0}\u{2003}", "\n", " \n "])
    func empty(text: String) {
        #expect(FigureText(text, units: words) == .empty)
    }

    @Test(
        "a dash, a slash or a word for none is a blank that was meant",
        arguments: ["-", "—", "——", "–", "－", "−", "/", "／", "\\", "//", "--", "- -", "无", "没有", "暂无", " 无 ", "_"])
    func none(text: String) {
        #expect(FigureText(text, units: words) == .none)
    }

    @Test(
        "what is no single number is unclear, never a guess",
        arguments: [
            // Two numbers, or one that cannot be told from two.
            "12 34", "12\n34", "1 234", "0/0", "3/5", "1-2", "2023-2024", "1、2",
            // Separators that part no groups of three.
            "1,23", "1，23", "12,34,567", "1234,567", ",123", "1,234,", "1.2.3", "1,2345", "1.234,5",
            // Half a number.
            "12.", ".5", "+", "+-2", "--2",
            // Words, and numbers in words.
            "未增未减", "本单位未制作规章", "约5", "5余件", "五", "一", "O", "l2", "1O", "第3", "(5)", "5)", "5(其中2件", "12?", "#",
            "\u{FFFD}", "1\u{FFFD}", "3件件", "2斤",
        ])
    func unclear(text: String) {
        #expect(FigureText(text, units: words) == .unclear)
    }

    @Test("a number too long for any report is unclear, not rounded")
    func tooLong() {
        #expect(FigureText("1234567890123456789012345678901234567890", units: words) == .unclear)
    }

    @Test("only a number is a number", arguments: [("3", true), ("-", false), ("", false), ("0/0", false)])
    func isNumber(text: String, expected: Bool) {
        #expect(FigureText(text, units: words).isNumber == expected)
    }

    @Test(
        "points that part thousands",
        arguments: [
            ("1.047", 1047), ("12.345.678", 12_345_678), ("0.047", nil), ("1.04", nil), ("1.0471", nil), ("1047", nil),
            ("1234.567", nil), ("1.04a", nil), (".047", nil), ("", nil),
        ] as [(String, Int?)])
    func points(text: String, value: Int?) {
        #expect(FigureText.groupedByPoints(text) == value.map { Decimal($0) })
    }
}
