import DocumentModel
import TestSupport
import Testing

@testable import TableGrid

@Suite("Page turn")
struct PageTurnTests {
    @Test("a page runs the way its text runs", arguments: [Glyph.Direction.right, .down, .up, .left])
    func direction(direction: Glyph.Direction) {
        let page = looseTextPage(glyphs("甲乙丙", x: 300, y: 400, direction: direction))
        #expect(page.direction() == direction)
        #expect(page.turned(to: direction).direction() == .right)
        #expect(page.turned(to: direction).frame == PageFrame(width: 600, height: 800, direction: direction))
    }

    @Test("a page turned by a quarter is as wide as it was high, and its text runs to the right")
    func page() {
        let page = looseTextPage(glyphs("甲乙", x: 487, y: 57, direction: .down), rulings: rules([50], 460...500))
        let turned = page.turned(to: page.direction())
        #expect((turned.width, turned.height) == (800, 600))
        #expect(turned.glyphs == glyphs("甲乙", x: 57, y: 113))
        #expect(turned.rulings == [Ruling(axis: .vertical, position: 50, span: 100...140)])
    }

    @Test("a table on a page whose text runs down reads as the upright one, with its boxes on the page as displayed")
    func down() throws {
        let table = try #require(
            onlyTable(
                .down, xs: [460, 480, 500], ys: [50, 150, 250], starts: [(487, 57), (487, 157), (467, 57), (467, 157)]))
        #expect(table.listing == ["0,0 甲", "0,1 1", "1,0 乙", "1,1 2"])
        #expect(table.box?.rounded == Box(x0: 460, y0: 50, x1: 500, y1: 250))
        #expect(table.cells[0].box?.rounded == Box(x0: 480, y0: 50, x1: 500, y1: 150))
    }

    @Test("so does one whose text runs up")
    func up() throws {
        let table = try #require(
            onlyTable(
                .up, xs: [100, 120, 140], ys: [550, 650, 750], starts: [(113, 743), (113, 643), (133, 743), (133, 643)])
        )
        #expect(table.listing == ["0,0 甲", "0,1 1", "1,0 乙", "1,1 2"])
        #expect(table.box?.rounded == Box(x0: 100, y0: 550, x1: 140, y1: 750))
        #expect(table.cells[0].box?.rounded == Box(x0: 100, y0: 650, x1: 120, y1: 750))
    }

    @Test("so does one that stands on its head")
    func left() throws {
        let table = try #require(
            onlyTable(
                .left, xs: [350, 450, 550], ys: [660, 680, 700],
                starts: [(543, 687), (443, 687), (543, 667), (443, 667)]))
        #expect(table.listing == ["0,0 甲", "0,1 1", "1,0 乙", "1,1 2"])
        #expect(table.box?.rounded == Box(x0: 350, y0: 660, x1: 550, y1: 700))
        #expect(table.cells[0].box?.rounded == Box(x0: 450, y0: 680, x1: 550, y1: 700))
    }

    @Test("vertical writing is not turned")
    func vertical() {
        let text = glyphs("甲乙丙", x: 300, y: 400, direction: .down).map { glyph in
            var glyph = glyph
            glyph.isVertical = true
            return glyph
        }
        #expect(looseTextPage(text).direction() == .right)
    }

    @Test("a page turns for more than half of its characters, those that are not painted aside")
    func majority() {
        let down = glyphs("甲乙", x: 300, y: 400, direction: .down)
        #expect(looseTextPage(down + glyphs("丙丁", x: 50, y: 100)).direction() == .right)
        #expect(looseTextPage(down + glyphs("丙", x: 50, y: 100)).direction() == .down)
        let hidden = glyphs("丙丁", x: 50, y: 100).map { glyph in
            var glyph = glyph
            glyph.renderMode = .invisible
            return glyph
        }
        #expect(looseTextPage(down + hidden).direction() == .down)
    }

    /// The only table of a page with one grid and a text in each of its four cells.
    private func onlyTable(
        _ direction: Glyph.Direction, xs: [Double], ys: [Double], starts: [(x: Double, y: Double)]
    ) -> Table? {
        let text = zip(["甲", "1", "乙", "2"], starts).flatMap {
            glyphs($0, x: $1.x, y: $1.y, direction: direction)
        }
        let tables = DocumentLayout(pages: [looseTextPage(text, rulings: grid(xs: xs, ys: ys))]).tables
        return tables.count == 1 ? tables[0] : nil
    }
}
