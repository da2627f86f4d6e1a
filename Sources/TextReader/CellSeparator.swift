/// What stands between the cells of a line.
enum CellSeparator: Hashable {
    case bar, tab
    /// A mark that sentences have too: only where a text has rows of figures with it.
    case mark(Character)

    /// ASCII, full-width, and the box-drawing verticals.
    static func isBar(_ character: Character) -> Bool { "|｜│┃║".contains(character) }

    /// What separates the values of a line in files of tables, and what people put between cells when they write a row down.
    private static let marks: [Character] = [",", ";", "/"]
    /// Fewer rows of figures may be anything.
    private static let leastRows = 3

    /// The mark between the cells of a text's rows; nil where lines have bars or tabs, or no mark makes rows of figures.
    static func mark(in lines: [Substring]) -> Character? {
        let counts = marks.map { mark in (mark, lines.count { isRow($0, of: mark) }) }
        guard let (mark, count) = counts.max(by: { $0.1 < $1.1 }), count >= leastRows else { return nil }
        return mark
    }

    /// A label, and at least two cells that are figures or blank, one of them a figure.
    static func isRow(_ line: Substring, of mark: Character) -> Bool {
        guard line.contains(mark), !line.contains("。") else { return false }
        let cells = CellLine.cells(of: line, separatedBy: .mark(mark))
        guard cells.count > 2, cells.count <= mostCellsOfLine, !cells[0].isEmpty || cells[1...].contains(where: isText)
        else { return false }
        let figures = cells.reversed().prefix { $0.isEmpty || CellLine.isFigure($0[...]) }
        return figures.count >= 2 && figures.count < cells.count + (cells[0].isEmpty ? 0 : 1)
            && figures.contains { !$0.isEmpty }
    }

    private static func isText(_ cell: String) -> Bool { !cell.isEmpty && !CellLine.isFigure(cell[...]) }
}
