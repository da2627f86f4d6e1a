/// A sheet as it is shown: hidden rows and columns left out, and those in which there is nothing.
struct SheetGrid {
    /// What stands in one or more squares.
    struct Item: Hashable {
        var rows: Range<Int>
        var columns: Range<Int>
        var text: String
        var isRuled: Bool
        /// Where it begins and ends by the sheet's own numbers of columns.
        var span: Range<Int>
    }

    private(set) var items: [Item] = []
    /// The sheet's own numbers of the rows.
    let rows: [Int]
    let columns: Int
    /// For each square the item that stands in it.
    private var owners: [Int32]

    /// Squares beyond which a sheet is no report.
    private static let largest = 1_000_000

    /// nil for a sheet that is too large.
    init?(_ sheet: Sheet) {
        let shown = sheet.cells.filter {
            !sheet.hiddenRows.contains($0.row) && !sheet.hiddenColumns.contains($0.column)
        }
        // The first row and column of a merged range may be hidden, and what it holds is shown all the same.
        rows = Set(shown.lazy.map(\.row)).sorted()
        let columnNumbers = Set(shown.lazy.map(\.column)).sorted()
        columns = columnNumbers.count
        guard rows.count * columns <= Self.largest else { return nil }
        owners = [Int32](repeating: -1, count: rows.count * columns)
        let places = Dictionary(
            sheet.cells.enumerated().map { (Place(row: $1.row, column: $1.column), $0) }, uniquingKeysWith: { $1 })
        for merge in sheet.merges {
            let covered = rows.indexes(in: merge.rows)
            let across = columnNumbers.indexes(in: merge.columns)
            let anchor = places[Place(row: merge.rows.lowerBound, column: merge.columns.lowerBound)]
            let cell = anchor.map { sheet.cells[$0] }
            add(
                Item(
                    rows: covered, columns: across, text: cell?.text ?? "", isRuled: cell?.isRuled ?? false,
                    span: merge.columns))
        }
        for cell in shown {
            guard let row = rows.indexes(in: cell.row..<(cell.row + 1)).first,
                let column = columnNumbers.indexes(in: cell.column..<(cell.column + 1)).first
            else { continue }
            let square = row * columns + column
            if owners[square] >= 0 {
                // Any cell of a merged range may have its lines.
                if cell.isRuled { items[Int(owners[square])].isRuled = true }
            } else {
                owners[square] = Int32(items.count)
                items.append(
                    Item(
                        rows: row..<(row + 1), columns: column..<(column + 1), text: cell.text, isRuled: cell.isRuled,
                        span: cell.column..<(cell.column + 1)))
            }
        }
    }

    private struct Place: Hashable {
        var row: Int
        var column: Int
    }

    /// Adds a merged range, unless it lies over another one.
    private mutating func add(_ item: Item) {
        guard !item.rows.isEmpty, !item.columns.isEmpty else { return }
        for row in item.rows {
            for column in item.columns where owners[row * columns + column] >= 0 { return }
        }
        for row in item.rows {
            for column in item.columns { owners[row * columns + column] = Int32(items.count) }
        }
        items.append(item)
    }

    /// The item in a square; nil for an empty one.
    func owner(row: Int, column: Int) -> Int? {
        let owner = owners[row * columns + column]
        return owner < 0 ? nil : Int(owner)
    }

    /// The items that stand in a row, from left to right.
    func items(inRow row: Int) -> [Item] {
        var found: [Item] = []
        var column = 0
        while column < columns {
            guard let owner = owner(row: row, column: column) else {
                column += 1
                continue
            }
            found.append(items[owner])
            column = items[owner].columns.upperBound
        }
        return found
    }
}

extension [Int] {
    /// Where the numbers of a range stand among these, which rise.
    fileprivate func indexes(in range: Range<Int>) -> Range<Int> {
        first(from: range.lowerBound)..<first(from: range.upperBound)
    }

    private func first(from value: Int) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if self[middle] < value { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
