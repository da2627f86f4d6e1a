internal import DocumentModel
internal import ReportStandard

/// What says that the cells of a row do not stand under the headings of their columns.
///
/// Markup without spans tells columns by counting cells off. Converters leave out what merged cells cover, so that the rest of a
/// row moves up by a place or two; others fill such rows up at their end, and then nothing but the columns of labels and figures
/// shows it.
struct RowSlips {
    private let row: Set<Doubt>
    private let headings: [ColumnMatch.Heading?]

    init(
        _ match: FormAlignment.Match, in alignment: FormAlignment, rows: [TableRow], header: TableRow,
        headings: [ColumnMatch.Heading?]
    ) {
        self.headings = headings
        let own = match.rows.map { rows[$0] }
        guard own.contains(where: { $0.order == .markup }) else {
            row = []
            return
        }
        var doubts = Set<Doubt>()
        if own.contains(where: { Self.holdsFewer($0, header: header, headings: headings) })
            || Self.isAskew(match, in: alignment, rows: rows) && !Self.reachesLast(own, headings: headings)
        {
            doubts.insert(.cellsFewerThanHeadings)
        }
        // Of a header that does not name all columns it is not certain where the others are.
        if headings.count > 1, headings.contains(where: { $0 == nil }) { doubts.insert(.headingMissing) }
        if own.contains(where: {
            Self.holdsMore($0, header: header, headings: headings)
                || Self.isLabelAstray($0, of: match, header: header, headings: headings)
        }) {
            doubts.insert(.cellsMoreThanHeadings)
        }
        row = doubts
    }

    /// True where the row's cells cannot be told by the headings they stand under. Where only a heading is missing, its column may be
    /// missing too, unless the row has all figures.
    func areShifted(_ window: CellWindows.Window) -> Bool {
        if case .at(_, isCertain: true) = window { return !row.isEmpty }
        return !row.subtracting([.headingMissing]).isEmpty
    }

    /// What speaks against the column of the row's figure of that field.
    func doubts(ofField number: Int) -> Set<Doubt> {
        // A heading that says more than its field's, beside a field that has none, may stand over both.
        let isOverTwo = [number - 1, number + 1].contains { headings.indices.contains($0) && headings[$0] == nil }
        let isClear = headings[number].map { $0.likeness >= Likeness.clear } ?? true
        return isOverTwo && !isClear ? row.union([.headingMissing]) : row
    }

    /// True where row or header have fewer cells than other rows. Not where what follows the row's label is as many cells as there
    /// are headings, each in its column, nor where both end with the last heading, some other row being longer.
    private static func holdsFewer(_ row: TableRow, header: TableRow, headings: [ColumnMatch.Heading?]) -> Bool {
        guard row.isShort || header.isShort else { return false }
        let last = headings.lazy.compactMap { $0?.columns.upperBound }.max()
        if row.columnsInSource == header.columnsInSource, last == row.columnsInSource { return false }
        if !header.isShort, reachesLast([row], headings: headings) { return false }
        let label = row.labelCell?.columns.upperBound ?? 0
        let figures = row.cells.filter { $0.columns.lowerBound >= label && $0.doubt != .absent }
        return figures.map(\.columns) != headings.map { $0?.columns }
    }

    /// True where something stands under the last heading: a row that has moved up ends before it.
    private static func reachesLast(_ rows: [TableRow], headings: [ColumnMatch.Heading?]) -> Bool {
        guard let last = headings.lazy.compactMap({ $0?.columns.lowerBound }).max() else { return false }
        return rows.contains { row in row.cells.contains { $0.columns.contains(last) && !$0.isBlank } }
    }

    /// True where another row of the same group has its label in another column.
    private static func isAskew(_ match: FormAlignment.Match, in alignment: FormAlignment, rows: [TableRow]) -> Bool {
        func column(_ match: FormAlignment.Match) -> Int? {
            match.rows.lazy.compactMap { rows[$0].labelCell?.column }.first
        }
        guard let own = column(match) else { return false }
        return alignment.matches.contains { other in
            other.item.line != nil && other.item.block == match.item.block && other.item.outer == match.item.outer
                && rows[other.rows[0]].table == rows[match.rows[0]].table
                && column(other).map { $0 != own } ?? false
        }
    }

    /// True where a blank more stands before the row's label, or before the heading of the labels, than before the other: the label
    /// is under a heading of figures, or left of all that the header says.
    private static func isLabelAstray(
        _ row: TableRow, of match: FormAlignment.Match, header: TableRow, headings: [ColumnMatch.Heading?]
    ) -> Bool {
        guard let cell = row.labelCell, let wording = match.item.line?.labels.last,
            let first = headings.lazy.compactMap({ $0?.columns.lowerBound }).min(),
            let stub = header.cells.first(where: { !$0.isBlank })?.columns.lowerBound
        else { return false }
        let label = cell.columns
        guard label.upperBound > first || stub < first && label.upperBound <= stub else { return false }
        return similarity(Label(cell.text).letters, Label(wording).letters) >= Likeness.clear
    }

    /// True where a number stands left of the first heading, or under none.
    private static func holdsMore(_ row: TableRow, header: TableRow, headings: [ColumnMatch.Heading?]) -> Bool {
        // Agencies add columns beside a table's only one.
        guard headings.count > 1, let first = headings.lazy.compactMap({ $0?.columns.lowerBound }).min() else {
            return false
        }
        return zip(row.cells, row.readings).contains { cell, reading in
            guard reading.isNumber else { return false }
            if cell.columns.upperBound <= first { return true }
            return header.headings.allSatisfy { $0.heading.text.isEmpty || !$0.heading.columns.overlaps(cell.columns) }
        }
    }
}
