internal import DocumentModel

/// Longest side of a dot, in points.
private let maximumDot = 3.2
/// Widest gap between the dots of a line, in points.
private let maximumDotGap = 4.0
/// Dots closer than this across a line are in one line, in points.
private let rowGap = 0.3
/// Fewer dots in a row are not a line.
private let fewestDotss = 5

func isDot(_ box: Box) -> Bool { box.width <= maximumDot && box.height <= maximumDot }

/// Rows and columns of dots as rulings.
func dottedRulings(_ dots: [FilledBox]) -> [Ruling] {
    guard dots.count >= fewestDotss else { return [] }
    return Axis.allCases.flatMap { axis in
        var rulings: [Ruling] = []
        var run: [FilledBox] = []
        func finish() {
            if run.count >= fewestDotss, let first = run.first, let around = run.lazy.map(\.box).union() {
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
            if let last, position(dot) - last > rowGap { row += 1 }
            last = position(dot)
            return (row: row, dot: dot)
        }
        var lastRow = 0
        for (row, dot) in placed.sorted(by: { ($0.row, start($0.dot)) < ($1.row, start($1.dot)) }) {
            if let last = run.last,
                row != lastRow || start(dot) - last.box.extent(along: axis).upperBound > maximumDotGap
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
