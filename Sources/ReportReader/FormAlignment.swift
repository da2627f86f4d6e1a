internal import DocumentModel
internal import ReportForms

/// The rows of a document's tables laid along the rows of one of a form's tables, in order.
///
/// Rows are matched as a sequence, not looked up one by one: repeated labels (其他, 总计) are told apart by their place, damaged
/// labels by their neighbours. Local alignment after Smith and Waterman (1981): free outside the best stretch, so that other
/// tables of the document cost nothing.
struct FormAlignment {
    /// What a form's table shows, from top to bottom.
    enum Item {
        case title(block: Int)
        case header(block: Int)
        case line(block: Int, line: FormLine)
    }

    struct Match {
        var item: Item
        /// One row, or two where a page break or a flattened text has cut one row in two.
        var rows: [Int]
        var likeness: Double
        var columns: ColumnMatch?
    }

    let table: FormTable
    let matches: [Match]
    let score: Double

    /// The rows it takes up, from its first to its last match.
    var stretch: Range<Int>? {
        guard let first = matches.first?.rows.first, let last = matches.last?.rows.last else { return nil }
        return first..<(last + 1)
    }

    /// - Parameter isFree: rows that may be used; a second look leaves out what the first has taken.
    init(table: FormTable, rows: [TableRow], isFree: (Int) -> Bool = { _ in true }, matcher: inout LabelMatcher) {
        self.table = table
        let items = Self.items(of: table)
        let candidates = rows.indices.map { row in
            isFree(row) ? items.map { Self.candidate(for: $0, in: table, at: row, rows: rows, matcher: &matcher) } : []
        }
        let merged = rows.indices.map { row in
            row + 1 < rows.count && isFree(row) && isFree(row + 1)
                ? items.map { Self.cutRow(for: $0, at: row, rows: rows, matcher: &matcher) } : []
        }
        let path = Self.bestPath(items: items, rowCount: rows.count, candidates: candidates, merged: merged)
        matches = path.steps
        score = path.score
    }

    private static func items(of table: FormTable) -> [Item] {
        table.blocks.enumerated().flatMap { index, block in
            (block.title == nil ? [] : [Item.title(block: index)]) + [.header(block: index)]
                + block.lines.map { .line(block: index, line: $0) }
        }
    }

    // MARK: Likeness of one row and one item

    private struct Candidate {
        var likeness: Double
        var columns: ColumnMatch?
    }

    private static func candidate(
        for item: Item, in table: FormTable, at row: Int, rows: [TableRow], matcher: inout LabelMatcher
    ) -> Candidate {
        switch item {
        case .title(let block):
            guard let printed = rows[row].title, let title = table.blocks[block].title else {
                return Candidate(likeness: 0)
            }
            return Candidate(likeness: matcher.likeness(printed, to: [title]))
        case .header(let block):
            guard !rows[row].hasFigures else { return Candidate(likeness: 0) }
            let columns = ColumnMatch(
                header: header(endingAt: row, rows: rows), fields: table.blocks[block].fields, matcher: &matcher)
            return Candidate(likeness: columns.score, columns: columns)
        case .line(let block, let line):
            if line.labels.isEmpty {
                return Candidate(likeness: unlabelled(rows[row], fields: table.blocks[block].fields.count))
            }
            return Candidate(likeness: likeness(of: rows[row].labels, to: line, matcher: &matcher))
        }
    }

    /// The rows of a header that ends with `row`: up to three more above it, without figures, in the same table.
    private static func header(endingAt row: Int, rows: [TableRow]) -> [TableRow] {
        var first = row
        while first > 0, row - first < 3, rows[first - 1].table == rows[row].table, !rows[first - 1].hasFigures {
            first -= 1
        }
        return Array(rows[first...row])
    }

    private static func likeness(of labels: [String], to line: FormLine, matcher: inout LabelMatcher) -> Double {
        guard let own = labels.last else { return 0 }
        var best = matcher.likeness(own, to: line.wordings)
        if labels.count >= 2 {
            // A label set in two cells, or cut in two.
            best = max(best, matcher.likeness(labels[labels.count - 2] + own, to: line.wordings) - 0.02)
        }
        guard best > 0.3, line.labels.count >= 2, labels.count >= 2 else { return best }
        // The headings around a row speak for it, but cannot make a match alone.
        let outer = line.labels.dropLast()
        let support = labels.dropLast().reduce(0.0) { sum, label in
            outer.reduce(sum) { max($0, matcher.likeness(label, to: [$1])) }
        }
        return best + 0.08 * support
    }

    /// A row without labels that could hold the single row of a block: figures and blanks only, as many as its columns.
    private static func unlabelled(_ row: TableRow, fields: Int) -> Double {
        let isPlain = row.cells.allSatisfy { FigureText($0.text) != .unclear || $0.isDoubtful }
        guard isPlain, row.cells.count >= fields else { return 0 }
        return row.cells.contains { !$0.isBlank } ? 0.9 : 0.7
    }

    private static func cutRow(for item: Item, at row: Int, rows: [TableRow], matcher: inout LabelMatcher) -> Double {
        guard case .line(_, let line) = item, !line.labels.isEmpty,
            let upper = rows[row].labels.last, let lower = rows[row + 1].labels.last, upper != lower,
            !(rows[row].hasFigures && rows[row + 1].hasFigures)
        else { return 0 }
        let whole = matcher.likeness(upper + lower, to: line.wordings)
        let parts = max(matcher.likeness(upper, to: line.wordings), matcher.likeness(lower, to: line.wordings))
        // Only where the two say clearly more together than either alone.
        return whole > parts + 0.1 && whole > 0.8 ? whole : 0
    }

    // MARK: The best path

    /// Less alike than this, a row is not the form's.
    private static let least = 0.5
    private static let skippedItem = 0.02
    private static let skippedRow = 0.05

    private static func weight(of item: Item) -> Double {
        switch item {
        case .title: 0.3
        case .header: 0.8
        case .line: 1
        }
    }

    private static func cost(ofSkipping item: Item) -> Double {
        if case .line(_, let line) = item, line.isAlternative { return 0 }
        return skippedItem
    }

    private enum Step: UInt8 {
        case start, match, cut, skipItem, skipRow
    }

    private static func bestPath(
        items: [Item], rowCount: Int, candidates: [[Candidate]], merged: [[Double]]
    ) -> (steps: [Match], score: Double) {
        let width = items.count + 1
        var scores = [Double](repeating: 0, count: (rowCount + 1) * width)
        var steps = [Step](repeating: .start, count: (rowCount + 1) * width)
        var end = (row: 0, item: 0, score: 0.0)
        func gain(_ likeness: Double, _ item: Item) -> Double { weight(of: item) * (likeness - least) }
        for row in 1..<max(1, rowCount + 1) {
            for item in 1..<width {
                var best = 0.0
                var step = Step.start
                func offer(_ score: Double, _ candidate: Step) {
                    if score > best + 1e-9 { (best, step) = (score, candidate) }
                }
                if let candidate = candidates[row - 1].dropFirst(item - 1).first, candidate.likeness > least {
                    offer(scores[(row - 1) * width + item - 1] + gain(candidate.likeness, items[item - 1]), .match)
                }
                if row >= 2, let whole = merged[row - 2].dropFirst(item - 1).first, whole > least {
                    offer(scores[(row - 2) * width + item - 1] + gain(whole, items[item - 1]), .cut)
                }
                offer(scores[row * width + item - 1] - cost(ofSkipping: items[item - 1]), .skipItem)
                offer(scores[(row - 1) * width + item] - skippedRow, .skipRow)
                scores[row * width + item] = best
                steps[row * width + item] = step
                if best > end.score + 1e-9 { end = (row, item, best) }
            }
        }
        var matches: [Match] = []
        var (row, item) = (end.row, end.item)
        trace: while row > 0, item > 0 {
            switch steps[row * width + item] {
            case .start: break trace
            case .match:
                let candidate = candidates[row - 1][item - 1]
                matches.append(
                    Match(item: items[item - 1], rows: [row - 1], likeness: candidate.likeness, columns: candidate.columns))
                (row, item) = (row - 1, item - 1)
            case .cut:
                matches.append(
                    Match(item: items[item - 1], rows: [row - 2, row - 1], likeness: merged[row - 2][item - 1]))
                (row, item) = (row - 2, item - 1)
            case .skipItem: item -= 1
            case .skipRow: row -= 1
            }
        }
        return (matches.reversed(), end.score)
    }
}
