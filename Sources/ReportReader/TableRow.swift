internal import DocumentModel

/// A grid row of one of a document's tables, ready to be compared with a form.
struct TableRow {
    /// Index of the table among the document's tables.
    var table: Int
    var row: Int
    /// The cells that cover the row, from left to right, those spanning from rows above included.
    var cells: [Cell]
    /// Texts before the first figure: the row's labels from the outermost to its own.
    var labels: [String]
    /// Holds at least one cell that reads as a number.
    var hasFigures: Bool

    init(table: Int, row: Int, cells: [Cell]) {
        self.table = table
        self.row = row
        self.cells = cells
        let texts = cells.map { FigureText($0.text) }
        let firstFigure = texts.firstIndex { text in
            if case .number = text { true } else { text == .none }
        }
        labels = cells[..<(firstFigure ?? cells.count)].filter { !$0.isBlank }.map(\.text)
        hasFigures = texts.contains { if case .number = $0 { true } else { false } }
    }

    /// True where the row's labels are all it says, and there is one: a line such as an article's title.
    var title: String? {
        let own = cells.filter { !$0.isBlank }
        return own.count == 1 ? own[0].text : nil
    }

    static func rows(of tables: [Table]) -> [TableRow] {
        tables.enumerated().flatMap { index, table in
            let coverage = table.coverage()
            return coverage.indices.map { row in
                var last: Int?
                let cells = coverage[row].filter { cell in
                    defer { last = cell }
                    return cell != last
                }
                return TableRow(table: index, row: row, cells: cells.map { table.cells[$0] })
            }
        }
    }
}
