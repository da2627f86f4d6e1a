internal import DocumentModel
internal import XMLTree

extension TextDocumentFlow {
    /// Rows and cells of one table beyond which it is none that anyone could read.
    private static var mostCells: Int { 200_000 }

    /// A table, or what is in its cells where it is no more than a layout.
    mutating func table(_ element: XMLElement) -> [FlowItem] {
        if styles.isHidden(element["table:style-name"], family: "table") {
            omissions.hiddenTexts += 1
            return []
        }
        var places: [PlacedGrid.Place] = []
        var contents: [[FlowItem]] = []
        var row = 0
        for rowElement in rows(of: element) {
            if let visibility = rowElement["table:visibility"], visibility != "visible" {
                omissions.hiddenRows += 1
                row += min(rowElement.count("table:number-rows-repeated"), 1000)
                continue
            }
            // A row that is there several times is an empty one, or a copy.
            for _ in 0..<min(rowElement.count("table:number-rows-repeated"), 1000) {
                add(rowElement, row: row, places: &places, contents: &contents)
                row += 1
                guard places.count <= Self.mostCells else { return [] }
            }
        }
        let end = row
        for index in places.indices { places[index].rows = places[index].rows.clamped(to: 0..<end) }
        return FlowItem.items(of: places, contents: contents)
    }

    private mutating func add(
        _ element: XMLElement, row: Int, places: inout [PlacedGrid.Place], contents: inout [[FlowItem]]
    ) {
        var column = 0
        for cell in element.elements {
            let repeated = min(cell.count("table:number-columns-repeated"), 1000)
            switch cell.name {
            case "table:covered-table-cell": column += repeated
            case "table:table-cell":
                let content = items(of: cell)
                let (height, width) = (
                    cell.count("table:number-rows-spanned"), cell.count("table:number-columns-spanned")
                )
                for copy in 0..<repeated {
                    places.append(
                        PlacedGrid.Place(
                            rows: row..<(row + min(height, 100_000)), columns: column..<(column + min(width, 1000)),
                            cell: contents.count))
                    contents.append(copy == 0 ? content : content.filter { $0.line != nil })
                    column += 1
                }
            default: break
            }
        }
    }

    private func rows(of container: XMLElement) -> [XMLElement] {
        container.elements.flatMap { element -> [XMLElement] in
            switch element.name {
            case "table:table-row": [element]
            case "table:table-header-rows", "table:table-rows", "table:table-row-group": rows(of: element)
            default: []
            }
        }
    }
}
