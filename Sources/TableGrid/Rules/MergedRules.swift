package import DocumentModel

/// Rulings of one axis, snapped to common positions and merged where they overlap or all but touch.
///
/// Sorted by position, then start. Cost: a sort.
package func mergedRules(_ rulings: [Ruling], axis: Axis, options: TableOptions) -> [Rule] {
    let sorted = rulings.filter { $0.axis == axis }.sorted {
        ($0.position, $0.span.lowerBound, $0.span.upperBound) < ($1.position, $1.span.lowerBound, $1.span.upperBound)
    }
    var lines: [Rule] = []
    var start = 0
    while start < sorted.count {
        // A cluster grows from its first ruling, so that a chain of close lines cannot run away.
        var end = start + 1
        while end < sorted.count, sorted[end].position - sorted[start].position <= options.snap { end += 1 }
        lines += mergedSpans(of: sorted[start..<end], axis: axis, options: options)
        start = end
    }
    return lines
}

private func mergedSpans(of cluster: ArraySlice<Ruling>, axis: Axis, options: TableOptions) -> [Rule] {
    var lines: [Rule] = []
    var pieces: [Ruling] = []
    var reached = -Double.infinity

    func finish() {
        guard let first = pieces.first else { return }
        // The middle of what was drawn, weighted by length: a stub does not move a long line.
        let weight = pieces.reduce(0) { $0 + $1.length + 0.01 }
        let position = pieces.reduce(0) { $0 + $1.position * ($1.length + 0.01) } / weight
        let thickest = pieces.reduce(0) { max($0, $1.thickness) }
        lines.append(
            Rule(axis: axis, position: position, span: first.span.lowerBound...reached, halfWidth: thickest / 2))
        pieces = []
    }

    for ruling in cluster.sorted(by: {
        ($0.span.lowerBound, $0.span.upperBound) < ($1.span.lowerBound, $1.span.upperBound)
    }) {
        if let last = pieces.last, ruling.span.lowerBound - reached > gap(between: last, and: ruling, options: options)
        {
            finish()
            reached = -.infinity
        }
        pieces.append(ruling)
        reached = max(reached, ruling.span.upperBound)
    }
    finish()
    return lines
}

/// Dashes drawn one by one may stand further apart than the ends of two rules that should meet.
private func gap(between left: Ruling, and right: Ruling, options: TableOptions) -> Double {
    let shorter = min(left.length, right.length)
    guard shorter < options.rules.longestDash * options.joinGap else { return options.joinGap }
    let dash = min(options.rules.dashGap * shorter, options.rules.longestDashGap * options.joinGap)
    return max(options.joinGap, dash)
}
