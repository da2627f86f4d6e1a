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
    public var grid: Grid

    /// What makes the grid.
    public enum Grid: String, Hashable, Sendable, Codable {
        /// Drawn lines, or markup.
        case ruled
        /// The places of the text alone.
        case inferred
        /// Blanks that somebody has set between the texts of lines, in a file without pages: rows and the order of their cells are
        /// known, the borders of their columns are a guess.
        case laidOut = "laid_out"
        /// Nothing: rows and the order of their cells are known, their columns are not. Each cell stands in the first free column.
        case lost
    }

    public var isRuled: Bool { grid == .ruled }

    public init(
        rows: Int, columns: Int, cells: [Cell], pages: [Int] = [], box: Box? = nil, grid: Grid = .ruled
    ) {
        self.rows = rows
        self.columns = columns
        self.cells = cells
        self.pages = pages
        self.box = box
        self.grid = grid
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

    /// Rows of cells whose columns are not known; the last cell of a row shorter than others reaches to the end.
    public init(lostGrid rows: [[String]]) {
        let columns = rows.map(\.count).max() ?? 0
        let cells = rows.enumerated().flatMap { row, texts in
            (texts.isEmpty ? [""] : texts).enumerated().map { column, text in
                let end = column + 1 < texts.count ? column + 1 : columns
                return Cell(rows: row..<(row + 1), columns: column..<end, text: text)
            }
        }
        self.init(rows: rows.count, columns: columns, cells: cells, grid: .lost)
    }
}
