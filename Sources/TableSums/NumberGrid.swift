internal import DocumentModel

/// The numbers of a table, all in units of the same decimal.
struct NumberGrid {
    enum Entry: Equatable {
        /// - Parameters:
        ///   - units: in units of the finest decimal that the table prints.
        ///   - step: of the last decimal that is printed here, in the same units.
        case number(units: Int, step: Int)
        case nothing
        case other
    }

    let rows: Int
    let columns: Int
    /// Index of the cell at each grid square.
    let coverage: [[Int]]
    private(set) var entries: [[Entry]]
    /// The finest that the table prints, at most 6.
    let decimals: Int
    /// Printed texts as labels, square by square.
    let labels: [[String]]

    init(_ table: Table) {
        rows = table.rows
        columns = table.columns
        coverage = table.coverage()
        let style = NumberStyle(table.cells.lazy.map(\.text))
        let contents = table.cells.map { PrintedNumber.content(of: $0.text, style: style) }
        let finest = min(
            contents.map { content in if case .number(let number) = content { number.decimals } else { 0 } }.max() ?? 0,
            6)
        decimals = finest
        let texts = table.cells.map(\.text.asLabel)
        labels = coverage.map { row in row.map { texts[$0] } }
        let cells = table.cells
        entries = coverage.enumerated().map { row, indexes in
            indexes.enumerated().map { column, index in
                // A merged cell's figure is that of its first square.
                let isFirst = cells[index].row == row && cells[index].column == column
                switch contents[index] {
                case .number(let number) where isFirst && number.decimals <= finest:
                    let step = power(finest - number.decimals)
                    return .number(units: number.units * step, step: step)
                case .number: return .other
                case .nothing: return .nothing
                case .other: return .other
                }
            }
        }
        markHeadings()
    }

    /// Numbers in the rows of headings are none that add up: years, ordinals of columns.
    private mutating func markHeadings() {
        for row in 0..<rows {
            let numbers = entries[row].compactMap {
                if case .number(let units, let step) = $0 { units / step } else { nil }
            }
            let isYears = !numbers.isEmpty && numbers.allSatisfy { (1900...2100).contains($0) }
            let isOrdinals = numbers.count > 1 && numbers == Array(1...numbers.count)
            guard numbers.isEmpty || isYears || isOrdinals else { return }
            for column in 0..<columns { if case .number = entries[row][column] { entries[row][column] = .other } }
        }
    }

    func isNumber(_ row: Int, _ column: Int) -> Bool {
        if case .number = entries[row][column] { true } else { false }
    }
}

private func power(_ exponent: Int) -> Int { (0..<exponent).reduce(1) { result, _ in result * 10 } }
