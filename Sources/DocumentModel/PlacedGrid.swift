/// A grid that its places cover without gap or overlap, in reading order: what markup says of a table before its texts.
package struct PlacedGrid: Hashable, Sendable {
    package private(set) var rows: Int
    package private(set) var columns: Int
    package private(set) var places: [Place]

    /// A cell in its place; `cell` is nil where the source has none.
    package struct Place: Hashable, Sendable {
        package var rows: Range<Int>
        package var columns: Range<Int>
        package var cell: Int?

        package init(rows: Range<Int>, columns: Range<Int>, cell: Int?) {
            (self.rows, self.columns, self.cell) = (rows, columns, cell)
        }
    }

    /// Grid squares beyond which a table is none that anyone could read; larger ones would take memory without end.
    package static let largest = 1_000_000

    /// Rows and columns in which no cell begins are dropped: spans that are too large make no columns. What no cell covers becomes
    /// places without cells.
    ///
    /// - Parameter places: cells with their rows and columns as the source counts them.
    /// - Returns: nil for a table without cells, with cells over each other or of more than a million squares.
    package init?(_ places: [Place]) {
        guard !places.isEmpty else { return nil }
        let rows = Set(places.map(\.rows.lowerBound)).sorted()
        let columns = Set(places.map(\.columns.lowerBound)).sorted()
        guard rows.count * columns.count <= Self.largest else { return nil }
        var cells = places.map { place in
            Place(
                rows: indexes(of: place.rows, in: rows), columns: indexes(of: place.columns, in: columns),
                cell: place.cell)
        }
        var isCovered = [Bool](repeating: false, count: rows.count * columns.count)
        for cell in cells {
            for row in cell.rows {
                for column in cell.columns {
                    if isCovered[row * columns.count + column] { return nil }
                    isCovered[row * columns.count + column] = true
                }
            }
        }
        for square in isCovered.indices where !isCovered[square] {
            let (row, column) = square.quotientAndRemainder(dividingBy: columns.count)
            cells.append(Place(rows: row..<(row + 1), columns: column..<(column + 1), cell: nil))
        }
        cells.sort { ($0.rows.lowerBound, $0.columns.lowerBound) < ($1.rows.lowerBound, $1.columns.lowerBound) }
        (self.rows, self.columns, self.places) = (rows.count, columns.count, cells)
    }
}

/// Where a range begins and ends among the starts that are kept.
private func indexes(of range: Range<Int>, in starts: [Int]) -> Range<Int> {
    firstIndex(in: starts, from: range.lowerBound)..<firstIndex(in: starts, from: range.upperBound)
}

private func firstIndex(in starts: [Int], from value: Int) -> Int {
    var (low, high) = (0, starts.count)
    while low < high {
        let middle = (low + high) / 2
        if starts[middle] < value { low = middle + 1 } else { high = middle }
    }
    return low
}

extension Table {
    /// A table out of markup; nil for one without data: of a single column, without text, or most of whose text is prose.
    ///
    /// - Parameter lines: of each cell that ``PlacedGrid/Place/cell`` numbers.
    package init?(_ grid: PlacedGrid, lines: [[MarkupLine]]) {
        guard grid.columns > 1 else { return nil }
        let rooms = numberRooms(grid, lines: lines)
        self.init(
            rows: grid.rows, columns: grid.columns,
            cells: grid.places.map { place in
                let text = place.cell.map { joined(lines[$0], room: rooms[place.columns.lowerBound]) } ?? ""
                return Cell(
                    rows: place.rows, columns: place.columns, text: text,
                    doubt: place.cell == nil ? .absent : text.unicodeScalars.contains("\u{FFFD}") ? .unreadable : nil)
            })
        let lengths = cells.map(\.text.count)
        let total = lengths.reduce(0, +)
        // More characters in one cell than the longest label or note of a form has.
        let prose = lengths.filter { $0 > 300 }.reduce(0, +)
        if total == 0 || prose > total / 2 { return nil }
    }
}

/// For each column the length of its longest number on one line, in characters: what has room there.
private func numberRooms(_ grid: PlacedGrid, lines: [[MarkupLine]]) -> [Int] {
    var rooms = [Int](repeating: 0, count: grid.columns)
    for place in grid.places where place.columns.count == 1 {
        for line in place.cell.map({ lines[$0] }) ?? [] where line.text.unicodeScalars.allSatisfy(\.isPartOfNumber) {
            rooms[place.columns.lowerBound] = max(rooms[place.columns.lowerBound], line.text.count)
        }
    }
    return rooms
}
