public import DocumentModel
public import TableSums

/// A table with what speaks against it: what its layout leaves open, and the sums that fail.
public struct CheckedTable: Sendable {
    public let table: Table
    /// What adds up in it; nil where nobody asked.
    public let relations: [SumRelation]?
    /// Against the whole table.
    public let doubts: [TableDoubt]
    /// Against each cell, in the order of the table's cells.
    public let cellDoubts: [[CellDoubt]]
    /// Index of the cell at each grid square.
    private let coverage: [[Int]]

    /// - Parameter checksSums: looks for totals and what they are the sums of.
    public init(_ table: Table, checksSums: Bool = false) {
        self.table = table
        let coverage = table.coverage()
        self.coverage = coverage
        relations = checksSums ? sumRelations(of: table) : nil
        doubts = TableDoubt.of(table, coverage: coverage, relations: relations ?? [])
        let failing = Set((relations ?? []).flatMap { Self.squares(of: $0) }.map { coverage[$0.row][$0.column] })
        cellDoubts = table.cells.enumerated().map { index, cell in
            CellDoubt.of(cell) + (failing.contains(index) ? [.sumFails] : [])
        }
    }

    /// Where the figures of sums that fail stand.
    private static func squares(of relation: SumRelation) -> [(row: Int, column: Int)] {
        relation.sums.filter { !$0.holds }.flatMap { sum in
            ([relation.total] + relation.parts.map(\.line)).map { relation.square(of: $0, at: sum.place) }
        }
    }

    /// Sums that fail, a line each: `page 3: warning: row 8 column 2: 1,234 printed, the rows 2 to 7 come to 1243`.
    public var failures: [String] {
        (relations ?? []).flatMap { relation in
            relation.sums.filter { !$0.holds }.map { sum in
                let (square, cell) = total(of: relation, at: sum.place)
                let page = cell.page.map { "page \($0): " } ?? ""
                let lines = relation.axis == .horizontal ? "rows" : "columns"
                let parts = relation.parts.map { ($0.isSubtracted ? "less " : "") + String($0.line + 1) }
                return "\(page)warning: row \(square.row + 1), column \(square.column + 1): \(cell.text) is printed, "
                    + "\(lines) \(parts.joined(separator: ", ")) come to \(sum.sum)"
            }
        }
    }

    /// Where the figure of a relation's total stands in one place, and in which cell.
    func total(of relation: SumRelation, at place: Int) -> (square: (row: Int, column: Int), cell: Cell) {
        let square = relation.square(of: relation.total, at: place)
        return (square, table.cells[coverage[square.row][square.column]])
    }

    /// The table with nothing in doubt in it: cells in doubt are blank; nil where the whole table is.
    public var certain: Table? {
        guard doubts.isEmpty else { return nil }
        var table = table
        for index in table.cells.indices where !cellDoubts[index].isEmpty { table.cells[index].text = "" }
        return table
    }
}

/// What speaks against a whole table.
public enum TableDoubt: String, Sendable, CaseIterable {
    /// Its columns are told by the places of the text alone, and no sum confirms them.
    case columnsByAlignment = "columns_by_alignment"
    /// A row, or a column, of nothing but blank cells.
    case emptyRow = "empty_row"
    case emptyColumn = "empty_column"

    static func of(_ table: Table, coverage: [[Int]], relations: [SumRelation]) -> [TableDoubt] {
        var doubts: [TableDoubt] = []
        if !table.isRuled, !relations.contains(where: { !$0.fails }) { doubts.append(.columnsByAlignment) }
        let isBlank = table.cells.map(\.isBlank)
        if coverage.contains(where: { row in row.allSatisfy { isBlank[$0] } }) { doubts.append(.emptyRow) }
        if (0..<table.columns).contains(where: { column in coverage.allSatisfy { isBlank[$0[column]] } }) {
            doubts.append(.emptyColumn)
        }
        return doubts
    }

    /// In words.
    public var meaning: String {
        switch self {
        case .columnsByAlignment: "columns by alignment alone"
        case .emptyRow: "an empty row"
        case .emptyColumn: "an empty column"
        }
    }
}

/// What speaks against the text of a cell.
public enum CellDoubt: String, Sendable, CaseIterable {
    case unreadable, overrun, displaced
    case digitsRunTogether = "digits_run_together"
    /// Several numbers that stand apart: figures of several rows or columns, it may be.
    case severalFigures = "several_figures"
    case uncertainRecognition = "uncertain_recognition"
    case sumFails = "sum_fails"

    static func of(_ cell: Cell) -> [CellDoubt] {
        var doubts: [CellDoubt] = []
        switch cell.doubt {
        case .unreadable: doubts.append(.unreadable)
        case .overrun: doubts.append(.overrun)
        case .displaced: doubts.append(.displaced)
        case .cut: doubts.append(.digitsRunTogether)
        case .absent, nil: break
        }
        if holdsSeveralFigures(cell.text) { doubts.append(.severalFigures) }
        if let certainty = cell.certainty, certainty == .doubtful { doubts.append(.uncertainRecognition) }
        return doubts
    }

    /// Numbers parted by blanks that are not groups of three digits of one.
    private static func holdsSeveralFigures(_ text: String) -> Bool {
        guard text.holdsOnlyNumbers else { return false }
        let words = text.split(whereSeparator: \.isWhitespace)
        let isGrouped = words.dropFirst().allSatisfy { word in
            word.prefix { $0.isNumber }.count == 3 && word.dropFirst(3).first.map { ".,".contains($0) } ?? true
        }
        return words.count > 1 && !isGrouped
    }

    /// In words.
    public var meaning: String {
        switch self {
        case .unreadable: "characters that the file does not name"
        case .overrun: "a number runs over the cell's border"
        case .displaced: "the text's order is not the table's"
        case .digitsRunTogether: "cut out of digits that run together"
        case .severalFigures: "several numbers in one cell"
        case .uncertainRecognition: "recognition is not sure of it"
        case .sumFails: "a sum fails in which it takes part"
        }
    }
}
