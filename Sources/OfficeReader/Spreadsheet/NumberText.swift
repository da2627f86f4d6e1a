/// Shows numbers by a section of a format.
struct NumberText {
    private let section: NumberFormatSection
    /// Places of the digits' tokens: before the decimal point, behind it, of the exponent.
    private var whole: [Int] = []
    private var decimals: [Int] = []
    private var powers: [Int] = []
    private var isGrouped = false
    /// A comma behind the last digit divides by a thousand.
    private var thousands = 0
    private var percents = 0
    private var isFraction = false

    init(_ section: NumberFormatSection) {
        self.section = section
        var isBehindPoint = false
        var isPower = false
        var commas = 0
        for (place, token) in section.tokens.enumerated() {
            switch token {
            case .digit:
                if commas > 0, !isBehindPoint { isGrouped = true }
                commas = 0
                if isPower {
                    powers.append(place)
                } else if isBehindPoint {
                    decimals.append(place)
                } else {
                    whole.append(place)
                }
            case .comma: if !whole.isEmpty || isBehindPoint { commas += 1 }
            case .point: isBehindPoint = true
            case .exponent: isPower = true
            case .percent: percents += 1
            case .slash: isFraction = true
            default: break
            }
            if case .point = token {
                thousands += commas
                commas = 0
            }
        }
        thousands += commas
    }

    /// - Parameter isSigned: the minus sign of a negative number is written.
    func text(_ number: Double, isSigned: Bool) -> String {
        let isEmpty = whole.isEmpty && decimals.isEmpty
        if section.tokens.contains(.general) || isFraction || section.tokens == [.text] {
            return plain(number, isSigned: isSigned)
        }
        var value = DecimalDigits(number)
        value.scale(by: 2 * percents - 3 * thousands)
        var power = 0
        if powers.isEmpty {
            value.round(toDecimals: decimals.count)
        } else {
            power = value.exponent
            value.scale(by: -power)
            value.round(toDecimals: decimals.count)
            if value.exponent > 0 {
                value.scale(by: -1)
                power += 1
            }
        }
        var texts = digits(value.whole, in: whole, separators: isGrouped)
        let shown = decimals.enumerated().map { offset, place in
            (place, value.decimals.indices.contains(offset) ? value.decimals[offset] : nil)
        }
        var isZeroDue = false
        for (place, digit) in shown.reversed() {
            isZeroDue = isZeroDue || digit != nil || section.tokens[place] == .digit("0")
            texts[place] = isZeroDue ? digitText([digit ?? 0]) : section.tokens[place] == .digit("?") ? " " : ""
        }
        texts.merge(digits("\(abs(power))".utf8.map { $0 - 48 }, in: powers, separators: false)) { $1 }
        let text = put(texts, power: power)
        return isSigned && value.isNegative && !isEmpty ? "-" + text : text
    }

    private func put(_ texts: [Int: String], power: Int) -> String {
        var text = ""
        for (place, token) in section.tokens.enumerated() {
            switch token {
            case .digit: text += texts[place] ?? ""
            case .literal(let literal): text += literal
            case .point: text += "."
            case .percent: text += "%"
            case .exponent(let isSigned): text += power < 0 ? "E-" : isSigned ? "E+" : "E"
            default: break
            }
        }
        guard section.numerals != nil else { return text }
        return numerals(of: text)
    }

    /// The digits of a whole number at the places for them: from the last on, all that are left at the first.
    private func digits(_ digits: [UInt8], in places: [Int], separators: Bool) -> [Int: String] {
        var texts: [Int: String] = [:]
        var rest = digits
        var count = 0
        func separated(_ digit: UInt8) -> String {
            count += 1
            return digitText([digit]) + (separators && count > 1 && count % 3 == 1 ? "," : "")
        }
        for (number, place) in places.enumerated().reversed() {
            if let digit = rest.popLast() {
                texts[place] = separated(digit)
            } else if section.tokens[place] == .digit("0") {
                texts[place] = separated(0)
            } else {
                texts[place] = section.tokens[place] == .digit("?") ? " " : ""
            }
            guard number == 0 else { continue }
            while let digit = rest.popLast() { texts[place] = separated(digit) + (texts[place] ?? "") }
        }
        return texts
    }

    /// As a cell without a format shows it: in up to eleven characters, with an exponent where that is not enough.
    private func plain(_ number: Double, isSigned: Bool) -> String {
        var value = DecimalDigits(number)
        let isNegative = isSigned && value.isNegative
        var text: String
        if value.exponent >= 11 || value.exponent < -4 && value.decimals.count > 10 {
            let section = NumberFormatParser.sections(of: "0.#####E+00")[0]
            text = NumberText(section).text(abs(number), isSigned: false).replacing(".E", with: "E")
        } else {
            value.round(toDecimals: value.exponent < -4 ? 10 : max(0, 10 - max(1, value.exponent + 1)))
            let decimals = value.decimals
            text = value.whole.isEmpty ? "0" : digitText(value.whole)
            if !decimals.isEmpty { text += "." + digitText(decimals) }
        }
        if section.numerals != nil { text = numerals(of: text) }
        let literals = section.tokens.map { token in
            switch token {
            case .literal(let literal): literal
            case .general, .text: text
            case .percent: "%"
            default: ""
            }
        }
        let shown = isFraction ? text : literals.joined()
        return isNegative ? "-" + shown : shown
    }

    /// Whole numbers in Chinese numerals; others as they are.
    private func numerals(of text: String) -> String {
        let formats = [1: "chineseCountingThousand", 2: "chineseLegalSimplified", 3: "decimalFullWidth"]
        guard let format = section.numerals.flatMap({ formats[$0] }), let number = Int(text) else { return text }
        return ListNumber.text(number, format: format) ?? text
    }
}
