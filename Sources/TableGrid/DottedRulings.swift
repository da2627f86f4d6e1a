internal import DocumentModel

/// Longest side of a dot, in points.
private let maximumDot = 3.2
/// Widest gap between the dots of a line, in points.
private let maximumDotGap = 4.0
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
        func row(_ dot: FilledBox) -> Double { (dot.box.center.position(along: axis.other) * 2).rounded() }
        func start(_ dot: FilledBox) -> Double { dot.box.extent(along: axis).lowerBound }
        for dot in dots.sorted(by: { (row($0), start($0)) < (row($1), start($1)) }) {
            if let last = run.last,
                row(last) != row(dot) || start(dot) - last.box.extent(along: axis).upperBound > maximumDotGap
            {
                finish()
            }
            run.append(dot)
        }
        finish()
        return rulings
    }
}
