import DocumentModel
import TableGrid
import Testing

@Suite("Line groups")
struct RuleGroupTests {
    @Test("lines that cross are one group, with the points where they cross")
    func cross() {
        let found = groups(horizontal: [h(10, 0...100), h(60, 0...100)], vertical: [v(5, 0...80), v(90, 0...80)])
        #expect(found.count == 1)
        #expect(found[0].horizontal.map(\.position) == [10, 60])
        #expect(found[0].vertical.map(\.position) == [5, 90])
        #expect(
            found[0].crossings == [
                Point(x: 5, y: 10), Point(x: 90, y: 10), Point(x: 5, y: 60), Point(x: 90, y: 60),
            ])
        #expect(found[0].box == Box(x0: 0, y0: 0, x1: 100, y1: 80))
    }

    @Test("two grids apart are two groups; what hangs together through others is one")
    func apart() {
        let found = groups(
            horizontal: [h(10, 0...40), h(10, 60...100), h(90, 60...160)],
            vertical: [v(20, 0...50), v(80, 0...90), v(150, 80...120)])
        #expect(found.map { $0.horizontal.count } == [1, 2])
        #expect(found.map { $0.vertical.count } == [1, 2])
    }

    @Test("lines that meet no other are left out")
    func alone() {
        let found = groups(horizontal: [h(10, 0...40), h(100, 0...40)], vertical: [v(20, 0...50), v(200, 0...50)])
        #expect(found.map(\.horizontal) == [[h(10, 0...40)]])
        #expect(found.map(\.vertical) == [[v(20, 0...50)]])
        #expect(groups(horizontal: [h(10, 0...40)], vertical: []) == [])
        #expect(groups(horizontal: [], vertical: []) == [])
    }

    @Test(
        "a line that ends up to 2 points and half a line's width short of another meets it",
        arguments: [(102.2, 1), (102.3, 0), (98, 1), (50, 1)])
    func reachAcross(x: Double, count: Int) {
        #expect(groups(horizontal: [h(10, 0...100)], vertical: [v(x, 0...50)]).count == count)
    }

    @Test("the same holds down the page", arguments: [(52.2, 1), (52.3, 0), (-2.2, 1), (-2.3, 0)])
    func reachDown(y: Double, count: Int) {
        #expect(groups(horizontal: [h(y, 0...100)], vertical: [v(20, 0...50)]).count == count)
    }

    @Test("thick lines reach further by half their width", arguments: [(103.5, 1), (103.6, 0)])
    func thick(x: Double, count: Int) {
        let column = Rule(axis: .vertical, position: x, span: 0...50, halfWidth: 1.5)
        #expect(groups(horizontal: [h(10, 0...100)], vertical: [column]).count == count)
    }

    private func h(_ position: Double, _ span: ClosedRange<Double>) -> Rule {
        Rule(axis: .horizontal, position: position, span: span)
    }

    private func v(_ position: Double, _ span: ClosedRange<Double>) -> Rule {
        Rule(axis: .vertical, position: position, span: span)
    }

    private func groups(horizontal: [Rule], vertical: [Rule]) -> [RuleGroup] {
        ruleGroups(horizontal: horizontal, vertical: vertical, options: .standard)
    }
}
