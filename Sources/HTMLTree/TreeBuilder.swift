/// Makes a tree out of what a parser meets.
struct TreeBuilder {
    /// Elements that may be open at once.
    let depth: Int
    private var tree = HTMLTree()
    /// The elements that the parser has not closed yet.
    private var path: [Step] = []
    /// The tables among them, from the outermost; the first stands for the page around all tables.
    private var scopes = [Scope()]
    /// The text since the last tag: it comes in pieces.
    private var text: [UInt8] = []

    private struct Step {
        var name: String
        var node: Int
        /// False where the tree has closed it before the parser does.
        var isOpen = true
    }

    /// Places in the path: of a table, and of its open row group, row and cell.
    private struct Scope {
        var table = -1
        var group: Int?
        var row: Int?
        var cell: Int?
    }

    init(depth: Int) { self.depth = depth }

    /// - Returns: false where that is one element too deep, and the page ends here.
    mutating func open(_ element: HTMLTree.Element) -> Bool {
        finishText()
        guard path.count < depth else {
            tree.isTruncated = true
            return false
        }
        enter(element.name)
        path.append(Step(name: element.name, node: tree.nodes.count))
        tree.nodes.append(HTMLTree.Node(content: .element(element), end: 0))
        return true
    }

    /// Closes the innermost open element of that name, and what is open in it.
    mutating func close(_ name: String) {
        guard !tree.isTruncated, let place = path.lastIndex(where: { $0.name == name }) else { return }
        closeNodes(from: place)
        path.removeSubrange(place...)
    }

    mutating func append(_ piece: some Sequence<UInt8>) { text += piece }

    mutating func finished() -> HTMLTree {
        closeNodes(from: 0)
        return tree
    }

    /// A cell ends where the next one, a row or a row group starts, whatever is still open in it (HTML Standard, section
    /// 13.2.6.4.15), and so on up; the parser sees to that only where nothing is open in it.
    private mutating func enter(_ name: String) {
        let scope = scopes[scopes.count - 1]
        let place = path.count
        switch name {
        case "table":
            scopes.append(Scope(table: place))
        case "td", "th":
            scope.cell.map { closeNodes(from: $0) }
            scopes[scopes.count - 1].cell = place
        case "tr":
            (scope.row ?? scope.cell).map { closeNodes(from: $0) }
            scopes[scopes.count - 1].row = place
        case "thead", "tbody", "tfoot":
            (scope.group ?? scope.row ?? scope.cell).map { closeNodes(from: $0) }
            scopes[scopes.count - 1].group = place
        default: break
        }
    }

    /// Closes what is open from a place of the path on.
    private mutating func closeNodes(from place: Int) {
        finishText()
        for step in path.indices[place...].reversed() where path[step].isOpen {
            tree.nodes[path[step].node].end = tree.nodes.count
            path[step].isOpen = false
        }
        while scopes.count > 1, scopes[scopes.count - 1].table >= place { scopes.removeLast() }
        let last = scopes.count - 1
        if let group = scopes[last].group, group >= place { scopes[last].group = nil }
        if let row = scopes[last].row, row >= place { scopes[last].row = nil }
        if let cell = scopes[last].cell, cell >= place { scopes[last].cell = nil }
    }

    private mutating func finishText() {
        guard !text.isEmpty else { return }
        let text = String(decoding: text, as: UTF8.self)
        tree.nodes.append(HTMLTree.Node(content: .text(text), end: tree.nodes.count + 1))
        self.text = []
    }
}
