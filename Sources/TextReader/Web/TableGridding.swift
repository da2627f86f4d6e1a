/// Places cells with spans in a grid, by the table model of the HTML Standard (section 4.9.12).
enum TableGridding {
    /// A cell as the source has it.
    struct CellSpan: Hashable {
        var cell: Int
        /// 0: down to the end of the row group.
        var rows = 1
        var columns = 1
    }

    /// A cell in its place; `cell` is nil where the source has none.
    struct Place: Hashable {
        var rows: Range<Int>
        var columns: Range<Int>
        var cell: Int?
    }

    /// A grid that its places cover without gap or overlap, in reading order.
    struct Grid: Hashable {
        var rows: Int
        var columns: Int
        var cells: [Place]
    }

    /// Grid squares beyond which a table is none that anyone could read; larger ones would take memory without end.
    private static let largest = 1_000_000

    /// Where spans overlap, the cell that comes first keeps the place, and the other gets what is left; no cell leaves its row
    /// group. Rows and columns in which no cell begins are dropped: spans that are too large make no columns.
    ///
    /// - Parameter groups: for each row group its rows, for each row its cells.
    /// - Returns: nil for a table without cells or of more than a million squares.
    static func grid(_ groups: [[[CellSpan]]]) -> Grid? {
        guard let places = places(groups), !places.isEmpty else { return nil }
        let rows = Set(places.map(\.rows.lowerBound)).sorted()
        let columns = Set(places.map(\.columns.lowerBound)).sorted()
        guard rows.count * columns.count <= largest else { return nil }
        var cells = places.map { place in
            Place(
                rows: indexes(of: place.rows, in: rows), columns: indexes(of: place.columns, in: columns),
                cell: place.cell)
        }
        var isCovered = [Bool](repeating: false, count: rows.count * columns.count)
        for cell in cells {
            for row in cell.rows {
                for column in cell.columns { isCovered[row * columns.count + column] = true }
            }
        }
        for square in isCovered.indices where !isCovered[square] {
            let (row, column) = square.quotientAndRemainder(dividingBy: columns.count)
            cells.append(Place(rows: row..<(row + 1), columns: column..<(column + 1), cell: nil))
        }
        cells.sort { ($0.rows.lowerBound, $0.columns.lowerBound) < ($1.rows.lowerBound, $1.columns.lowerBound) }
        return Grid(rows: rows.count, columns: columns.count, cells: cells)
    }

    /// The cells with their rows and columns as the source counts them.
    private static func places(_ groups: [[[CellSpan]]]) -> [Place]? {
        var places: [Place] = []
        var row = 0
        var work = 0
        for group in groups {
            let end = row + group.count
            // The cells above that reach into the row, from left to right.
            var hanging: [Place] = []
            for cells in group {
                var current: [Place] = []
                var next = 0
                var column = 0
                for span in cells {
                    while next < hanging.count, hanging[next].columns.lowerBound <= column {
                        column = hanging[next].columns.upperBound
                        current.append(hanging[next])
                        next += 1
                    }
                    let room = next < hanging.count ? hanging[next].columns.lowerBound - column : .max
                    let width = min(span.columns, room)
                    let place = Place(
                        rows: row..<(span.rows == 0 ? end : min(row + span.rows, end)),
                        columns: column..<(column + width), cell: span.cell)
                    places.append(place)
                    current.append(place)
                    column += width
                }
                work += current.count
                guard work <= largest else { return nil }
                row += 1
                hanging = (current + hanging[next...]).filter { $0.rows.upperBound > row }
            }
        }
        return places
    }

    /// Where a range begins and ends among the starts that are kept.
    private static func indexes(of range: Range<Int>, in starts: [Int]) -> Range<Int> {
        firstIndex(in: starts, from: range.lowerBound)..<firstIndex(in: starts, from: range.upperBound)
    }

    private static func firstIndex(in starts: [Int], from value: Int) -> Int {
        var (low, high) = (0, starts.count)
        while low < high {
            let middle = (low + high) / 2
            if starts[middle] < value { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
