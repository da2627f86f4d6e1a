package import DocumentModel

/// How a page, or a part of it, is turned so that its text runs to the right: tables are often set sideways on an upright page.
///
/// Everything is found in the turned frame; boxes are given back in the page's own.
package struct PageTurn: Hashable, Sendable {
    /// Which way the text runs on the page as displayed.
    package let direction: Glyph.Direction
    /// The page as displayed, in points.
    package let width: Double
    package let height: Double

    /// The direction in which more than half of the page's characters run.
    init(_ page: Page) {
        let counts = Self.directions(of: page)
        let total = counts.values.reduce(0, +)
        let most = [Glyph.Direction.down, .up, .left].first { 2 * (counts[$0] ?? 0) > total }
        self.init(direction: most ?? .right, width: page.width, height: page.height)
    }

    init(direction: Glyph.Direction, width: Double, height: Double) {
        self.direction = direction
        self.width = width
        self.height = height
    }

    /// How many of the page's characters run which way.
    static func directions(of page: Page) -> [Glyph.Direction: Int] {
        var counts: [Glyph.Direction: Int] = [:]
        for glyph in page.glyphs where !glyph.isBlank && glyph.renderMode.isVisible {
            counts[glyph.readingDirection, default: 0] += 1
        }
        return counts
    }

    var isNone: Bool { direction == .right }

    /// From the page into the frame in which its text runs to the right.
    func turned(_ point: Point) -> Point {
        switch direction {
        case .down: Point(x: point.y, y: width - point.x)
        case .up: Point(x: height - point.y, y: point.x)
        case .left: Point(x: width - point.x, y: height - point.y)
        case .right, .oblique: point
        }
    }

    /// Back onto the page.
    package func original(_ point: Point) -> Point {
        switch direction {
        case .down: Point(x: width - point.y, y: point.x)
        case .up: Point(x: point.y, y: height - point.x)
        case .left: Point(x: width - point.x, y: height - point.y)
        case .right, .oblique: point
        }
    }

    func turned(_ box: Box) -> Box { Self.box(turned(box.start), turned(box.end)) }

    package func original(_ box: Box) -> Box { Self.box(original(box.start), original(box.end)) }

    private static func box(_ a: Point, _ b: Point) -> Box { Box(x0: a.x, y0: a.y, x1: b.x, y1: b.y) }

    /// The page in the turned frame.
    func turned(_ page: Page) -> Page {
        guard !isNone else { return page }
        var turned = page
        if direction != .left { (turned.width, turned.height) = (page.height, page.width) }
        turned.glyphs = page.glyphs.map { glyph in
            var glyph = glyph
            let end = self.turned(Point(x: glyph.origin.x + glyph.advance.x, y: glyph.origin.y + glyph.advance.y))
            glyph.origin = self.turned(glyph.origin)
            glyph.advance = Point(x: end.x - glyph.origin.x, y: end.y - glyph.origin.y)
            glyph.box = self.turned(glyph.box)
            return glyph
        }
        turned.rulings = page.rulings.map { ruling in
            var ruling = ruling
            let box = self.turned(ruling.box)
            if direction != .left { ruling.axis = ruling.axis.other }
            ruling.position = box.center.position(along: ruling.axis.other)
            ruling.span = box.extent(along: ruling.axis)
            return ruling
        }
        turned.boxes = page.boxes.map {
            FilledBox(box: self.turned($0.box), color: $0.color, opacity: $0.opacity, order: $0.order)
        }
        turned.otherPaths = page.otherPaths.map { self.turned($0) }
        return turned
    }
}

extension Glyph {
    /// Vertical writing runs down with its characters upright: nothing to turn.
    var readingDirection: Direction { isVertical ? .right : direction }
}

extension Box {
    fileprivate var start: Point { Point(x: x0, y: y0) }
    fileprivate var end: Point { Point(x: x1, y: y1) }
}
