internal import DocumentModel

extension RuleOptions {
    /// Small enough to be a dot of a dotted rule.
    func isDot(_ box: Box) -> Bool { box.width <= longestDot && box.height <= longestDot }
}

/// Rows and columns of dots as rulings.
func dottedRules(_ dots: [FilledBox], options: RuleOptions) -> [Ruling] {
    guard dots.count >= options.fewestDots else { return [] }
    return Axis.allCases.flatMap { axis in
        var rulings: [Ruling] = []
        var run: [FilledBox] = []
        func finish() {
            if run.count >= options.fewestDots, let first = run.first, let around = run.lazy.map(\.box).union() {
                rulings.append(
                    Ruling(
                        axis: axis, position: around.center.position(along: axis.other),
                        span: around.extent(along: axis),
                        thickness: around.extent(along: axis.other).length, color: first.color, source: .dots))
            }
            run = []
        }
        func position(_ dot: FilledBox) -> Double { dot.box.center.position(along: axis.other) }
        func start(_ dot: FilledBox) -> Double { dot.box.extent(along: axis).lowerBound }
        // Rows of dots by the gaps between them, then each row along its axis.
        var row = 0
        var last: Double?
        let placed = dots.sorted { position($0) < position($1) }.map { dot in
            if let last, position(dot) - last > options.dotOffset { row += 1 }
            last = position(dot)
            return (row: row, dot: dot)
        }
        var lastRow = 0
        for (row, dot) in placed.sorted(by: { ($0.row, start($0.dot)) < ($1.row, start($1.dot)) }) {
            if let last = run.last,
                row != lastRow || start(dot) - last.box.extent(along: axis).upperBound > options.dotGap
            {
                finish()
            }
            run.append(dot)
            lastRow = row
        }
        finish()
        return rulings
    }
}
