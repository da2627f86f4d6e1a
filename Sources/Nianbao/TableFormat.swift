internal import DocumentModel

/// The ways in which tables are written.
public enum TableFormat: String, Hashable, Sendable, CaseIterable {
    /// Cells with their spans, texts, pages, boxes and doubts, and what adds up.
    case json
    /// Every grid square a field; a merged cell's text stands in its first square. A blank line between tables.
    case csv
    /// `table` elements with `rowspan` and `colspan`.
    case html
    /// Pipe tables; a merged cell's text stands in its first square.
    case markdown

    /// The tables of one file as one text: in JSON one object a file.
    public func text(_ tables: [CheckedTable], file: String) throws -> String {
        switch self {
        case .json: try JSONText.pretty(FileTables(file: file, tables: tables.map(CodedTable.init))) + "\n"
        case .csv, .html, .markdown: try tables.map { try text($0) }.joined(separator: "\n")
        }
    }

    /// One table as a text of its own.
    public func text(_ table: CheckedTable) throws -> String {
        switch self {
        case .json: try JSONText.pretty(CodedTable(table)) + "\n"
        case .csv: csv(table.table)
        case .html: html(table)
        case .markdown: markdown(table.table)
        }
    }

    /// The usual ending of a file in this format.
    public var fileEnding: String { self == .markdown ? "md" : rawValue }

    private func csv(_ table: Table) -> String {
        var text = CSVText()
        for row in squares(of: table) { text.append(row) }
        return text.text
    }

    private func markdown(_ table: Table) -> String {
        func escaped(_ text: String) -> String {
            text.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
                .split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "<br>")
        }
        var lines = squares(of: table).map { "| " + $0.map(escaped).joined(separator: " | ") + " |" }
        lines.insert("|" + String(repeating: "---|", count: table.columns), at: min(1, lines.count))
        return lines.map { $0 + "\n" }.joined()
    }

    /// What is in doubt has a title that says why, and a colour.
    private func html(_ checked: CheckedTable) -> String {
        let table = checked.table
        var text = "<table\(Self.attributes(checked.doubts.map(\.meaning), color: "outline: 2px dashed #c60"))>\n"
        for row in 0..<table.rows {
            text += "<tr>"
            for (cell, doubts) in zip(table.cells, checked.cellDoubts) where cell.row == row {
                let rowSpan = cell.rows.count > 1 ? " rowspan=\"\(cell.rows.count)\"" : ""
                let columnSpan = cell.columns.count > 1 ? " colspan=\"\(cell.columns.count)\"" : ""
                let lines = cell.text.split(separator: "\n", omittingEmptySubsequences: false).map {
                    MarkupText.escaped($0)
                }
                let doubt = Self.attributes(doubts.map(\.meaning), color: "background: #fd9")
                text += "<td\(rowSpan)\(columnSpan)\(doubt)>\(lines.joined(separator: "<br>"))</td>"
            }
            text += "</tr>\n"
        }
        return text + "</table>\n"
    }

    private static func attributes(_ doubts: [String], color: String) -> String {
        doubts.isEmpty ? "" : " title=\"\(doubts.joined(separator: "; "))\" style=\"\(color)\""
    }

    private func squares(of table: Table) -> [[String]] {
        var rows = [[String]](repeating: [String](repeating: "", count: table.columns), count: table.rows)
        for cell in table.cells { rows[cell.row][cell.column] = cell.text }
        return rows
    }
}
