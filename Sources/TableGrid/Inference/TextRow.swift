internal import DocumentModel

/// A stretch of text on one baseline without a wide gap in it: what stands in one cell of one line.
struct TextSegment: Hashable {
    var box: Box
    var text: String
    /// Font size, in points.
    var size: Double

    /// Digits with their signs and separators, a dash, a percentage: what stands in columns of figures.
    var isNumeric: Bool {
        let scalars = text.unicodeScalars.filter { !$0.isBlank }
        let digits = scalars.count { $0.properties.numericType != nil }
        if digits == 0 { return scalars.count <= 3 && scalars.allSatisfy { "-–—−/.*…".unicodeScalars.contains($0) } }
        return 2 * digits >= scalars.count
    }

    var wordCount: Int { text.split(separator: " ").count }
}

/// The segments of one baseline, from left to right.
struct TextRow: Hashable {
    var segments: [TextSegment]
    var baseline: Double
    var size: Double

    var box: Box { segments.lazy.map(\.box).union() ?? Box(x0: 0, y0: baseline, x1: 0, y1: baseline) }

    /// The part of the row whose segments' middles lie in `area`; nil for none.
    func part(in area: Box) -> TextRow? {
        let inside = segments.filter { area.contains($0.box.center) }
        return inside.isEmpty ? nil : TextRow(segments: inside, baseline: baseline, size: size)
    }
}

/// Horizontal text by baselines and gaps, from top to bottom.
///
/// A gap wider than the spaces of justified text ends a segment.
func textRows(_ glyphs: [Glyph]) -> [TextRow] {
    let sorted = glyphs.enumerated().filter { $0.element.direction == .right }
        .sorted { ($0.element.origin.y, $0.offset) < ($1.element.origin.y, $1.offset) }.map(\.element)
    var rows: [TextRow] = []
    var current: [Glyph] = []
    func finish() {
        let segments = segments(of: current)
        if let first = current.first, !segments.isEmpty {
            let sizes = segments.map(\.size).sorted()
            rows.append(TextRow(segments: segments, baseline: first.origin.y, size: sizes[sizes.count / 2]))
        }
        current = []
    }
    for glyph in sorted {
        if let first = current.first, glyph.origin.y - first.origin.y > 0.35 * min(first.size, glyph.size) { finish() }
        current.append(glyph)
    }
    finish()
    return rows
}

/// A gap this wide, in font sizes, separates columns.
private let columnGap = 0.85

private func segments(of glyphs: [Glyph]) -> [TextSegment] {
    let sorted = glyphs.enumerated().sorted { ($0.element.box.x0, $0.offset) < ($1.element.box.x0, $1.offset) }
        .map(\.element)
    var groups: [[Glyph]] = []
    for glyph in sorted where !glyph.isBlank {
        if let last = groups.last?.last, glyph.box.x0 - last.box.x1 < columnGap * max(last.size, glyph.size) {
            groups[groups.count - 1].append(glyph)
        } else {
            groups.append([glyph])
        }
    }
    return groups.compactMap { group in
        guard let line = textLines(group).first, let box = group.lazy.map(\.box).union() else { return nil }
        return TextSegment(box: box, text: line.text, size: line.size)
    }
}
