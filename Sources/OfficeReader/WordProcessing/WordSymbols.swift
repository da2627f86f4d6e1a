/// Characters of symbol fonts, which have no meaning but that of their font.
enum WordSymbols {
    /// What a symbol shows.
    ///
    /// - Parameters:
    ///   - code: of the character; in a symbol font as it is or moved to the private use area, to U+F000.
    ///   - font: its name; nil where it is not known.
    static func text(_ code: UInt32, font: String?) -> Character {
        let place = 0xF000...0xF0FF ~= code ? code - 0xF000 : code
        let font = font?.lowercased() ?? "symbol"
        if font.hasPrefix("wingdings") || font.hasPrefix("webdings") {
            return font == "wingdings" ? wingdings[place] ?? "\u{FFFD}" : "\u{FFFD}"
        }
        if font == "symbol" || place != code {
            // Digits and punctuation are where ASCII has them.
            switch place {
            case 0x2D: return "−"
            case 0xB7: return "•"
            case 0x20, 0x21, 0x23, 0x25, 0x26, 0x28, 0x29, 0x2B, 0x2C, 0x2E...0x3F, 0x5B, 0x5D, 0x5F, 0x7B...0x7D:
                return Character(Unicode.Scalar(UInt8(place)))
            default: return "\u{FFFD}"
            }
        }
        return Unicode.Scalar(code).map(Character.init) ?? "\u{FFFD}"
    }

    /// Boxes and ticks of forms.
    private static let wingdings: [UInt32: Character] = [
        0x6F: "□", 0x70: "□", 0x71: "□", 0x72: "□", 0xA8: "□", 0x6E: "■", 0xFE: "☑", 0x52: "☑", 0xFD: "☒", 0xFC: "✓",
        0xFB: "✗", 0x6C: "●", 0xA1: "○", 0x9F: "•", 0xD8: "➢", 0x75: "◆",
    ]
}
