internal import DocumentModel
internal import XMLTree

/// What all objects on a page have (CT_GraphicUnit): a place, a clip, a style.
struct GraphicObject {
    let element: XMLElement
    /// In millimetres of what it stands in.
    let boundary: Box
    /// From its own millimetres to the page, in points.
    let transform: Transform
    /// In points.
    let clip: Box
    /// The whole page.
    let page: Box
    let style: GraphicStyle
    /// 0 (transparent) to 1.
    let opacity: Double

    /// - Returns: nil for one without a place, or with nothing of it on the page.
    init?(_ element: XMLElement, in surroundings: ContentReader.Surroundings, _ resources: Resources) {
        guard let values = element["Boundary"].map(numbers), values.count == 4 else { return nil }
        let (width, height) = (values[2], values[3])
        let boundary = Box(x0: values[0], y0: values[1], x1: values[0] + max(0, width), y1: values[1] + max(0, height))
        let shift = Transform.shift(boundary.x0, boundary.y0).then(surroundings.transform)
        let own = element.transform("CTM") ?? .identity
        transform = own.then(shift)
        guard transform.isFinite else { return nil }
        // Writers round, and take the middle of a border's stroke for its edge. A boundary without extent, or with a negative one, as
        // some write for text that ends at a place, bounds nothing.
        let open = Box(
            x0: boundary.x0 - (width > 0 ? 0 : Self.beyond), y0: boundary.y0 - (height > 0 ? 0 : Self.beyond),
            x1: boundary.x1 + (width > 0 ? 0 : Self.beyond), y1: boundary.y1 + (height > 0 ? 0 : Self.beyond))
        let frame = surroundings.transform.box(open).expanded(by: Self.slack)
        guard var clip = surroundings.clip.intersection(frame) else { return nil }
        for area in Self.clips(of: element, own: own, shift: shift) {
            guard let rest = clip.intersection(area.expanded(by: Self.slack)) else { return nil }
            clip = rest
        }
        var style = surroundings.style
        style.take(parameters: element["DrawParam"], resources: resources)
        style.take(element, resources: resources)
        (self.element, self.boundary, self.clip, self.style) = (element, boundary, clip, style)
        page = surroundings.page
        opacity = element.number("Alpha").map { min(max($0 / 255, 0), 1) } ?? 1
    }

    /// How far things reach over their boundary and still show, in points.
    private static let slack = 0.5
    /// Further away than any page reaches, in millimetres.
    private static let beyond = 1e5

    /// Around each of its clips on the page. Writers disagree on whether the object's own map moves its clips: what shows either
    /// way shows.
    private static func clips(of element: XMLElement, own: Transform, shift: Transform) -> [Box] {
        element.elements(in: "Clips").compactMap { clip in
            clip.elements.filter { $0.name == "Area" }.compactMap { area -> Box? in
                guard let path = area.first("Path"), let data = path.value("AbbreviatedData") else { return nil }
                let corner = path.box("Boundary").map { Transform.shift($0.x0, $0.y0) } ?? .identity
                let inner = (path.transform("CTM") ?? .identity).then(corner).then(area.transform("CTM") ?? .identity)
                let points = PathData(data).subpaths.flatMap(\.points)
                guard let box = points.lazy.map({ Box(x0: $0.x, y0: $0.y, x1: $0.x, y1: $0.y) }).union() else {
                    return nil
                }
                return inner.then(shift).box(box).union(inner.then(own).then(shift).box(box))
            }.union()
        }
    }

    func isPainted(_ name: String, otherwise: Bool) -> Bool { element.flag(name) ?? otherwise }

    /// A path object's fill, and its stroke over it.
    var paths: [PaintedPath] {
        guard let data = element.value("AbbreviatedData") else { return [] }
        let subpaths = PathData(data).subpaths.map { subpath in
            Subpath(
                points: subpath.points.map { transform($0) }, isClosed: subpath.isClosed, isCurved: subpath.isCurved)
        }
        guard !subpaths.isEmpty, subpaths.allSatisfy({ $0.points.allSatisfy { $0.x.isFinite && $0.y.isFinite } }) else {
            return []
        }
        func path(_ paint: PaintedPath.Paint, _ ink: GraphicStyle.Ink, dash: [Double] = []) -> PaintedPath {
            PaintedPath(
                paint: paint, color: ink.color, opacity: ink.opacity * opacity, dash: dash, clip: clip,
                subpaths: subpaths)
        }
        var paths: [PaintedPath] = []
        if isPainted("Fill", otherwise: false), let ink = style.fill { paths.append(path(.fill, ink)) }
        if isPainted("Stroke", otherwise: true), let ink = style.stroke {
            let growth = transform.growth
            // The thinnest pen draws lines too.
            let width = max(style.lineWidth * growth, Self.thinnestPen)
            paths.append(path(.stroke(width: width), ink, dash: style.dash.map { $0 * growth }))
        }
        return paths
    }

    private static let thinnestPen = 0.1
}
