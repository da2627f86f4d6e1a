import DocumentModel
import Testing

@Suite("Page frame")
struct PageFrameTests {
    static let directions: [Glyph.Direction] = [.right, .down, .left, .up]

    private func isNear(_ one: Point, _ other: Point) -> Bool {
        abs(one.x - other.x) < 1e-9 && abs(one.y - other.y) < 1e-9
    }

    @Test("back on the page is where it came from", arguments: directions, [0, 3, -1.5])
    func inverse(direction: Glyph.Direction, skew: Double) {
        let frame = PageFrame(width: 600, height: 800, direction: direction, skew: skew)
        let point = Point(x: 3, y: 7)
        #expect(isNear(frame.toPage(frame.toText(point)), point))
        #expect(isNear(frame.toText(frame.toPage(point)), point))
        let box = Box(x0: 10, y0: 20, x1: 40, y1: 80)
        let back = frame.toPage(frame.toText(box))
        #expect(isNear(Point(x: back.x0, y: back.y0), Point(x: 10, y: 20)))
        #expect(isNear(Point(x: back.x1, y: back.y1), Point(x: 40, y: 80)))
    }

    @Test("upright text stands where it stands, to the last bit")
    func upright() {
        let box = Box(x0: 10.1, y0: 20.3, x1: 40.7, y1: 80.9)
        #expect(PageFrame(width: 600, height: 800).toPage(box) == box)
        #expect(PageFrame(width: 600, height: 800, direction: .oblique).toText(box) == box)
    }

    @Test(
        "the corner where the text starts comes to the top left",
        arguments: [
            (Glyph.Direction.down, Point(x: 600, y: 0)), (.up, Point(x: 0, y: 800)), (.left, Point(x: 600, y: 800)),
        ])
    func corner(direction: Glyph.Direction, corner: Point) {
        #expect(PageFrame(width: 600, height: 800, direction: direction).toText(corner) == Point(x: 0, y: 0))
    }

    @Test("what was turned clockwise to be straight leans the other way on the page, around its middle")
    func skew() {
        let frame = PageFrame(width: 600, height: 800, skew: 90)
        // A quarter of a turn: what is right of the middle was above it.
        #expect(isNear(frame.toPage(Point(x: 400, y: 400)), Point(x: 300, y: 300)))
        #expect(isNear(frame.toPage(Point(x: 300, y: 400)), Point(x: 300, y: 400)))
    }

    @Test("a box of a skewed page keeps its size")
    func size() {
        let box = PageFrame(width: 600, height: 800, skew: 3).toPage(Box(x0: 500, y0: 100, x1: 540, y1: 120))
        #expect(abs(box.width - 40) < 1e-9 && abs(box.height - 20) < 1e-9)
        // 220 right of the middle and 290 above it: sin 3° = 0.0523, 1 - cos 3° = 0.0014.
        #expect(abs(box.center.x - (520 - 290 * 0.052336 - 220 * 0.00137)) < 0.01)
        #expect(abs(box.center.y - (110 - 220 * 0.052336 + 290 * 0.00137)) < 0.01)
    }

    @Test("a turn within a turned text adds up", arguments: directions, directions)
    func composition(outer: Glyph.Direction, inner: Glyph.Direction) {
        let frame = PageFrame(width: 600, height: 800, direction: outer, skew: 2)
        let (width, height) = frame.isSideways ? (800.0, 600.0) : (600, 800)
        let turn = PageFrame(width: width, height: height, direction: inner)
        let point = Point(x: 123, y: 45)
        #expect(isNear(frame.turned(to: inner).toText(point), turn.toText(frame.toText(point))))
    }
}
