internal import DocumentModel
internal import ImageCleaning

/// A stretch of thin ink that is a line by its own evidence, in pixels.
struct RuleSegment: Hashable {
    var axis: Axis
    /// The middle across the axis.
    var position: Double
    /// Along the axis.
    var span: Range<Int>
    var thickness: Double
    /// Where it runs at places along it, in their order, if it leans or bends; empty for a straight one.
    var course: [Point] = []

    struct Point: Hashable {
        var place: Double
        var position: Double
    }

    /// Where it runs at a place along it, and beyond its ends as it does there.
    func position(at place: Double) -> Double {
        guard let first = course.first, let last = course.last else { return position }
        guard place > first.place else { return first.position }
        guard place < last.place else { return last.position }
        let next = course.partitionPoint { $0.place <= place }
        let (left, right) = (course[next - 1], course[next])
        return left.position
            + (right.position - left.position) * (place - left.place) / (right.place - left.place)
    }
}

/// Finds lines by what speaks for and against them along their whole length: thin ink with paper on both sides for them, paper and
/// strokes of characters against. So a line may be dashed, dotted, broken, or hidden by text for a part of its length.
///
/// Each place gives or takes some points; a segment is a stretch in which the points never fall far below the most that there have
/// been, which is how alignments of sequences are found (the X-drop of BLAST, Altschul 1997).
struct RuleSegments {
    let segments: [RuleSegment]

    /// Points of a place by ``ThinInk``: nothing there, free, beside other ink, between other ink.
    private static let points = [-7, 10, 3, -1]

    struct Options {
        /// Points that a segment needs, as free ink of this length, in points of the page.
        var least: Double
        /// Paper that a segment leads over, in points of the page.
        var gap: Double

        /// Longer than strokes of characters.
        static let long = Options(least: 17, gap: 3.2)
        /// Where the page's rules are broken.
        static let broken = Options(least: 17, gap: 6)
        /// The side of a low row.
        static let short = Options(least: 5, gap: 0.6)
    }

    /// Thicker ones are areas, in points of the page.
    private static let thickest = 4.0

    init(in ink: ThinInk, along axis: Axis, scale: Double, options: Options) {
        let least = Int(options.least * scale) * Self.points[1]
        let drop = -Int(options.gap * scale) * Self.points[0]
        var (open, finished): ([Growing], [Growing]) = ([], [])
        for row in 0..<ink.count {
            var next: [Growing] = []
            for run in Self.runs(in: ink, row: row, least: least, drop: drop) {
                if let same = open.firstIndex(where: { $0.last.overlaps(run.span) }) {
                    var segment = open.remove(at: same)
                    segment.add(run, row: row)
                    next.append(segment)
                } else {
                    next.append(Growing(run, row: row))
                }
            }
            finished += open
            open = next
        }
        segments = (finished + open).map { $0.segment(along: axis, step: Int(Self.courseStep * scale)) }
            .filter { $0.thickness <= max(3, Self.thickest * scale) }
    }

    /// From one place at which a course is looked at to the next, in points of the page.
    private static let courseStep = 14.0

    private struct Run {
        var span: Range<Int>
        var points: Int
    }

    private static func runs(in ink: ThinInk, row: Int, least: Int, drop: Int) -> [Run] {
        var runs: [Run] = []
        ink.places.withUnsafeBufferPointer { places in
            points.withUnsafeBufferPointer { points in
                let offset = row * ink.length
                var (start, end, sum, most) = (-1, 0, 0, 0)
                func finish() {
                    if start >= 0, most >= least { runs.append(Run(span: start..<end, points: most)) }
                    start = -1
                }
                for along in 0..<ink.length {
                    let own = points[Int(places[offset + along])]
                    if start < 0 {
                        guard own > 0 else { continue }
                        (start, sum, most) = (along, 0, 0)
                    }
                    sum += own
                    if sum >= most {
                        (most, end) = (sum, along + 1)
                    } else if sum <= 0 || most - sum > drop {
                        finish()
                    }
                }
                finish()
            }
        }
        return runs
    }

    /// A segment as it grows from one row of pixels to the next.
    private struct Growing {
        var last: Range<Int>
        private var span: Range<Int>
        private var area = 0
        private var weight = 0.0
        private var moment = 0.0
        private var rows: [(row: Double, span: Range<Int>)] = []

        init(_ run: Run, row: Int) {
            (last, span) = (run.span, run.span)
            add(run, row: row)
        }

        mutating func add(_ run: Run, row: Int) {
            last = run.span
            span = min(span.lowerBound, run.span.lowerBound)..<max(span.upperBound, run.span.upperBound)
            area += run.span.count
            weight += Double(run.points)
            moment += Double(run.points) * (Double(row) + 0.5)
            rows.append((Double(row) + 0.5, run.span))
        }

        func segment(along axis: Axis, step: Int) -> RuleSegment {
            let thickness = Double(area) / Double(span.count)
            var segment = RuleSegment(axis: axis, position: moment / weight, span: span, thickness: thickness)
            guard Double(rows.count) > thickness + 2 else { return segment }
            segment.course = stride(from: span.lowerBound, to: span.upperBound, by: step).compactMap { place in
                let own = rows.filter { $0.span.contains(place) }
                guard !own.isEmpty else { return nil }
                let position = own.reduce(0) { $0 + $1.row } / Double(own.count)
                return RuleSegment.Point(place: Double(place), position: position)
            }
            return segment
        }
    }
}
