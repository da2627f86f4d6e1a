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
        /// For comparing matches; of a labelled row the score of its label.
        var likeness: Double
        /// How its label agrees with the form's; nil for what has none.
        var label: LabelMatch?
        var columns: ColumnMatch?
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
    init(table: IndexedTable, rows: PrintedRows, isFree: (Int) -> Bool = { _ in true }, matcher: inout LabelMatcher) {
        self.table = table
        let free = rows.rows.indices.map(isFree)
        var candidates = Candidates(rows: free.count, items: table.items.count)
        var merged: [[[Double]]] = []
        for (row, printed) in rows.printed.enumerated() {
            if free[row], printed.mayBeAnything {
                for item in table.items.indices {
                    let candidate = Self.candidate(for: table.items[item], in: table, at: printed, matcher: &matcher)
                    candidates.add(candidate, row: row, item: item)
                }
            }
            merged.append(
                rows.cuts[row].map { cut in
                    guard let cut, free[row..<(row + cut.labels.count)].allSatisfy(\.self) else { return [] }
                    return Self.likeness(of: cut, to: table.items, matcher: &matcher)
                })
        }
        let path = Self.bestPath(items: table.items, rowCount: free.count, candidates: candidates, merged: merged)
        let gaps = AlignmentGaps(items: table.items, rows: rows.rows, free: free, matcher: matcher)
        matches = gaps.filled(path.steps)
        score = path.score
    }

    // MARK: Likeness of one row and one item

    private struct Candidate {
        var likeness: Double
        var label: LabelMatch?
        var columns: ColumnMatch?

        init(_ label: LabelMatch?) { (likeness, self.label) = (label?.score ?? 0, label) }

        init(likeness: Double, columns: ColumnMatch? = nil) { (self.likeness, self.columns) = (likeness, columns) }
    }

    /// For every row and item how well they go together; what else there is to say of the few that may.
    private struct Candidates {
        private let width: Int
        private(set) var likeness: ContiguousArray<Double>
        private var details: [Int: Candidate] = [:]

        init(rows: Int, items: Int) {
            width = items
            likeness = ContiguousArray(repeating: 0, count: rows * items)
        }

        mutating func add(_ candidate: Candidate, row: Int, item: Int) {
            guard candidate.likeness > FormAlignment.least else { return }
            likeness[row * width + item] = candidate.likeness
            details[row * width + item] = candidate
        }

        subscript(row: Int, item: Int) -> Candidate { details[row * width + item] ?? Candidate(likeness: 0) }
    }

    private static func candidate(
        for item: FormItem, in table: IndexedTable, at row: PrintedRows.Row, matcher: inout LabelMatcher
    ) -> Candidate {
        switch item.kind {
        case .title:
            return Candidate(likeness: row.title.map { matcher.likeness($0, to: item.wordings) } ?? 0)
        case .header:
            guard !row.headings.isEmpty else { return Candidate(likeness: 0) }
            let columns = ColumnMatch(headings: row.headings, block: table.blocks[item.block], matcher: &matcher)
            let mixed = table.blocks[item.block].likeness(ofHeading: row.headingLetters)
            return Candidate(likeness: max(columns.score, mixed), columns: columns)
        case .heading:
            return Candidate(row.hasFigures ? nil : label(of: row, for: item, matcher: &matcher))
        case .line where item.wordings.isEmpty:
            return Candidate(likeness: unlabelled(row, fields: table.blocks[item.block].fields.count))
        case .line:
            // A row of many texts and no figure heads columns.
            guard row.hasFigures || !row.hasManyTexts else { return Candidate(likeness: 0) }
            let match = label(of: row, for: item, matcher: &matcher)
            // Less alike, a row of a table that agencies add rows to is one of theirs.
            let isOwn = match.map { $0.similarity > Likeness.plausible } ?? false
            return Candidate(table.isOpen && !isOwn ? nil : match)
        }
    }

    /// How a row's label agrees with the form's, and the headings around it; nil where it has none.
    private static func label(of row: PrintedRows.Row, for item: FormItem, matcher: inout LabelMatcher) -> LabelMatch? {
        guard let label = row.label else { return nil }
        var best = matcher.match(label, to: item.wordings)
        if let joined = row.joinedLabel {
            var whole = matcher.match(joined, to: item.wordings)
            whole.similarity -= 0.02
            if whole.score > best.score { best = whole }
        }
        // The headings around a row speak for it, but cannot make a match alone.
        guard best.score > 0, !item.outer.isEmpty, !row.outerLabels.isEmpty else { return best }
        let outer = row.outerLabels.reduce(0) { max($0, matcher.likeness($1, to: item.outer)) }
        best.isUnderHeading = outer > Likeness.conceivable
        return best
    }

    /// A row without labels that could hold the single row of a block: figures and blanks only, as many as its columns.
    private static func unlabelled(_ row: PrintedRows.Row, fields: Int) -> Double {
        guard let cells = row.plainCells, cells >= fields else { return 0 }
        return row.isBlank ? 0.7 : 0.9
    }

    /// How well consecutive rows make one row of the form together, for every item; empty where they make none.
    private static func likeness(
        of cut: PrintedRows.Cut, to items: [FormItem], matcher: inout LabelMatcher
    ) -> [Double] {
        var likeness: [Double] = []
        for (number, item) in items.enumerated() {
            let own = self.likeness(of: cut, to: item, matcher: &matcher)
            guard own > 0 else { continue }
            if likeness.isEmpty { likeness = [Double](repeating: 0, count: items.count) }
            likeness[number] = own
        }
        return likeness
    }

    /// How well consecutive rows make one row of the form together: only where they say clearly more than each alone.
    private static func likeness(of cut: PrintedRows.Cut, to item: FormItem, matcher: inout LabelMatcher) -> Double {
        guard item.isLabelledLine else { return 0 }
        let together = matcher.likeness(cut.whole, to: item.wordings)
        guard together > Likeness.clear else { return 0 }
        let apart = cut.labels.reduce(0) { max($0, matcher.likeness($1, to: item.wordings)) }
        return together > apart + 0.1 ? together : 0
    }

    // MARK: The best path

    /// Less alike than this, a row is not the form's.
    static let least = Likeness.conceivable
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
        items: [FormItem], rowCount: Int, candidates: Candidates, merged: [[[Double]]]
    ) -> (steps: [Match], score: Double) {
        let width = items.count + 1
        var scores = [Double](repeating: 0, count: (rowCount + 1) * width)
        var steps = [Step](repeating: .start, count: (rowCount + 1) * width)
        var end = (row: 0, item: 0, score: 0.0)
        let costs = items.map { cost(ofSkipping: $0, among: items.count) }
        let weights = items.map(weight)
        func gain(_ likeness: Double, _ item: Int) -> Double { weights[item] * (likeness - least) }
        for row in 1..<max(1, rowCount + 1) {
            for item in 1..<width {
                var best = 0.0
                var step = Step.start
                func offer(_ score: Double, _ candidate: Step) {
                    if score > best + 1e-9 { (best, step) = (score, candidate) }
                }
                let likeness = candidates.likeness[(row - 1) * items.count + item - 1]
                if likeness > least {
                    offer(scores[(row - 1) * width + item - 1] + gain(likeness, item - 1), .match)
                }
                for count in PrintedRows.cutLengths where row >= count {
                    let likeness = merged[row - count][count - PrintedRows.cutLengths.lowerBound]
                    guard !likeness.isEmpty, likeness[item - 1] > least else { continue }
                    offer(
                        scores[(row - count) * width + item - 1] + gain(likeness[item - 1], item - 1),
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
                let candidate = candidates[row - 1, item - 1]
                matches.append(
                    Match(
                        item: items[item - 1], rows: [row - 1], likeness: candidate.likeness, label: candidate.label,
                        columns: candidate.columns))
                (row, item) = (row - 1, item - 1)
            case .cut(let count):
                let likeness = merged[row - count][count - PrintedRows.cutLengths.lowerBound][item - 1]
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
        guard !letters.isEmpty else { return 0 }
        let printed = letters.reduce(into: [:]) { $0[$1, default: 0] += 1 }
        let common = self.letters.reduce(0) { $0 + min($1.value, printed[$1.key] ?? 0) }
        let all = self.letters.values.reduce(0, +) + letters.count
        // A few letters say little.
        return all > 40 ? 2 * Double(common) / Double(all) : 0
    }
}
