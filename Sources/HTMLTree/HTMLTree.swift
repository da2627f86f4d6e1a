/// A web page as a tree of values, laid out flat: every node is followed by all that is in it.
///
/// The subtree of node `i` is `nodes[i..<nodes[i].end]`. So a walk needs no recursion, and a page nested without end can
/// neither exhaust the stack nor be slow to free.
package struct HTMLTree: Hashable, Sendable {
    /// In document order. What stands outside the root is here too: pages are rarely well formed.
    package internal(set) var nodes: [Node] = []
    /// True where the page was nested too deeply, and is here up to that place only.
    package internal(set) var isTruncated = false

    package struct Node: Hashable, Sendable {
        package var content: Content
        /// Index after the last node in it.
        package var end: Int
    }

    package enum Content: Hashable, Sendable {
        case element(Element)
        /// Character references resolved, white space as in the source; neighbouring texts are one.
        case text(String)
    }

    package struct Element: Hashable, Sendable {
        /// In lower case.
        package var name: String
        package var attributes: [Attribute] = []

        /// The value of an attribute, empty for one without a value; nil where it is not there.
        package subscript(name: String) -> String? { attributes.first { $0.name == name }?.value }
    }

    package struct Attribute: Hashable, Sendable {
        /// In lower case.
        package var name: String
        package var value: String
    }
}

/// Why a page gives no tree at all.
package struct HTMLTreeError: Error, Hashable, Sendable {
    package var cause: String
}
