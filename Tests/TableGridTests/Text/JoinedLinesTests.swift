import DocumentModel
import Testing

@testable import TableGrid

/// Characters are 5 points wide, Chinese ones 10.
@Suite("Joined lines")
struct JoinedLinesTests {
    @Test(
        "Chinese lines follow without a blank, Latin ones with one",
        arguments: [
            (["行政", "复议"], "行政复议"), (["Open", "government"], "Open government"), (["依申请", "A"], "依申请A"),
            (["A", "依申请"], "A依申请"), (["共", "12"], "共12"), (["12", "件"], "12件"), (["（一）", "予以公开"], "（一）予以公开"),
            (["only"], "only"), ([], ""), (["12", "abc"], "12 abc"),
        ])
    func words(lines: [String], expected: String) {
        #expect(joined(lines.map { line($0) }, room: 200) == expected)
        #expect(joined(lines.map { line($0) }, room: nil) == expected)
    }

    @Test(
        "a number that had no room on one line is one number",
        arguments: [
            (["12345", "67"], 34.0, "1234567"), (["12345", "67"], 35, "1234567"),
            (["1,234,", "567.8"], 40, "1,234,567.8"),
            (["1234567", "8901234", "5"], 42, "123456789012345"), (["-1234", "56"], 30, "-123456"),
            (["99.9", "%"], 24, "99.9%"),
        ])
    func broken(lines: [String], room: Double, expected: String) {
        #expect(joined(lines.map { line($0) }, room: room) == expected)
    }

    @Test(
        "two numbers that would have fitted on one line stay two",
        arguments: [
            (["12345", "67"], 36.0, "12345\n67"), (["0", "0"], 40, "0\n0"), (["5", "-3"], 40, "5\n-3"),
            (["111", "222", "333"], 40, "111\n222\n333"),
        ])
    func two(lines: [String], room: Double, expected: String) {
        #expect(joined(lines.map { line($0) }, room: room) == expected)
    }

    @Test("the same holds for full-width figures")
    func fullWidth() {
        #expect(joined([line("１２"), line("３４")], room: 100) == "１２\n３４")
        #expect(joined([line("１２"), line("３４")], room: 30) == "１２３４")
    }

    @Test("without a room to judge by, numbers are joined")
    func noRoom() {
        #expect(joined([line("12"), line("34")], room: nil) == "1234")
    }

    @Test("lines of different directions are kept apart")
    func directions() {
        #expect(joined([line("行政"), line("复议", direction: .down)], room: nil) == "行政\n复议")
        #expect(joined([line("行政", direction: .down), line("复议", direction: .down)], room: nil) == "行政复议")
    }

    @Test("two figures with a point each are two, however narrow the cell")
    func decimals() {
        #expect(joined([line("0.839"), line("0.838")], room: 30) == "0.839\n0.838")
        #expect(joined([line("1,234."), line("56")], room: 30) == "1,234.56")
    }

    @Test("the length of a turned line is its height")
    func turned() {
        #expect(joined([line("123", direction: .down), line("45", direction: .down)], room: 20) == "12345")
        #expect(joined([line("123", direction: .down), line("45", direction: .down)], room: 30) == "123\n45")
    }

    @Test(
        "a wide character is one of Chinese, Japanese or Korean text",
        arguments: [
            ("政", true), ("。", true), ("（", true), ("１", true), ("“", true), ("—", true), ("…", true), ("한", true),
            ("あ", true),
            ("𠮷", true), ("A", false), ("1", false), ("é", false), ("-", false), ("·", false),
        ] as [(Unicode.Scalar, Bool)])
    func wide(scalar: Unicode.Scalar, expected: Bool) {
        #expect(isWide(scalar) == expected)
    }

    private func line(_ text: String, direction: Glyph.Direction = .right) -> TextLine {
        let length = text.unicodeScalars.reduce(0.0) { $0 + (isWide($1) ? 10 : 5) }
        let box =
            direction.axis == .horizontal
            ? Box(x0: 20, y0: 0, x1: 20 + length, y1: 10) : Box(x0: 20, y0: 0, x1: 30, y1: length)
        return TextLine(
            text: text, box: box, size: 10, direction: direction, baseline: 8, hasUnknown: false, firstAdvance: 5)
    }
}
