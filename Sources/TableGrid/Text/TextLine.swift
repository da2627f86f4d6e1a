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
package func textLines(_ glyphs: [Glyph]) -> [TextLine] {
    var placed = glyphs.indices.map { GlyphPlace(glyphs[$0], index: $0) }
    // Lines by direction first; drawing order breaks ties, so that equal positions stay as the file has them.
    placed.removeAll { $0.direction == .oblique }
    placed.sort {
        ($0.direction.order, $0.across, $0.index) < ($1.direction.order, $1.across, $1.index)
    }
    var lines: [TextLine] = []
    var start = 0
    while start < placed.count {
        var end = start + 1
        var (smallest, largest) = (placed[start].size, placed[start].size)
        while end < placed.count, placed[end].direction == placed[start].direction {
            smallest = min(smallest, placed[end].size)
            largest = max(largest, placed[end].size)
            // Near half the smaller size, so that the next line does not get in; a superscript stays in the line of its base.
            if placed[end].across - placed[start].across > max(0.45 * smallest, 0.38 * largest, 0.5) { break }
            end += 1
        }
        let baseline = placed[start].across
        placed[start..<end].sort { ($0.low, $0.index) < ($1.low, $1.index) }
        if let line = line(of: placed[start..<end], glyphs: glyphs, baseline: baseline) { lines.append(line) }
        start = end
    }
    return lines
}

/// A glyph's place in the frame of its own text: `low` and `high` along the line, `across` from line to line.
struct GlyphPlace {
    let index: Int
    let direction: Glyph.Direction
    let low: Double
    let high: Double
    let across: Double
    let size: Double

    init(_ glyph: Glyph, index: Int) {
        self.index = index
        size = glyph.size
        direction = glyph.direction
        let box = glyph.box
        switch direction {
        case .right, .oblique: (low, high, across) = (box.x0, box.x1, glyph.origin.y)
        case .left: (low, high, across) = (-box.x1, -box.x0, -glyph.origin.y)
        // In vertical writing the origin lies on the characters' side, not under them.
        case .down: (low, high, across) = (box.y0, box.y1, glyph.isVertical ? -box.center.x : -glyph.origin.x)
        case .up: (low, high, across) = (-box.y1, -box.y0, glyph.origin.x)
        }
    }
}

extension Glyph.Direction {
    fileprivate var order: Int {
        switch self {
        case .right: 0
        case .down: 1
        case .up: 2
        case .left: 3
        case .oblique: 4
        }
    }
}

private func line(of places: ArraySlice<GlyphPlace>, glyphs: [Glyph], baseline: Double) -> TextLine? {
    var text = ""
    var last: GlyphPlace?
    var first: GlyphPlace?
    var isBlank = false
    var hasUnknown = false
    var isSpread = false
    var box: Box?
    var sizes: [Double] = []
    for place in places {
        let glyph = glyphs[place.index]
        if glyph.isBlank {
            isBlank = true
            continue
        }
        if let last {
            let slack = 0.2 * place.size
            if abs(place.low - last.low) < slack, abs(place.across - last.across) < slack,
                glyph.text == glyphs[last.index].text
            {
                continue
            }
            isSpread = isSpread || place.low - last.high > 1.7 * place.size
            if isBlank || place.low - last.high > blankWidth(glyphs[last.index], glyph) { text += " " }
        }
        hasUnknown = hasUnknown || glyph.text.isEmpty
        text += glyph.text.isEmpty ? "\u{FFFD}" : glyph.text
        box = box?.union(glyph.box) ?? glyph.box
        sizes.append(place.size)
        first = first ?? place
        last = place
        isBlank = false
    }
    guard let first, let box else { return nil }
    sizes.sort()
    return TextLine(
        text: text, box: box, size: sizes[sizes.count / 2], direction: first.direction, baseline: baseline,
        hasUnknown: hasUnknown, firstAdvance: first.high - first.low, isSpread: isSpread)
}

/// The gap from which two neighbours stand apart. Chinese text is spread to fill its line, figures and Latin words are not.
func blankWidth(_ left: Glyph, _ right: Glyph) -> Double {
    let size = max(left.size, right.size)
    return isWide(left.text.unicodeScalars.last) || isWide(right.text.unicodeScalars.first) ? 1.2 * size : 0.3 * size
}
