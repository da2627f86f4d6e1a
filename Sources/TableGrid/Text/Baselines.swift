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
        return withMarks(lines, of: places, typography: typography)
    }

    /// Puts raised and lowered marks into the lines that they touch: a footnote's letter has no line of its own.
    private func withMarks(
        _ lines: [Range<Int>], of places: [GlyphPlace], typography: Typography
    ) -> [Range<Int>] {
        var result: [Range<Int>] = []
        var marks: Range<Int>?
        for line in lines {
            if let raised = marks {
                marks = nil
                if Self.areMarks(places[raised], of: places[line], typography: typography) {
                    result.append(raised.lowerBound..<line.upperBound)
                    continue
                }
                result.append(raised)
            }
            if let last = result.last, Self.areMarks(places[line], of: places[last], typography: typography) {
                result[result.count - 1] = last.lowerBound..<line.upperBound
            } else {
                marks = line
            }
        }
        return result + (marks.map { [$0] } ?? [])
    }

    /// Whether all of `small` is smaller type that stands right behind characters of `base`, few at each place.
    private static func areMarks(
        _ small: ArraySlice<GlyphPlace>, of base: ArraySlice<GlyphPlace>, typography: Typography
    ) -> Bool {
        guard let first = small.first, let size = base.lazy.map(\.size).max(), first.direction == base.first?.direction,
            small.allSatisfy({ $0.size < typography.markSize * size }),
            abs(first.across - baseline(of: base)) < typography.markRise * size
        else { return false }
        var length = 0
        var last = -Double.infinity
        for mark in small.alongLine {
            let isNext = abs(mark.low - last) < typography.markGap * size && length > 0
            length = isNext ? length + 1 : 1
            guard length <= typography.longestMark else { return false }
            let touches = base.contains {
                $0.size >= mark.size / typography.markSize && abs(mark.low - $0.high) < typography.markGap * size
            }
            guard isNext || touches else { return false }
            last = mark.high
        }
        return true
    }

    /// Of the first character in the line's own type.
    static func baseline(of line: ArraySlice<GlyphPlace>, typography: Typography = Typography()) -> Double {
        guard let first = line.first, let size = line.lazy.map(\.size).max() else { return 0 }
        if first.size >= typography.markSize * size { return first.across }
        return line.first { $0.size >= typography.markSize * size }?.across ?? first.across
    }
}

extension ArraySlice<GlyphPlace> {
    /// From the start of the line to its end.
    var alongLine: [GlyphPlace] { sorted { ($0.low, $0.index) < ($1.low, $1.index) } }
}
