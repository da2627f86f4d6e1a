internal import DocumentModel
internal import ReportStandard

extension Period {
    /// The period that a text names: 自2024年1月1日起至2024年12月31日止, also with characters lost (自20231月1日起至202312月31日止).
    init?(in text: String) {
        guard text.holds("月") else { return nil }
        let folded = foldedWithoutBlanks(text)
        guard folded.holds("12月31日"), let years = PeriodWords.years(in: Array(folded.unicodeScalars)),
            let from = calendarYear(years.from)
        else { return nil }
        let to = years.to.flatMap { calendarYear($0) } ?? from
        guard to >= from else { return nil }
        self.init(from: "\(from)-01-01", to: "\(to)-12-31")
    }

    /// The year it covers, where it is one year.
    var year: Int? {
        let (first, last) = (from.prefix(4), to.prefix(4))
        return first == last ? Int(first) : nil
    }
}

/// The words of a period, 2024年1月1日起至2024年12月31日. By hand: an expression would be made anew for each text, which
/// takes longer than to read it.
private struct PeriodWords {
    private var rest: ArraySlice<Unicode.Scalar>

    /// The digits of its years, the last one's where it is named; of the first period in a text.
    static func years(in text: [Unicode.Scalar]) -> (from: String, to: String?)? {
        for start in text.indices where isDigit(text[start]) {
            var words = PeriodWords(rest: text[start...])
            if let years = words.years() { return years }
        }
        return nil
    }

    private mutating func years() -> (from: String, to: String?)? {
        guard let from = takeYear() else { return nil }
        take("年", "度", "0")
        guard took("1月") else { return nil }
        take("0")
        guard took("1日") else { return nil }
        if !took("起") { take("开始") }
        take(",")
        let count = rest.count
        while let next = rest.first, "至到-—－–~～".unicodeScalars.contains(next) { rest = rest.dropFirst() }
        guard rest.count < count else { return nil }
        let end = rest
        if let to = takeYear(), tookLastDay() { return (from, to) }
        rest = end
        return tookLastDay() ? (from, nil) : nil
    }

    private mutating func tookLastDay() -> Bool {
        take("年", "度")
        return took("12月31日")
    }

    private mutating func takeYear() -> String? {
        let digits = rest.prefix(4)
        guard digits.count == 4, digits.allSatisfy(Self.isDigit) else { return nil }
        rest = rest.dropFirst(4)
        return String(String.UnicodeScalarView(digits))
    }

    /// Goes past each of the words that stands next.
    private mutating func take(_ words: String...) {
        for word in words { _ = took(word) }
    }

    private mutating func took(_ word: String) -> Bool {
        guard rest.starts(with: word.unicodeScalars) else { return false }
        rest = rest.dropFirst(word.unicodeScalars.count)
        return true
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { "0"..."9" ~= scalar }
}
