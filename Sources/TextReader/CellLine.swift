internal import DocumentModel

/// A line as the cells of a table's row.
struct CellLine {
    let cells: [String]

    var texts: Int { cells.count { !$0.isEmpty } }
    var isBlank: Bool { texts == 0 }

    /// nil for a line without bars and tabs, or with more than any table has. Tabs in front are cells without text where others
    /// follow; a lone one is an indent.
    init?(_ whole: Substring) {
        let hasFirstCells = whole.drop(while: { $0 == "\t" }).contains("\t")
        let line = hasFirstCells ? whole : whole.trimmed
        let separator: CellSeparator = line.contains(where: CellSeparator.isBar) ? .bar : .tab
        guard separator == .bar || line.contains("\t") else { return nil }
        self.init(Self.cells(of: line, separatedBy: separator))
    }

    /// nil for a sentence, and for a line without the mark or with more of them than any table has.
    init?(_ line: Substring, separatedBy mark: Character) {
        guard line.contains(mark), !line.contains("。") else { return nil }
        self.init(Self.cells(of: line, separatedBy: .mark(mark)))
    }

    private init?(_ cells: [String]) {
        guard cells.count <= mostCellsOfLine else { return nil }
        self.cells = cells
    }

    static func cells(of line: Substring, separatedBy separator: CellSeparator) -> [String] {
        switch separator {
        case .bar:
            var parts = line.split(omittingEmptySubsequences: false, whereSeparator: CellSeparator.isBar)
            // A bar at either end closes a cell, and makes none.
            if parts.first?.trimmed.isEmpty == true, parts.count > 1 { parts.removeFirst() }
            if parts.last?.trimmed.isEmpty == true, parts.count > 1 { parts.removeLast() }
            return parts.map { String($0.trimmed) }
        case .tab:
            return line.split(separator: "\t", omittingEmptySubsequences: false).map { String($0.trimmed) }
        case .mark(let mark):
            return values(of: line, mark)
        }
    }

    /// The values of a line of a table's file (RFC 4180): those in quotation marks may hold the mark, and quotation marks twice.
    private static func values(of line: Substring, _ mark: Character) -> [String] {
        guard line.contains("\"") else {
            return line.split(separator: mark, omittingEmptySubsequences: false).map { String($0.trimmed) }
        }
        var values: [String] = []
        var value = ""
        var isQuoted = false
        for character in line {
            if character == "\"" {
                // The second of two quotation marks is one of the value.
                if !isQuoted, value.last == "\"" || !value.isEmpty { value.append(character) }
                isQuoted.toggle()
            } else if character == mark, !isQuoted {
                values.append(value)
                value = ""
            } else {
                value.append(character)
            }
        }
        values.append(value)
        return values.map { String($0[...].trimmed) }
    }

    /// Nothing but a figure, or a mark for none.
    static func isFigure(_ word: some StringProtocol) -> Bool { !word.isEmpty && word.isFigureWord }
}
