internal import DocumentModel

/// A number as a cell prints it: 1,234.5 is 12345 with one decimal.
struct PrintedNumber: Equatable {
    /// In units of the last printed decimal.
    var units: Int
    /// How many decimals are printed.
    var decimals: Int

    /// What a cell may be besides a number.
    enum Content: Equatable {
        case number(PrintedNumber)
        /// Blank, or a mark for nothing: adds nothing.
        case nothing
        /// Words, a percentage, several numbers: no part of a sum.
        case other
    }

    static func content(of text: String, style: NumberStyle) -> Content {
        var text = folded(text)[...].trimmed
        while let last = text.last, "*†‡①②③④⑤⑥⑦⑧⑨".contains(last) { text = text.dropLast().trimmed }
        if text.isEmpty { return .nothing }
        if text.unicodeScalars.allSatisfy({ marksOfNothing.contains($0) }), text.count <= 3 { return .nothing }
        if ["无", "n/a", "n.a.", "nil"].contains(text.lowercased()) { return .nothing }
        var isNegative = false
        if text.first == "(", text.last == ")" {
            isNegative = true
            text = text.dropFirst().dropLast().trimmed
        }
        if let first = text.first, "-−–﹣".contains(first) {
            isNegative.toggle()
            text = text.dropFirst().trimmed
        } else if text.first == "+" {
            text = text.dropFirst().trimmed
        }
        while let first = text.first, "¥￥$€£".contains(first) { text = text.dropFirst().trimmed }
        while let last = text.last, "元€$".contains(last) { text = text.dropLast().trimmed }
        guard let number = unsigned(text, decimalMark: style.decimalMark) else { return .other }
        return .number(PrintedNumber(units: isNegative ? -number.units : number.units, decimals: number.decimals))
    }

    private static let marksOfNothing = Set("-−–—―－/…·.*".unicodeScalars)

    private static func unsigned(_ text: Substring, decimalMark: Character?) -> PrintedNumber? {
        let parts = decimalMark.map { text.split(separator: $0, omittingEmptySubsequences: false) } ?? [text]
        guard (1...2).contains(parts.count), let whole = parts.first, let digits = digits(ofWhole: whole) else {
            return nil
        }
        let decimals = parts.count == 2 ? parts[1] : ""
        guard parts.count == 1 || !decimals.isEmpty, decimals.allSatisfy({ $0.isASCII && $0.isNumber }),
            !(digits + decimals).isEmpty, digits.count + decimals.count <= mostDigits,
            let units = Int(digits + decimals)
        else { return nil }
        return PrintedNumber(units: units, decimals: decimals.count)
    }

    /// Digits, in groups of three where marks or blanks part them.
    private static func digits(ofWhole text: Substring) -> String? {
        let groups = text.split(omittingEmptySubsequences: false) { ",.'’ \u{A0}\u{2009}\u{202F}".contains($0) }
        guard groups.allSatisfy({ $0.allSatisfy { $0.isASCII && $0.isNumber } }) else { return nil }
        if groups.count > 1 {
            guard (1...3).contains(groups[0].count), groups.dropFirst().allSatisfy({ $0.count == 3 }) else {
                return nil
            }
        }
        return groups.joined()
    }

    /// So that sums of thousands of figures stay exact.
    private static let mostDigits = 14
}

/// How a table writes its numbers.
struct NumberStyle {
    /// 1.234,5
    private(set) var hasDecimalComma = false
    /// 1.234 is a thousand and more: where points are always before three digits, beside numbers without any.
    private(set) var hasPointsForThousands = false

    init(_ texts: some Sequence<String>) {
        var commas = 0
        var points = 0
        var isThousands = true
        var plain = 0
        for text in texts.lazy.map({ folded($0) }) where text.holdsOnlyNumbers {
            guard let mark = text.lastIndex(where: { ".,".contains($0) }) else {
                if text.count > 1 { plain += 1 }
                continue
            }
            let decimals = text[mark...].dropFirst().prefix { $0.isASCII && $0.isNumber }.count
            if decimals == 1 || decimals == 2 { commas += text[mark] == "," ? 1 : -1 }
            if text[mark] == "." {
                points += 1
                if decimals != 3 || text.hasPrefix("0.") { isThousands = false }
            }
        }
        hasDecimalComma = commas > 0
        hasPointsForThousands = !hasDecimalComma && isThousands && points > 0 && plain > points
    }

    /// What parts the decimals from the rest; nil where no number has any.
    var decimalMark: Character? { hasDecimalComma ? "," : hasPointsForThousands ? nil : "." }
}

extension Substring {
    fileprivate var trimmed: Substring {
        var text = self
        while text.first?.isWhitespace == true { text = text.dropFirst() }
        while text.last?.isWhitespace == true { text = text.dropLast() }
        return text
    }
}
