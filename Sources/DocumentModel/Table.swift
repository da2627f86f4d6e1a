/// A table: a grid of rows × columns, covered by cells without gap or overlap.
public struct Table: Hashable, Sendable {
    /// Number of grid rows.
    public var rows: Int
    /// Number of grid columns.
    public var columns: Int
    /// In reading order (by row, then column); every grid square belongs to exactly one cell.
    public var cells: [Cell]
    /// The pages the table stands on, ascending; empty for a source without pages.
    public var pages: [Int]
    /// Around the table on its first page; nil for a source without pages.
    public var box: Box?
    /// True where drawn lines make the grid, false where it is inferred from the text.
    public var isRuled: Bool

    public init(rows: Int, columns: Int, cells: [Cell], pages: [Int] = [], box: Box? = nil, isRuled: Bool = true) {
        self.rows = rows
        self.columns = columns
        self.cells = cells
        self.pages = pages
        self.box = box
        self.isRuled = isRuled
    }

    /// Index in ``cells`` of the cell that covers each grid square: `rows` lists of `columns` indexes.
    public func coverage() -> [[Int]] {
        var grid = [[Int]](repeating: [Int](repeating: 0, count: columns), count: rows)
        for (index, cell) in cells.enumerated() {
            for row in cell.rows {
                for column in cell.columns {
                    grid[row][column] = index
                }
            }
        }
        return grid
    }
}
