/// Makes a tree out of what a parser meets.
struct TreeBuilder {
    /// Elements that may be open at once.
    let depth: Int
    private var tree = HTMLTree()
    /// Indexes of the elements that are not closed yet.
    private var path: [Int] = []
    /// The text since the last tag: it comes in pieces.
    private var text: [UInt8] = []

    init(depth: Int) { self.depth = depth }

    /// - Returns: false where that is one element too deep, and the page ends here.
    mutating func open(_ element: HTMLTree.Element) -> Bool {
        finishText()
        guard path.count < depth else {
            tree.isTruncated = true
            return false
        }
        path.append(tree.nodes.count)
        tree.nodes.append(HTMLTree.Node(content: .element(element), end: 0))
        return true
    }

    /// Closes the innermost open element of that name, and what is open in it.
    mutating func close(_ name: String) {
        finishText()
        guard !tree.isTruncated else { return }
        let place = path.lastIndex { index in
            if case .element(let element) = tree.nodes[index].content { element.name == name } else { false }
        }
        guard let place else { return }
        while path.count > place { closeLast() }
    }

    mutating func append(_ piece: some Sequence<UInt8>) { text += piece }

    mutating func finished() -> HTMLTree {
        finishText()
        while !path.isEmpty { closeLast() }
        return tree
    }

    private mutating func closeLast() { tree.nodes[path.removeLast()].end = tree.nodes.count }

    private mutating func finishText() {
        guard !text.isEmpty else { return }
        let text = String(decoding: text, as: UTF8.self)
        tree.nodes.append(HTMLTree.Node(content: .text(text), end: tree.nodes.count + 1))
        self.text = []
    }
}
