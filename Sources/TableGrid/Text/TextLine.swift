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
            let line = places[range].alongLine
            var draft = LineDraft(
                baseline: Baselines.baseline(of: places[range]), isBare: isBare(line), typography: typography)
            for place in line { draft.append(glyphs[place.index], at: place) }
            return draft.line
        }
    }

    /// Without a blank, its characters close together but for few gaps: the gaps are its blanks.
    private func isBare(_ line: [GlyphPlace]) -> Bool {
        guard !line.contains(where: { glyphs[$0.index].isBlank }) else { return false }
        let gaps = zip(line, line.dropFirst()).map { abs($1.low - $0.high) / max($1.size, 1) }
        return gaps.count { $0 < typography.closeGap }.isMoreThan(0.5, of: gaps.count)
    }
}

/// A line as it grows from glyph to glyph.
private struct LineDraft {
    let baseline: Double
    /// Gaps narrower than usual are its blanks.
    let isBare: Bool
    let typography: Typography
    private var text = ""
    private var first: GlyphPlace?
    private var last: (place: GlyphPlace, glyph: Glyph)?
    private var isBlank = false
    private var hasUnknown = false
    private var isSpread = false
    private var box: Box?
    private var sizes: [Double] = []

    init(baseline: Double, isBare: Bool, typography: Typography) {
        (self.baseline, self.isBare, self.typography) = (baseline, isBare, typography)
    }

    mutating func append(_ glyph: Glyph, at place: GlyphPlace) {
        if glyph.isBlank {
            isBlank = true
            return
        }
        if let last {
            if isRepeated(glyph, at: place, last) { return }
            let gap = place.low - last.place.high
            isSpread = isSpread || gap > typography.spreadGap * place.size
            let isSeen = isBlank && gap > typography.takenBack * place.size
            if isSeen || gap > blankWidth(last.glyph, glyph) { text += " " }
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
        let along = min(slack, typography.falseBoldShare * (last.place.high - last.place.low))
        return abs(place.low - last.place.low) < along && abs(place.across - last.place.across) < slack
            && glyph.text == last.glyph.text
    }

    /// The gap from which two neighbours stand apart. Chinese text is spread to fill its line, figures and Latin words are not.
    private func blankWidth(_ left: Glyph, _ right: Glyph) -> Double {
        let size = max(left.size, right.size)
        let (last, first) = (left.text.unicodeScalars.last, right.text.unicodeScalars.first)
        if isWide(last) || isWide(first) { return typography.wideBlank * size }
        let isNumber = last?.isPartOfNumber == true && first?.properties.numericType != nil
        return (isBare && !isNumber ? typography.bareBlank : typography.blank) * size
    }

    /// nil for nothing but blanks.
    var line: TextLine? {
        guard let first, let box else { return nil }
        return TextLine(
            text: text.inReadingOrder, box: box, size: sizes.sorted()[sizes.count / 2], direction: first.direction,
            baseline: baseline,
            hasUnknown: hasUnknown, firstAdvance: first.high - first.low, isSpread: isSpread)
    }
}
