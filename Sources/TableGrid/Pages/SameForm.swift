internal import DocumentModel

/// The same form filled in again: every row begins with the same label and there are figures in most of the rows. Not a table that goes
/// on, though a header it repeats looks alike.
func isSameForm(_ above: TablePiece, _ below: TablePiece) -> Bool {
    guard above.lattice.rows == below.lattice.rows, above.lattice.rows >= 3, above.areas == below.areas else {
        return false
    }
    let labels = above.areas.indices.filter { above.areas[$0].columns.lowerBound == 0 }
    guard labels.allSatisfy({ !above.texts[$0].text.isEmpty && above.texts[$0].text == below.texts[$0].text }) else {
        return false
    }
    let rows = Set(
        above.areas.indices.filter {
            above.texts[$0].text.holdsOnlyNumbers && above.areas[$0].columns.lowerBound > 0
        }.map { above.areas[$0].rows.lowerBound })
    return 2 * rows.count > above.lattice.rows
}
