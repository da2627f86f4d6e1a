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
}

/// Glyphs that take part in reading: visible, not slanted across the page.
package func readableGlyphs(_ glyphs: [Glyph]) -> [Glyph] {
    glyphs.filter { $0.renderMode.isVisible && $0.opacity > 0.02 && $0.direction != .oblique }
}

/// Puts glyphs into lines and lines into reading order: by direction, then across it, then along it.
///
/// Blanks come from the file's own blank glyphs and from gaps. Characters printed twice at one place (false bold) count once.
package func textLines(_ glyphs: [Glyph]) -> [TextLine] {
    var byDirection: [Glyph.Direction: [PlacedGlyph]] = [:]
    for glyph in glyphs where glyph.direction != .oblique {
        byDirection[glyph.direction, default: []].append(PlacedGlyph(glyph))
    }
    return [Glyph.Direction.right, .down, .up, .left].flatMap { direction in
        lines(of: byDirection[direction] ?? [], direction: direction)
    }
}

/// A glyph in the frame of its own text: `along` the line, `across` from line to line.
private struct PlacedGlyph {
    let glyph: Glyph
    let along: ClosedRange<Double>
    let across: Double

    init(_ glyph: Glyph) {
        self.glyph = glyph
        let box = glyph.box
        switch glyph.direction {
        case .right, .oblique:
            along = box.x0...box.x1
            across = glyph.origin.y
        case .left:
            along = -box.x1 ... -box.x0
            across = -glyph.origin.y
        case .down:
            along = box.y0...box.y1
            // In vertical writing the origin lies on the characters' side, not under them.
            across = glyph.isVertical ? -box.center.x : -glyph.origin.x
        case .up:
            along = -box.y1 ... -box.y0
            across = glyph.origin.x
        }
    }

    func repeats(_ other: PlacedGlyph) -> Bool {
        let slack = 0.2 * glyph.size
        return glyph.text == other.glyph.text && abs(along.lowerBound - other.along.lowerBound) < slack
            && abs(across - other.across) < slack
    }
}

private func lines(of glyphs: [PlacedGlyph], direction: Glyph.Direction) -> [TextLine] {
    // Drawing order breaks ties, so that equal positions stay as the file has them.
    let sorted = glyphs.enumerated().sorted {
        ($0.element.across, $0.offset) < ($1.element.across, $1.offset)
    }.map(\.element)
    var result: [TextLine] = []
    var current: [PlacedGlyph] = []
    var baseline = 0.0
    for placed in sorted {
        // Half the smaller size: a superscript stays in its line, the next line does not get in.
        let smallest = current.reduce(placed.glyph.size) { min($0, $1.glyph.size) }
        if !current.isEmpty, placed.across - baseline > max(0.45 * smallest, 0.5) {
            if let line = line(of: current, direction: direction) { result.append(line) }
            current = []
        }
        if current.isEmpty { baseline = placed.across }
        current.append(placed)
    }
    if let line = line(of: current, direction: direction) { result.append(line) }
    return result
}

private func line(of unsorted: [PlacedGlyph], direction: Glyph.Direction) -> TextLine? {
    let glyphs = unsorted.enumerated().sorted {
        ($0.element.along.lowerBound, $0.offset) < ($1.element.along.lowerBound, $1.offset)
    }.map(\.element)
    var text = ""
    var last: PlacedGlyph?
    var blank = false
    var unknown = false
    var kept: [PlacedGlyph] = []
    for placed in glyphs {
        if placed.glyph.isBlank {
            blank = true
            continue
        }
        if let last {
            if placed.repeats(last) { continue }
            let gap = placed.along.lowerBound - last.along.upperBound
            if blank || gap > blankWidth(last.glyph, placed.glyph) { text += " " }
        }
        unknown = unknown || placed.glyph.text.isEmpty
        text += placed.glyph.text.isEmpty ? "\u{FFFD}" : placed.glyph.text
        kept.append(placed)
        last = placed
        blank = false
    }
    guard let first = kept.first, let box = kept.lazy.map(\.glyph.box).union() else { return nil }
    let sizes = kept.map(\.glyph.size).sorted()
    return TextLine(
        text: text, box: box, size: sizes[sizes.count / 2], direction: direction, baseline: first.across,
        hasUnknown: unknown, firstAdvance: first.along.upperBound - first.along.lowerBound)
}

/// The gap from which two neighbours stand apart. Chinese text is spread to fill its line, figures and Latin words are not.
private func blankWidth(_ left: Glyph, _ right: Glyph) -> Double {
    let size = max(left.size, right.size)
    return isWide(left.text.unicodeScalars.last) || isWide(right.text.unicodeScalars.first) ? 1.2 * size : 0.3 * size
}
