internal import DocumentModel

/// Where the text of several rows leaves vertical gaps: the borders between columns that nobody drew.
///
/// - Parameters:
///   - rows: at least two.
///   - borders: drawn borders between columns; always kept.
/// - Returns: the extents of the columns' text, from left to right.
func columnExtents(
    of rows: [TextRow], borders: [Double], options: ColumnGapOptions = ColumnGapOptions()
) -> [ClosedRange<Double>] {
    let most = rows.map(\.segments.count).max() ?? 0
    guard most >= 2 else { return [] }
    // Rows with few segments are headings and sums over several columns: the full rows tell where the gaps are.
    let full = rows.filter { $0.segments.count.isAtLeast(options.fullRow, of: most) }
    // One row of figures fuller than all others has a figure a column.
    let isAlone =
        full.count == 1 && most >= options.loneRowFigures && full.allSatisfy { $0.segments.allSatisfy(\.isNumeric) }
    // Where half of the rows have all columns, a title over two of them tells nothing.
    let fullest = rows.filter { $0.segments.count == most }
    let trusted =
        2 * fullest.count > rows.count
        ? full.filter { row in !row.segments.contains { $0.isOverSeveral(in: fullest) } } : full
    let body =
        full.count >= 2 || isAlone ? trusted : rows.filter { $0.segments.count >= max(2, (most + 1) / 2) }
    let tolerated = body.count >= options.toleratesFrom ? Int(options.tolerated * Double(body.count)) : 0
    let spans = body.flatMap(\.segments).map(\.box)
    var columns = covered(spans, tolerated: tolerated, narrowest: options.narrowest)
    for border in borders {
        columns = columns.flatMap { column -> [ClosedRange<Double>] in
            guard column.lowerBound < border - options.borderSlack, column.upperBound > border + options.borderSlack
            else { return [column] }
            return [column.lowerBound...border, border...column.upperBound]
        }
    }
    return widened(merged(columns, rows: body, options: options), rows: rows, options: options)
}

extension TextSegment {
    /// Reaches over two texts or more in every one of the rows.
    fileprivate func isOverSeveral(in rows: [TextRow]) -> Bool {
        rows.allSatisfy { row in row.segments.count { $0.box.x0 < box.x1 && $0.box.x1 > box.x0 } >= 2 }
    }
}

/// Columns as wide as the widest line that starts in them and ends before the next: a label alone on its line may be longer
/// than all labels beside figures.
private func widened(
    _ columns: [ClosedRange<Double>], rows: [TextRow], options: ColumnGapOptions
) -> [ClosedRange<Double>] {
    columns.enumerated().map { index, column in
        let limit = index + 1 < columns.count ? columns[index + 1].lowerBound : .infinity
        let ends = rows.lazy.flatMap(\.segments).map(\.box)
            .filter { $0.x0 >= column.lowerBound - options.startSlack && $0.x0 < column.upperBound && $0.x1 < limit }
            .map(\.x1)
        return column.lowerBound...max(column.upperBound, ends.max() ?? column.upperBound)
    }
}

/// Stretches of the x axis that more than `tolerated` boxes cover.
private func covered(_ boxes: [Box], tolerated: Int, narrowest: Double) -> [ClosedRange<Double>] {
    let events = boxes.flatMap { [($0.x0, 1), ($0.x1, -1)] }.sorted { ($0.0, -$0.1) < ($1.0, -$1.1) }
    var stretches: [ClosedRange<Double>] = []
    var depth = 0
    var start = 0.0
    for (x, change) in events {
        let before = depth
        depth += change
        if before <= tolerated && depth > tolerated { start = x }
        if before > tolerated && depth <= tolerated && x > start {
            // A hair's breadth is no gap.
            if let last = stretches.last, start - last.upperBound < narrowest {
                stretches[stretches.count - 1] = last.lowerBound...x
            } else {
                stretches.append(start...x)
            }
        }
    }
    return stretches
}

/// Columns that hardly any row fills (a footnote mark, a unit) go to the nearer neighbour.
private func merged(
    _ columns: [ClosedRange<Double>], rows: [TextRow], options: ColumnGapOptions
) -> [ClosedRange<Double>] {
    var columns = columns
    while columns.count > 2 {
        let weak = columns.indices.first { index in
            let filled = rows.count { row in row.segments.contains { columns[index].contains($0.box.center.x) } }
            return filled < options.fewestTexts && rows.count > options.smallTable
        }
        guard let weak else { break }
        let left = weak > 0 ? columns[weak].lowerBound - columns[weak - 1].upperBound : .infinity
        let right = weak + 1 < columns.count ? columns[weak + 1].lowerBound - columns[weak].upperBound : .infinity
        let other = left <= right ? weak - 1 : weak + 1
        let joined =
            min(
                columns[weak].lowerBound, columns[other].lowerBound)...max(
                columns[weak].upperBound, columns[other].upperBound)
        columns[min(weak, other)] = joined
        columns.remove(at: max(weak, other))
    }
    return columns
}
