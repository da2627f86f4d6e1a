/// The numeral at the start of a heading: 一、 （二） 3.
struct HeadingNumeral: Equatable {
    var number: Int
    var isBracketed: Bool
    /// What follows, without blanks at its start.
    var rest: Substring

    init?(_ text: String) {
        var rest = text[...].drop(while: \.isWhitespace)
        let isOpened = rest.first == "（" || rest.first == "("
        if isOpened { rest = rest.dropFirst().drop(while: \.isWhitespace) }
        let digits = rest.prefix { "一二三四五六七八九十0123456789".contains($0) }
        guard !digits.isEmpty, digits.count <= 3, let number = numeral(digits) else { return nil }
        rest = rest.dropFirst(digits.count).drop(while: \.isWhitespace)
        guard let closing = rest.first, isOpened ? "）)".contains(closing) : "、.．,，".contains(closing) else {
            return nil
        }
        self.number = number
        isBracketed = isOpened
        self.rest = rest.dropFirst().drop(while: \.isWhitespace)
    }
}
