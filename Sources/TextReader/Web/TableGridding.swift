internal import DocumentModel

/// Places cells with spans in a grid, by the table model of the HTML Standard (section 4.9.12).
enum TableGridding {
    /// A cell as the source has it.
    struct CellSpan: Hashable {
        var cell: Int
        /// 0: down to the end of the row group.
        var rows = 1
        var columns = 1
    }

    /// Where spans overlap, the cell that comes first keeps the place, and the other gets what is left; no cell leaves its row
    /// group. Rows and columns in which no cell begins are dropped: spans that are too large make no columns.
    ///
    /// - Parameter groups: for each row group its rows, for each row its cells.
    /// - Returns: nil for a table without cells or of more than a million squares.
    static func grid(_ groups: [[[CellSpan]]]) -> PlacedGrid? { places(groups).flatMap(PlacedGrid.init) }

    /// The cells with their rows and columns as the source counts them.
    private static func places(_ groups: [[[CellSpan]]]) -> [PlacedGrid.Place]? {
        var places: [PlacedGrid.Place] = []
        var row = 0
        var work = 0
        for group in groups {
            let end = row + group.count
            // The cells above that reach into the row, from left to right.
            var hanging: [PlacedGrid.Place] = []
            for cells in group {
                var current: [PlacedGrid.Place] = []
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
                    let place = PlacedGrid.Place(
                        rows: row..<(span.rows == 0 ? end : min(row + span.rows, end)),
                        columns: column..<(column + width), cell: span.cell)
                    places.append(place)
                    current.append(place)
                    column += width
                }
                work += current.count
                guard work <= PlacedGrid.largest else { return nil }
                row += 1
                hanging = (current + hanging[next...]).filter { $0.rows.upperBound > row }
            }
        }
        return places
    }
}
