internal import DocumentModel

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// What the text of a figure's cell says.
enum FigureText: Equatable {
    /// Nothing at all.
    case empty
    /// A dash, a slash, or a word that says none.
    case none
    case number(Decimal, unit: String?)
    /// Something else: two numbers, words, damaged text.
    case unclear

    var isNumber: Bool {
        if case .number = self { true } else { false }
    }

    /// The number, where it is one.
    var value: Decimal? {
        if case .number(let value, _) = self { value } else { nil }
    }

    /// - Parameter units: what may follow a number, or stand for none.
    init(_ text: String, units: FigureWords) {
        // Most cells hold a few plain digits or nothing.
        if text.utf8.allSatisfy({ 0x30...0x39 ~= $0 }), text.utf8.count <= 9 {
            self = text.isEmpty ? .empty : .number(Decimal(Int(text) ?? 0), unit: nil)
            return
        }
        // Nor is most of the rest a figure: it begins with what can begin neither a number nor a word for none.
        if let first = text.unicodeScalars.first(where: { !foldedScalar($0).isBlank }),
            !Self.mayBegin(foldedScalar(first), words: units)
        {
            self = .unclear
            return
        }
        // Line ends are left by the reader between what is not one number.
        let folded = folded(text)
        let scalars = Array(folded.unicodeScalars.filter { $0 == "\n" || !$0.isBlank })
        guard !scalars.isEmpty else {
            self = .empty
            return
        }
        // A blank inside a number is a gap between two, or a thousands separator that cannot be told from one.
        let trimmed = String(String.UnicodeScalarView(scalars)).split(separator: "\n", omittingEmptySubsequences: true)
        guard trimmed.count == 1, let line = trimmed.first else {
            self = trimmed.isEmpty ? .empty : .unclear
            return
        }
        if units.sayNone(String(line)) {
            self = .none
        } else if !Self.hasInnerGap(folded), let (number, rest) = Self.leadingNumber(Array(line.unicodeScalars)),
            let unit = Self.unit(rest, of: units.units)
        {
            self = .number(number, unit: unit.isEmpty ? nil : unit)
        } else {
            self = .unclear
        }
    }

    /// False for what stands at the start of no number and of no word or mark that says none.
    private static func mayBegin(_ scalar: Unicode.Scalar, words: FigureWords) -> Bool {
        switch scalar {
        case "0"..."9", ",", ".", "+": true
        default: signs.contains(scalar) || words.mayBeginNone(scalar)
        }
    }

    private static let signs = Array("-‐‑‒–—―−－".unicodeScalars)

    /// True for `08` and `00`, not for `0` and `0.8`: a zero before another digit is a figure of its own, or none.
    static func hasLeadingZero(_ text: String) -> Bool {
        if let first = text.utf8.first, 0x31...0x39 ~= first { return false }
        let digits = text.unicodeScalars.drop { !($0.properties.numericType == .decimal) }
        guard let first = digits.first, first.properties.numericValue == 0 else { return false }
        return digits.dropFirst().first?.properties.numericType == .decimal
    }

    /// The number that `1.047` is where points part its thousands; nil for other texts.
    static func groupedByPoints(_ text: String) -> Decimal? {
        let groups = text.split(separator: ".", omittingEmptySubsequences: false)
        guard groups.count > 1, groups.allSatisfy({ $0.utf8.allSatisfy { 0x30...0x39 ~= $0 } }),
            let first = groups.first, (1...3).contains(first.utf8.count), first.utf8.first != 0x30,
            groups.dropFirst().allSatisfy({ $0.utf8.count == 3 })
        else { return nil }
        return Decimal(string: groups.joined())
    }

    /// True for a text that a number follows behind a blank: a label that has taken in figures of its row.
    static func endsWithFigure(_ text: String, units: FigureWords) -> Bool {
        let words = text.split(whereSeparator: \.isWhitespace)
        return words.count > 1 && words.last.map { FigureText(String($0), units: units).isNumber } ?? false
    }

    /// False where the digits of a cell that is not one number say something else than `value`: each run of them, and all together.
    ///
    /// - Parameter isRow: the text is that of a whole row, which may have lost its blanks.
    static func mayHold(_ value: Decimal, in text: String, isRow: Bool) -> Bool {
        let runs = folded(text).split { !("0"..."9" ~= $0) }
        if runs.isEmpty || isRow && value == 0 { return true }
        // A character that is lost may be a digit.
        if text.contains("\u{FFFD}") { return true }
        let whole = isRow ? [] : [runs.joined()]
        return (runs.map(String.init) + whole).contains { Decimal(string: $0) == value }
    }

    /// True for digits on both sides of a blank.
    private static func hasInnerGap(_ text: String) -> Bool {
        let parts = text.split(whereSeparator: \.isWhitespace)
        return zip(parts, parts.dropFirst()).contains { left, right in
            left.last?.isNumber == true && right.first?.isNumber == true
        }
    }

    /// A signed decimal with thousands separators, and what follows it.
    private static func leadingNumber(_ scalars: [Unicode.Scalar]) -> (Decimal, ArraySlice<Unicode.Scalar>)? {
        var rest = scalars[...]
        var digits = ""
        if let sign = rest.first, "+-−–－".unicodeScalars.contains(sign) {
            if sign != "+" { digits = "-" }
            rest = rest.dropFirst()
        }
        let body = rest.prefix { "0"..."9" ~= $0 || $0 == "," || $0 == "." }
        rest = rest.dropFirst(body.count)
        let parts = String(String.UnicodeScalarView(body)).split(separator: ".", omittingEmptySubsequences: false)
        guard let whole = parts.first, !whole.isEmpty, parts.count <= 2 else { return nil }
        let groups = whole.split(separator: ",", omittingEmptySubsequences: false)
        guard groups.count == 1 || (1...3).contains(groups[0].count) && groups.dropFirst().allSatisfy({ $0.count == 3 })
        else { return nil }
        digits += groups.joined()
        if parts.count == 2 {
            guard !parts[1].isEmpty, !parts[1].contains(",") else { return nil }
            digits += "." + parts[1]
        }
        // Decimal keeps 38 digits; more are no figure of a report.
        guard digits.count <= 30, let value = Decimal(string: digits) else { return nil }
        return (value, rest)
    }

    /// The unit after a number; empty for none, nil where what follows makes the cell unclear.
    private static func unit(_ rest: ArraySlice<Unicode.Scalar>, of units: Set<String>) -> String? {
        var unit = String(String.UnicodeScalarView(rest))
        if unit.hasSuffix("。") { unit.removeLast() }
        // A remark in brackets, such as 22（其中修订 16 件）, belongs to the number before it.
        if unit.hasSuffix(")"), let open = unit.firstIndex(of: "(") { unit = String(unit[..<open]) }
        return unit.isEmpty ? "" : units.contains(unit) ? unit : nil
    }

    /// The unit that a column heading names: 采购总金额(万元), 本年收费金额（单位：万元）.
    static func unit(inHeading text: String, of words: FigureWords) -> String? {
        guard text.unicodeScalars.contains(where: { $0 == "(" || $0 == "（" }) else { return nil }
        let text = foldedWithoutBlanks(text)
        guard let open = text.lastIndex(of: "("), let close = text[open...].firstIndex(of: ")") else { return nil }
        var inner = text[text.index(after: open)..<close]
        if let label = words.unitLabels.first(where: inner.hasPrefix) { inner = inner.dropFirst(label.count) }
        if inner.hasPrefix(":") { inner = inner.dropFirst() }
        return words.units.contains(String(inner)) ? String(inner) : nil
    }
}
