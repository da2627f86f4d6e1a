import Testing

@testable import DocumentModel

@Suite("What looks like a figure")
struct FigureLikeTests {
    @Test("parts of one number", arguments: [("0123456789.,+-%−０９，．％", true), ("a年/:（—–三", false)])
    func partsOfNumbers(characters: String, expected: Bool) {
        for scalar in characters.unicodeScalars { #expect(scalar.isPartOfNumber == expected, "\(scalar)") }
    }

    @Test(
        "texts that may stand in a column of figures",
        arguments: [
            ("12", true), ("1,234.5", true), ("(5)", true), ("－", false), ("—", true), ("/", true), ("---", true),
            ("----", false), ("5a", true), ("5ab", false), ("", true), ("其他", false), ("2019年", true),
            ("2019年报告书稿", false),
        ])
    func figures(text: String, expected: Bool) { #expect(text.looksLikeFigure == expected) }

    @Test(
        "texts of nothing but numbers",
        arguments: [("12", true), ("1 2\n3", true), ("-0.5%", true), ("12 个", false), ("-", false), ("", false)])
    func numbers(text: String, expected: Bool) { #expect(text.holdsOnlyNumbers == expected) }

    @Test(
        "words that no single blank ties to their neighbours",
        arguments: [("12", true), ("-", true), ("1,2", true), ("*", true), ("…", false), ("12a", false), ("项", false)])
    func words(text: String, expected: Bool) { #expect(text.isFigureWord == expected) }

    @Test(
        "characters that a recognised figure holds",
        arguments: [("0123456789.,-—–－+/%", true), ("一O:（", false)])
    func recognized(characters: String, expected: Bool) {
        for character in characters { #expect(character.isOfRecognizedFigure == expected, "\(character)") }
    }
}
