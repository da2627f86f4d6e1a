/// One of the sections of a number format.
struct NumberFormatSection: Hashable {
    var tokens: [Token] = []
    var condition: Condition?
    /// Digits are written in Chinese: 1 for 一, 2 for 壹.
    var numerals: Int?

    enum Token: Hashable {
        case literal(String)
        /// `0` a digit or a zero, `#` a digit or nothing, `?` a digit or a blank.
        case digit(Character)
        case point
        case comma
        case percent
        /// True where the sign is always written.
        case exponent(Bool)
        case slash
        /// Letters of a date or a time: `yyyy`, `m`, `am/pm`.
        case date(String)
        /// Hours, minutes or seconds that do not stop at a day: `h`.
        case elapsed(String)
        case text
        case general
    }

    struct Condition: Hashable {
        var sign: String
        var number: Double

        func holds(for value: Double) -> Bool {
            switch sign {
            case "<": value < number
            case "<=": value <= number
            case ">": value > number
            case ">=": value >= number
            case "=": value == number
            default: value != number
            }
        }

        /// All numbers it holds for are below zero.
        var isForNegative: Bool { sign == "<" && number <= 0 || sign == "<=" && number < 0 }
    }

    var isDate: Bool {
        tokens.contains { token in
            switch token {
            case .date, .elapsed: true
            default: false
            }
        }
    }

    var isForText: Bool { tokens.contains(.text) }
}

/// Takes a format's code apart.
struct NumberFormatParser {
    private var rest: Substring
    private var section = NumberFormatSection()

    static func sections(of code: String) -> [NumberFormatSection] {
        var parser = NumberFormatParser(rest: code[...])
        var sections: [NumberFormatSection] = []
        repeat { sections.append(parser.nextSection()) } while parser.isAfterSeparator && sections.count < 4
        return sections
    }

    private var isAfterSeparator = false

    private init(rest: Substring) { self.rest = rest }

    private mutating func nextSection() -> NumberFormatSection {
        section = NumberFormatSection()
        isAfterSeparator = false
        while let character = rest.first {
            if take(words: ["General", "G/通用格式"]) != nil {
                section.tokens.append(.general)
                continue
            }
            if let word = take(words: ["AM/PM", "A/P", "上午/下午"]) {
                section.tokens.append(.date(word.lowercased()))
                continue
            }
            rest.removeFirst()
            if character == ";" {
                isAfterSeparator = true
                break
            }
            read(character)
        }
        return section
    }

    private mutating func read(_ character: Character) {
        switch character {
        case "\"":
            let text = rest.prefix { $0 != "\"" }
            rest = rest.dropFirst(text.count + 1)
            section.tokens.append(.literal(String(text)))
        case "\\", "!":
            if let next = rest.popFirst() { section.tokens.append(.literal(String(next))) }
        case "_":
            // As wide as the next character.
            if rest.popFirst() != nil { section.tokens.append(.literal(" ")) }
        case "*": _ = rest.popFirst()
        case "[":
            let text = rest.prefix { $0 != "]" }
            rest = rest.dropFirst(text.count + 1)
            readBracket(text)
        case "0", "#", "?": section.tokens.append(.digit(character))
        case ".": section.tokens.append(.point)
        case ",": section.tokens.append(.comma)
        case "%": section.tokens.append(.percent)
        case "/": section.tokens.append(.slash)
        case "@": section.tokens.append(.text)
        case "E", "e":
            if let sign = rest.first, sign == "+" || sign == "-" {
                rest.removeFirst()
                section.tokens.append(.exponent(sign == "+"))
            } else {
                readDate(character)
            }
        case "y", "Y", "m", "M", "d", "D", "h", "H", "s", "S", "a", "A": readDate(character)
        default: section.tokens.append(.literal(String(character)))
        }
    }

    private mutating func readDate(_ character: Character) {
        let letter = character.lowercased()
        let more = rest.prefix { $0.lowercased() == letter }
        rest = rest.dropFirst(more.count)
        section.tokens.append(.date(String(repeating: letter, count: more.count + 1)))
    }

    /// Colours, conditions, currencies, numerals, and times that do not stop at a day.
    private mutating func readBracket(_ text: Substring) {
        let lower = text.lowercased()
        if text.first == "$" {
            section.tokens.append(.literal(String(text.dropFirst().prefix { $0 != "-" })))
        } else if lower.hasPrefix("dbnum"), let kind = lower.last?.wholeNumberValue {
            section.numerals = kind
        } else if let first = lower.first, "hms".contains(first), lower.allSatisfy({ $0 == first }) {
            section.tokens.append(.elapsed(lower))
        } else if let sign = ["<=", ">=", "<>", "<", ">", "="].first(where: lower.hasPrefix),
            let number = Double(lower.dropFirst(sign.count))
        {
            section.condition = .init(sign: sign, number: number)
        }
    }

    private mutating func take(words: [String]) -> String? {
        for word in words where rest.prefix(word.count).lowercased() == word.lowercased() {
            rest = rest.dropFirst(word.count)
            return word
        }
        return nil
    }
}
