internal import DocumentModel
internal import XMLTree

extension WordFlow {
    /// A table, or what is in its cells where it is no more than a layout.
    mutating func table(_ element: XMLElement) -> [FlowItem] {
        var draft = WordTableDraft()
        for row in parts(of: element, named: "w:tr") {
            let properties = row.first("w:trPr")
            if properties?.first("w:del") != nil {
                omissions.deletions += 1
                continue
            }
            if properties?.isOn("w:hidden") == true {
                omissions.hiddenRows += 1
                continue
            }
            var cells: [WordCell] = []
            for cell in parts(of: row, named: "w:tc") {
                let properties = cell.first("w:tcPr")
                if properties?.first("w:cellDel") != nil {
                    omissions.deletions += 1
                    continue
                }
                // What is in a cell that goes on is not shown, but lists count on in it.
                let content = items(of: cell)
                let made = WordCell(properties, content: content)
                if made.continuesBefore, !cells.isEmpty {
                    cells[cells.count - 1].span += made.span
                } else {
                    cells.append(made)
                }
            }
            draft.add(row: cells, after: properties?.value("w:gridBefore").flatMap { Int($0) } ?? 0)
        }
        return FlowItem.items(of: draft.places, contents: draft.contents)
    }

    /// The rows of a table or the cells of a row, in whatever they are wrapped.
    private func parts(of container: XMLElement, named name: String) -> [XMLElement] {
        container.elements.flatMap { element -> [XMLElement] in
            switch element.name {
            case name: [element]
            case "w:sdt", "w:sdtContent", "w:customXml", "w:ins", "w:moveTo", "w:smartTag":
                parts(of: element, named: name)
            case "mc:AlternateContent": element.chosenAlternative.map { parts(of: $0, named: name) } ?? []
            default: []
            }
        }
    }
}

/// A cell as its row has it.
private struct WordCell {
    /// Grid columns.
    var span: Int
    /// It goes on from the cell above, or from the one before it.
    var continuesAbove: Bool
    var continuesBefore: Bool
    /// Cells below may go on from it.
    var startsMerge: Bool
    var content: [FlowItem]

    init(_ properties: XMLElement?, content: [FlowItem]) {
        // More columns than Word has.
        span = min(max(properties?.value("w:gridSpan").flatMap { Int($0) } ?? 1, 1), 1000)
        let vertical = properties?.first("w:vMerge")
        startsMerge = vertical?["w:val"] == "restart"
        continuesAbove = vertical != nil && !startsMerge
        let horizontal = properties?.first("w:hMerge")
        continuesBefore = horizontal != nil && horizontal?["w:val"] != "restart"
        self.content = content
    }
}

/// A table as far as its rows have been read.
private struct WordTableDraft {
    private(set) var places: [PlacedGrid.Place] = []
    private(set) var contents: [[FlowItem]] = []
    private var row = 0
    /// For each column the cell that a cell below may go on from.
    private var merges: [Int: Int] = [:]

    /// - Parameter skipped: grid columns before the row's first cell.
    mutating func add(row cells: [WordCell], after skipped: Int) {
        var column = min(max(skipped, 0), 1000)
        for cell in cells {
            add(cell, columns: column..<(column + cell.span))
            column += cell.span
        }
        row += 1
    }

    private mutating func add(_ cell: WordCell, columns: Range<Int>) {
        if cell.continuesAbove, let above = merges[columns.lowerBound], places[above].columns == columns,
            places[above].rows.upperBound == row
        {
            places[above].rows = places[above].rows.lowerBound..<(row + 1)
            return
        }
        merges[columns.lowerBound] = cell.startsMerge || cell.continuesAbove ? places.count : nil
        places.append(PlacedGrid.Place(rows: row..<(row + 1), columns: columns, cell: contents.count))
        contents.append(cell.content)
    }
}
