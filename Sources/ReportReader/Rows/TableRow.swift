internal import DocumentModel

/// A grid row of one of a document's tables, ready to be compared with a form.
struct TableRow {
    /// Index of the table among the document's tables.
    let table: Int
    /// The page's text, not its rules, made the grid: a figure may stand in the wrong column.
    let isInferred: Bool
    /// The order of its cells is known, their columns are not.
    let isFlat: Bool
    /// What keeps its cells in their columns.
    let order: Order
    /// The cells that cover the row, from left to right, those spanning from rows above included; without those of side columns.
    let cells: [Cell]
    /// The unit that the row prints in a column of its own.
    let unit: String?
    /// What each cell reads as.
    let readings: [FigureText]
    /// For every cell the matcher's number of its text; nil for a blank one.
    let texts: [Int?]
    /// The texts before the first figure: the row's labels from the outermost to its own.
    let labels: [Int]
    /// No rules hold its label together, and it runs into that of another row: which of them the figures belong to is not certain.
    let isLabelShared: Bool
    /// In a picture the rule between its label and that of another row with figures is lost: they are in one cell.
    private(set) var isLabelMerged = false
    /// Holds at least one cell that reads as a number.
    let hasFigures: Bool
    /// Behind its label there is nothing but marks that say: none.
    let holdsMarksOnly: Bool
    /// The columns it names together with the rows above it, were it the last row of a header; empty for a row with figures.
    private(set) var headings: [HeaderColumn] = []
    /// The letters of those headings and of the rows above them, where the columns of a flat table cannot tell them apart.
    private(set) var headingLetters: [Unicode.Scalar] = []

    /// What keeps cells in their columns.
    enum Order {
        /// Drawn lines, or the page.
        case lines
        /// Markup: they are counted off, and where cells are left out the rest of their row moves up.
        case markup
        /// The blanks between words.
        case blanks
        /// Nothing: only which follows which is known.
        case none

        init(in table: Table) {
            self =
                switch table.grid {
                case .lost: .none
                case .laidOut: .blanks
                // Only pages have lines and places.
                case .ruled, .inferred: table.pages.isEmpty ? .markup : .lines
                }
        }
    }

    init(
        table: Int, isInferred: Bool = false, isFlat: Bool = false, order: Order = .lines, cells: [Cell],
        unit: String? = nil,
        matcher: inout LabelMatcher
    ) {
        self.table = table
        self.isInferred = isInferred
        self.isFlat = isFlat
        self.order = order
        self.cells = cells
        self.unit = unit
        let units = matcher.units
        readings = cells.map { FigureText($0.text, units: units) }
        texts = zip(cells, readings).map { cell, reading in
            reading == .empty ? nil : matcher.number(cell.text)
        }
        let firstFigure = readings.firstIndex { $0.isNumber || $0 == .none }
        labels = texts[..<(firstFigure ?? cells.count)].compactMap(\.self)
        hasFigures = readings.contains(where: \.isNumber)
        holdsMarksOnly =
            !labels.isEmpty && !hasFigures && readings.contains(.none)
            && readings[(firstFigure ?? 0)...].allSatisfy { $0 == .none || $0 == .empty }
        isLabelShared = (isFlat || isInferred) && labels.last.map(matcher.holdsSeveral) ?? false
    }

    /// The only text of the row: a line such as an article's title.
    var title: Int? {
        let own = texts.compactMap(\.self)
        return own.count == 1 ? own[0] : nil
    }

    /// The cell of its label.
    var labelCell: Cell? {
        zip(zip(texts, readings), cells).prefix { !$0.0.1.isNumber && $0.0.1 != .none }.last { $0.0.0 != nil }?.1
    }

    /// The source has fewer cells of it than of other rows.
    var isShort: Bool { cells.contains { $0.doubt == .absent } }

    /// How many columns the cells fill that the source has of it.
    var columnsInSource: Int { cells.reduce(0) { $0 + ($1.doubt == .absent ? 0 : $1.columns.count) } }

    /// The cells after its label, by their place in ``cells``.
    var figureCells: Range<Int> {
        let label = zip(texts, readings).prefix { $1 == .empty || $1 == .unclear }.lastIndex { $0.0 != nil }
        return (label.map { $0 + 1 } ?? 0)..<cells.count
    }

    /// A cell of it with what it reads as.
    struct ReadCell {
        let cell: Cell
        let reading: FigureText

        var isBlank: Bool { cell.isBlank }
        var text: String { cell.text }
    }

    func readCell(_ place: Int) -> ReadCell { ReadCell(cell: cells[place], reading: readings[place]) }

    /// Columns of a table that can be a report's: a whole report in one row has some four hundred. What wider ones cost grows with the
    /// square of their width.
    static let widestTable = 2_000

    static func rows(of tables: [Table], matcher: inout LabelMatcher) -> [TableRow] {
        var rows: [TableRow] = []
        var side: SideColumns?
        for (index, table) in tables.enumerated() where table.columns <= widestTable {
            let grid = table.coverage().map { row in
                var last: Int?
                return row.filter { cell in
                    defer { last = cell }
                    return cell != last
                }.map { table.cells[$0] }
            }
            let columns = SideColumns(
                of: grid, width: table.columns, units: matcher.units,
                before: side?.width == table.columns ? side : nil)
            side = columns
            let first = rows.count
            // In text laid out with blanks the order of the figures says more than their places.
            let isFlat = table.grid == .lost || table.grid == .laidOut
            let order = Order(in: table)
            for cells in grid {
                let own = columns.isEmpty ? cells : cells.filter { !columns.contains($0) }
                rows.append(
                    TableRow(
                        table: index, isInferred: table.grid == .inferred && !isFlat, isFlat: isFlat, order: order,
                        cells: isFlat ? own.flatMap { Self.parted($0, units: matcher.units) } : own,
                        unit: columns.unit(in: cells),
                        matcher: &matcher))
            }
            markMergedLabels(&rows[first...])
            let figures = Set(rows[first...].lazy.flatMap(\.figureColumns))
            for row in first..<rows.count where !rows[row].hasFigures {
                let header = header(endingAt: row, rows: rows)
                rows[row].headings = HeaderColumn.columns(of: header[...], figures: figures, matcher: &matcher)
                guard rows[row].isFlat else { continue }
                rows[row].headingLetters = header.flatMap { $0.texts.compactMap(\.self).flatMap(matcher.letters) }
            }
        }
        return rows
    }

    /// Marks the rows of a picture's table whose label stands in a cell that reaches over several rows with figures.
    private static func markMergedLabels(_ rows: inout ArraySlice<TableRow>) {
        let labels = rows.map { row -> Cell? in
            guard row.hasFigures, let label = row.labelCell, label.certainty != nil, label.rows.count > 1 else {
                return nil
            }
            return label
        }
        for (index, label) in zip(rows.indices, labels) where label != nil {
            rows[index].isLabelMerged = labels.count { $0 == label } > 1
        }
    }

    /// Figures that blanks part, in a cell of a table whose columns are lost, as cells of their own.
    private static func parted(_ cell: Cell, units: FigureWords) -> [Cell] {
        let words = cell.text.split(whereSeparator: \.isWhitespace)
        guard words.count > 1, words.allSatisfy({ FigureText(String($0), units: units) != .unclear }) else {
            return [cell]
        }
        return words.map { word in
            var part = cell
            part.text = String(word)
            return part
        }
    }

    /// The grid columns in which it has numbers.
    private var figureColumns: [Int] {
        zip(cells, readings).filter { $1.isNumber }.flatMap { Array($0.0.columns) }
    }

    /// The rows of a header that ends with `row`: up to three more above it, without figures, in the same table.
    ///
    /// - Returns: copies, not a slice, with which `rows` would be copied when the next one of them changes.
    private static func header(endingAt row: Int, rows: [TableRow]) -> [TableRow] {
        var first = row
        while first > 0, row - first < 3, rows[first - 1].table == rows[row].table, !rows[first - 1].hasFigures {
            first -= 1
        }
        return Array(rows[first...row])
    }
}
