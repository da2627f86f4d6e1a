internal import DocumentModel

/// The parts of a page that are read by themselves: the columns of running text that a gutter parts, and what stands above and
/// below them over the whole width. A table in one column keeps clear of the prose in the other.
func textColumns(_ rows: [TextRow], options: TableOptions = .standard) -> [[TextRow]] {
    guard let gutter = Gutter(rows, options: options) else { return [rows] }
    let (left, right) = gutter.sides(of: rows[gutter.rows])
    return [Array(rows[..<gutter.rows.lowerBound])] + textColumns(left, options: options)
        + textColumns(right, options: options) + textColumns(Array(rows[gutter.rows.upperBound...]), options: options)
}

/// A vertical stretch of white through most of the text's height, with prose on one side at least.
private struct Gutter {
    let x: Double
    /// The rows that it runs through.
    let rows: Range<Int>

    init?(_ rows: [TextRow], options: TableOptions) {
        let regions = options.regions
        // No page is wider than 14,400 points.
        guard rows.count >= regions.gutterRows, let box = rows.lazy.map(\.box).union(), box.width < 14_400,
            let x = Self.clearest(rows, in: box, options: regions)
        else { return nil }
        let run = Self.longestRun(of: rows, clearAt: x)
        guard run.count >= regions.gutterRows, let first = run.first, let last = run.last,
            rows[last].baseline - rows[first].baseline >= regions.gutterHeight * box.height
        else { return nil }
        self.x = x
        self.rows = run
        let (left, right) = sides(of: rows[run])
        guard
            [left, right].allSatisfy({
                $0.lazy.map(\.box).union().map { $0.width > regions.gutterSide * box.width } ?? false
            }),
            Self.isProse(left, options: options) || Self.isProse(right, options: options)
        else { return nil }
    }

    func sides(of rows: ArraySlice<TextRow>) -> (left: [TextRow], right: [TextRow]) {
        (
            rows.compactMap { $0.part { $0.box.center.x < x } },
            rows.compactMap { $0.part { $0.box.center.x >= x } }
        )
    }

    /// x of the middle of the widest stretch, away from the sides, that the fewest segments cover.
    private static func clearest(_ rows: [TextRow], in box: Box, options: RegionOptions) -> Double? {
        let step = max(options.gutterStep, 0.1)
        var changes = [Int](repeating: 0, count: Int(box.width / step) + 2)
        for segment in rows.lazy.flatMap(\.segments) {
            changes[Int((segment.box.x0 - box.x0) / step)] += 1
            changes[Int((segment.box.x1 - box.x0) / step) + 1] -= 1
        }
        var depth = 0
        let cover = changes.map { change in
            depth += change
            return depth
        }
        let middle = (cover.count / 4)..<(3 * cover.count / 4)
        guard let least = cover[middle].min(), !least.isAtLeast(options.gutterCrossings, of: rows.count) else {
            return nil
        }
        var best = 0..<0
        var start = middle.lowerBound
        for index in middle {
            if cover[index] > least { start = index + 1 }
            if index + 1 - start > best.count { best = start..<(index + 1) }
        }
        return box.x0 + Double(best.lowerBound + best.upperBound) / 2 * step
    }

    private static func longestRun(of rows: [TextRow], clearAt x: Double) -> Range<Int> {
        var best = 0..<0
        var start = 0
        for index in rows.indices {
            let isCrossed = rows[index].segments.contains { $0.box.x0 < x && $0.box.x1 > x }
            if isCrossed { start = index + 1 }
            if index + 1 - start > best.count { best = start..<(index + 1) }
        }
        return best
    }

    /// Several lines under one another fill the column's width.
    private static func isProse(_ rows: [TextRow], options: TableOptions) -> Bool {
        let regions = options.regions
        guard let box = rows.lazy.map(\.box).union() else { return false }
        var lines = 0
        var last: TextRow?
        for row in rows {
            let isFull =
                row.segments.count == 1 && row.box.width > regions.fullLine * box.width
                && row.box.width > regions.shortestLine * row.size
                && !row.segments[0].isNumeric
            let isNear = last.map { row.baseline - $0.baseline < options.typography.prosePitch * row.size } ?? true
            lines = isFull ? (isNear ? lines + 1 : 1) : 0
            if lines >= regions.proseLines { return true }
            last = row
        }
        return false
    }
}
