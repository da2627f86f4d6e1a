internal import DocumentModel

/// What the glyphs of one font say on one page: what the file says they are, what the font says they are, or nothing.
///
/// Some files protect their text: a TextCode holds something else than its glyphs show. The font's own map from characters to glyphs
/// tells, and so does one character that is drawn with many glyphs. Other files bring fonts whose map is none of characters; there the
/// TextCode is right.
enum SettledTexts {
    /// As the file says.
    case told
    /// By the font's map.
    case mapped
    /// Nobody knows.
    case unknown

    init(of glyphs: [PlacedGlyph], face: EmbeddedFont?) {
        let pairs = Set(glyphs.compactMap { glyph in glyph.glyph.map { Pair(text: glyph.text, glyph: $0) } })
        let texts = Dictionary(grouping: pairs.filter { $0.text != nil }, by: \.text)
        // A blank has one glyph, a character few: variants for vertical text, forms of a figure.
        let isFaceless = texts.contains { $0.value.count >= Self.manyGlyphs && 2 * $0.value.count > pairs.count }
        guard let face else {
            self = isFaceless ? .unknown : .told
            return
        }
        let contradicted = pairs.count { Self.contradicts($0, face: face) }
        guard isFaceless || 2 * contradicted > pairs.count else {
            self = .told
            return
        }
        let mapped = pairs.compactMap { face.scalars(of: $0.glyph).first }
        let isMapComplete = 10 * mapped.count >= 9 * pairs.count
        let told = pairs.compactMap { $0.text?.unicodeScalars.first }
        if mapped.contains(where: isWide), isMapComplete || isFaceless {
            self = .mapped
        } else {
            // A map without Chinese characters, for a text with them, is none of characters.
            self = !isFaceless && told.contains(where: isWide) ? .told : .unknown
        }
    }

    private struct Pair: Hashable {
        var text: String?
        var glyph: Int
    }

    /// Glyphs that one character cannot have.
    private static let manyGlyphs = 4

    /// The font has another glyph for the character, or another character for the glyph.
    private static func contradicts(_ pair: Pair, face: EmbeddedFont) -> Bool {
        guard let text = pair.text, text.unicodeScalars.count == 1, let scalar = text.unicodeScalars.first else {
            return false
        }
        if let glyph = face.glyph(of: scalar) { return glyph != pair.glyph }
        let others = face.scalars(of: pair.glyph).map { folded(String($0)) }
        return !others.isEmpty && !others.contains(folded(text))
    }

    func text(of glyph: PlacedGlyph, face: EmbeddedFont?) -> String {
        switch self {
        case .told: glyph.text.flatMap { $0.isPrivate ? nil : $0 } ?? Self.mapped(glyph, face)
        case .mapped: glyph.glyph == nil ? glyph.text ?? "" : Self.mapped(glyph, face)
        case .unknown: glyph.glyph == nil ? glyph.text ?? "" : ""
        }
    }

    private static func mapped(_ glyph: PlacedGlyph, _ face: EmbeddedFont?) -> String {
        guard let number = glyph.glyph, let scalars = face?.scalars(of: number), let first = scalars.first else {
            return ""
        }
        // Of several the one that is no radical and no compatibility form.
        return String(scalars.first { folded(String($0)) == String($0) } ?? first)
    }
}

extension String {
    /// Of characters that mean something in one font only.
    var isPrivate: Bool { unicodeScalars.contains { $0.properties.generalCategory == .privateUse } }
}
