internal import DocumentModel

/// Segments in one line.
struct ScannedRule {
    var axis: Axis
    var segments: [RuleSegment]
    /// Stretches from where it ends to where it meets others, which it must have led over.
    var bridged: [Range<Int>] = []

    /// Where it runs near a place along it: a page is never quite straight.
    func position(at place: Int) -> Double {
        func distance(_ segment: RuleSegment) -> Int {
            max(0, segment.span.lowerBound - place, place - segment.span.upperBound)
        }
        return segments.min { (distance($0), $1.span.count) < (distance($1), $0.span.count) }?
            .position(at: Double(place)) ?? 0
    }

    /// Where it runs on the whole.
    var mean: Double {
        let weight = segments.reduce(0) { $0 + Double($1.span.count) }
        return segments.reduce(0) { $0 + $1.position * Double($1.span.count) } / weight
    }

    /// From its first to its last place.
    var span: Range<Int> {
        let spans = segments.map(\.span) + bridged
        return (spans.map(\.lowerBound).min() ?? 0)..<(spans.map(\.upperBound).max() ?? 0)
    }

    var thickness: Double {
        let sorted = segments.map(\.thickness).sorted()
        return sorted[sorted.count / 2]
    }

    func segment(_ span: Range<Int>, at position: Double) -> RuleSegment {
        RuleSegment(axis: axis, position: position, span: span, thickness: thickness)
    }
}
