internal import DocumentModel

/// Where the columns of a form's block stand in a table, read off its header.
struct ColumnMatch {
    /// For every field of the block the heading found for it, nil where there is none.
    var headings: [Heading?]
    /// 0 to 1: how well the headings agree with the form, missing ones counted as 0.
    var score: Double
    /// Columns of figures that share the block's only field, none of them the whole: what the figure is cannot be told.
    var rivals: [Heading] = []

    struct Heading {
        var text: String
        var columns: Range<Int>
        /// Extent on the page, for rows of the same table that stand in another grid.
        var box: Box?
        /// How like the field's wording it is.
        var likeness = 1.0
    }

    /// Aligns the headings of a header row, in order, with the fields of a block.
    ///
    init(headings candidates: [HeaderColumn], block: IndexedBlock, matcher: inout LabelMatcher) {
        let fields = block.wordings
        if !block.whole.isEmpty {
            self = Self.only(among: candidates, block: block, matcher: &matcher)
            return
        }
        guard !candidates.isEmpty else {
            headings = [Heading?](repeating: nil, count: fields.count)
            score = 0
            return
        }
        headings = [Heading?](repeating: nil, count: fields.count)
        let likeness = Self.likeness(of: candidates, to: fields, matcher: &matcher)
        guard likeness.contains(where: { $0 > Self.least }) else {
            score = 0
            return
        }
        // Weighted longest common subsequence of headings and fields.
        let width = fields.count + 1
        var best = [Double](repeating: 0, count: (candidates.count + 1) * width)
        for i in candidates.indices {
            for j in fields.indices {
                let matched = best[i * width + j] + max(0, likeness[i * fields.count + j] - Self.least)
                let skipped = max(best[i * width + j + 1], best[(i + 1) * width + j])
                best[(i + 1) * width + j + 1] = max(matched, skipped)
            }
        }
        var total = 0.0
        var (i, j) = (candidates.count, fields.count)
        while i > 0, j > 0 {
            if best[i * width + j] == best[(i - 1) * width + j] {
                i -= 1
            } else if best[i * width + j] == best[i * width + j - 1] {
                j -= 1
            } else {
                (i, j) = (i - 1, j - 1)
                let own = likeness[i * fields.count + j]
                headings[j] = candidates[i].heading
                headings[j]?.likeness = own
                total += min(1, own)
            }
        }
        score = fields.isEmpty ? 0 : total / Double(fields.count)
    }

    /// How like each heading is to each field, for one heading behind the other.
    private static func likeness(
        of candidates: [HeaderColumn], to fields: [[Int]], matcher: inout LabelMatcher
    ) -> [Double] {
        var likeness: [Double] = []
        likeness.reserveCapacity(candidates.count * fields.count)
        for candidate in candidates {
            for wordings in fields {
                var best = 0.0
                for text in candidate.texts { best = max(best, matcher.likeness(text, to: wordings)) }
                likeness.append(best)
            }
        }
        return likeness
    }

    /// Less alike than this, a heading is not the field's.
    private static let least = Likeness.conceivable
    /// Headings that choose between columns must be clear.
    private static let clear = Likeness.clear

    /// The column of a block's only field, which may be printed as several: the whole where one is named, or the one with the
    /// field's heading, or the only one there is.
    private static func only(
        among candidates: [HeaderColumn], block: IndexedBlock, matcher: inout LabelMatcher
    ) -> ColumnMatch {
        func likeness(_ column: HeaderColumn, to wordings: [Int]) -> Double {
            min(1, column.texts.first.map { matcher.likeness($0, to: wordings) } ?? 0)
        }
        let none = ColumnMatch(headings: [nil], score: 0)
        let figures = candidates.filter(\.isOverFigures)
        guard !figures.contains(where: { FigureText($0.heading.text, units: matcher.units) == .none }) else {
            return none
        }
        let whole = figures.filter { likeness($0, to: block.whole) > clear }
        let named = figures.filter { likeness($0, to: block.wordings[0]) > clear }
        if let column = whole.count == 1 ? whole.first : named.count == 1 ? named.first : nil {
            return ColumnMatch(headings: [column.heading], score: 1)
        }
        let hasCorner = candidates.contains { !$0.isOverFigures && likeness($0, to: block.corner) > clear }
        if figures.count == 1 {
            let own = likeness(figures[0], to: block.wordings[0])
            guard hasCorner || own > least else { return none }
            return ColumnMatch(headings: [figures[0].heading], score: hasCorner ? 1 : own)
        }
        let isUnderField = figures.allSatisfy { column in
            column.texts.contains { matcher.likeness($0, to: block.wordings[0]) > least }
        }
        guard figures.allSatisfy({ !$0.heading.text.isEmpty }), !figures.isEmpty, hasCorner || isUnderField else {
            return none
        }
        return ColumnMatch(headings: [nil], score: 1, rivals: figures.map(\.heading))
    }

    private init(headings: [Heading?], score: Double, rivals: [Heading] = []) {
        self.headings = headings
        self.score = score
        self.rivals = rivals
    }
}

/// A column as a header row names it.
struct HeaderColumn {
    var heading: ColumnMatch.Heading
    /// Its own text, and that with the heading above; the matcher's numbers.
    var texts: [Int]
    /// Numbers stand in it somewhere in the table.
    var isOverFigures = false

    /// The columns that a header's rows name: the cells of the last one, or where those are blank the ones above them.
    ///
    /// - Parameters:
    ///   - rows: from top to bottom; the last is the one nearest to the figures.
    ///   - figures: the grid columns of the table in which numbers stand.
    static func columns(
        of rows: ArraySlice<TableRow>, figures: Set<Int>, matcher: inout LabelMatcher
    ) -> [HeaderColumn] {
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
            } else if above == nil, !figures.isDisjoint(with: cell.columns) {
                // Figures without a heading are still a column.
                let heading = ColumnMatch.Heading(text: "", columns: cell.columns, box: cell.box)
                columns.append(HeaderColumn(heading: heading, texts: []))
            }
        }
        for index in columns.indices {
            columns[index].isOverFigures = !figures.isDisjoint(with: columns[index].heading.columns)
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
