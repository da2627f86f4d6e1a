package import DocumentModel

/// Rules that hang together through crossings: what may be one table.
package struct RuleGroup: Hashable, Sendable {
    package var horizontal: [Rule]
    package var vertical: [Rule]
    /// Where they cross or touch.
    package var crossings: [Point]
}

/// Groups rules by their crossings; rules that meet no other are left out.
///
/// A sweep over sorted positions: near linear for rules that meet few others.
package func ruleGroups(horizontal: [Rule], vertical: [Rule], options: TableOptions) -> [RuleGroup] {
    let columns = vertical.sorted { $0.position < $1.position }
    // Bounds the sweep's window.
    let thickest = columns.lazy.map(\.halfWidth).max() ?? 0
    var sets = DisjointSets(count: horizontal.count + columns.count)
    var crossings: [(horizontal: Int, point: Point)] = []
    for (h, line) in horizontal.enumerated() {
        let reach = options.reach + line.halfWidth
        let low = line.span.lowerBound - options.reach
        let high = line.span.upperBound + options.reach
        var v = columns.partitionPoint { $0.position < low - thickest }
        while v < columns.count, columns[v].position <= high + thickest {
            let column = columns[v]
            let acrossReach = options.reach + column.halfWidth
            if column.position >= line.span.lowerBound - acrossReach,
                column.position <= line.span.upperBound + acrossReach,
                line.position >= column.span.lowerBound - reach, line.position <= column.span.upperBound + reach
            {
                sets.join(h, horizontal.count + v)
                crossings.append((h, Point(x: column.position, y: line.position)))
            }
            v += 1
        }
    }
    var groups: [Int: RuleGroup] = [:]
    var order: [Int] = []
    func with(_ index: Int, _ change: (inout RuleGroup) -> Void) {
        let root = sets.root(of: index)
        if groups[root] == nil { order.append(root) }
        change(&groups[root, default: RuleGroup(horizontal: [], vertical: [], crossings: [])])
    }
    for (h, line) in horizontal.enumerated() { with(h) { $0.horizontal.append(line) } }
    for (v, line) in columns.enumerated() { with(horizontal.count + v) { $0.vertical.append(line) } }
    for crossing in crossings { with(crossing.horizontal) { $0.crossings.append(crossing.point) } }
    return order.compactMap { groups[$0] }.filter { !$0.horizontal.isEmpty && !$0.vertical.isEmpty }
}

extension RuleGroup {
    /// Around all of its rules.
    package var box: Box {
        let horizontalSpan = horizontal.map(\.span)
        let verticalSpan = vertical.map(\.span)
        let xs = horizontalSpan.map(\.lowerBound) + horizontalSpan.map(\.upperBound) + vertical.map(\.position)
        let ys = verticalSpan.map(\.lowerBound) + verticalSpan.map(\.upperBound) + horizontal.map(\.position)
        return Box(x0: xs.min() ?? 0, y0: ys.min() ?? 0, x1: xs.max() ?? 0, y1: ys.max() ?? 0)
    }
}

extension Box {
    var area: Double { width * height }
}
