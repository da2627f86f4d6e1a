internal import DocumentModel

extension ReadDocument {
    /// Numbers the cells of tables as if each table were a page: what is read of a cell then says which one it is. Of a document with
    /// pages nothing changes.
    mutating func numberCells() {
        var number = 0
        blocks = blocks.map { block in
            guard var table = block.table, table.pages.isEmpty else { return block }
            number += 1
            for index in table.cells.indices {
                let cell = table.cells[index]
                table.cells[index].page = number
                table.cells[index].box = Box(
                    x0: Double(cell.columns.lowerBound), y0: Double(cell.rows.lowerBound),
                    x1: Double(cell.columns.upperBound), y1: Double(cell.rows.upperBound))
            }
            return .table(table)
        }
    }
}
