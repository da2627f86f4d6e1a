internal import DocumentModel

extension TextPart {
    /// For each glyph of a word of letters alone, the middle of its word. Figures stand for themselves, for two that nearly touch
    /// may be those of two columns; so do Chinese characters, between which no blank tells where a word ends.
    var wordMiddles: [Int: Point] {
        var middles: [Int: Point] = [:]
        let right = places.filter { $0.direction == .right }
        for range in Baselines.rows.lines(of: right, typography: typography) {
            let line = right[range].alongLine
            var word: [GlyphPlace] = []
            for place in line {
                let glyph = glyphs[place.index]
                let isNear = word.last.map { place.low - $0.high < typography.wordGap * place.size } ?? true
                if !isNear || glyph.isBlank || !glyph.isOfWord { finish() }
                if glyph.isOfWord && !glyph.isBlank { word.append(place) }
            }
            finish()
            func finish() {
                if word.count > 1, let box = word.lazy.map({ glyphs[$0.index].box }).union() {
                    for place in word { middles[place.index] = box.center }
                }
                word = []
            }
        }
        return middles
    }
}

extension Glyph {
    /// A letter of a script with blanks between words, or a hyphen or an apostrophe.
    fileprivate var isOfWord: Bool {
        !text.isEmpty
            && text.unicodeScalars.allSatisfy {
                ($0.properties.isAlphabetic || "-'’".unicodeScalars.contains($0)) && !isWide($0)
            }
    }
}
