import DocumentModel
import TestSupport
import Testing

/// Painted paths of a page 100 points high: what becomes a ruling, what a box, what neither.
@Suite("Painted paths")
struct PathTests {
    @Test(
        "lines in all their ways of drawing become rulings of exact place and thickness",
        arguments: [
            ("1 w 20 40 m 120 40 l S", Ruling(axis: .horizontal, position: 60, span: 20...120, thickness: 1)),
            ("0.48 w 120 40 m 20 40 l S", Ruling(axis: .horizontal, position: 60, span: 20...120, thickness: 0.48)),
            ("2 w 50 10 m 50 90 l S", Ruling(axis: .vertical, position: 50, span: 10...90, thickness: 2)),
            ("0 w 20 40 m 120 40 l S", Ruling(axis: .horizontal, position: 60, span: 20...120, thickness: 0)),
            // Scaled: the pen is scaled too.
            (
                "2 0 0 2 0 0 cm 1 w 10 20 m 60 20 l S",
                Ruling(axis: .horizontal, position: 60, span: 20...120, thickness: 2)
            ),
            // Thin filled rectangles, written from any corner.
            (
                "20 40 100 0.5 re f",
                Ruling(axis: .horizontal, position: 59.75, span: 20...120, thickness: 0.5, source: .fill)
            ),
            (
                "50 90 1.5 -80 re f*",
                Ruling(axis: .vertical, position: 50.75, span: 10...90, thickness: 1.5, source: .fill)
            ),
            (
                "120 41 -100 -1 re f",
                Ruling(axis: .horizontal, position: 59.5, span: 20...120, thickness: 1, source: .fill)
            ),
            (
                "20 40 100 3 re f",
                Ruling(axis: .horizontal, position: 58.5, span: 20...120, thickness: 3, source: .fill)
            ),
            // A border with mitred corners is a trapezoid, one with a pointed end a triangle.
            (
                "20 40 m 120 40 l 119 41 l 21 41 l h f",
                Ruling(axis: .horizontal, position: 59.5, span: 20...120, thickness: 1, source: .fill)
            ),
            (
                "20 10 m 22 12 l 22 88 l 20 90 l f",
                Ruling(axis: .vertical, position: 21, span: 10...90, thickness: 2, source: .fill)
            ),
            // Off its axis by less than can be seen.
            ("1 w 20 40 m 120 40.4 l S", Ruling(axis: .horizontal, position: 59.8, span: 20...120, thickness: 1)),
            // Colours and dashes are kept; white is a colour like any other here.
            (
                "1 0 0 RG 1 w 20 40 m 120 40 l S",
                Ruling(axis: .horizontal, position: 60, span: 20...120, thickness: 1, color: Color(rgb: 0xFF0000))
            ),
            (
                "1 g 20 40 100 1 re f",
                Ruling(axis: .horizontal, position: 59.5, span: 20...120, thickness: 1, color: .white, source: .fill)
            ),
            (
                "[3 2] 0 d 1 w 20 40 m 120 40 l S",
                Ruling(axis: .horizontal, position: 60, span: 20...120, thickness: 1, dash: [3, 2])
            ),
            (
                "2 0 0 2 0 0 cm [3 2] 1 d 1 w 10 20 m 60 20 l S",
                Ruling(axis: .horizontal, position: 60, span: 20...120, thickness: 2, dash: [6, 4])
            ),
            // A second piece without length adds nothing.
            (
                "1 w 20 40 m 120 40 l 120 90 m 120 90 l S",
                Ruling(axis: .horizontal, position: 60, span: 20...120, thickness: 1)
            ),
        ])
    func rulings(operators: String, expected: Ruling) throws {
        let page = try madePage(operators)
        var ruling = expected
        ruling.order = 1
        #expect(page.rulings.map(\.rounded) == [ruling])
        #expect(page.boxes.isEmpty)
        #expect(page.otherPaths.count == 0)
    }

    @Test("a stroked rectangle is four rulings, of one place in the order")
    func outline() throws {
        let page = try madePage("0.5 w 20 30 100 50 re S")
        func side(_ axis: Axis, _ position: Double, _ span: ClosedRange<Double>) -> Ruling {
            Ruling(axis: axis, position: position, span: span, thickness: 0.5, source: .outline, order: 1)
        }
        let sides = page.rulings.sorted { ($0.axis.rawValue, $0.position) < ($1.axis.rawValue, $1.position) }
        #expect(
            sides == [
                side(.horizontal, 20, 20...120), side(.horizontal, 70, 20...120), side(.vertical, 20, 20...70),
                side(.vertical, 120, 20...70),
            ])
        #expect(page.boxes.isEmpty)
    }

    @Test("a stroked polygon of straight sides is its sides; left open, it lacks the last one")
    func polygon() throws {
        let closed = try madePage("1 w 20 20 m 80 20 l 80 60 l 50 60 l 50 80 l 20 80 l h S")
        #expect(closed.rulings.map(\.axis) == [.horizontal, .vertical, .horizontal, .vertical, .horizontal, .vertical])
        #expect(closed.rulings.map(\.position) == [80, 80, 40, 50, 20, 20])
        #expect(closed.rulings.allSatisfy { $0.source == .stroke })
        let open = try madePage("1 w 20 20 m 80 20 l 80 60 l S")
        #expect(open.rulings.map(\.position) == [80, 80])
        #expect(open.rulings.map(\.span) == [20...80, 40...80])
    }

    @Test("a filled and stroked rectangle is a box and its outline on top of it")
    func filledOutline() throws {
        let page = try madePage("0.8 g 1 0 0 RG 1 w 20 30 100 50 re B")
        #expect(page.boxes.map(\.box) == [Box(x0: 20, y0: 20, x1: 120, y1: 70)])
        #expect(page.boxes.map(\.color) == [Color(rgb: 0xCCCCCC)])
        #expect(page.rulings.count == 4)
        #expect(page.rulings.allSatisfy { $0.source == .outline && $0.color == Color(rgb: 0xFF0000) && $0.order == 2 })
        #expect(page.boxes.map(\.order) == [1])
    }

    @Test(
        "thick rectangles, fat strokes and dots are boxes",
        arguments: [
            ("20 40 100 30 re f", Box(x0: 20, y0: 30, x1: 120, y1: 60)),
            ("20 40 100 3.5 re f", Box(x0: 20, y0: 56.5, x1: 120, y1: 60)),
            ("20 40 1 1 re f", Box(x0: 20, y0: 59, x1: 21, y1: 60)),
            ("20 40 1 1.4 re f", Box(x0: 20, y0: 58.6, x1: 21, y1: 60)),
            ("20 w 20 40 m 120 40 l S", Box(x0: 20, y0: 50, x1: 120, y1: 70)),
            ("10 w 50 20 m 50 80 l S", Box(x0: 45, y0: 20, x1: 55, y1: 80)),
            ("20 40 m 120 40 l 120 70 l 20 70 l 20 40 l f", Box(x0: 20, y0: 30, x1: 120, y1: 60)),
            ("20 40 m 20 70 l 120 70 l 120 40 l f", Box(x0: 20, y0: 30, x1: 120, y1: 60)),
        ])
    func boxes(operators: String, expected: Box) throws {
        let page = try madePage(operators)
        #expect(page.boxes.map(\.rounded) == [FilledBox(box: expected, color: .black, opacity: 1, order: 1)])
        #expect(page.rulings.isEmpty)
        #expect(page.otherPaths.count == 0)
    }

    @Test(
        "curves, slanted lines and polygons are counted, no more",
        arguments: [
            "20 40 m 40 60 60 60 80 40 c S", "20 40 m 40 60 60 60 80 40 c f", "1 w 20 40 m 120 60 l S",
            "20 20 m 120 20 l 70 80 l f", "20 20 m 120 20 l 120 60 l 60 60 l 60 80 l 20 80 l f",
        ])
    func others(operators: String) throws {
        let page = try madePage(operators)
        #expect(page.otherPaths.count == 1)
        #expect(page.rulings.isEmpty)
        #expect(page.boxes.isEmpty)
    }

    @Test(
        "nothing that cannot be seen is kept",
        arguments: [
            "20 40 m 120 40 l n", "/None gs 1 w 20 40 m 120 40 l S", "/None gs 20 40 100 1 re f",
            "/None gs 20 40 100 30 re f",
            "0 0 60 30 re W n 1 w 20 40 m 120 40 l S", "0 0 60 30 re W n 20 40 100 30 re f",
            "1 w 20 140 m 120 140 l S", "-50 -40 40 30 re f", "1 w 20 40 m 20 40 l S", "1 w 20 40 m S",
        ])
    func unseen(operators: String) throws {
        let page = try madePage(operators, resources: "/ExtGState << /None << /ca 0 /CA 0 >> >>")
        #expect(page.rulings.isEmpty)
        #expect(page.boxes.isEmpty)
        #expect(page.otherPaths.count == 0)
    }

    @Test("a clip cuts lines and boxes, and ends with its graphics state")
    func clipped() throws {
        let page = try madePage(
            """
            q 40 20 60 70 re W n 20 50 100 1 re f 20 60 100 20 re f 70 0 1 100 re f Q
            1 w 20 10 m 120 10 l S
            """)
        #expect(
            page.rulings.map(\.rounded) == [
                Ruling(axis: .horizontal, position: 49.5, span: 40...100, thickness: 1, source: .fill, order: 1),
                Ruling(axis: .vertical, position: 70.5, span: 10...80, thickness: 1, source: .fill, order: 3),
                Ruling(axis: .horizontal, position: 90, span: 20...120, thickness: 1, order: 4),
            ])
        #expect(
            page.boxes.map(\.rounded) == [
                FilledBox(box: Box(x0: 40, y0: 20, x1: 100, y1: 40), color: .black, order: 2)
            ])
    }

    @Test("a stroke ends where its clip ends")
    func clippedStroke() throws {
        let page = try madePage("1 w 40 20 60 70 re W n 20 40 m 120 40 l S 70 0 m 70 100 l S")
        #expect(page.rulings.map(\.position) == [60, 70])
        #expect(page.rulings.map(\.span.rounded) == [40...100, 10...80])
    }

    @Test("a line on the edge of its clip still shows")
    func clippedEdge() throws {
        let page = try madePage("20 40 100 50 re W n 1 w 20 40 m 120 40 l S 20 40 m 20 90 l S")
        #expect(page.rulings.map(\.position) == [60, 20])
    }

    @Test("half-transparent paths are kept with their opacity")
    func translucent() throws {
        let page = try madePage(
            "/Half gs 20 40 100 30 re f 1 w 20 20 m 120 20 l S",
            resources: "/ExtGState << /Half << /ca 0.5 /CA 0.5 >> >>")
        #expect(page.boxes.map(\.opacity) == [0.5])
        #expect(page.rulings.map(\.position) == [80])
    }

    @Test("order counts what is painted, rulings and boxes together; the last lies on top")
    func order() throws {
        let page = try madePage(
            "20 40 100 30 re f 1 w 20 40 m 120 40 l S 1 g 20 40 100 30 re f 20 20 100 1 re 20 10 100 1 re f")
        #expect(page.boxes.map(\.order) == [1, 3])
        #expect(page.rulings.map(\.order) == [2, 4, 5])
    }
}
