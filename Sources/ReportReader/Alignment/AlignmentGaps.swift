/// Rows between those that were matched beyond doubt: where they are as many as the form has lines in their place, they are those
/// lines, though their labels are damaged past knowing or torn apart.
struct AlignmentGaps {
    private let items: [FormItem]
    private let rows: [TableRow]
    /// For every row whether it may be used.
    private let free: [Bool]
    private let matcher: LabelMatcher

    /// A label this like the form's places its row.
    private static let sure = Likeness.clear
    /// Fewer letters of a torn label say nothing.
    private static let leastLetters = 3

    init(items: [FormItem], rows: [TableRow], free: [Bool], matcher: LabelMatcher) {
        self.items = items
        self.rows = rows
        self.free = free
        self.matcher = matcher
    }

    /// `matches`, in order, with those of the rows in their gaps.
    func filled(_ matches: [FormAlignment.Match]) -> [FormAlignment.Match] {
        guard let end = matches.last?.rows.last else { return matches }
        let anchors = matches.indices.filter { isAnchor(matches[$0]) }
        var result: [FormAlignment.Match] = []
        var next = 0
        for anchor in anchors {
            result += filled(Array(matches[next..<anchor]), after: result.last, before: matches[anchor])
            result.append(matches[anchor])
            next = anchor + 1
        }
        let tableEnd = rows[end...].firstIndex { $0.table != rows[end].table } ?? rows.count
        return result + filled(Array(matches[next...]), after: result.last, before: nil, endingAt: tableEnd)
    }

    private func place(_ match: FormAlignment.Match) -> Int { items.firstIndex(of: match.item) ?? 0 }

    /// No line's match, or one that is beyond doubt: where blanks or nothing set the grid, labels are torn and mixed.
    private func isAnchor(_ match: FormAlignment.Match) -> Bool {
        guard match.item.line != nil, rows[match.rows[0]].isTorn else { return true }
        return match.likeness >= Self.sure && match.rows.contains { rows[$0].hasFigures }
    }

    /// The matches between two anchors: those found, unless the rows of figures are as many as the form's lines and each may be
    /// the one in its place.
    private func filled(
        _ found: [FormAlignment.Match], after upper: FormAlignment.Match?, before lower: FormAlignment.Match?,
        endingAt end: Int? = nil
    ) -> [FormAlignment.Match] {
        guard let upper, let first = upper.rows.last.map({ $0 + 1 }), let last = lower?.rows.first ?? end,
            first < last
        else { return found }
        let lines = items[(place(upper) + 1)..<(lower.map(place) ?? items.count)].filter {
            $0.line.map { !$0.isAlternative && !$0.labels.isEmpty } ?? false
        }
        let figures = (first..<last).filter { rows[$0].hasFigures }
        guard !figures.isEmpty, figures.count == lines.count, figures.allSatisfy({ free[$0] }) else { return found }
        var matches: [FormAlignment.Match] = []
        for (row, line) in zip(figures, lines) {
            if let known = found.first(where: { $0.item == line && $0.rows.contains(row) }) {
                matches.append(known)
            } else if let likeness = likeness(of: row, to: line, in: first..<last) {
                matches.append(FormAlignment.Match(item: line, rows: [row], likeness: likeness))
            } else {
                return found
            }
        }
        return matches
    }

    /// How like a line a row in its place is, for all that is left of its label in it and in the rows without figures around it;
    /// nil where they say something else.
    private func likeness(of row: Int, to line: FormItem, in gap: Range<Int>) -> Double? {
        if rows[row].labels.contains(where: { matcher.isForeign($0) }) { return FormAlignment.least }
        guard rows[row].isTorn else { return nil }
        let above = gap.prefix { $0 < row }.reversed().prefix { !rows[$0].hasFigures }
        let below = gap.drop { $0 <= row }.prefix { !rows[$0].hasFigures }
        let isTorn = ([row] + above + below).contains { part in
            rows[part].labels.last.map { matcher.isTorn($0, from: line.wordings, least: Self.leastLetters) } ?? false
        }
        return isTorn ? Self.sure : nil
    }
}

extension TableRow {
    /// Its label may have been torn apart: no rules hold it together.
    fileprivate var isTorn: Bool { isFlat || isInferred }
}
