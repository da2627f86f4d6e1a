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
        guard let grid = TableGridding.grid(source.groups) else { return nil }
        let texts = source.cells.map { tree.lines(in: ($0 + 1)..<tree.nodes[$0].end) }
        let lines = texts.joined()
        if lines.contains(where: { $0.links > 0 }) && !lines.contains(where: \.hasPlainText) { return nil }
        let cells = texts.map { $0.map { MarkupLine(text: $0.text, startsBlock: $0.startsBlock) } }
        guard let table = Table(grid, lines: cells) else { return nil }
        self.table = table
        self.lines = source.others.flatMap { tree.lines(in: $0) }
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
