internal import ReportForms

/// The rows of a document's tables laid along the rows of one of a form's tables, in order.
///
/// Rows are matched as a sequence, not looked up one by one: repeated labels (其他, 总计) are told apart by their place, damaged
/// labels by their neighbours. Local alignment after Smith and Waterman (1981): free outside the best stretch, so that other
/// tables of the document cost nothing.
struct FormAlignment {
    struct Match {
        var item: FormItem
        /// One row, or several where a page break or a flattened text has cut one row apart.
        var rows: [Int]
        var likeness: Double
        var columns: ColumnMatch?

        /// The heading around the row stands in the same row, which alone makes it more than alike.
        var isBesideHeading: Bool { likeness > 1.05 }
    }

    let table: IndexedTable
    let matches: [Match]
    let score: Double

    /// How alike the labels of its rows are to the form's, on average; 1 for the very words. nil without labelled rows.
    var labelLikeness: Double? {
        let labelled = matches.filter { $0.item.line?.labels.isEmpty == false }
        guard !labelled.isEmpty else { return nil }
        return labelled.reduce(0) { $0 + min(1, $1.likeness) } / Double(labelled.count)
    }

    /// The rows it takes up, from its first to its last match.
    var stretch: Range<Int>? {
        guard let first = matches.first?.rows.first, let last = matches.last?.rows.last else { return nil }
        return first..<(last + 1)
    }

    /// - Parameter isFree: rows that may be used; a second look leaves out what the first has taken.
    init(table: IndexedTable, rows: [TableRow], isFree: (Int) -> Bool = { _ in true }, matcher: inout LabelMatcher) {
        self.table = table
        var candidates: [[Candidate]] = []
        var merged: [[[Double]]] = []
        for row in rows.indices {
            candidates.append(
                isFree(row)
                    ? table.items.map { Self.candidate(for: $0, in: table, at: row, rows: rows, matcher: &matcher) }
                    : [])
            merged.append(
                Self.cuts.map { count in
                    let cut = row..<(row + count)
                    guard cut.upperBound <= rows.count, cut.allSatisfy(isFree) else { return [] }
                    return Self.cutRows(table.items, of: rows[cut], matcher: &matcher)
                })
        }
        let path = Self.bestPath(items: table.items, rowCount: rows.count, candidates: candidates, merged: merged)
        let gaps = AlignmentGaps(items: table.items, rows: rows, free: rows.indices.map(isFree), matcher: matcher)
        matches = gaps.filled(path.steps)
        score = path.score
    }

    // MARK: Likeness of one row and one item

    private struct Candidate {
        var likeness: Double
        var columns: ColumnMatch?
    }

    private static func candidate(
        for item: FormItem, in table: IndexedTable, at row: Int, rows: [TableRow], matcher: inout LabelMatcher
    ) -> Candidate {
        switch item.kind {
        case .title:
            guard let printed = rows[row].title else { return Candidate(likeness: 0) }
            return Candidate(likeness: matcher.likeness(printed, to: item.wordings))
        case .header:
            guard !rows[row].headings.isEmpty else { return Candidate(likeness: 0) }
            let columns = ColumnMatch(
                headings: rows[row].headings, block: table.blocks[item.block], matcher: &matcher)
            let mixed = rows[row].isFlat ? table.blocks[item.block].likeness(ofHeading: rows[row].headingLetters) : 0
            return Candidate(likeness: max(columns.score, mixed), columns: columns)
        case .heading:
            guard !rows[row].hasFigures else { return Candidate(likeness: 0) }
            return Candidate(likeness: likeness(of: rows[row].labels, to: item, least: 0.3, matcher: &matcher))
        case .line(let line):
            if line.labels.isEmpty {
                return Candidate(likeness: unlabelled(rows[row], fields: table.blocks[item.block].fields.count))
            }
            // A row of many texts and no figure heads columns.
            guard rows[row].hasFigures || Set(rows[row].labels).count <= mostLabels else {
                return Candidate(likeness: 0)
            }
            let least = table.isOpen ? leastInOpenTable : 0.3
            return Candidate(likeness: likeness(of: rows[row].labels, to: item, least: least, matcher: &matcher))
        }
    }

    /// The label of a row and the headings around it; what a blank row says.
    private static let mostLabels = 4

    /// Less alike than this, a row of a table that agencies add rows to is one of theirs.
    private static let leastInOpenTable = 0.8

    private static func likeness(
        of labels: [Int], to item: FormItem, least: Double, matcher: inout LabelMatcher
    ) -> Double {
        guard let own = labels.last else { return 0 }
        var best = matcher.likeness(own, to: item.wordings)
        if labels.count >= 2 {
            // A label set in two cells, or cut in two.
            let both = matcher.number(joining: labels[labels.count - 2], own)
            best = max(best, matcher.likeness(both, to: item.wordings) - 0.02)
        }
        guard best > least else { return least > Self.least ? 0 : best }
        guard !item.outer.isEmpty, labels.count >= 2 else { return best }
        // The headings around a row speak for it, but cannot make a match alone.
        let support = labels.dropLast().reduce(0) { max($0, matcher.likeness($1, to: item.outer)) }
        return best + 0.08 * min(1, support)
    }

    /// A row without labels that could hold the single row of a block: figures and blanks only, as many as its columns.
    private static func unlabelled(_ row: TableRow, fields: Int) -> Double {
        let isPlain = zip(row.cells, row.readings).allSatisfy { $1 != .unclear || $0.doubt != nil }
        guard isPlain, row.cells.count >= fields else { return 0 }
        return row.readings.contains { $0 != .empty } ? 0.9 : 0.7
    }

    /// Into how many rows one row may be cut: in two by a page's end, in three where a label's lines stand above, beside and below
    /// its figures.
    private static let cuts = 2...3

    /// How well consecutive rows make one row of the form together: only where they say clearly more than each alone.
    private static func cutRows(
        _ items: [FormItem], of rows: ArraySlice<TableRow>, matcher: inout LabelMatcher
    ) -> [Double] {
        let labels = rows.compactMap(\.labels.last)
        guard labels.count == rows.count, Set(labels).count == labels.count, rows.count(where: \.hasFigures) <= 1,
            rows.count == 2 || rows.allSatisfy({ $0.isFlat || $0.isInferred })
        else { return [] }
        let whole = labels.dropFirst().reduce(labels[0]) { matcher.number(joining: $0, $1) }
        return items.map { item in
            guard let line = item.line, !line.labels.isEmpty else { return 0 }
            let together = matcher.likeness(whole, to: item.wordings)
            let apart = labels.reduce(0) { max($0, matcher.likeness($1, to: item.wordings)) }
            return together > apart + 0.1 && together > 0.8 ? together : 0
        }
    }

    // MARK: The best path

    /// Less alike than this, a row is not the form's.
    static let least = 0.5
    private static let skippedItem = 0.02
    /// Leaving out all items of a long table costs no more than this: its header still belongs to the few rows that are there.
    private static let allSkipped = 0.6
    private static let skippedRow = 0.05

    private static func weight(of item: FormItem) -> Double {
        switch item.kind {
        case .title, .heading: 0.3
        case .header: 0.8
        case .line: 1
        }
    }

    private static func cost(ofSkipping item: FormItem, among count: Int) -> Double {
        switch item.kind {
        case .heading: 0
        case .line(let line) where line.isAlternative: 0
        case .title, .header, .line: min(skippedItem, allSkipped / Double(count))
        }
    }

    private enum Step {
        case start, match, skipItem, skipRow
        /// A row cut into so many.
        case cut(Int)
    }

    private static func bestPath(
        items: [FormItem], rowCount: Int, candidates: [[Candidate]], merged: [[[Double]]]
    ) -> (steps: [Match], score: Double) {
        let width = items.count + 1
        var scores = [Double](repeating: 0, count: (rowCount + 1) * width)
        var steps = [Step](repeating: .start, count: (rowCount + 1) * width)
        var end = (row: 0, item: 0, score: 0.0)
        let costs = items.map { cost(ofSkipping: $0, among: items.count) }
        func gain(_ likeness: Double, _ item: FormItem) -> Double { weight(of: item) * (likeness - least) }
        for row in 1..<max(1, rowCount + 1) {
            for item in 1..<width {
                var best = 0.0
                var step = Step.start
                func offer(_ score: Double, _ candidate: Step) {
                    if score > best + 1e-9 { (best, step) = (score, candidate) }
                }
                // A row that is not free has no candidates.
                if candidates[row - 1].count >= item, candidates[row - 1][item - 1].likeness > least {
                    let likeness = candidates[row - 1][item - 1].likeness
                    offer(scores[(row - 1) * width + item - 1] + gain(likeness, items[item - 1]), .match)
                }
                for count in cuts where row >= count {
                    let likeness = merged[row - count][count - cuts.lowerBound]
                    guard !likeness.isEmpty, likeness[item - 1] > least else { continue }
                    offer(
                        scores[(row - count) * width + item - 1] + gain(likeness[item - 1], items[item - 1]),
                        .cut(count))
                }
                offer(scores[row * width + item - 1] - costs[item - 1], .skipItem)
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
                    Match(
                        item: items[item - 1], rows: [row - 1], likeness: candidate.likeness, columns: candidate.columns
                    ))
                (row, item) = (row - 1, item - 1)
            case .cut(let count):
                let likeness = merged[row - count][count - cuts.lowerBound][item - 1]
                matches.append(
                    Match(item: items[item - 1], rows: Array((row - count)..<row), likeness: likeness))
                (row, item) = (row - count, item - 1)
            case .skipItem: item -= 1
            case .skipRow: row -= 1
            }
        }
        return (matches.reversed(), end.score)
    }
}

extension IndexedBlock {
    /// How much of the letters of its headings there is among `letters`, in any order: 0 to 1. A heading of one letter a column
    /// and many lines is mixed up when text is flattened.
    fileprivate func likeness(ofHeading letters: [Unicode.Scalar]) -> Double {
        let printed = letters.reduce(into: [:]) { $0[$1, default: 0] += 1 }
        let common = self.letters.reduce(0) { $0 + min($1.value, printed[$1.key] ?? 0) }
        let all = self.letters.values.reduce(0, +) + letters.count
        // A few letters say little.
        return all > 40 ? 2 * Double(common) / Double(all) : 0
    }
}
