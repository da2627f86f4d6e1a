package import DocumentModel

/// Glyphs on one baseline, in reading order.
package struct TextLine: Hashable, Sendable {
    package var text: String
    package var box: Box
    /// Font size of most of its glyphs, in points.
    package var size: Double
    package var direction: Glyph.Direction
    /// Where the baseline lies, across the direction of the text.
    package var baseline: Double
    /// Holds glyphs whose text is unknown, shown as U+FFFD.
    package var hasUnknown: Bool
    /// Advance of its first character along the line: what must fit for a line above to take it.
    package var firstAdvance: Double
    /// A gap parts it as gaps part columns: no running text.
    package var isSpread = false
}

/// Puts glyphs into lines and lines into reading order: by direction, then across it, then along it.
///
/// Blanks come from the file's own blank glyphs and from gaps. Characters printed twice at one place (false bold) count once.
package func textLines(_ glyphs: [Glyph], typography: Typography = Typography()) -> [TextLine] {
    PageText(glyphs, typography: typography).all.lines
}

extension TextPart {
    /// In reading order, as ``textLines(_:typography:)`` gives them.
    var lines: [TextLine] {
        Baselines.reading.lines(of: places, typography: typography).compactMap { range in
            var draft = LineDraft(baseline: places[range.lowerBound].across, typography: typography)
            for place in places[range].alongLine { draft.append(glyphs[place.index], at: place) }
            return draft.line
        }
    }
}

/// A line as it grows from glyph to glyph.
private struct LineDraft {
    let baseline: Double
    let typography: Typography
    private var text = ""
    private var first: GlyphPlace?
    private var last: (place: GlyphPlace, glyph: Glyph)?
    private var isBlank = false
    private var hasUnknown = false
    private var isSpread = false
    private var box: Box?
    private var sizes: [Double] = []

    init(baseline: Double, typography: Typography) { (self.baseline, self.typography) = (baseline, typography) }

    mutating func append(_ glyph: Glyph, at place: GlyphPlace) {
        if glyph.isBlank {
            isBlank = true
            return
        }
        if let last {
            if isRepeated(glyph, at: place, last) { return }
            let gap = place.low - last.place.high
            isSpread = isSpread || gap > typography.spreadGap * place.size
            if isBlank || gap > blankWidth(last.glyph, glyph, typography: typography) { text += " " }
        }
        hasUnknown = hasUnknown || glyph.text.isEmpty
        text += glyph.text.isEmpty ? "\u{FFFD}" : glyph.text
        box = box?.union(glyph.box) ?? glyph.box
        sizes.append(place.size)
        first = first ?? place
        last = (place, glyph)
        isBlank = false
    }

    /// The same character at the same place: printed twice to look bold.
    private func isRepeated(_ glyph: Glyph, at place: GlyphPlace, _ last: (place: GlyphPlace, glyph: Glyph)) -> Bool {
        let slack = typography.falseBold * place.size
        return abs(place.low - last.place.low) < slack && abs(place.across - last.place.across) < slack
            && glyph.text == last.glyph.text
    }

    /// nil for nothing but blanks.
    var line: TextLine? {
        guard let first, let box else { return nil }
        return TextLine(
            text: text, box: box, size: sizes.sorted()[sizes.count / 2], direction: first.direction, baseline: baseline,
            hasUnknown: hasUnknown, firstAdvance: first.high - first.low, isSpread: isSpread)
    }
}

/// The gap from which two neighbours stand apart. Chinese text is spread to fill its line, figures and Latin words are not.
private func blankWidth(_ left: Glyph, _ right: Glyph, typography: Typography) -> Double {
    let size = max(left.size, right.size)
    let isChinese = isWide(left.text.unicodeScalars.last) || isWide(right.text.unicodeScalars.first)
    return (isChinese ? typography.wideBlank : typography.blank) * size
}
