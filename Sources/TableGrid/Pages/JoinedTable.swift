package import DocumentModel

/// One table from its pieces on consecutive pages: columns brought together, repeated headers dropped, and what the page
/// break cut (a merged cell, a single row) mended.
package func table(joining pieces: [TablePiece], options: TableOptions) -> Table {
    var draft = TableDraft(pieces[0], borders: commonBorders(of: pieces, options: options), options: options)
    for piece in pieces.dropFirst() { draft.append(piece) }
    return draft.table
}

/// Column borders of all pieces, those of later pieces moved onto the first.
private func commonBorders(of pieces: [TablePiece], options: TableOptions) -> [Double] {
    var borders = pieces[0].lattice.xs
    for piece in pieces.dropFirst() {
        let xs = movedBorders(of: piece, onto: borders, options: options)
        let places = places(of: xs, among: borders, tolerance: options.pageJoin)
        borders += zip(xs, places).compactMap { $1 == nil ? $0 : nil }
        borders.sort()
    }
    return borders
}

private func movedBorders(of piece: TablePiece, onto borders: [Double], options: TableOptions) -> [Double] {
    let shift = sideShift(from: piece.lattice.xs, to: borders, tolerance: options.pageJoin) ?? 0
    return piece.lattice.xs.map { $0 + shift }
}

/// For each of `xs`, rising, the index of the border it lies on; no two lie on one. nil where it lies on none.
private func places(of xs: [Double], among borders: [Double], tolerance: Double) -> [Int?] {
    var next = 0
    return xs.map { x in
        let near = borders.indices.dropFirst(next).filter { abs(borders[$0] - x) <= tolerance }
        guard let best = near.min(by: { abs(borders[$0] - x) < abs(borders[$1] - x) }) else { return nil }
        next = best + 1
        return best
    }
}

private struct TableDraft {
    private var cells: [DraftCell] = []
    private var rows = 0
    private let borders: [Double]
    private let options: TableOptions
    private var pages: [Int] = []
    private let box: Box
    private let isRuled: Bool
    /// The rows that a later piece may repeat.
    private var firstPieceRows = 0
    /// Whether the last piece's bottom side is drawn, by its own columns.
    private var last: TablePiece

    init(_ piece: TablePiece, borders: [Double], options: TableOptions) {
        self.borders = borders
        self.options = options
        box = piece.pageBox
        isRuled = piece.isRuled
        last = piece
        cells = draftCells(of: piece)
        rows = piece.lattice.rows
        firstPieceRows = rows
        pages = [piece.page]
    }

    var table: Table {
        Table(
            rows: rows, columns: borders.count - 1,
            cells: cells.map(\.cell).sorted { ($0.row, $0.column) < ($1.row, $1.column) }, pages: pages, box: box,
            grid: isRuled ? .ruled : .inferred)
    }

    mutating func append(_ piece: TablePiece) {
        var added = draftCells(of: piece)
        let repeated = repeatedRows(of: added, count: piece.lattice.rows)
        added = added.filter { $0.cell.rows.lowerBound >= repeated }.map { $0.moved(by: rows - repeated) }
        let seam = rows
        rows += piece.lattice.rows - repeated
        pages.append(piece.page)
        if isRowCut(at: seam, added: added, isTopDrawn: repeated > 0 || piece.lattice.isTopDrawn.contains(true)) {
            mendRow(at: seam, added: added)
        } else {
            mendSpans(at: seam, added: added)
        }
        last = piece
    }

    /// Cells of one piece in the table's columns.
    private func draftCells(of piece: TablePiece) -> [DraftCell] {
        let xs = movedBorders(of: piece, onto: borders, options: options)
        let columns = places(of: xs, among: borders, tolerance: options.pageJoin).map { $0 ?? 0 }
        return zip(piece.areas, piece.texts).map { area, text in
            DraftCell(
                cell: Cell(
                    rows: area.rows, columns: columns[area.columns.lowerBound]..<columns[area.columns.upperBound],
                    text: text.text, page: piece.page, box: piece.pageBox(of: area), doubt: text.doubt,
                    certainty: text.certainty, otherReadings: text.otherReadings),
                lines: text.lines, frame: piece.lattice.box(of: area))
        }
    }

    /// How many rows at the start of `added` say the same as the table's first rows.
    private func repeatedRows(of added: [DraftCell], count: Int) -> Int {
        let limit = min(firstPieceRows, count)
        // A header ends where a row of the grid ends in all of its columns.
        for candidate in stride(from: limit - 1, to: 0, by: -1) {
            let head = cells.filter { $0.cell.rows.lowerBound < candidate }
            let other = added.filter { $0.cell.rows.lowerBound < candidate }
            guard head.allSatisfy({ $0.cell.rows.upperBound <= candidate }),
                other.allSatisfy({ $0.cell.rows.upperBound <= candidate }),
                head.count == other.count,
                zip(head.sorted(by: DraftCell.order), other.sorted(by: DraftCell.order)).allSatisfy({
                    $0.says(sameAs: $1)
                }),
                head.contains(where: { !$0.cell.isBlank })
            else { continue }
            return candidate
        }
        return 0
    }

    // MARK: What the break cut

    /// Cells that end at the seam with the cells of `added` that start there, where both cover the same columns.
    private func pairs(at seam: Int, added: [DraftCell]) -> [(above: Int, below: DraftCell)] {
        added.filter { $0.cell.rows.lowerBound == seam }.compactMap { below in
            cells.firstIndex { $0.cell.rows.upperBound == seam && $0.cell.columns == below.cell.columns }
                .map { ($0, below) }
        }
    }

    /// A single row cut by the break: its figures stand on one side only, and the text on the other side goes on with a label
    /// that filled its line to the end.
    private func isRowCut(at seam: Int, added: [DraftCell], isTopDrawn: Bool) -> Bool {
        let starting = added.filter { $0.cell.rows.lowerBound == seam }
        let pairs = pairs(at: seam, added: added)
        guard pairs.count == starting.count, pairs.count >= 2 else { return false }
        let above = pairs.map { cells[$0.above].cell.text }
        let below = pairs.map { $0.below.cell.text }
        let figuresAbove = above.contains(where: \.holdsOnlyNumbers)
        let figuresBelow = below.contains(where: \.holdsOnlyNumbers)
        if isRestOfOneCell(pairs) { return true }
        guard figuresAbove != figuresBelow else { return false }
        let isUndrawn = !isTopDrawn && !last.lattice.isBottomDrawn.contains(true)
        return pairs.contains { pair in
            let upper = cells[pair.above]
            guard !upper.cell.isBlank, !pair.below.cell.isBlank, !upper.cell.text.holdsOnlyNumbers,
                !pair.below.cell.text.holdsOnlyNumbers
            else { return false }
            // Two labels with a number each are two.
            if upper.cell.text.startsWithOrdinal && pair.below.cell.text.startsWithOrdinal { return false }
            return isUndrawn || upper.isFull(before: pair.below, padding: options.cells.padding)
        }
    }

    /// Below the break stands nothing but words that go on with a paragraph in one cell: it does not end as a sentence does, and they do
    /// not begin as one.
    private func isRestOfOneCell(_ pairs: [(above: Int, below: DraftCell)]) -> Bool {
        let filled = pairs.filter { !$0.below.cell.isBlank }
        guard filled.count == 1, let pair = filled.first, pair.below.cell.text.first?.isLowercase == true,
            pairs.count(where: { !cells[$0.above].cell.isBlank }) >= 2, cells[pair.above].lines.count >= 2,
            let end = cells[pair.above].cell.text.unicodeScalars.last
        else { return false }
        return !".!?:;".unicodeScalars.contains(end)
    }

    private mutating func mendRow(at seam: Int, added: [DraftCell]) {
        var rest = added
        for pair in pairs(at: seam, added: added) {
            cells[pair.above].absorb(pair.below)
            rest.removeAll { $0 == pair.below }
        }
        // The row below the seam is gone: what follows moves up, what spanned it shrinks.
        rows -= 1
        for index in cells.indices where cells[index].cell.rows.upperBound > seam {
            let range = cells[index].cell.rows
            cells[index].cell.rows = range.lowerBound..<(range.upperBound - 1)
        }
        cells += rest.map { $0.moved(by: -1) }
    }

    /// A merged cell cut by the break: blank on one side, and more than one row high on either.
    private mutating func mendSpans(at seam: Int, added: [DraftCell]) {
        var rest = added
        for pair in pairs(at: seam, added: added) {
            let upper = cells[pair.above].cell
            let lower = pair.below.cell
            let isMerged = upper.rows.count > 1 || lower.rows.count > 1
            if isMerged && upper.isBlank != lower.isBlank {
                cells[pair.above].absorb(pair.below)
                rest.removeAll { $0 == pair.below }
            }
        }
        cells += rest
    }
}

/// A cell with the lines its text is made of.
private struct DraftCell: Hashable {
    var cell: Cell
    var lines: [TextLine]
    /// The cell's box in the frame of its lines.
    var frame: Box

    static func order(_ left: DraftCell, _ right: DraftCell) -> Bool {
        (left.cell.row, left.cell.column) < (right.cell.row, right.cell.column)
    }

    func moved(by rows: Int) -> DraftCell {
        var copy = self
        copy.cell.rows = (cell.rows.lowerBound + rows)..<(cell.rows.upperBound + rows)
        return copy
    }

    func says(sameAs other: DraftCell) -> Bool {
        cell.rows == other.cell.rows && cell.columns == other.cell.columns && cell.text == other.cell.text
    }

    /// Takes in the part of the same cell on the next page. Page and box stay where the text starts.
    mutating func absorb(_ other: DraftCell) {
        if cell.isBlank && !other.cell.isBlank {
            cell.page = other.cell.page
            cell.box = other.cell.box
            cell.text = other.cell.text
            cell.certainty = other.cell.certainty
            cell.otherReadings = other.cell.otherReadings
            frame = other.frame
        } else if !other.cell.isBlank {
            cell.text = joined(lines + other.lines, room: nil)
            cell.certainty = [cell.certainty, other.cell.certainty].compactMap(\.self).min()
            cell.otherReadings = []
        }
        cell.rows = cell.rows.lowerBound..<max(cell.rows.upperBound, other.cell.rows.upperBound)
        cell.doubt = cell.doubt ?? other.cell.doubt
        lines += other.lines
    }

    /// Its last line has no room left for the first character of `next`.
    func isFull(before next: DraftCell, padding: Double) -> Bool {
        guard let line = lines.last, let following = next.lines.first else { return false }
        let axis = line.direction.axis
        let used = line.box.extent(along: axis).length + following.firstAdvance
        return used > frame.extent(along: axis).length - 2 * padding
    }
}
