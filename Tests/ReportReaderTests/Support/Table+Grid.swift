import DocumentModel

extension Table {
    /// A table drawn as text: a line a row, cells parted by `|`. `<` belongs to the cell on its left, `^` to the one above it, `⏎`
    /// is a line end.
    init(grid: String) {
        let rows = grid.split(separator: "\n").map { line in
            line.split(separator: "|", omittingEmptySubsequences: false).map { part in
                part.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed().map(String.init).joined()
            }
        }
        let width = rows.map(\.count).max() ?? 0
        var cells: [Cell] = []
        var owners: [[Int]] = []
        for (row, texts) in rows.enumerated() {
            owners.append([])
            for column in 0..<width {
                let text = column < texts.count ? texts[column] : ""
                switch text {
                case "<": owners[row].append(owners[row][column - 1])
                case "^": owners[row].append(owners[row - 1][column])
                default:
                    owners[row].append(cells.count)
                    cells.append(
                        Cell(
                            rows: row..<(row + 1), columns: column..<(column + 1),
                            text: text.replacing("⏎", with: "\n")))
                }
                let owner = owners[row][column]
                cells[owner].rows = cells[owner].row..<(row + 1)
                cells[owner].columns = cells[owner].column..<max(cells[owner].columns.upperBound, column + 1)
            }
        }
        self.init(rows: rows.count, columns: width, cells: cells)
    }
}
