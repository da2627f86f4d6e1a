internal import Posix

/// Where what was read on a page stands: between the frame in which its text is straight and runs to the right, and the page as
/// displayed. Nothing else converts between the two.
///
/// Both frames are in points, with their origin at the top-left corner; x grows to the right, y downwards.
public struct PageFrame: Hashable, Sendable {
    /// The page as displayed, in points.
    public let width: Double
    public let height: Double
    /// Which way the text runs on the page as displayed; `oblique` is taken for `right`.
    public let direction: Glyph.Direction
    /// By how many degrees the page's picture was turned clockwise around its middle to become straight.
    public let skew: Double

    public init(width: Double, height: Double, direction: Glyph.Direction = .right, skew: Double = 0) {
        (self.width, self.height, self.direction, self.skew) = (width, height, direction, skew)
    }

    /// The text's frame is as wide as the page is high.
    public var isSideways: Bool { direction == .down || direction == .up }

    /// Onto the page as displayed.
    public func toPage(_ point: Point) -> Point { rotated(laid(point), by: -skew) }

    /// Into the frame of the text.
    public func toText(_ point: Point) -> Point { upright(rotated(point, by: skew)) }

    /// Onto the page as displayed. A box of a skewed page keeps its size, and its middle goes where it belongs.
    public func toPage(_ box: Box) -> Box {
        let laid = Box(laid(box.start), laid(box.end))
        return laid.moved(to: rotated(laid.center, by: -skew))
    }

    /// Into the frame of the text: of boxes, too, the way back.
    public func toText(_ box: Box) -> Box {
        let straight = box.moved(to: rotated(box.center, by: skew))
        return Box(upright(straight.start), upright(straight.end))
    }

    /// The frame of a text that runs in `direction` as seen in this one.
    public func turned(to direction: Glyph.Direction) -> PageFrame {
        let quarters = (self.direction.quarters + direction.quarters) % 4
        return PageFrame(width: width, height: height, direction: Glyph.Direction.quarters[quarters], skew: skew)
    }

    // MARK: The two turns

    private func laid(_ point: Point) -> Point {
        switch direction {
        case .down: Point(x: width - point.y, y: point.x)
        case .up: Point(x: point.y, y: height - point.x)
        case .left: Point(x: width - point.x, y: height - point.y)
        case .right, .oblique: point
        }
    }

    private func upright(_ point: Point) -> Point {
        switch direction {
        case .down: Point(x: point.y, y: width - point.x)
        case .up: Point(x: height - point.y, y: point.x)
        case .left: Point(x: width - point.x, y: height - point.y)
        case .right, .oblique: point
        }
    }

    /// Turned clockwise around the middle of the page.
    private func rotated(_ point: Point, by degrees: Double) -> Point {
        guard degrees != 0 else { return point }
        let (sine, cosine) = (sin(degrees * .pi / 180), cos(degrees * .pi / 180))
        let (dx, dy) = (point.x - width / 2, point.y - height / 2)
        return Point(x: width / 2 + dx * cosine - dy * sine, y: height / 2 + dx * sine + dy * cosine)
    }
}

extension Glyph.Direction {
    /// By how many quarters of a turn, clockwise, the text is turned from one that runs to the right.
    fileprivate var quarters: Int { Self.quarters.firstIndex(of: self) ?? 0 }

    fileprivate static let quarters: [Glyph.Direction] = [.right, .down, .left, .up]
}

extension Box {
    fileprivate init(_ one: Point, _ other: Point) { self.init(x0: one.x, y0: one.y, x1: other.x, y1: other.y) }

    fileprivate var start: Point { Point(x: x0, y: y0) }
    fileprivate var end: Point { Point(x: x1, y: y1) }

    /// As large, with its middle elsewhere.
    fileprivate func moved(to middle: Point) -> Box {
        let (dx, dy) = (middle.x - center.x, middle.y - center.y)
        return dx == 0 && dy == 0 ? self : Box(x0: x0 + dx, y0: y0 + dy, x1: x1 + dx, y1: y1 + dy)
    }
}
