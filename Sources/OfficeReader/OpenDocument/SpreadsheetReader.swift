internal import DocumentModel
internal import XMLTree

/// Reads OpenDocument spreadsheets: what their sheets show.
public struct SpreadsheetReader: Sendable {
    public init() {}

    /// - Throws: where there is no document in the file, or it is encrypted.
    public func document(_ bytes: ArraySlice<UInt8>) throws(OfficeError) -> OfficeDocument {
        var parts = try OpenDocumentParts(bytes)
        guard let book = parts.body.first("office:spreadsheet") else {
            throw OfficeError(kind: .damaged, cause: "an OpenDocument spreadsheet without sheets")
        }
        for table in book.elements where table.name == "table:table" {
            if parts.styles.isHidden(table["table:style-name"], family: "table") {
                parts.document.omissions.hiddenSheets += 1
                continue
            }
            var draft = SheetDraft(styles: parts.styles)
            draft.read(table)
            parts.document.add(draft.sheet, damage: &draft.damage)
            parts.document.omissions.hiddenTexts += draft.flow.omissions.hiddenTexts
            if let damage = draft.damage {
                parts.document.damages.append("\(table["table:name"] ?? "content.xml"): \(damage)")
            }
        }
        return parts.document
    }
}

/// A sheet as far as it has been read.
private struct SheetDraft {
    let styles: OpenDocumentStyles
    var flow: TextDocumentFlow
    /// Why the sheet was read in part only.
    var damage: String?
    private var content = Sheet()
    private var row = 0
    private var column = 0
    private var hiddenRows: [Range<Int>] = []
    private var hiddenColumns: [Range<Int>] = []
    /// The style of each column's cells that name none.
    private var columnStyles: [(columns: Range<Int>, style: String)] = []

    /// As many as a sheet has.
    private static let mostRows = 1_048_576
    private static let mostColumns = 16_384
    /// Cells that show something beyond which a sheet is no report.
    private static let mostCells = 200_000
    /// Rows of nothing but lines that follow each other.
    private static let mostEmptyRows = 1000

    init(styles: OpenDocumentStyles) {
        self.styles = styles
        flow = TextDocumentFlow(styles: styles)
    }

    var sheet: Sheet {
        var sheet = content
        sheet.hiddenRows = SheetIndexes(hiddenRows)
        sheet.hiddenColumns = SheetIndexes(hiddenColumns)
        return sheet
    }

    /// Reads the columns and rows in a table or a group of them.
    mutating func read(_ container: XMLElement, isHidden: Bool = false) {
        for element in container.elements where damage == nil {
            switch element.name {
            case "table:table-column": addColumn(element, isHidden: isHidden)
            case "table:table-row": addRow(element, isHidden: isHidden)
            case "table:table-header-columns", "table:table-columns", "table:table-header-rows", "table:table-rows",
                "table:table-column-group", "table:table-row-group":
                read(element, isHidden: isHidden || element["table:display"] == "false")
            default: break
            }
        }
    }

    private static func isHidden(_ element: XMLElement) -> Bool {
        element["table:visibility"].map { $0 != "visible" } ?? false
    }

    private mutating func addColumn(_ element: XMLElement, isHidden: Bool) {
        let end = min(column + min(element.count("table:number-columns-repeated"), Self.mostColumns), Self.mostColumns)
        if isHidden || Self.isHidden(element) { hiddenColumns.append(column..<end) }
        if let style = element["table:default-cell-style-name"], column < end {
            columnStyles.append((column..<end, style))
        }
        column = end
    }

    private mutating func addRow(_ element: XMLElement, isHidden: Bool) {
        let count = min(element.count("table:number-rows-repeated"), Self.mostRows - row)
        let (cells, merges) = cells(of: element)
        if isHidden || Self.isHidden(element) { hiddenRows.append(row..<(row + count)) }
        let copies = cells.contains { !$0.text.isEmpty } ? count : min(count, Self.mostEmptyRows)
        if !cells.isEmpty {
            for copy in 0..<copies {
                for cell in cells {
                    var cell = cell
                    cell.row = row + copy
                    content.cells.append(cell)
                }
                guard content.cells.count <= Self.mostCells else {
                    damage = "more than \(Self.mostCells) cells"
                    return
                }
            }
        }
        content.merges += merges
        row += count
    }

    /// What a row's cells show, and the ranges that begin in it.
    private mutating func cells(of element: XMLElement) -> (cells: [SheetCell], merges: [SheetRange]) {
        var cells: [SheetCell] = []
        var merges: [SheetRange] = []
        var column = 0
        for cell in element.elements where column < Self.mostColumns {
            guard cell.name == "table:table-cell" || cell.name == "table:covered-table-cell" else { continue }
            let count = min(cell.count("table:number-columns-repeated"), Self.mostColumns - column)
            let text = text(of: cell)
            let style = cell["table:style-name"] ?? element["table:default-cell-style-name"] ?? columnStyle(column)
            let isRuled = styles.isRuled(style)
            if isRuled || !text.isEmpty {
                for copy in 0..<count {
                    cells.append(SheetCell(row: row, column: column + copy, text: text, isRuled: isRuled))
                }
            }
            let height = min(cell.count("table:number-rows-spanned"), Self.mostRows)
            let width = min(cell.count("table:number-columns-spanned"), Self.mostColumns)
            if height > 1 || width > 1 {
                merges.append(SheetRange(rows: row..<(row + height), columns: column..<(column + width)))
            }
            column += count
        }
        return (cells, merges)
    }

    private func columnStyle(_ column: Int) -> String? {
        columnStyles.first { $0.columns.contains(column) }?.style
    }

    private mutating func text(of cell: XMLElement) -> String {
        let lines = flow.items(of: cell).compactMap(\.line?.text)
        if !lines.isEmpty { return lines.joined(separator: "\n") }
        // Programs that write no text for a value leave showing it to others.
        return cell.first("text:p") == nil ? cell["office:value"] ?? cell["office:string-value"] ?? "" : ""
    }
}
