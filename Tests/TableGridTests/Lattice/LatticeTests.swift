import DocumentModel
import Testing

@testable import TableGrid

@Suite("Lattice")
struct LatticeTests {
    @Test("crossing lines make a grid with their positions as borders, all drawn")
    func plain() throws {
        let lattice = try #require(made(horizontal: [10, 30, 50], vertical: [0, 100, 160]))
        #expect(lattice.xs == [0, 100, 160])
        #expect(lattice.ys == [10, 30, 50])
        #expect((lattice.rows, lattice.columns) == (2, 2))
        #expect(lattice.horizontalEdges == [[true, true], [true, true], [true, true]])
        #expect(lattice.verticalEdges == [[true, true], [true, true], [true, true]])
        #expect(lattice.box == Box(x0: 0, y0: 10, x1: 160, y1: 50))
        #expect(lattice.isTopDrawn == [true, true])
        #expect(lattice.isBottomDrawn == [true, true])
        #expect(lattice.box(of: GridArea(rows: 1..<2, columns: 0..<2)) == Box(x0: 0, y0: 30, x1: 160, y1: 50))
    }

    @Test("a single line in either direction encloses nothing")
    func single() {
        #expect(made(horizontal: [10, 30], vertical: [0]) == nil)
        #expect(made(horizontal: [10], vertical: [0, 100]) == nil)
    }

    @Test("a border that is drawn along a part of a row is missing along the rest")
    func missingEdges() throws {
        let group = RuleGroup(
            horizontal: [h(10, 0...200), h(30, 100...200), h(50, 0...200)],
            vertical: [v(0, 10...50), v(100, 10...50), v(150, 30...50), v(200, 10...50)], crossings: [])
        let lattice = try #require(Lattice(group, glyphs: [], options: .standard))
        #expect(lattice.horizontalEdges == [[true, true, true], [false, true, true], [true, true, true]])
        #expect(lattice.verticalEdges == [[true, true], [true, true], [false, true], [true, true]])
    }

    @Test("a line closes a cell when it covers 0.6 of its side", arguments: [(59.9, false), (60.1, true)])
    func coverage(length: Double, isDrawn: Bool) throws {
        let group = RuleGroup(
            horizontal: [h(10, 0...100), h(30, 0...length), h(50, 0...100)],
            vertical: [v(0, 10...50), v(100, 10...50)],
            crossings: [])
        #expect(try #require(Lattice(group, glyphs: [], options: .standard)).horizontalEdges[1] == [isDrawn])
    }

    @Test("double borders without text between them are one, in their middle")
    func doubleBorders() throws {
        let lattice = try #require(made(horizontal: [10, 14, 50, 54], vertical: [0, 6, 100, 102]))
        #expect(lattice.xs == [3, 101])
        #expect(lattice.ys == [12, 52])
    }

    @Test(
        "with text between them they are two, down to the distance that only one line can be",
        arguments: [(6.0, 3), (2, 3), (1.5, 2)])
    func narrowColumn(width: Double, borders: Int) throws {
        let mark = glyphs(".", x: 50 + width / 2 - 1, y: 20, size: 4)
        let lattice = try #require(made(horizontal: [10, 30], vertical: [0, 50, 50 + width, 100], glyphs: mark))
        #expect(lattice.xs.count == borders + 1)
    }

    @Test("narrow empty bands collapse, but no more than 12 points of them")
    func bands() throws {
        let lattice = try #require(made(horizontal: [10, 15, 20, 25, 60], vertical: [0, 100]))
        #expect(lattice.ys == [15, 25, 60])
    }

    @Test("an open side is closed where rules end together and text stands in the open part")
    func openSides() throws {
        let text = glyphs("左", x: 20, y: 22) + glyphs("右", x: 270, y: 22)
        let lattice = try #require(
            made(horizontal: [10, 30, 50], vertical: [100, 200], from: 0, to: 300, glyphs: text))
        #expect(lattice.xs == [0, 100, 200, 300])
        #expect(lattice.verticalEdges == [[true, true], [true, true], [true, true], [true, true]])
    }

    @Test("without text in it the open part is no column")
    func openWithoutText() throws {
        let text = glyphs("右", x: 270, y: 22)
        let lattice = try #require(
            made(horizontal: [10, 30, 50], vertical: [100, 200], from: 0, to: 300, glyphs: text))
        #expect(lattice.xs == [100, 200, 300])
    }

    @Test("text beside the open part, above or below the rules, does not close it")
    func openBesideText() throws {
        let text = glyphs("上", x: 20, y: 8) + glyphs("下", x: 20, y: 70)
        let lattice = try #require(
            made(horizontal: [10, 30, 50], vertical: [100, 200], from: 0, to: 300, glyphs: text))
        #expect(lattice.xs == [100, 200])
    }

    @Test(
        "rules that stick out by 6 points or less leave no open side",
        arguments: [(94, [100, 200]), (93, [93, 100, 200])] as [(Double, [Double])])
    func stickingOut(start: Double, xs: [Double]) throws {
        // The mark lies in the middle of the part that sticks out.
        let text = glyphs(".", x: (start + 100) / 2 - 1, y: 20, size: 4)
        let lattice = try #require(
            made(horizontal: [10, 30, 50], vertical: [100, 200], from: start, to: 200, glyphs: text))
        #expect(lattice.xs == xs)
    }

    @Test("one rule alone that runs on does not open a side")
    func oneLongRule() throws {
        let group = RuleGroup(
            horizontal: [h(10, 0...300), h(30, 100...200), h(50, 100...200)],
            vertical: [v(100, 10...50), v(200, 10...50)], crossings: [])
        let lattice = try #require(Lattice(group, glyphs: glyphs("左", x: 20, y: 22), options: .standard))
        #expect(lattice.xs == [100, 200])
    }

    @Test("a table cut by the page's end is closed there, and says that it is not drawn")
    func openBottom() throws {
        let group = RuleGroup(
            horizontal: [h(10, 0...200), h(30, 0...200)], vertical: [v(0, 10...60), v(100, 10...60), v(200, 10...60)],
            crossings: [])
        let lattice = try #require(Lattice(group, glyphs: glyphs("续", x: 20, y: 48), options: .standard))
        #expect(lattice.ys == [10, 30, 60])
        #expect(lattice.isTopDrawn == [true, true])
        #expect(lattice.isBottomDrawn == [false, false])
        #expect(lattice.horizontalEdges[2] == [true, true])
    }

    private func h(_ position: Double, _ span: ClosedRange<Double>) -> Rule {
        Rule(axis: .horizontal, position: position, span: span)
    }

    private func v(_ position: Double, _ span: ClosedRange<Double>) -> Rule {
        Rule(axis: .vertical, position: position, span: span)
    }

    /// Full lines; the horizontal ones run from the first to the last vertical one, or as told.
    private func made(
        horizontal: [Double], vertical: [Double], from start: Double? = nil, to end: Double? = nil, glyphs: [Glyph] = []
    ) -> Lattice? {
        let across = (start ?? vertical[0])...(end ?? max(vertical.last ?? 0, vertical[0] + 50))
        let down = horizontal[0]...(horizontal.count > 1 ? horizontal[horizontal.count - 1] : horizontal[0] + 50)
        let group = RuleGroup(
            horizontal: horizontal.map { h($0, across) }, vertical: vertical.map { v($0, down) }, crossings: [])
        return Lattice(group, glyphs: glyphs, options: .standard)
    }
}
