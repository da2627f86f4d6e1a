internal import DocumentModel

/// How a page is bent, told by its rules: each of them was printed level.
///
/// A book's page curls towards the spine, a sheet in a fax slips. What lies between two rules is moved as they are.
struct PageBend {
    private let rules: [ScannedRule]

    /// Shorter rules tell too little, in points.
    private static let shortest = 120.0
    /// A rule that stays as near to its middle is level, in points.
    private static let level = 0.7
    /// So many must be bent: one alone may be two rules taken for one.
    private static let fewest = 3

    /// - Returns: nil for a level page.
    init?(_ rules: [ScannedRule], scale: Double) {
        let long = rules.filter { $0.axis == .horizontal && Double($0.span.count) >= Self.shortest * scale }
        let bent = long.filter { rule in
            let mean = rule.mean
            return [rule.span.lowerBound, rule.span.upperBound].contains {
                abs(rule.position(at: $0) - mean) > Self.level * scale
            }
        }
        guard bent.count >= Self.fewest else { return nil }
        self.rules = long
    }

    /// For every row of a straight page the row of this one that belongs there.
    func sources(ofColumn column: Int, rows: Int) -> [Double] {
        var pairs = rules.map { rule in
            let place = min(max(column, rule.span.lowerBound), rule.span.upperBound - 1)
            return (target: rule.mean, source: rule.position(at: place))
        }.sorted { $0.target < $1.target }
        // Rows keep their order.
        pairs = pairs.reduce(into: []) { kept, pair in
            if let last = kept.last, pair.source <= last.source || pair.target <= last.target { return }
            kept.append(pair)
        }
        guard let first = pairs.first, let last = pairs.last else { return (0..<rows).map(Double.init) }
        var next = 0
        return (0..<rows).map { row in
            let target = Double(row) + 0.5
            while next < pairs.count, pairs[next].target <= target { next += 1 }
            if next == 0 { return target - first.target + first.source - 0.5 }
            if next == pairs.count { return target - last.target + last.source - 0.5 }
            let (above, below) = (pairs[next - 1], pairs[next])
            let share = (target - above.target) / (below.target - above.target)
            return above.source + share * (below.source - above.source) - 0.5
        }
    }
}
