/// Makes a tree out of what a parser meets.
struct TreeBuilder {
    private let limits: XMLLimits
    /// The prefixes that namespaces have in names.
    private let prefixes: [String: String]
    private let otherPrefix: String?
    private var nodes: [XMLTree.Node] = []
    private var attributes: [XMLTree.Attribute] = []
    private var text: [UInt8] = []
    private var names: [String] = []
    private var numbers: [Name: Int32] = [:]
    /// The names met last, each at a place that follows from its address: looked up faster than in a dictionary.
    private var recent = [(name: Name, number: Int32)](repeating: (Name(local: 0, namespace: 0), 0), count: 1024)
    /// The elements that are open.
    private var path: [Int] = []
    /// Where the text since the last tag begins.
    private var pending: Int?
    var damage: String?

    /// A name by the addresses that the parser keeps its parts at: of equal ones there is one.
    struct Name: Hashable {
        var local: UInt
        var namespace: UInt
    }

    init(limits: XMLLimits, prefixes: [String: String], otherPrefix: String?) {
        (self.limits, self.prefixes, self.otherPrefix) = (limits, prefixes, otherPrefix)
    }

    /// - Returns: false where that is more than the limits allow, and the document ends here.
    mutating func open(_ name: Int32) -> Bool {
        finishText()
        guard path.count < limits.depth else { return stop("elements are nested more than \(limits.depth) deep") }
        guard nodes.count < limits.nodes else { return stop("more than \(limits.nodes) elements") }
        path.append(nodes.count)
        let count = Int32(attributes.count)
        nodes.append(XMLTree.Node(name: name, end: 0, content: count..<count))
        return true
    }

    /// Adds an attribute to the element opened last.
    mutating func add(_ name: Int32, value: UnsafeBufferPointer<UInt8>) {
        attributes.append(XMLTree.Attribute(name: name, value: stored(value)))
        let last = nodes.count - 1
        nodes[last].content = nodes[last].content.lowerBound..<Int32(attributes.count)
    }

    mutating func close() {
        finishText()
        if let index = path.popLast() { nodes[index].end = Int32(nodes.count) }
    }

    mutating func append(_ piece: UnsafeBufferPointer<UInt8>) {
        guard !path.isEmpty else { return }
        pending = pending ?? text.count
        text += piece
    }

    mutating func number(of name: Name, local: () -> String, namespace: () -> String?) -> Int32 {
        let place = Int((name.local >> 3) & 1023)
        if recent[place].name == name { return recent[place].number }
        let number = numbers[name] ?? newNumber(of: name, local: local(), namespace: namespace())
        recent[place] = (name, number)
        return number
    }

    private mutating func newNumber(of name: Name, local: String, namespace: String?) -> Int32 {
        let prefix = namespace.flatMap { prefixes[$0] ?? otherPrefix }
        names.append(prefix.map { "\($0):\(local)" } ?? local)
        let number = Int32(names.count - 1)
        numbers[name] = number
        return number
    }

    mutating func finished() -> XMLTree {
        while !path.isEmpty { close() }
        return XMLTree(nodes: nodes, attributes: attributes, names: names, text: text, damage: damage)
    }

    private mutating func stop(_ cause: String) -> Bool {
        damage = cause
        return false
    }

    private mutating func finishText() {
        guard let start = pending else { return }
        pending = nil
        nodes.append(
            XMLTree.Node(
                name: XMLTree.textName, end: Int32(nodes.count + 1), content: Int32(start)..<Int32(text.count)))
    }

    private mutating func stored(_ value: UnsafeBufferPointer<UInt8>) -> Range<Int32> {
        let start = Int32(text.count)
        text += value
        return start..<Int32(text.count)
    }
}

/// What a document may take.
package struct XMLLimits: Hashable, Sendable {
    /// Elements open at once. The parser itself stops at 256.
    package var depth = 250
    /// Elements and texts.
    package var nodes = 4_000_000
    /// Bytes.
    package var size = 1 << 27

    package init() {}
}
