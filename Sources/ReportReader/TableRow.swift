internal import DocumentModel

/// A grid row of one of a document's tables, ready to be compared with a form.
struct TableRow {
    /// Index of the table among the document's tables.
    let table: Int
    /// The page's text, not its rules, made the grid: a figure may stand in the wrong column.
    let isInferred: Bool
    /// The cells that cover the row, from left to right, those spanning from rows above included.
    let cells: [Cell]
    /// What each cell reads as.
    let readings: [FigureText]
    /// For every cell the matcher's number of its text; nil for a blank one.
    let texts: [Int?]
    /// The texts before the first figure: the row's labels from the outermost to its own.
    let labels: [Int]
    /// Holds at least one cell that reads as a number.
    let hasFigures: Bool
    /// The columns it names together with the rows above it, were it the last row of a header; empty for a row with figures.
    private(set) var headings: [HeaderColumn] = []

    init(table: Int, isInferred: Bool = false, cells: [Cell], matcher: inout LabelMatcher) {
        self.table = table
        self.isInferred = isInferred
        self.cells = cells
        readings = cells.map { FigureText($0.text) }
        texts = zip(cells, readings).map { cell, reading in
            reading == .empty ? nil : matcher.number(cell.text)
        }
        let firstFigure = readings.firstIndex { $0.isNumber || $0 == .none }
        labels = texts[..<(firstFigure ?? cells.count)].compactMap(\.self)
        hasFigures = readings.contains(where: \.isNumber)
    }

    /// The only text of the row: a line such as an article's title.
    var title: Int? {
        let own = texts.compactMap(\.self)
        return own.count == 1 ? own[0] : nil
    }

    static func rows(of tables: [Table], matcher: inout LabelMatcher) -> [TableRow] {
        var rows: [TableRow] = []
        for (index, table) in tables.enumerated() {
            for row in table.coverage() {
                var last: Int?
                let cells = row.filter { cell in
                    defer { last = cell }
                    return cell != last
                }
                rows.append(
                    TableRow(
                        table: index, isInferred: !table.isRuled && !table.pages.isEmpty,
                        cells: cells.map { table.cells[$0] }, matcher: &matcher))
            }
        }
        for row in rows.indices where !rows[row].hasFigures {
            rows[row].headings = HeaderColumn.columns(of: header(endingAt: row, rows: rows), matcher: &matcher)
        }
        return rows
    }

    /// The rows of a header that ends with `row`: up to three more above it, without figures, in the same table.
    private static func header(endingAt row: Int, rows: [TableRow]) -> ArraySlice<TableRow> {
        var first = row
        while first > 0, row - first < 3, rows[first - 1].table == rows[row].table, !rows[first - 1].hasFigures {
            first -= 1
        }
        return rows[first...row]
    }
}
