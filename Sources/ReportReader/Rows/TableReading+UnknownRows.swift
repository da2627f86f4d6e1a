internal import DocumentModel
internal import ReportStandard

/// Rows that the form does not have.
extension TableReading {
    /// Notes rows with figures that stand among those of the table.
    ///
    /// - Parameter claimed: rows that some table of the form has matched.
    mutating func reportUnknownRows(_ alignment: FormAlignment, rows: [TableRow], claimed: Set<Int>) {
        guard let stretch = alignment.stretch else { return }
        // From the first match to the last, and on to the end of the printed table; where agencies add rows, from its start.
        let first = rows[stretch.lowerBound].table
        let start = rows[..<stretch.lowerBound].lastIndex { $0.table != first }.map { $0 + 1 } ?? 0
        let last = rows[stretch.upperBound - 1].table
        let end = rows[stretch.upperBound...].firstIndex { $0.table != last } ?? rows.count
        for index in (alignment.table.isOpen ? start : stretch.lowerBound)..<end
        where !claimed.contains(index) && rows[index].hasFigures {
            let row = rows[index]
            let texts = row.cells.map(\.text).filter { !$0.isEmpty } + (row.unit.map { [$0] } ?? [])
            findings.append(
                Finding(
                    .rowUnknown, [.row: texts.joined(separator: " | ")], code: alignment.table.id,
                    page: row.cells.first?.page, box: row.cells.first?.box))
        }
    }
}
