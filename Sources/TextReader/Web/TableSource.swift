internal import HTMLTree

/// A `table` element taken apart: its rows, and what else is in it.
struct TableSource {
    /// Row groups in the order in which they are shown, `tfoot` last.
    private(set) var groups: [[[TableGridding.CellSpan]]] = []
    /// The nodes of the cells; a ``TableGridding/CellSpan`` names its place here.
    private(set) var cells: [Int] = []
    /// Captions and stray content.
    private(set) var others: [Range<Int>] = []

    init(_ tree: HTMLTree, index table: Int) {
        var feet: [[[TableGridding.CellSpan]]] = []
        var group: [[TableGridding.CellSpan]] = []
        var isFoot = false
        var groupEnd = tree.nodes[table].end
        var rowEnd = 0

        func finishGroup() {
            if !group.isEmpty { if isFoot { feet.append(group) } else { groups.append(group) } }
            group = []
            rowEnd = 0
        }
        var index = table + 1
        while index < tree.nodes[table].end {
            let node = tree.nodes[index]
            if index >= groupEnd {
                finishGroup()
                (isFoot, groupEnd) = (false, tree.nodes[table].end)
            }
            switch node.content {
            case .text:
                others.append(index..<node.end)
            case .element(let element):
                switch element.name {
                case _ where element.role == .hidden: index = node.end - 1
                case "thead", "tbody", "tfoot":
                    finishGroup()
                    (isFoot, groupEnd) = (element.name == "tfoot", node.end)
                case "tr":
                    group.append([])
                    rowEnd = node.end
                case "td", "th":
                    // A cell outside of a row starts one.
                    if index >= rowEnd {
                        group.append([])
                        rowEnd = groupEnd
                    }
                    group[group.count - 1].append(TableGridding.CellSpan(element, cell: cells.count))
                    cells.append(index)
                    index = node.end - 1
                case "caption", "table":
                    others.append(index..<node.end)
                    index = node.end - 1
                default: break
                }
            }
            index += 1
        }
        finishGroup()
        groups += feet
    }
}

extension TableGridding.CellSpan {
    /// The spans are kept within the bounds of the HTML Standard, section 4.9.11.
    fileprivate init(_ element: HTMLTree.Element, cell: Int) {
        self.init(
            cell: cell, rows: min(number(element["rowspan"]) ?? 1, 65_534),
            columns: min(max(number(element["colspan"]) ?? 1, 1), 1000))
    }
}

/// The number at the start of an attribute's value, as the HTML Standard reads it (section 2.3.4.2); nil for none.
private func number(_ value: String?) -> Int? {
    guard let digits = value?.trimmed.drop(while: { $0 == "+" }).prefix(while: { "0"..."9" ~= $0 }), !digits.isEmpty
    else { return nil }
    return Int(digits) ?? .max
}
