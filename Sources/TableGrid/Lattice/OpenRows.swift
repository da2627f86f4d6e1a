internal import DocumentModel

/// The rows of a shaded table that have no shade: its heading above the first stripe, its last row below the last one.
struct OpenRow {
    /// From the side of the grid to the other end of the row.
    let height: Double

    /// A line close to the grid, with one text in each of most columns.
    ///
    /// - Parameter rows: the text outside all tables, from top to bottom.
    init?(_ side: Side, of piece: TablePiece, rows: [TextRow], options: TableOptions) {
        let (lattice, box, sides) = (piece.lattice, piece.lattice.box, options.sides)
        let isAbove = side == .above
        let pitch =
            isAbove
            ? lattice.ys[1] - lattice.ys[0] : lattice.ys[lattice.rows] - lattice.ys[lattice.rows - 1]
        let outside = rows.filter {
            isAbove
                ? $0.box.center.y < box.y0 && $0.box.center.y > box.y0 - pitch * sides.openRowPitch
                : $0.box.center.y > box.y1 && $0.box.center.y < box.y1 + pitch * sides.openRowPitch
        }
        guard let row = isAbove ? outside.last : outside.first, lattice.columns >= 2 else { return nil }
        func column(_ box: Box) -> Int { lattice.xs.dropFirst().partitionPoint { $0 <= box.center.x } }
        // Headings of narrow columns nearly touch.
        let segments = row.segments.flatMap { segment in
            segment.cut { column(segment.words[$0]) != column(segment.words[$0 - 1]) }
        }
        guard segments.allSatisfy({ $0.box.x0 >= box.x0 - sides.overlap && $0.box.x1 <= box.x1 + sides.overlap }) else {
            return nil
        }
        let columns = segments.map { column($0.box) }
        guard Set(columns).count == columns.count, columns.count >= 2,
            columns.count.isAtLeast(sides.openRow, of: lattice.columns)
        else { return nil }
        height = isAbove ? box.y0 - row.box.y0 + sides.overlap : row.box.y1 - box.y1 + sides.overlap
    }

    enum Side { case above, below }
}
