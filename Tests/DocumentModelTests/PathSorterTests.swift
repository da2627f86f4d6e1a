import DocumentModel
import TestSupport
import Testing

@Suite("Path sorter")
struct PathSorterTests {
    private let page = Box(x0: 0, y0: 0, x1: 200, y1: 100)

    @Test(
        "thickness tells a ruling from a box: up to 3.2 points it is a line",
        arguments: [(0.1, true), (3.2, true), (3.3, false), (20, false)])
    func thickness(height: Double, isRuling: Bool) {
        let sorter = sorted(.fill, rectangle(Box(x0: 20, y0: 0, x1: 120, y1: height)))
        #expect(sorter.rulings.count == (isRuling ? 1 : 0))
        #expect(sorter.boxes.count == (isRuling ? 0 : 1))
    }

    @Test(
        "the longer side is a ruling's axis; what is hardly longer than thick belongs to none",
        arguments: [
            (Box(x0: 20, y0: 50, x1: 24, y1: 52), .horizontal), (Box(x0: 20, y0: 50, x1: 22, y1: 54), .vertical),
            (Box(x0: 20, y0: 50, x1: 23, y1: 52), nil), (Box(x0: 20, y0: 50, x1: 22, y1: 52), nil),
        ] as [(Box, Axis?)])
    func axis(box: Box, expected: Axis?) {
        let sorter = sorted(.fill, rectangle(box))
        #expect(sorter.rulings.map(\.axis) == (expected.map { [$0] } ?? []))
        #expect(sorter.boxes.map(\.box) == (expected == nil ? [box] : []))
    }

    @Test("a stroke wider than 3.2 points is a box as thick as the pen", arguments: [(3.2, 1, 0), (3.3, 0, 1)])
    func fatStroke(width: Double, rulings: Int, boxes: Int) {
        let sorter = sorted(.stroke(width: width), line(Point(x: 20, y: 50), Point(x: 120, y: 50)))
        #expect((sorter.rulings.count, sorter.boxes.count) == (rulings, boxes))
        if boxes == 1 { #expect(sorter.boxes.map(\.rounded.box) == [Box(x0: 20, y0: 48.35, x1: 120, y1: 51.65)]) }
    }

    @Test(
        "a line may be off its axis by half a point over its whole length",
        arguments: [(0.5, 1, 0), (0.51, 0, 1)])
    func straightness(drop: Double, rulings: Int, others: Int) {
        let sorter = sorted(.stroke(width: 1), line(Point(x: 20, y: 50), Point(x: 120, y: 50 + drop)))
        #expect((sorter.rulings.count, sorter.others.count) == (rulings, others))
    }

    @Test("opacity up to 0.02 is transparent", arguments: [(0, 0), (0.02, 0), (0.021, 1), (1, 1)])
    func opacity(opacity: Double, rulings: Int) {
        let sorter = sorted(.stroke(width: 1), line(Point(x: 20, y: 50), Point(x: 120, y: 50)), opacity: opacity)
        #expect(sorter.rulings.count == rulings)
    }

    @Test(
        "a line shows as long as half of its width reaches into the clip",
        arguments: [(49.5, 1), (49.1, 1), (48.9, 0)])
    func clipEdge(y: Double, rulings: Int) {
        let sorter = sorted(
            .stroke(width: 1.8), line(Point(x: 20, y: y), Point(x: 120, y: y)),
            clip: Box(x0: 0, y0: 50, x1: 200, y1: 100))
        #expect(sorter.rulings.map(\.position) == Array(repeating: y, count: rulings))
    }

    @Test("each piece of a path has its own place in the order, the pieces of an outline share one")
    func order() {
        var sorter = PathSorter()
        let pieces = line(Point(x: 20, y: 50), Point(x: 120, y: 50)) + line(Point(x: 20, y: 60), Point(x: 120, y: 60))
        sorter.add(path(.stroke(width: 1), pieces), within: page)
        sorter.add(path(.stroke(width: 1), rectangle(Box(x0: 10, y0: 10, x1: 90, y1: 40))), within: page)
        sorter.add(path(.fill, rectangle(Box(x0: 10, y0: 10, x1: 90, y1: 40))), within: page)
        #expect(sorter.rulings.map(\.order) == [1, 2, 3, 3, 3, 3])
        #expect(sorter.rulings.map(\.source) == [.stroke, .stroke, .outline, .outline, .outline, .outline])
        #expect(sorter.boxes.map(\.order) == [4])
    }

    @Test("a path outside the page or its clip leaves no trace, not even in the order")
    func outside() {
        var sorter = PathSorter()
        sorter.add(path(.fill, rectangle(Box(x0: 10, y0: 10, x1: 90, y1: 40)), opacity: 0), within: page)
        sorter.add(path(.fill, rectangle(Box(x0: 300, y0: 10, x1: 390, y1: 40))), within: page)
        #expect(sorter.boxes.isEmpty)
        #expect(sorter.rulings.isEmpty)
        #expect(sorter.others.count == 0)
    }

    private func sorted(
        _ paint: PaintedPath.Paint, _ subpaths: [Subpath], opacity: Double = 1, clip: Box? = nil
    ) -> PathSorter {
        var sorter = PathSorter()
        sorter.add(path(paint, subpaths, opacity: opacity, clip: clip), within: page)
        return sorter
    }

    private func path(
        _ paint: PaintedPath.Paint, _ subpaths: [Subpath], opacity: Double = 1, clip: Box? = nil
    ) -> PaintedPath {
        PaintedPath(paint: paint, color: .black, opacity: opacity, dash: [], clip: clip ?? page, subpaths: subpaths)
    }

    private func rectangle(_ box: Box) -> [Subpath] {
        [
            Subpath(
                points: [
                    Point(x: box.x0, y: box.y0), Point(x: box.x1, y: box.y0), Point(x: box.x1, y: box.y1),
                    Point(x: box.x0, y: box.y1),
                ], isClosed: true, isCurved: false)
        ]
    }

    private func line(_ start: Point, _ end: Point) -> [Subpath] {
        [Subpath(points: [start, end], isClosed: false, isCurved: false)]
    }
}
