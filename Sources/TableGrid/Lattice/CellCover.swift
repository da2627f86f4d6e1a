/// A cell's place in the grid.
package struct GridArea: Hashable, Sendable {
    package var rows: Range<Int>
    package var columns: Range<Int>

    package init(rows: Range<Int>, columns: Range<Int>) {
        self.rows = rows
        self.columns = columns
    }
}

/// Covers the grid with cells: squares without a border between them are one cell, with its row and column span.
///
/// Squares whose common area is no rectangle (a border is missing at a corner) are cut into rectangles, row by row.
/// Sorted by row, then column.
package func cellCover(of lattice: Lattice) -> [GridArea] {
    let (rows, columns) = (lattice.rows, lattice.columns)
    var sets = DisjointSets(count: rows * columns)
    for row in 0..<rows {
        for column in 0..<columns {
            let square = row * columns + column
            if column + 1 < columns, !lattice.verticalEdges[column + 1][row] { sets.join(square, square + 1) }
            if row + 1 < rows, !lattice.horizontalEdges[row + 1][column] { sets.join(square, square + columns) }
        }
    }
    var taken = [Bool](repeating: false, count: rows * columns)
    var areas: [GridArea] = []
    for row in 0..<rows {
        for column in 0..<columns where !taken[row * columns + column] {
            let root = sets.root(of: row * columns + column)
            func isFree(_ r: Int, _ c: Int) -> Bool {
                !taken[r * columns + c] && sets.root(of: r * columns + c) == root
            }
            var right = column + 1
            while right < columns, isFree(row, right) { right += 1 }
            var bottom = row + 1
            while bottom < rows, (column..<right).allSatisfy({ isFree(bottom, $0) }) { bottom += 1 }
            for r in row..<bottom {
                for c in column..<right { taken[r * columns + c] = true }
            }
            areas.append(GridArea(rows: row..<bottom, columns: column..<right))
        }
    }
    return areas
}
