import Testing

@testable import OfficeReader

@Suite("Numbers of lists")
struct ListNumberTests {
    @Test(
        "each format writes its numbers",
        arguments: [
            (3, "decimal", "3"), (3, "decimalZero", "03"), (12, "decimalFullWidth", "１２"), (28, "lowerLetter", "bb"),
            (4, "upperRoman", "IV"), (1, "chineseCounting", "一"), (10, "chineseCountingThousand", "十"),
            (11, "japaneseCounting", "十一"), (20, "chineseCounting", "二十"), (21, "chineseCountingThousand", "二十一"),
            (105, "chineseCountingThousand", "一百零五"), (10, "ideographDigital", "一〇"),
            (2, "chineseLegalSimplified", "贰"),
            (3, "ideographTraditional", "丙"), (12, "ideographZodiac", "亥"), (7, "decimalEnclosedCircle", "⑦"),
            (21, "decimalEnclosedCircleChinese", "㉑"), (2, "decimalEnclosedParen", "⑵"), (5, "someday", "5"),
        ])
    func formats(number: Int, format: String, text: String) {
        #expect(ListNumber.text(number, format: format) == text)
    }

    @Test("bullets have no number", arguments: ["bullet", "none", ""])
    func none(format: String) { #expect(ListNumber.text(1, format: format) == nil) }

    @Test("no number is too large or too small", arguments: [-1, 0, 99_999, .max])
    func extremes(number: Int) {
        for format in ["chineseCounting", "upperRoman", "lowerLetter", "decimalEnclosedCircle", "ideographDigital"] {
            #expect(ListNumber.text(number, format: format)?.isEmpty == false)
        }
    }
}
