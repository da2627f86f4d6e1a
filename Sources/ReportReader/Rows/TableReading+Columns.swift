internal import DocumentModel

/// The columns of a header, and what stands in them.
extension TableReading {
    /// The header of a block's rows.
    struct Header {
        let row: TableRow
        var columns: ColumnMatch
        /// For every field the unit that its heading names.
        let units: [String?]
        /// The fields whose headings are lost, and whose columns are counted off.
        var counted: Set<Int> = []

        /// In a picture a heading may be lost on another page, or with the rule beside it. Where as many columns hold figures as the form
        /// has, and all headings that are left stand over their own, each other column is that of its field.
        mutating func countColumns(of fields: Int) {
            let columns = row.headings.filter(\.isOverFigures).map(\.heading)
            guard columns.count == fields, fields > 2, row.cells.contains(where: { $0.certainty != nil }),
                2 * self.columns.headings.count(where: { $0 != nil }) > fields,
                zip(columns, self.columns.headings).allSatisfy({ own, named in
                    named == nil || named?.columns == own.columns
                })
            else { return }
            for field in 0..<fields where self.columns.headings[field] == nil {
                self.columns.headings[field] = columns[field]
                counted.insert(field)
            }
        }
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
