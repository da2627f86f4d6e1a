internal import DocumentModel

/// Where the columns of a form's block stand in a table, read off its header.
struct ColumnMatch {
    /// For every field of the block the heading found for it, nil where there is none.
    var headings: [Heading?]
    /// 0 to 1: how well the headings agree with the form, missing ones counted as 0.
    var score: Double

    struct Heading {
        var text: String
        var columns: Range<Int>
        /// Extent on the page, for rows of the same table that stand in another grid.
        var box: Box?
    }

    /// Aligns the headings of a header row, in order, with the fields of a block.
    ///
    init(headings candidates: [HeaderColumn], block: IndexedBlock, matcher: inout LabelMatcher) {
        let fields = block.wordings
        guard !candidates.isEmpty else {
            headings = [Heading?](repeating: nil, count: fields.count)
            score = 0
            return
        }
        let likeness = candidates.map { candidate in
            fields.map { wordings in
                candidate.texts.reduce(0) { max($0, matcher.likeness($1, to: wordings)) }
            }
        }
        // Weighted longest common subsequence of headings and fields.
        var best = [[Double]](repeating: [Double](repeating: 0, count: fields.count + 1), count: candidates.count + 1)
        for i in candidates.indices {
            for j in fields.indices {
                let matched = best[i][j] + max(0, likeness[i][j] - Self.least)
                best[i + 1][j + 1] = max(matched, best[i][j + 1], best[i + 1][j])
            }
        }
        headings = [Heading?](repeating: nil, count: fields.count)
        var total = 0.0
        var (i, j) = (candidates.count, fields.count)
        while i > 0, j > 0 {
            if best[i][j] == best[i - 1][j] {
                i -= 1
            } else if best[i][j] == best[i][j - 1] {
                j -= 1
            } else {
                (i, j) = (i - 1, j - 1)
                headings[j] = candidates[i].heading
                total += min(1, likeness[i][j])
            }
        }
        score = fields.isEmpty ? 0 : total / Double(fields.count)
    }

    /// Less alike than this, a heading is not the field's.
    private static let least = 0.45

}

/// A column as a header row names it.
struct HeaderColumn {
    var heading: ColumnMatch.Heading
    /// Its own text, and that with the heading above; the matcher's numbers.
    var texts: [Int]

    /// The columns that a header's rows name: the cells of the last one, or where those are blank the ones above them.
    ///
    /// - Parameter rows: from top to bottom; the last is the one nearest to the figures.
    static func columns(of rows: ArraySlice<TableRow>, matcher: inout LabelMatcher) -> [HeaderColumn] {
        guard let last = rows.last else { return [] }
        var columns: [HeaderColumn] = []
        for (cell, text) in zip(last.cells, last.texts) {
            let above = rows.dropLast().last { row in heading(over: cell, in: row) != nil }
                .flatMap { heading(over: cell, in: $0) }
            if let text {
                let outer = above.map { matcher.number(joining: $0.text, text) }
                let heading = ColumnMatch.Heading(text: cell.text, columns: cell.columns, box: cell.box)
                columns.append(HeaderColumn(heading: heading, texts: [text] + (outer.map { [$0] } ?? [])))
            } else if let above, columns.last?.heading.columns != above.cell.columns {
                // A blank below a heading stands for it, in its own columns only.
                let width = above.cell.columns.count == 1 ? above.cell.columns : cell.columns
                let heading = ColumnMatch.Heading(text: above.cell.text, columns: width, box: above.cell.box)
                columns.append(HeaderColumn(heading: heading, texts: [above.text]))
            }
        }
        return columns
    }

    /// The nonblank cell of a higher row that stands over `cell`.
    private static func heading(over cell: Cell, in row: TableRow) -> (cell: Cell, text: Int)? {
        for (candidate, text) in zip(row.cells, row.texts) {
            if let text, candidate.columns.overlaps(cell.columns), candidate.row < cell.row { return (candidate, text) }
        }
        return nil
    }
}
