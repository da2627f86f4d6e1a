/// An XML document as a tree of values, laid out flat: every node is followed by all that is in it.
///
/// Names are qualified with the prefixes that its reader has chosen for the namespaces it knows, whatever prefixes the document
/// has: `w:tbl`. An element of another namespace is called `?:name`; one of none, and an attribute of none, has no prefix.
package final class XMLTree: Sendable {
    let nodes: [Node]
    let attributes: [Attribute]
    let names: [String]
    /// The texts and the attributes' values in UTF-8, one after the other.
    let text: [UInt8]
    /// Why the document ends early, and is here up to that place only; nil for a whole one.
    package let damage: String?

    struct Node: Hashable, Sendable {
        /// Index of an element's name; ``textName`` for a text.
        var name: Int32
        /// Index after the last node in it.
        var end: Int32
        /// Of an element its attributes, of a text its bytes.
        var content: Range<Int32>
    }

    struct Attribute: Hashable, Sendable {
        var name: Int32
        var value: Range<Int32>
    }

    static let textName: Int32 = -1

    init(nodes: [Node], attributes: [Attribute], names: [String], text: [UInt8], damage: String?) {
        (self.nodes, self.attributes, self.names, self.text) = (nodes, attributes, names, text)
        self.damage = damage
    }

    /// nil where the document ends before its first element.
    package var root: XMLElement? { nodes.isEmpty ? nil : XMLElement(tree: self, index: 0) }

    func string(_ range: Range<Int32>) -> String {
        String(decoding: text[Int(range.lowerBound)..<Int(range.upperBound)], as: UTF8.self)
    }
}

/// Why bytes give no tree at all.
package struct XMLTreeError: Error, Hashable, Sendable {
    package var cause: String

    package init(cause: String) { self.cause = cause }
}
