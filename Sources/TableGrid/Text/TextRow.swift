internal import DocumentModel

/// The segments of one baseline, from left to right: how a line stands in columns.
struct TextRow: Hashable, Sendable {
    var segments: [TextSegment]
    var baseline: Double
    var size: Double

    var box: Box { segments.lazy.map(\.box).union() ?? Box(x0: 0, y0: baseline, x1: 0, y1: baseline) }

    /// The part of the row whose segments' middles lie in `area`; nil for none.
    func part(in area: Box) -> TextRow? { part { area.contains($0.box.center) } }

    /// The part of the row whose segments are such; nil for none.
    func part(where isInside: (TextSegment) -> Bool) -> TextRow? {
        let inside = segments.filter(isInside)
        return inside.isEmpty ? nil : TextRow(segments: inside, baseline: baseline, size: size)
    }
}

/// Horizontal text by baselines and gaps, from top to bottom.
///
/// A gap wider than the spaces of justified text ends a segment, and so does a row of dots that leads to a figure.
func textRows(_ glyphs: [Glyph], typography: Typography = Typography()) -> [TextRow] {
    PageText(glyphs, typography: typography).all.rows
}

extension TextPart {
    /// As ``textRows(_:typography:)`` gives them.
    var rows: [TextRow] {
        let own = places.filter { $0.direction == .right && !glyphs[$0.index].isBlank }
        return Baselines.rows.lines(of: own, typography: typography).map { range in
            let segments = segments(of: own[range].alongLine)
            let sizes = segments.map(\.size).sorted()
            return TextRow(
                segments: segments, baseline: Baselines.baseline(of: own[range]), size: sizes[sizes.count / 2])
        }
    }

    private func segments(of line: [GlyphPlace]) -> [TextSegment] {
        var segments: [TextSegment] = []
        var last: GlyphPlace?
        var dots = 0
        for place in line {
            let glyph = glyphs[place.index]
            let isDot = glyph.text == "."
            if let last, dots < typography.leaderDots || isDot,
                place.low - last.high < typography.columnGap * max(last.size, place.size)
            {
                let isWord = place.low - last.high > typography.wordGap * place.size
                segments[segments.count - 1].append(glyph.text, in: glyph.box, isWord: isWord)
            } else {
                segments.append(TextSegment(box: glyph.box, text: glyph.text, size: place.size, words: [glyph.box]))
            }
            dots = isDot ? dots + 1 : 0
            last = place
        }
        return segments
    }
}
