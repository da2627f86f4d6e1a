internal import DocumentModel

/// The columns of a printed table that are neither labels nor figures: the numbers of its rows (序号) on the left, and units (单位).
///
/// Told by what stands in them, whatever their headings say: a number left of a row's label is no figure, nor is a column of
/// units a label.
struct SideColumns {
    /// Number of grid columns of the table.
    let width: Int
    private let numbers: Bool
    private let units: Int?
    private let words: FigureWords

    /// A table with fewer rows of the kind says too little.
    private static let leastNumbers = 3
    private static let leastUnits = 2

    /// - Parameters:
    ///   - grid: the rows' cells from left to right.
    ///   - words: what may follow a number or stand for none.
    ///   - before: the side columns of a table before this one with as many columns, which it may continue.
    init(of grid: [[Cell]], width: Int, units words: FigureWords, before: SideColumns?) {
        self.width = width
        self.words = words
        numbers = Self.isNumbered(grid, least: before?.numbers == true ? 1 : Self.leastNumbers, words: words)
        units = (1..<max(1, width)).first { column in
            Self.holdsUnits(column, grid, words: words, least: before?.units == column ? 1 : Self.leastUnits)
        }
    }

    /// The table has none.
    var isEmpty: Bool { !numbers && units == nil }

    func contains(_ cell: Cell) -> Bool {
        cell.columns == 0..<1 && numbers || cell.columns.count == 1 && cell.columns.lowerBound == units
    }

    /// The unit that a row prints in the column of units, also one that no form knows.
    func unit(in cells: [Cell]) -> String? {
        guard let units, let cell = Self.cell(of: units, in: cells) else { return nil }
        let text = Self.text(of: cell)
        return Self.isWord(text, words: words) ? text : nil
    }

    /// The cell that has a column to itself.
    private static func cell(of column: Int, in cells: [Cell]) -> Cell? {
        // They stand from left to right: a row of thousands is not gone through for each of its columns.
        var (low, high) = (0, min(cells.count, column + 1))
        while low < high {
            let middle = (low + high) / 2
            if cells[middle].columns.lowerBound < column { low = middle + 1 } else { high = middle }
        }
        return low < cells.count && cells[low].columns == column..<(column + 1) ? cells[low] : nil
    }

    private static func text(of cell: Cell) -> String { foldedWithoutBlanks(cell.text) }

    /// Short enough for a unit, and no figure.
    private static func isWord(_ text: String, words: FigureWords) -> Bool {
        text.count <= 4 && FigureText(text, units: words) == .unclear
    }

    /// What the numbers of rows are made of.
    private static let numeralMarks = Set("0123456789０１２３４５６７８９.、()（）一二三四五六七八九十-—".unicodeScalars)

    /// True where from some row on the first column holds nothing but numerals, each left of a text.
    private static func isNumbered(_ grid: [[Cell]], least: Int, words: FigureWords) -> Bool {
        var count = 0
        for cells in grid {
            guard let first = cells.first, first.columns == 0..<1, !first.isBlank else { continue }
            let isNumeral = first.text.unicodeScalars.allSatisfy { $0.isBlank || numeralMarks.contains($0) }
            if isNumeral, first.text.contains(where: \.isNumber) {
                let next = cells.dropFirst().first { !$0.isBlank }
                guard let next, FigureText(next.text, units: words) == .unclear else { return false }
                count += 1
            } else if count > 0, !isNumeral {
                return false
            }
        }
        return count >= least
    }

    /// True where from some row on a column holds nothing but units and dashes; a few words that could be units may be among them.
    private static func holdsUnits(_ column: Int, _ grid: [[Cell]], words: FigureWords, least: Int) -> Bool {
        var count = 0
        var others = 0
        for cells in grid {
            guard let cell = cell(of: column, in: cells), !cell.isBlank else { continue }
            // Most cells hold digits, or more than a unit.
            let isFigure = cell.text.utf8.first.map { 0x30...0x39 ~= $0 } ?? false
            if count == 0, isFigure || cell.text.utf8.count > 12 { continue }
            let text = text(of: cell)
            if words.units.contains(text) {
                count += 1
            } else if count > 0, FigureText(text, units: words) != .none {
                guard isWord(text, words: words) else { return false }
                others += 1
            }
        }
        return count >= least && count > 2 * others
    }
}
