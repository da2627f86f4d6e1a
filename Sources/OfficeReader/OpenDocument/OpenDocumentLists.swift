/// The numbers of an OpenDocument's lists, counted on from item to item (part 3, section 5.3).
struct OpenDocumentLists {
    /// A list as far as it has been read.
    struct List {
        var levels: [Int: OpenDocumentListLevel]
        var style: String?
        /// The numbers reached, by levels from 1.
        var reached: [Int: Int] = [:]
    }

    /// Lists by their ids, and the one that was read last of each style.
    private var byID: [String: List] = [:]
    private var byStyle: [String: List] = [:]
    private var headings: [Int: Int] = [:]

    /// The list that a new one goes on with.
    func continued(id: String?, style: String?, goesOn: Bool) -> [Int: Int] {
        if let id { return byID[id]?.reached ?? [:] }
        return goesOn ? style.flatMap { byStyle[$0]?.reached } ?? [:] : [:]
    }

    mutating func finish(_ list: List, id: String?) {
        if let id { byID[id] = list }
        if let style = list.style { byStyle[style] = list }
    }

    /// Counts an item, and gives the text before it.
    static func label(_ list: inout List, level: Int, start: Int?) -> String {
        count(&list.reached, level: level, start: start, levels: list.levels)
        return text(list.reached, level: level, levels: list.levels)
    }

    mutating func headingLabel(level: Int, start: Int?, levels: [Int: OpenDocumentListLevel]) -> String {
        guard levels[level]?.format.isEmpty == false else { return "" }
        Self.count(&headings, level: level, start: start, levels: levels)
        return Self.text(headings, level: level, levels: levels)
    }

    private static func count(
        _ reached: inout [Int: Int], level: Int, start: Int?, levels: [Int: OpenDocumentListLevel]
    ) {
        reached[level] = start ?? reached[level].map { $0 &+ 1 } ?? levels[level]?.start ?? 1
        reached = reached.filter { $0.key <= level }
    }

    private static func text(_ reached: [Int: Int], level: Int, levels: [Int: OpenDocumentListLevel]) -> String {
        guard let own = levels[level], !own.format.isEmpty else { return "" }
        func number(_ level: Int) -> String {
            guard let format = levels[level]?.format else { return "" }
            return ListNumber.text(reached[level] ?? levels[level]?.start ?? 1, format: format) ?? ""
        }
        var text: String
        if let pattern = own.pattern {
            text = pattern.replacing(#/%([0-9]+)%/#) { Int($0.output.1).map(number) ?? "" }
        } else {
            let first = max(1, level - min(own.shown, level) + 1)
            let numbers = (first...level).map(number).filter { !$0.isEmpty }
            text = own.prefix + numbers.joined(separator: ".") + own.suffix
        }
        if text.last?.isASCII == true { text += " " }
        return text
    }
}
