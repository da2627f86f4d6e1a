internal import DocumentModel

/// Lines of figures along one axis: rows whose figures may add up in every column, or columns in every row.
struct FigureLines {
    typealias Entry = NumberGrid.Entry

    /// `.horizontal` where the lines are rows.
    let axis: Axis
    /// Numbers of the rows, or columns.
    let lines: [Int]
    /// What the lines are called.
    let labels: [String]
    /// Numbers of the columns, or rows, in each of which the lines' figures may add up.
    let places: [Int]
    /// `entries[line][place]`.
    let entries: [[Entry]]

    private init(axis: Axis, lines: [(number: Int, label: String)], places: [Int], entry: (Int, Int) -> Entry) {
        self.axis = axis
        self.lines = lines.map(\.number)
        labels = lines.map(\.label)
        self.places = places
        entries = lines.map { line in places.map { entry(line.number, $0) } }
    }

    /// Rows and columns of a table, for each of its panels: tables side by side in one grid, each with labels of its own.
    static func all(in grid: NumberGrid, words: SumWords) -> [FigureLines] {
        panels(of: grid).flatMap { panel -> [FigureLines] in
            let figures = panel.filter { isFigures($0, in: grid) }
            let rows = (0..<grid.rows).filter { row in figures.contains { grid.isNumber(row, $0) } }
            guard let head = rows.first else { return [] }
            let rowLabels = rows.map { row in
                (row, label(panel.filter { grid.entries[row][$0] == .other }.map { grid.labels[row][$0] }))
            }
            let columnLabels = figures.map { column in (column, label((0..<head).map { grid.labels[$0][column] })) }
            func additive(_ lines: [(number: Int, label: String)]) -> [Int] {
                lines.filter { !words.isNotAdditive($0.label) }.map(\.number)
            }
            return [
                FigureLines(axis: .horizontal, lines: rowLabels, places: additive(columnLabels)) {
                    grid.entries[$0][$1]
                },
                FigureLines(axis: .vertical, lines: columnLabels, places: additive(rowLabels)) { grid.entries[$1][$0] },
            ]
        }
    }

    /// Labels over and beside one another, merged cells once.
    private static func label(_ texts: [String]) -> String {
        var parts: [String] = []
        for text in texts where !text.isEmpty && text != parts.last { parts.append(text) }
        return parts.joined(separator: " ")
    }

    /// A column of words behind one of figures begins another panel.
    private static func panels(of grid: NumberGrid) -> [Range<Int>] {
        var starts = [0]
        for column in 1..<max(grid.columns, 1)
        where isFigures(column - 1, in: grid) && isWords(column, in: grid) { starts.append(column) }
        return zip(starts, starts.dropFirst() + [grid.columns]).map { $0..<$1 }
    }

    private static func isFigures(_ column: Int, in grid: NumberGrid) -> Bool {
        let numbers = (0..<grid.rows).count { grid.isNumber($0, column) }
        let first = (0..<grid.rows).first { grid.isNumber($0, column) } ?? grid.rows
        let others = (first..<grid.rows).count { grid.entries[$0][column] == .other }
        return numbers > 0 && numbers >= others
    }

    private static func isWords(_ column: Int, in grid: NumberGrid) -> Bool {
        let texts = Set((0..<grid.rows).filter { grid.entries[$0][column] == .other }.map { grid.coverage[$0][column] })
        return texts.count >= 3 && !isFigures(column, in: grid)
    }
}
