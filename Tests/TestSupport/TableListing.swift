public import DocumentModel

extension Table {
    /// One line per cell: rows, columns, text; `0-1,2 text` covers rows 0 and 1 of column 2.
    public var listing: [String] {
        cells.map { cell in
            func name(_ range: Range<Int>) -> String {
                range.count == 1 ? "\(range.lowerBound)" : "\(range.lowerBound)-\(range.upperBound - 1)"
            }
            return "\(name(cell.rows)),\(name(cell.columns)) \(cell.text)"
        }
    }
}
