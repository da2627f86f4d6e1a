internal import DocumentModel

/// A grid with more squares than this, most of them not in the text, is not filled up.
private let mostSquares = 1_000_000

extension Table {
    /// Rows whose columns are told by counting their cells off; what a row has fewer than others is noted as absent.
    init(countedOff rows: [[String]]) {
        let columns = rows.map(\.count).max() ?? 0
        guard rows.count * columns <= mostSquares else {
            self.init(lostGrid: rows)
            return
        }
        let cells = rows.enumerated().flatMap { row, texts in
            (0..<columns).map { column in
                Cell(
                    rows: row..<(row + 1), columns: column..<(column + 1),
                    text: column < texts.count ? texts[column] : "", doubt: column < texts.count ? nil : .absent)
            }
        }
        self.init(rows: rows.count, columns: columns, cells: cells)
    }
}
