/// Text in the fixed-width cells of a terminal.
package enum DisplayWidth {
    /// Cells that `text` takes: two for each wide or full-width character of UAX #11, none for combining marks.
    package static func of(_ text: some StringProtocol) -> Int { text.unicodeScalars.reduce(0) { $0 + width($1) } }

    static func of(_ character: Character) -> Int { character.unicodeScalars.reduce(0) { $0 + width($1) } }

    /// `text` with blanks behind it, up to `width` cells.
    package static func padded(_ text: String, to width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - of(text)))
    }

    /// `text` in lines of at most `width` cells, broken at blanks and beside wide characters, never before a closing mark. A longer
    /// word is cut.
    static func wrapped(_ text: String, to width: Int) -> [String] {
        var lines: [String] = []
        var line = ""
        func endLine() {
            while line.last == " " { line.removeLast() }
            lines.append(line)
            line = ""
        }
        for word in words(of: text) {
            if of(line) + of(word.trimmingEnd) > width, !line.isEmpty { endLine() }
            for character in word {
                if of(line) + of(character) > width, !line.isEmpty, character != " " { endLine() }
                if character != " " || !line.isEmpty { line.append(character) }
            }
        }
        if !line.isEmpty || lines.isEmpty { endLine() }
        return lines
    }

    /// What is kept together: a run without blanks and the blanks behind it, or one wide character with the marks that belong to it.
    private static func words(of text: String) -> [String] {
        var words: [String] = []
        var previous: Character?
        for character in text {
            let mayBreak =
                if let previous {
                    !closing.contains(character) && !opening.contains(previous)
                        && (previous == " " && character != " " || of(character) > 1
                            || of(previous) > 1 && character != " ")
                } else {
                    true
                }
            if mayBreak { words.append("") }
            words[words.count - 1].append(character)
            previous = character
        }
        return words
    }

    private static let closing: Set<Character> = [
        "，", "。", "、", "；", "：", "？", "！", "”", "’", "）", "》", "」", "】", "〕", ",", ".", ")",
    ]
    private static let opening: Set<Character> = ["“", "‘", "（", "《", "「", "【", "〔", "("]

    private static func width(_ scalar: Unicode.Scalar) -> Int {
        switch scalar.value {
        case 0..<0x20, 0x7F..<0xA0: return 0
        case 0x20..<0x300: return 1
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF,
            0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF,
            0x20000...0x3FFFD:
            return 2
        default:
            switch scalar.properties.generalCategory {
            case .nonspacingMark, .enclosingMark, .format: return 0
            default: return 1
            }
        }
    }
}

extension String {
    fileprivate var trimmingEnd: Substring {
        var text = self[...]
        while text.last == " " { text.removeLast() }
        return text
    }
}
