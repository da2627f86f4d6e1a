import DocumentModel
import TableGrid
import Testing

@Suite("Box edges")
struct BoxEdgeRulesTests {
    private let gray = Color(rgb: 0xD9D9D9)

    @Test("a box that shows gives its four edges")
    func edges() {
        let box = FilledBox(box: Box(x0: 20, y0: 30, x1: 80, y1: 50), color: gray, order: 4)
        func edge(_ axis: Axis, _ position: Double, _ span: ClosedRange<Double>) -> Ruling {
            Ruling(
                axis: axis, position: position, span: span, thickness: 0.1, color: gray, source: .boxEdge, order: 4)
        }
        #expect(
            boxEdgeRules([box]) == [
                edge(.horizontal, 30, 20...80), edge(.horizontal, 50, 20...80), edge(.vertical, 20, 30...50),
                edge(.vertical, 80, 30...50),
            ])
    }

    @Test(
        "boxes that do not show have no edges",
        arguments: [
            FilledBox(box: Box(x0: 20, y0: 30, x1: 80, y1: 50), color: .white),
            FilledBox(box: Box(x0: 20, y0: 30, x1: 80, y1: 50), color: Color(rgb: 0xFBFBFB)),
            FilledBox(box: Box(x0: 20, y0: 30, x1: 80, y1: 50), color: .black, opacity: 0.5),
        ])
    func unseen(box: FilledBox) {
        #expect(boxEdgeRules([box]) == [])
    }

    @Test("boxes with a side under 5 points are no cells", arguments: [(4.9, 0), (5, 4)])
    func small(side: Double, count: Int) {
        #expect(boxEdgeRules([FilledBox(box: Box(x0: 20, y0: 30, x1: 80, y1: 30 + side), color: gray)]).count == count)
    }

    @Test("a box is seen against what it is painted on, not against what comes later")
    func beneath() {
        let page = FilledBox(box: Box(x0: 0, y0: 0, x1: 200, y1: 200), color: gray, order: 1)
        func cell(_ color: Color, order: Int) -> FilledBox {
            FilledBox(box: Box(x0: 20, y0: 30, x1: 80, y1: 50), color: color, order: order)
        }
        // White on gray shows, gray on the same gray does not.
        #expect(boxEdgeRules([page, cell(.white, order: 2)]).filter { $0.order == 2 }.count == 4)
        #expect(boxEdgeRules([page, cell(gray, order: 2)]).filter { $0.order == 2 }.count == 0)
        // Painted before the background, it stood on white.
        #expect(boxEdgeRules([page, cell(.white, order: 0)]).filter { $0.order == 0 }.count == 0)
        // Of two below it the upper one counts.
        #expect(boxEdgeRules([page, cell(.black, order: 2), cell(gray, order: 3)]).filter { $0.order == 3 }.count == 4)
    }
}
