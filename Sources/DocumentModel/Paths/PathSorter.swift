/// Sorts painted paths into rulings, filled boxes and the rest.
///
/// A line on paper is drawn in many ways: stroked, as a side of a stroked rectangle, as a thin filled rectangle. White and
/// faint lines stay in (whoever looks at the whole page can tell whether they show); transparent and fully clipped ones do not.
package struct PathSorter {
    package private(set) var rulings: [Ruling] = []
    package private(set) var boxes: [FilledBox] = []
    package private(set) var others: [Box] = []
    private var order = 0

    package init() {}

    /// A filled rectangle up to this thickness is a line, in points: the thickest borders seen are 3 pt.
    static let maximumThickness = 3.2
    /// How far a line may be off its axis, in points.
    static let straightness = 0.5
    static let minimumOpacity = 0.02

    package mutating func add(_ path: PaintedPath, within page: Box) {
        guard path.opacity > Self.minimumOpacity, let clip = path.clip.intersection(page) else { return }
        for subpath in path.subpaths {
            order += 1
            switch path.paint {
            case .stroke(let width): addStroke(subpath, width: width, of: path, clip: clip)
            case .fill: addFill(subpath, of: path, clip: clip)
            }
        }
    }

    private mutating func addStroke(_ subpath: Subpath, width: Double, of path: PaintedPath, clip: Box) {
        guard !subpath.isCurved else { return addOther(subpath, clip: clip) }
        // A line as thick as it is long is a box: some producers fill cells with one fat stroke.
        let rectangle = subpath.rectangle(within: Self.straightness)
        let source: Ruling.Source = rectangle == nil ? .stroke : .outline
        var corners = subpath.points
        if subpath.isClosed || rectangle != nil, let first = corners.first { corners.append(first) }
        var isStraight = true
        defer { if !isStraight { addOther(subpath, clip: clip) } }
        for (start, end) in zip(corners, corners.dropFirst()) where start != end {
            let line = Box(x0: start.x, y0: start.y, x1: end.x, y1: end.y)
            guard min(line.width, line.height) <= Self.straightness else {
                isStraight = false
                continue
            }
            if width > Self.maximumThickness {
                let half = width / 2
                let fat =
                    line.width >= line.height
                    ? Box(x0: line.x0, y0: line.y0 - half, x1: line.x1, y1: line.y1 + half)
                    : Box(x0: line.x0 - half, y0: line.y0, x1: line.x1 + half, y1: line.y1)
                addBox(fat, of: path, clip: clip)
            } else {
                addRuling(along: line, thickness: width, source: source, of: path, clip: clip)
            }
        }
    }

    private mutating func addFill(_ subpath: Subpath, of path: PaintedPath, clip: Box) {
        // Borders with mitred corners are thin trapezoids: to the eye lines like any other.
        guard let rectangle = subpath.rectangle(within: Self.straightness) ?? subpath.thinOutline(Self.maximumThickness)
        else {
            if subpath.points.count > 1 { addOther(subpath, clip: clip) }
            return
        }
        guard let visible = rectangle.intersection(clip) else { return }
        let thickness = min(visible.width, visible.height)
        let length = max(visible.width, visible.height)
        // A dot as wide as it is high belongs to no axis yet.
        if thickness <= Self.maximumThickness && length > 1.5 * thickness {
            let middle = visible.center
            let line =
                visible.width >= visible.height
                ? Box(x0: visible.x0, y0: middle.y, x1: visible.x1, y1: middle.y)
                : Box(x0: middle.x, y0: visible.y0, x1: middle.x, y1: visible.y1)
            addRuling(along: line, thickness: thickness, source: .fill, of: path, clip: clip)
        } else {
            addBox(visible, of: path, clip: clip)
        }
    }

    private mutating func addOther(_ subpath: Subpath, clip: Box) {
        let around = subpath.points.lazy.map { Box(x0: $0.x, y0: $0.y, x1: $0.x, y1: $0.y) }.union()
        if let visible = around?.intersection(clip) { others.append(visible) }
    }

    private mutating func addBox(_ box: Box, of path: PaintedPath, clip: Box) {
        guard let visible = box.intersection(clip), visible.width > 0 || visible.height > 0 else { return }
        boxes.append(FilledBox(box: visible, color: path.color, opacity: path.opacity, order: order))
    }

    private mutating func addRuling(
        along line: Box, thickness: Double, source: Ruling.Source, of path: PaintedPath, clip: Box
    ) {
        // A line that lies on the edge of the clip still shows half of its width.
        let axis: Axis = line.width >= line.height ? .horizontal : .vertical
        let reach = thickness / 2 + 0.01
        let (dx, dy) = axis == .horizontal ? (0, reach) : (reach, 0)
        let window = Box(x0: clip.x0 - dx, y0: clip.y0 - dy, x1: clip.x1 + dx, y1: clip.y1 + dy)
        guard let visible = line.intersection(window) else { return }
        let span = visible.extent(along: axis)
        guard span.upperBound > span.lowerBound else { return }
        rulings.append(
            Ruling(
                axis: axis, position: visible.center.position(along: axis.other), span: span, thickness: thickness,
                color: path.color, dash: path.dash, source: source, order: order))
    }
}
