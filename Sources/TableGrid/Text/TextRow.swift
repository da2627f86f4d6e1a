internal import DocumentModel

/// A stretch of text on one baseline without a wide gap in it: what stands in one cell of one line.
struct TextSegment: Hashable {
    var box: Box
    /// Words are parted by single blanks.
    var text: String
    /// Font size, in points.
    var size: Double
    /// The boxes of its words.
    var words: [Box] = []

    /// Digits with their signs and separators, a dash, a percentage: what stands in columns of figures.
    var isNumeric: Bool {
        let scalars = text.unicodeScalars.filter { !$0.isBlank && !"()（）".unicodeScalars.contains($0) }
        let digits = scalars.count { $0.properties.numericType != nil }
        if digits == 0 { return scalars.count <= 3 && scalars.allSatisfy { "-–—−/.*…".unicodeScalars.contains($0) } }
        return 2 * digits >= scalars.count
    }

    /// Cut before the words, but the first, for whose index `isStart` holds.
    func cut(before isStart: (Int) -> Bool) -> [TextSegment] {
        let texts = text.split(separator: " ").map(String.init)
        guard texts.count == words.count, words.indices.dropFirst().contains(where: isStart) else { return [self] }
        var parts: [TextSegment] = []
        for (index, (text, box)) in zip(texts, words).enumerated() {
            if parts.isEmpty || isStart(index) {
                parts.append(TextSegment(box: box, text: text, size: size, words: [box]))
            } else {
                let last = parts.count - 1
                parts[last].text += " " + text
                parts[last].box = parts[last].box.union(box)
                parts[last].words.append(box)
            }
        }
        return parts
    }

    /// Running text: many words, or many ideographs with punctuation between them.
    var isProse: Bool {
        if text.split(separator: " ").count > 7 || text.count > 60 { return true }
        return text.count > 13 && text.contains { "，。；".contains($0) }
    }

    /// A bullet, or a number or letter with its point or bracket: what stands before the items of a list.
    var isListMark: Bool {
        guard text.count <= 4, let last = text.unicodeScalars.last else { return false }
        return ".)、．）".unicodeScalars.contains(last) || !text.contains { $0.isLetter || $0.isNumber }
    }
}

/// The segments of one baseline, from left to right.
struct TextRow: Hashable {
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
func textRows(_ glyphs: [Glyph]) -> [TextRow] {
    var places: [GlyphPlace] = []
    places.reserveCapacity(glyphs.count)
    for index in glyphs.indices where glyphs[index].direction == .right && !glyphs[index].isBlank {
        places.append(GlyphPlace(glyphs[index], index: index))
    }
    places.sort { ($0.across, $0.index) < ($1.across, $1.index) }
    var rows: [TextRow] = []
    var start = 0
    while start < places.count {
        var end = start + 1
        while end < places.count,
            places[end].across - places[start].across <= 0.35 * min(places[start].size, places[end].size)
        {
            end += 1
        }
        let baseline = places[start].across
        places[start..<end].sort { ($0.low, $0.index) < ($1.low, $1.index) }
        let segments = segments(of: places[start..<end], glyphs: glyphs)
        let sizes = segments.map(\.size).sorted()
        rows.append(TextRow(segments: segments, baseline: baseline, size: sizes[sizes.count / 2]))
        start = end
    }
    return rows
}

/// A gap this wide, in font sizes, separates columns.
private let columnGap = 0.85
/// So many dots in a row lead the eye to a figure.
private let leaderDots = 4

private func segments(of places: ArraySlice<GlyphPlace>, glyphs: [Glyph]) -> [TextSegment] {
    var segments: [TextSegment] = []
    var last: GlyphPlace?
    var dots = 0
    for place in places {
        let glyph = glyphs[place.index]
        let isDot = glyph.text == "."
        if let last, !(dots >= leaderDots && !isDot),
            place.low - last.high < columnGap * max(last.size, place.size)
        {
            let end = segments.count - 1
            if place.low - last.high > 0.25 * place.size {
                segments[end].text += " "
                segments[end].words.append(glyph.box)
            } else {
                let word = segments[end].words.count - 1
                segments[end].words[word] = segments[end].words[word].union(glyph.box)
            }
            segments[end].text += glyph.text
            segments[end].box = segments[end].box.union(glyph.box)
        } else {
            segments.append(TextSegment(box: glyph.box, text: glyph.text, size: place.size, words: [glyph.box]))
        }
        dots = isDot ? dots + 1 : 0
        last = place
    }
    return segments
}
