import DocumentModel
import Foundation
import Testing

@Suite("Folded text")
struct FoldedTextTests {
    @Test(
        "full-width forms become ASCII",
        arguments: [
            ("１２３４５６７８９０", "1234567890"), ("（一）．，％＋－／", "(一).,%+-/"), ("ＡＺａｚ", "AZaz"),
            ("！", "!"), ("～", "~"),
        ])
    func fullWidth(text: String, expected: String) {
        #expect(folded(text) == expected)
    }

    @Test(
        "every kind of blank becomes a plain one",
        arguments: ["\u{3000}", "\u{A0}", "\u{2000}", "\u{2003}", "\u{200A}", "\u{202F}"])
    func blanks(blank: String) {
        #expect(folded("一" + blank + "二") == "一 二")
    }

    @Test(
        "radicals become the characters that look the same",
        arguments: [
            ("⼀", "一"), ("⽇", "日"), ("⾏⽂", "行文"), ("⽤", "用"), ("⿕", "龠"), ("⻓", "长"), ("⻚", "页"), ("⻄", "西"),
            ("⻔⻋", "门车"), ("⺠", "民"), ("⻅⻉", "见贝"), ("⻩⻰⻢", "黄龙马"),
        ])
    func radicals(text: String, expected: String) {
        #expect(folded(text) == expected)
    }

    @Test("the Kangxi radicals and full-width forms agree with Unicode's compatibility decompositions")
    func decompositions() throws {
        for value in Array(0x2F00...0x2FD5) + Array(0xFF01...0xFF5E) + [0x2E9F, 0x2EF3, 0x3000] {
            let text = String(try #require(Unicode.Scalar(value)))
            #expect(folded(text) == text.precomposedStringWithCompatibilityMapping)
        }
    }

    @Test("radicals whose character looks the same are not left over", arguments: [("⺜", "日"), ("⺬", "示"), ("⻪", "黾")])
    func radicalsMissing(text: String, expected: String) {
        #expect(folded(text) == expected)
    }

    @Test(
        "everything else stays as it is",
        arguments: ["", "abc 123", "政府信息公开", "一、总体情况", "—", "·", "\u{2E80}", "\u{FF0}", "｡", "㈠", "①", "²", "𠮷"])
    func untouched(text: String) {
        #expect(folded(text) == text)
    }

    @Test(
        "without blanks, too, a mark that belongs to a blank goes with it",
        arguments: [
            "", "规章", " 规 章\u{3000}１２ ", "a\u{A0}b\nc\r\nd\te", "一 \u{301}二", "⽇ ⻓（一）", "e\u{301} 中\u{FE00}。", "👨‍👩‍👧 家庭",
            "か\u{3099} き",
        ])
    func withoutBlanks(text: String) {
        #expect(foldedWithoutBlanks(text) == folded(text).filter { !$0.isWhitespace })
    }
}
