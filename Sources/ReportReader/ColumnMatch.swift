internal import DocumentModel
internal import ReportForms

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
    /// - Parameter rows: the header's rows from top to bottom; the last is the one nearest to the figures.
    init(header rows: [TableRow], fields: [FormField], matcher: inout LabelMatcher) {
        let candidates = Self.candidates(rows)
        let likeness = candidates.map { candidate in
            fields.map { field in
                candidate.texts.reduce(0) { max($0, matcher.likeness($1, to: field.wordings)) }
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

    private struct Candidate {
        var heading: Heading
        /// Its own text, and that with the heading above.
        var texts: [String]
    }

    /// The columns of the header: the cells of its last row, or where those are blank the ones above them.
    private static func candidates(_ rows: [TableRow]) -> [Candidate] {
        guard let last = rows.last else { return [] }
        var candidates: [Candidate] = []
        for cell in last.cells {
            let above = rows.dropLast().compactMap { row in
                row.cells.first { $0.columns.overlaps(cell.columns) && $0.row < cell.row && !$0.isBlank }
            }
            if cell.isBlank {
                guard let heading = above.last, candidates.last?.heading.columns != heading.columns else { continue }
                // A blank under a heading of its own width only.
                let columns = heading.columns.count == 1 || heading.columns == cell.columns ? heading.columns : cell.columns
                candidates.append(Candidate(heading: Heading(text: heading.text, columns: columns, box: heading.box), texts: [heading.text]))
            } else {
                var texts = [cell.text]
                if let outer = above.last { texts.append(outer.text + cell.text) }
                candidates.append(
                    Candidate(heading: Heading(text: cell.text, columns: cell.columns, box: cell.box), texts: texts))
            }
        }
        return candidates
    }
}
