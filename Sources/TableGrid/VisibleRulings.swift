package import DocumentModel

/// The rulings that a reader of the page can see as lines: without white lines on white, with dotted lines that are drawn
/// dot by dot.
package func visibleRulings(of page: Page, options: TableOptions) -> [Ruling] {
    let shades = page.boxes.filter { $0.color.luminance < options.faintest && $0.opacity > 0.5 && !isDot($0.box) }
    let drawn = page.rulings.filter { ruling in
        if ruling.color.luminance <= options.faintest { return true }
        let middle = ruling.box.center
        return shades.contains { $0.box.contains(middle) }
    }
    return drawn + dottedRulings(page.boxes.filter { isDot($0.box) && $0.color.luminance <= options.faintest })
}

/// Longest side of a dot, in points.
private let maximumDot = 3.2
/// Widest gap between the dots of a line, in points.
private let maximumDotGap = 4.0
/// Fewer dots in a row are not a line.
private let minimumDots = 5

private func isDot(_ box: Box) -> Bool { box.width <= maximumDot && box.height <= maximumDot }

/// Rows and columns of dots as rulings.
private func dottedRulings(_ dots: [FilledBox]) -> [Ruling] {
    guard dots.count >= minimumDots else { return [] }
    return Axis.allCases.flatMap { axis in
        let sorted = dots.map { (dot: $0, key: ($0.box.center.position(along: axis.other) * 2).rounded()) }
            .sorted { ($0.key, $0.dot.box.extent(along: axis).lowerBound) < ($1.key, $1.dot.box.extent(along: axis).lowerBound) }
        var rulings: [Ruling] = []
        var run: [FilledBox] = []
        func finish() {
            if run.count >= minimumDots, let first = run.first, let around = run.lazy.map(\.box).union() {
                rulings.append(
                    Ruling(
                        axis: axis, position: around.center.position(along: axis.other),
                        span: around.extent(along: axis),
                        thickness: around.extent(along: axis.other).upperBound - around.extent(along: axis.other).lowerBound,
                        color: first.color, source: .dots))
            }
            run = []
        }
        var lastKey: Double?
        for (dot, key) in sorted {
            if let last = run.last,
                key != lastKey
                    || dot.box.extent(along: axis).lowerBound - last.box.extent(along: axis).upperBound > maximumDotGap
            {
                finish()
            }
            run.append(dot)
            lastKey = key
        }
        finish()
        return rulings
    }
}
