internal import DocumentModel

/// Which glyphs stand on one baseline.
///
/// There are two answers, for two purposes, and both are needed:
///
/// - ``reading`` is for text that is read, in cells and in paragraphs. Superscripts and figures in smaller type belong to the line
///   of their base, so the largest and the smallest character of the line so far are asked. The file's own blanks count, and
///   characters printed twice count once.
/// - ``rows`` is for finding columns where no rules tell them. A label of two lines stands half a line above and below its figures, and
///   must not be one row with them, so the limit is narrower. The file's own blanks do not count, for some producers fill the gaps
///   between columns with them.
enum Baselines {
    case reading, rows

    /// Cuts places that are sorted by baseline into lines.
    func lines(of places: [GlyphPlace], typography: Typography) -> [Range<Int>] {
        var lines: [Range<Int>] = []
        var start = 0
        while start < places.count {
            var end = start + 1
            let first = places[start]
            var (smallest, largest) = (first.size, first.size)
            while end < places.count, places[end].direction == first.direction {
                let next = places[end]
                smallest = min(smallest, next.size)
                largest = max(largest, next.size)
                let limit =
                    switch self {
                    case .reading:
                        max(
                            typography.sameLine * smallest, typography.sameLineOfLargest * largest,
                            typography.sameLinePoints)
                    case .rows: typography.sameRow * min(first.size, next.size)
                    }
                if next.across - first.across > limit { break }
                end += 1
            }
            lines.append(start..<end)
            start = end
        }
        return lines
    }
}

extension ArraySlice<GlyphPlace> {
    /// From the start of the line to its end.
    var alongLine: [GlyphPlace] { sorted { ($0.low, $0.index) < ($1.low, $1.index) } }
}
