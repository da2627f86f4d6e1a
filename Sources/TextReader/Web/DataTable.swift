internal import DocumentModel
internal import HTMLTree

/// A table that is one: not a page's layout in the shape of a table.
struct DataTable {
    /// Its caption, and what stands in it outside of its cells.
    let lines: [FlowLine]
    let table: Table

    /// The data tables of a page by the index of their element.
    ///
    /// A table that contains another is the page's layout, unless the inner one is no more than a frame around the text of a
    /// cell. So is one of a single column, one most of whose text is prose, and one that holds nothing but links.
    static func tables(of tree: HTMLTree) -> [Int: DataTable] {
        var found: [Int: DataTable] = [:]
        // Tables that lie in none of those looked at so far. From the last to the first, so that inner ones come first.
        var outermost: [(index: Int, isPlain: Bool)] = []
        for index in tree.shownTables.reversed() {
            let end = tree.nodes[index].end
            let start = outermost.lastIndex { $0.index >= end }.map { $0 + 1 } ?? 0
            let inner = outermost[start...]
            let table = inner.allSatisfy(\.isPlain) ? DataTable(tree, index: index) : nil
            let isPlain = inner.isEmpty && table == nil
            outermost.removeLast(inner.count)
            outermost.append((index, isPlain))
            found[index] = table
        }
        return found
    }

    /// nil for a table without data.
    private init?(_ tree: HTMLTree, index: Int) {
        let source = TableSource(tree, index: index)
        guard let grid = TableGridding.grid(source.groups), grid.columns > 1 else { return nil }
        let texts = source.cells.map { tree.lines(in: ($0 + 1)..<tree.nodes[$0].end) }
        let lines = texts.joined()
        if lines.contains(where: { $0.links > 0 }) && !lines.contains(where: \.hasPlainText) { return nil }
        let rooms = Self.numberRooms(grid, texts: texts)
        table = Table(
            rows: grid.rows, columns: grid.columns,
            cells: grid.cells.map { place in
                let text = place.cell.map { joined(texts[$0], room: rooms[place.columns.lowerBound]) } ?? ""
                return Cell(
                    rows: place.rows, columns: place.columns, text: text,
                    doubt: place.cell == nil ? .absent : text.unicodeScalars.contains("\u{FFFD}") ? .unreadable : nil)
            })
        self.lines = source.others.flatMap { tree.lines(in: $0) }
        let lengths = table.cells.map(\.text.count)
        let total = lengths.reduce(0, +)
        // More characters in one cell than the longest label or note of a form has.
        let prose = lengths.filter { $0 > 300 }.reduce(0, +)
        if total == 0 || prose > total / 2 { return nil }
    }

    /// For each column the length of its longest number on one line, in characters: what has room there.
    private static func numberRooms(_ grid: TableGridding.Grid, texts: [[FlowLine]]) -> [Int] {
        var rooms = [Int](repeating: 0, count: grid.columns)
        for place in grid.cells where place.columns.count == 1 {
            for line in place.cell.map({ texts[$0] }) ?? [] where line.text.unicodeScalars.allSatisfy(\.isPartOfNumber)
            {
                rooms[place.columns.lowerBound] = max(rooms[place.columns.lowerBound], line.text.count)
            }
        }
        return rooms
    }
}

extension HTMLTree {
    /// The indexes of the `table` elements that a browser shows.
    fileprivate var shownTables: [Int] {
        var tables: [Int] = []
        var index = 0
        while index < nodes.count {
            if case .element(let element) = nodes[index].content {
                if element.role == .hidden {
                    index = nodes[index].end
                    continue
                }
                if element.name == "table" { tables.append(index) }
            }
            index += 1
        }
        return tables
    }
}
