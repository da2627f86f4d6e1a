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
        /// Its first cell's place among the cells behind the label. Certain where the row has a figure in all of the window's cells,
        /// or most rows of its group have its shape, and one of them is such a row, or two have figures at both of the window's
        /// ends; else a blank that was put in or left out may have moved it.
        case at(Int, isCertain: Bool)
        /// Only sums can tell.
        case open
    }

    private let windows: [Int: Window]

    /// Rows of one group with as many cells behind their labels: the same cells of theirs were merged.
    private struct Shape: Hashable {
        var group: Group
        var cells: Int
    }

    /// The rows of a printed table under the same headings.
    private struct Group: Hashable {
        var table: Int
        var outer: [Int]
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
            let shape = Shape(group: Group(table: row.table, outer: match.item.outer), cells: cells.count)
            var places = RowPlaces(cells, columns: columns)
            // Nothing was merged with a label that is not there: as many cells as columns are theirs.
            if match.item.wordings.isEmpty, row.labels.isEmpty, cells.count == columns {
                (places.exact, places.isWhole) = (0, true)
            }
            shapes[shape, default: []].append((match.rows[0], places))
        }
        let groups = Dictionary(shapes.map { ($0.key.group, $0.value.count) }, uniquingKeysWith: +)
        for (shape, kin) in shapes {
            let common = kin.reduce(kin[0].places.possible) { $0.intersection($1.places.possible) }
            let full = kin.compactMap(\.places.full)
            let place = Set(full).count == 1 ? full.first : nil
            let isUsual =
                2 * kin.count > groups[shape.group, default: 0]
                && (full.count > 1 || kin.contains { $0.places.isWhole })
            for (row, places) in kin {
                if let place, places.full != nil || common.contains(place) {
                    windows[row] = .at(place, isCertain: isUsual || places.isWhole)
                } else {
                    windows[row] =
                        full.isEmpty ? places.exact.map { .at($0, isCertain: places.isWhole) } ?? .open : .open
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
    /// Where a figure stands at its either end.
    let full: Int?
    /// A figure stands in each of its cells.
    var isWhole: Bool
    /// 0 where the cells are as many as the columns. What was merged with the label may fill one of them, and a blank have been cut
    /// off at the end: not where nothing stands blank in front, or something does behind.
    var exact: Int?

    init(_ cells: [TableRow.ReadCell], columns: Int) {
        let spare = cells.count - columns
        guard spare >= 0 else {
            (possible, full, isWhole, exact) = ([], nil, false, nil)
            return
        }
        guard let first = cells.firstIndex(where: { !$0.isBlank }), let last = cells.lastIndex(where: { !$0.isBlank })
        else {
            (possible, full, isWhole, exact) = (Set(0...spare), nil, false, spare == 0 ? 0 : nil)
            return
        }
        possible = Set((0...spare).filter { $0 <= first && last < $0 + columns })
        full = last - first + 1 == columns ? first : nil
        isWhole = full != nil && cells[first...last].allSatisfy { !$0.isBlank }
        exact = spare == 0 && (first == 0 || last < columns - 1) ? 0 : nil
    }
}

extension TableRow {
    /// The cells behind its label that the source has.
    var sourceFigureCells: [ReadCell] { figureCells.map(readCell).filter { $0.cell.doubt != .absent } }
}
