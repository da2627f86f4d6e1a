internal import DocumentModel

/// The parts of a page that are read by themselves: the columns of running text that a gutter parts, and what stands above and
/// below them over the whole width. A table in one column keeps clear of the prose in the other.
func textColumns(_ rows: [TextRow]) -> [[TextRow]] {
    guard let gutter = Gutter(rows) else { return [rows] }
    let (left, right) = gutter.sides(of: rows[gutter.rows])
    return [Array(rows[..<gutter.rows.lowerBound])] + textColumns(left) + textColumns(right)
        + textColumns(Array(rows[gutter.rows.upperBound...]))
}

/// A vertical stretch of white through most of the text's height, with prose on one side at least.
private struct Gutter {
    let x: Double
    /// The rows that it runs through.
    let rows: Range<Int>

    private static let fewestRows = 10
    /// So many full lines under one another are prose.
    private static let proseLines = 6
    /// How exactly a gutter is placed, in points.
    private static let step = 2.0

    init?(_ rows: [TextRow]) {
        // No page is wider than 14,400 points.
        guard rows.count >= Self.fewestRows, let box = rows.lazy.map(\.box).union(), box.width < 14_400,
            let x = Self.clearest(rows, in: box)
        else { return nil }
        let run = Self.longestRun(of: rows, clearAt: x)
        guard run.count >= Self.fewestRows, let first = run.first, let last = run.last,
            2 * (rows[last].baseline - rows[first].baseline) >= box.height
        else { return nil }
        self.x = x
        self.rows = run
        let (left, right) = sides(of: rows[run])
        guard [left, right].allSatisfy({ $0.lazy.map(\.box).union().map { 4 * $0.width > box.width } ?? false }),
            Self.isProse(left) || Self.isProse(right)
        else { return nil }
    }

    func sides(of rows: ArraySlice<TextRow>) -> (left: [TextRow], right: [TextRow]) {
        (
            rows.compactMap { $0.part { $0.box.center.x < x } },
            rows.compactMap { $0.part { $0.box.center.x >= x } }
        )
    }

    /// x of the middle of the widest stretch, away from the sides, that the fewest segments cover.
    private static func clearest(_ rows: [TextRow], in box: Box) -> Double? {
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
        guard let least = cover[middle].min(), 2 * least < rows.count else { return nil }
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
    private static func isProse(_ rows: [TextRow]) -> Bool {
        guard let box = rows.lazy.map(\.box).union() else { return false }
        var lines = 0
        var last: TextRow?
        for row in rows {
            let isFull =
                row.segments.count == 1 && row.box.width > 0.8 * box.width && row.box.width > 10 * row.size
                && !row.segments[0].isNumeric
            let isNear = last.map { row.baseline - $0.baseline < 2 * row.size } ?? true
            lines = isFull ? (isNear ? lines + 1 : 1) : 0
            if lines >= proseLines { return true }
            last = row
        }
        return false
    }
}
