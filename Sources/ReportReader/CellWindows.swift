internal import DocumentModel
internal import ReportForms

/// Where behind their labels the rows of a block have their figures, in markup that has lost its spans.
///
/// Converters leave out what merged cells cover, or fill rows up, so that cells do not stand under their headings. But they treat
/// all rows of one shape alike, and none takes a row's figures apart: they are as many neighbouring cells as the form has columns,
/// a window into the cells behind the label. A row that is a figure from the window's one end to the other says where it is, and
/// rows of the same shape have it in the same place.
struct CellWindows {
    /// The window of a row.
    enum Window: Hashable {
        /// Its first cell's place among the cells behind the label.
        case at(Int)
        /// It may begin at any of these places: only sums can tell.
        case among([Int])
        /// There is none: cells are missing, or figures stand too far apart.
        case nowhere
    }

    private let windows: [Int: Window]
    private static let leastKin = 3

    /// Rows of one group with as many cells behind their labels: the same cells of theirs were merged.
    private struct Shape: Hashable {
        var table: Int
        var outer: [Int]
        var cells: Int
    }

    /// - Parameters:
    ///   - matches: of one block of a form's table.
    ///   - columns: of the block.
    init(_ matches: [FormAlignment.Match], rows: [TableRow], columns: Int) {
        var windows: [Int: Window] = [:]
        var shapes: [Shape: [(row: Int, places: RowPlaces)]] = [:]
        for match in matches where match.item.line != nil && match.rows.count == 1 {
            let row = rows[match.rows[0]]
            guard row.order == .markup || row.order == .none else { continue }
            let cells = row.sourceFigureCells
            let shape = Shape(table: row.table, outer: match.item.outer, cells: cells.count)
            shapes[shape, default: []].append((match.rows[0], RowPlaces(cells, columns: columns)))
        }
        for var kin in shapes.values {
            // Of a row that may have lost a blank, having taken in another, only others of its shape speak.
            if rows[kin[0].row].order == .none, kin.count < Self.leastKin {
                for index in kin.indices where !kin[index].places.isFull { kin[index].places.certain = nil }
            }
            let common = kin.reduce(kin[0].places.possible) { $0.intersection($1.places.possible) }
            let certain = Set(kin.compactMap(\.places.certain))
            for (row, places) in kin {
                if let place = certain.first, certain.count == 1, common.contains(place) {
                    windows[row] = .at(place)
                } else if let place = places.certain {
                    windows[row] = certain.count == 1 ? .at(place) : .among([place])
                } else {
                    windows[row] = places.possible.isEmpty ? .nowhere : .among(places.possible.sorted())
                }
            }
        }
        self.windows = windows
    }

    /// nil where a row's columns are not to be told in this way.
    subscript(row: Int) -> Window? { windows[row] }
}

/// The places that a row's own cells leave to its window.
private struct RowPlaces {
    let possible: Set<Int>
    /// Where the cells alone say it.
    var certain: Int?
    /// A figure stands at its either end.
    let isFull: Bool

    init(_ cells: [Cell], columns: Int) {
        let spare = cells.count - columns
        guard spare >= 0 else {
            (possible, certain, isFull) = ([], nil, false)
            return
        }
        guard let first = cells.firstIndex(where: { !$0.isBlank }), let last = cells.lastIndex(where: { !$0.isBlank })
        else {
            (possible, certain, isFull) = (Set(0...spare), nil, false)
            return
        }
        possible = Set((0...spare).filter { $0 <= first && last < $0 + columns })
        isFull = last - first + 1 == columns
        // As many cells as columns are their cells, unless what was merged with the label fills one of them, and a blank was cut
        // off at the end: not where nothing stands blank in front, or something does behind.
        let isExact = spare == 0 && (first == 0 || last < columns - 1)
        certain = isFull ? first : isExact ? 0 : nil
    }
}

extension TableRow {
    /// The cells behind its label that the source has.
    var sourceFigureCells: [Cell] { figureCells.filter { $0.doubt != .absent } }
}
