import DocumentModel
import TableGrid
import TestSupport
import Testing

@Suite("Visible rulings")
struct VisibleRulesTests {
    @Test(
        "lines lighter than 0.97 on white paper cannot be seen",
        arguments: [(0x000000, 1), (0xC0C0C0, 1), (0xF7F7F7, 1), (0xF8F8F8, 0), (0xFFFFFF, 0)] as [(UInt32, Int)])
    func faint(rgb: UInt32, count: Int) {
        #expect(visible([ruling(50, 0...100, Color(rgb: rgb))]).count == count)
    }

    @Test("a white line over a dark one hides it")
    func overpainted() {
        #expect(visible([ruling(50, 0...100), ruling(50, 0...100, .white)]) == [])
    }

    @Test("a white line over a part of a dark one leaves the rest")
    func partly() {
        let rest = visible([ruling(50, 0...100), ruling(50, 20...30, .white), ruling(50, 60...120, .white)])
        #expect(rest.map(\.span) == [0...20, 30...60])
        #expect(rest.map(\.position) == [50, 50])
    }

    @Test("stubs of half a point that a white line leaves are gone, a short line by itself stays")
    func stubs() {
        #expect(visible([ruling(50, 0...100), ruling(50, 0.4...100, .white)]) == [])
        #expect(visible([ruling(50, 0...0.4), ruling(80, 0...100, .white)]).map(\.span) == [0...0.4])
    }

    @Test(
        "a white line hides nothing when it lies below, beside, across, or is thinner",
        arguments: [
            [ruling(50, 0...100, .white), ruling(50, 0...100)],
            [ruling(50, 0...100), ruling(51, 0...100, .white)],
            [ruling(50, 0...100), ruling(50, 0...100, .white, axis: .vertical)],
            [ruling(50, 0...100, thickness: 1), ruling(50, 0...100, .white, thickness: 0.5)],
        ])
    func notHidden(rulings: [Ruling]) {
        let dark = numbered(rulings).filter { $0.color == .black }
        #expect(visible(rulings) == dark)
    }

    @Test("a thick white line hides a thin one anywhere under it", arguments: [(50.9, 0), (51.1, 0), (51.2, 1)])
    func thickWhite(position: Double, count: Int) {
        // Half the difference in thickness, 1, and 0.15 for rounding.
        #expect(visible([ruling(50, 0...100), ruling(position, 0...100, .white, thickness: 2.5)]).count == count)
    }

    @Test("a white line on a shade can be seen")
    func onShade() {
        let shade = FilledBox(box: Box(x0: 0, y0: 40, x1: 100, y1: 60), color: Color(rgb: 0x4472C4), order: 0)
        #expect(visible([ruling(50, 0...100, .white)], boxes: [shade]).map(\.color) == [.white])
    }

    @Test("a white line between two shades can be seen")
    func betweenShades() {
        let above = FilledBox(box: Box(x0: 0, y0: 30, x1: 100, y1: 49.5), color: Color(rgb: 0xD9D9D9), order: 0)
        let below = FilledBox(box: Box(x0: 0, y0: 50.5, x1: 100, y1: 70), color: Color(rgb: 0xD9D9D9), order: 0)
        #expect(visible([ruling(50, 0...100, .white, thickness: 1)], boxes: [above, below]).count == 1)
    }

    @Test(
        "a white line cannot be seen on a shade that is painted later, is see-through, is white itself, or lies elsewhere",
        arguments: [
            FilledBox(box: Box(x0: 0, y0: 40, x1: 100, y1: 60), color: Color(rgb: 0x4472C4), order: 9),
            FilledBox(box: Box(x0: 0, y0: 40, x1: 100, y1: 60), color: Color(rgb: 0x4472C4), opacity: 0.4, order: 0),
            FilledBox(box: Box(x0: 0, y0: 40, x1: 100, y1: 60), color: .white, order: 0),
            FilledBox(box: Box(x0: 0, y0: 70, x1: 100, y1: 90), color: Color(rgb: 0x4472C4), order: 0),
        ])
    func notOnShade(shade: FilledBox) {
        #expect(visible([ruling(50, 0...100, .white)], boxes: [shade]) == [])
    }

    @Test("a row of dots is a line; four are not")
    func dotted() {
        let line = visible([], boxes: dots(5, pitch: 3))
        #expect(
            line.map(\.rounded) == [
                Ruling(axis: .horizontal, position: 50.5, span: 10...23, thickness: 1, source: .dots)
            ])
        #expect(visible([], boxes: dots(4, pitch: 3)) == [])
    }

    @Test("a column of dots is a line, down the page")
    func dottedColumn() {
        let boxes = (0..<10).map { FilledBox(box: box(x: 40, y: 100 + 2 * Double($0)), color: .black, order: $0) }
        #expect(
            visible([], boxes: boxes).map(\.rounded) == [
                Ruling(axis: .vertical, position: 40.5, span: 100...119, thickness: 1, source: .dots)
            ])
    }

    @Test("dots may be up to 4 points apart", arguments: [(5.0, 1), (5.1, 0)])
    func dotGap(pitch: Double, count: Int) {
        #expect(visible([], boxes: dots(8, pitch: pitch)).count == count)
    }

    @Test("a wide gap in a dotted line makes it two")
    func dotsApart() {
        let boxes = dots(6, pitch: 2) + dots(6, pitch: 2, from: 100)
        #expect(visible([], boxes: boxes).map(\.span) == [10...21, 100...111])
    }

    @Test("white dots and larger boxes make no line")
    func notDots() {
        #expect(
            visible([], boxes: dots(8, pitch: 2).map { FilledBox(box: $0.box, color: .white, order: $0.order) }) == [])
        let squares = (0..<8).map { FilledBox(box: box(x: 5 * Double($0), y: 50, side: 3.5), color: .black, order: $0) }
        #expect(visible([], boxes: squares) == [])
    }

    @Test("dots a hundredth of a point off their line are still in it")
    func unevenDots() {
        // Middles at 50.24 and 50.26, on both sides of what rounds to halves of a point.
        let boxes = (0..<10).map { index in
            FilledBox(
                box: box(x: 10 + 4 * Double(index), y: index % 2 == 0 ? 49.74 : 49.76), color: .black, order: index)
        }
        #expect(visible([], boxes: boxes).map(\.span) == [10...47])
    }

    /// Numbers the rulings in their order and asks for those that can be seen.
    private func visible(_ rulings: [Ruling], boxes: [FilledBox] = []) -> [Ruling] {
        let page = Page(number: 1, width: 200, height: 200, rulings: numbered(rulings), boxes: boxes)
        return visibleRules(of: page, options: .standard)
    }

    private func numbered(_ rulings: [Ruling]) -> [Ruling] {
        rulings.enumerated().map { index, ruling in
            var copy = ruling
            copy.order = index + 1
            return copy
        }
    }

    private func dots(_ count: Int, pitch: Double, from x: Double = 10) -> [FilledBox] {
        (0..<count).map { FilledBox(box: box(x: x + pitch * Double($0), y: 50), color: .black, order: $0) }
    }

    private func box(x: Double, y: Double, side: Double = 1) -> Box { Box(x0: x, y0: y, x1: x + side, y1: y + side) }
}

private func ruling(
    _ position: Double, _ span: ClosedRange<Double>, _ color: Color = .black, thickness: Double = 0.5,
    axis: Axis = .horizontal
) -> Ruling {
    Ruling(axis: axis, position: position, span: span, thickness: thickness, color: color)
}
