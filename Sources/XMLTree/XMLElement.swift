/// An element of a tree, with what is in it.
package struct XMLElement: Sendable {
    let tree: XMLTree
    let index: Int

    package var name: String { tree.names[Int(tree.nodes[index].name)] }

    /// The value of an attribute; nil where it is not there.
    package subscript(name: String) -> String? {
        let range = tree.nodes[index].content
        for attribute in tree.attributes[Int(range.lowerBound)..<Int(range.upperBound)]
        where tree.names[Int(attribute.name)] == name {
            return tree.string(attribute.value)
        }
        return nil
    }

    /// Its child nodes in document order.
    package var children: Children { Children(parent: self) }

    /// Its child elements in document order.
    package var elements: Elements { Elements(children: children) }

    /// The first child element of that name.
    package func first(_ name: String) -> XMLElement? { elements.first { $0.name == name } }

    /// The child elements of its first child element of that name; empty where there is none.
    package func elements(in name: String) -> [XMLElement] { first(name).map { Array($0.elements) } ?? [] }

    /// All elements in it, at any depth, in document order.
    package var descendants: some Sequence<XMLElement> {
        ((index + 1)..<Int(tree.nodes[index].end)).lazy
            .filter { tree.nodes[$0].name != XMLTree.textName }
            .map { XMLElement(tree: tree, index: $0) }
    }

    /// All text in it, at any depth.
    package var text: String {
        var bytes: [UInt8] = []
        for node in tree.nodes[index..<Int(tree.nodes[index].end)] where node.name == XMLTree.textName {
            bytes += tree.text[Int(node.content.lowerBound)..<Int(node.content.upperBound)]
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension XMLElement: Hashable {
    package static func == (one: XMLElement, other: XMLElement) -> Bool {
        one.tree === other.tree && one.index == other.index
    }

    package func hash(into hasher: inout Hasher) { hasher.combine(index) }
}

/// What stands in an element.
package enum XMLContent: Sendable {
    case element(XMLElement)
    /// References resolved, white space as in the source; neighbouring texts are one.
    case text(String)
}

extension XMLElement {
    package struct Children: Sequence, IteratorProtocol, Sendable {
        private let tree: XMLTree
        private var place: Int
        private let end: Int

        init(parent: XMLElement) {
            tree = parent.tree
            place = parent.index + 1
            end = Int(tree.nodes[parent.index].end)
        }

        package mutating func next() -> XMLContent? {
            guard place < end else { return nil }
            let node = tree.nodes[place]
            defer { place = Int(node.end) }
            return node.name == XMLTree.textName ? .text(tree.string(node.content)) : .element(element)
        }

        /// Passes texts over, without making strings of them.
        fileprivate mutating func nextElement() -> XMLElement? {
            while place < end {
                let node = tree.nodes[place]
                defer { place = Int(node.end) }
                if node.name != XMLTree.textName { return element }
            }
            return nil
        }

        private var element: XMLElement { XMLElement(tree: tree, index: place) }
    }

    package struct Elements: Sequence, IteratorProtocol, Sendable {
        fileprivate var children: Children

        package mutating func next() -> XMLElement? { children.nextElement() }
    }
}
