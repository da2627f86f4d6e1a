internal import DocumentModel

/// The columns of a header, and what stands in them.
extension TableReading {
    /// The header of a block's rows.
    struct Header {
        let row: TableRow
        let columns: ColumnMatch
        /// For every field the unit that its heading names.
        let units: [String?]
    }

    /// What stands under a heading in rows that may have another grid than it.
    static func cells(
        under heading: ColumnMatch.Heading, of rows: [TableRow], header: TableRow
    ) -> [TableRow.ReadCell] {
        var found: [TableRow.ReadCell] = []
        for row in rows {
            let isSameGrid = row.table == header.table
            for (place, cell) in row.cells.enumerated() where isUnder(heading, cell, isSameGrid: isSameGrid) {
                found.append(row.readCell(place))
            }
        }
        return found
    }

    private static func isUnder(_ heading: ColumnMatch.Heading, _ cell: Cell, isSameGrid: Bool) -> Bool {
        if isSameGrid { return cell.columns.overlaps(heading.columns) }
        guard let box = cell.box, let over = heading.box else { return cell.columns.overlaps(heading.columns) }
        return box.center.x > over.x0 && box.center.x < over.x1 || over.center.x > box.x0 && over.center.x < box.x1
    }
}
