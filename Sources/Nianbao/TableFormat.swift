public import DocumentModel

/// The ways in which tables are written.
public enum TableFormat: String, Hashable, Sendable, CaseIterable {
    /// Cells with their spans, texts, pages and boxes.
    case json
    /// Every grid square a field; a merged cell's text stands in its first square. A blank line between tables.
    case csv
    /// `table` elements with `rowspan` and `colspan`.
    case html
    /// Pipe tables; a merged cell's text stands in its first square.
    case markdown

    /// The tables of one file as one text: in JSON one object a file.
    public func text(_ tables: [Table], file: String) throws -> String {
        switch self {
        case .json: try JSONText.pretty(FileTables(file: file, tables: tables.map(CodedTable.init))) + "\n"
        case .csv, .html, .markdown: try tables.map { try text($0) }.joined(separator: "\n")
        }
    }

    /// One table as a text of its own.
    public func text(_ table: Table) throws -> String {
        switch self {
        case .json: try JSONText.pretty(CodedTable(table)) + "\n"
        case .csv: csv(table)
        case .html: html(table)
        case .markdown: markdown(table)
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

    private func html(_ table: Table) -> String {
        var text = "<table>\n"
        for row in 0..<table.rows {
            text += "<tr>"
            for cell in table.cells where cell.row == row {
                let rowSpan = cell.rows.count > 1 ? " rowspan=\"\(cell.rows.count)\"" : ""
                let columnSpan = cell.columns.count > 1 ? " colspan=\"\(cell.columns.count)\"" : ""
                let lines = cell.text.split(separator: "\n", omittingEmptySubsequences: false).map {
                    MarkupText.escaped($0)
                }
                text += "<td\(rowSpan)\(columnSpan)>\(lines.joined(separator: "<br>"))</td>"
            }
            text += "</tr>\n"
        }
        return text + "</table>\n"
    }

    private func squares(of table: Table) -> [[String]] {
        var rows = [[String]](repeating: [String](repeating: "", count: table.columns), count: table.rows)
        for cell in table.cells { rows[cell.row][cell.column] = cell.text }
        return rows
    }
}

private struct FileTables: Encodable {
    var file: String
    var tables: [CodedTable]
}

private struct CodedTable: Encodable {
    var page: Int?
    var pages: [Int]
    var box: Box?
    var rows: Int
    var columns: Int
    var ruled: Bool
    var grid: Table.Grid
    var cells: [CodedCell]

    init(_ table: Table) {
        page = table.pages.first
        pages = table.pages
        box = table.box
        rows = table.rows
        columns = table.columns
        ruled = table.isRuled
        grid = table.grid
        cells = table.cells.map(CodedCell.init)
    }
}

private struct CodedCell: Encodable {
    var row: Int
    var column: Int
    var rowSpan: Int
    var columnSpan: Int
    var text: String
    var page: Int?
    var box: Box?

    enum CodingKeys: String, CodingKey {
        case row, column, text, page, box
        case rowSpan = "row_span"
        case columnSpan = "column_span"
    }

    init(_ cell: Cell) {
        row = cell.row
        column = cell.column
        rowSpan = cell.rows.count
        columnSpan = cell.columns.count
        text = cell.text
        page = cell.page
        box = cell.box
    }
}
