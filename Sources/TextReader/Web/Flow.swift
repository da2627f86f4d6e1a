internal import DocumentModel
internal import HTMLTree

/// What follows each other on a page.
enum FlowItem: Hashable {
    case line(FlowLine)
    case table(Table)

    var line: FlowLine? {
        if case .line(let line) = self { line } else { nil }
    }
}

extension HTMLTree {
    /// The lines and tables in a stretch of nodes, which ends where its last element ends.
    ///
    /// - Parameter table: the data table that an element is; the cells of other tables are read like any other block.
    func flow(in range: Range<Int>, table: (Int) -> DataTable? = { _ in nil }) -> [FlowItem] {
        var items: [FlowItem] = []
        var line = FlowLine.Builder()
        var open: [(end: Int, role: Role)] = []
        var headings = 0
        var links = 0
        var preserved = 0

        func breakLine(endsBlock: Bool) {
            if !line.line.text.isEmpty { items.append(.line(line.line)) }
            let startsBlock = endsBlock || line.line.text.isEmpty && line.line.startsBlock
            line = FlowLine.Builder()
            if startsBlock { line.markBlock() }
            if headings > 0 { line.markHeading() }
            if links > 0 { line.startLink() }
        }
        func count(_ role: Role, _ change: Int) {
            switch role {
            case .heading: headings += change
            case .link: links += change
            case .preformatted: preserved += change
            default: break
            }
        }

        line.markBlock()
        var index = range.lowerBound
        while index < range.upperBound {
            while let last = open.last, last.end <= index {
                open.removeLast()
                count(last.role, -1)
                if last.role.isBlock { breakLine(endsBlock: true) }
            }
            let node = nodes[index]
            switch node.content {
            case .text(let text):
                if preserved > 0 {
                    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
                    for (number, piece) in lines.enumerated() {
                        if number > 0 { breakLine(endsBlock: false) }
                        line.append(piece, isLink: links > 0)
                    }
                } else {
                    line.append(text, isLink: links > 0)
                }
            case .element(let element):
                let role = element.role
                if role == .hidden {
                    index = node.end
                    continue
                }
                if element.name == "table", let table = table(index) {
                    breakLine(endsBlock: true)
                    items += table.lines.map(FlowItem.line)
                    items.append(.table(table.table))
                    index = node.end
                    continue
                }
                count(role, 1)
                if role.isBlock {
                    breakLine(endsBlock: true)
                } else if role == .lineBreak {
                    breakLine(endsBlock: false)
                } else if role == .link {
                    line.startLink()
                }
                if role != .inline { open.append((node.end, role)) }
            }
            index += 1
        }
        headings = 0
        breakLine(endsBlock: true)
        return items
    }

    /// The lines in a stretch of nodes, those of tables included.
    func lines(in range: Range<Int>) -> [FlowLine] { flow(in: range).compactMap(\.line) }
}
