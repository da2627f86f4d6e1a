package import DocumentModel

/// The rulings that a reader of the page can see as lines: without white lines on white, without what white lines paint over,
/// with dotted lines that are drawn dot by dot.
package func visibleRules(of page: Page, options: TableOptions) -> [Ruling] {
    let dark = page.rulings.filter { $0.color.luminance <= options.faintest }
    let light = page.rulings.filter { $0.color.luminance > options.faintest }
    let dots = page.boxes.filter { options.rules.isDot($0.box) && $0.color.luminance <= options.faintest }
    return erased(dark, by: light, options: options.rules) + linesOnShade(light, boxes: page.boxes, options: options)
        + dottedRules(dots, options: options.rules)
}

/// White lines between shaded cells.
private func linesOnShade(_ light: [Ruling], boxes: [FilledBox], options: TableOptions) -> [Ruling] {
    guard !light.isEmpty else { return [] }
    let shades = BoxIndex(
        boxes.filter {
            $0.color.luminance <= options.faintest && $0.opacity > options.rules.groundCover
                && !options.rules.isDot($0.box)
        }, box: \.box)
    return light.filter { ruling in
        let middle = ruling.box.center
        let around = Box(x0: middle.x, y0: middle.y, x1: middle.x, y1: middle.y).expanded(
            by: ruling.thickness + options.rules.shadeReach)
        return shades.meeting(around).contains { $0.order < ruling.order }
    }
}

/// `dark` without the stretches that a white line of the same thickness covers later on: some producers draw the whole grid
/// and then paint over what merged cells do not have.
private func erased(_ dark: [Ruling], by light: [Ruling], options: RuleOptions) -> [Ruling] {
    guard !light.isEmpty else { return dark }
    let covers = BoxIndex(light, box: \.inkBox)
    return dark.flatMap { ruling -> [Ruling] in
        let hiding = covers.meeting(ruling.box).filter {
            $0.axis == ruling.axis && $0.order > ruling.order
                && $0.thickness >= ruling.thickness - options.coverThickness
                && abs($0.position - ruling.position) <= ($0.thickness - ruling.thickness) / 2 + options.coverOffset
        }
        var rest = [ruling.span]
        for cover in hiding {
            rest = rest.flatMap { $0.without(cover.span) }
        }
        return rest.filter { $0.length > options.shortestRest || $0 == ruling.span }.map { span in
            var piece = ruling
            piece.span = span
            return piece
        }
    }
}

extension Ruling {
    /// What its ink covers.
    fileprivate var inkBox: Box {
        let half = thickness / 2
        return axis == .horizontal
            ? Box(x0: span.lowerBound, y0: position - half, x1: span.upperBound, y1: position + half)
            : Box(x0: position - half, y0: span.lowerBound, x1: position + half, y1: span.upperBound)
    }
}

extension ClosedRange<Double> {
    fileprivate func without(_ hole: ClosedRange<Double>) -> [ClosedRange<Double>] {
        guard overlaps(hole) else { return [self] }
        var rest: [ClosedRange<Double>] = []
        if lowerBound < hole.lowerBound { rest.append(lowerBound...hole.lowerBound) }
        if upperBound > hole.upperBound { rest.append(hole.upperBound...upperBound) }
        return rest
    }
}
