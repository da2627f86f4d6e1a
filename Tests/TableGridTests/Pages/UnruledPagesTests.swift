import DocumentModel
import Testing

@testable import TableGrid

@Suite("Tables without full rules over pages")
struct UnruledPagesTests {
    private let first = [["甲", "1", "2"], ["乙", "3", "4"], ["丙", "5", "6"]]

    @Test("both pages get the borders that their texts tell together, and keep their own rows and places")
    func together() throws {
        let pieces = [piece(1, first, y: 700), piece(2, [["很长的标签", "7", "8"], ["丁", "9", "0"]], y: 60)]
        let read = try #require(readTogether(pieces, options: .standard))
        #expect(read.map(\.lattice.rows) == [3, 2])
        #expect(read[0].lattice.xs == read[1].lattice.xs)
        #expect(read[1].lattice.xs[1] > 100)
        #expect(
            read.map { $0.texts.map(\.text) } == [
                ["甲", "1", "2", "乙", "3", "4", "丙", "5", "6"], ["很长的标签", "7", "8", "丁", "9", "0"],
            ])
        #expect(read.map(\.box.y0) == [692, 52])
        #expect(read.map(\.box.y1) == [742, 82])
    }

    @Test(
        "a page that begins with the same heading goes on, one that begins with another does not",
        arguments: [true, false])
    func heading(isSame: Bool) {
        let heading = ["", "新增", "公开"]
        let pieces = [
            piece(1, [heading] + first, y: 100),
            piece(2, [isSame ? heading : ["", "废止", "现行"], ["丁", "7", "8"], ["戊", "9", "0"]], y: 60),
        ]
        #expect((readTogether(pieces, options: .standard) != nil) == isSame)
    }

    @Test("pages that show other numbers of columns are not one table")
    func otherColumns() {
        let pieces = [piece(1, first, y: 100), piece(2, [["丁", "7"], ["戊", "9"]], y: 60, figureColumns: 1)]
        #expect(readTogether(pieces, options: .standard) == nil)
    }

    @Test("tables of other kinds are not read together")
    func others() {
        var ruled = piece(2, first, y: 60)
        ruled.unruledSource = nil
        #expect(readTogether([piece(1, first, y: 100), ruled], options: .standard) == nil)
    }

    /// What was found on one page: its grid does not matter, for it is read again.
    private func piece(_ page: Int, _ texts: [[String]], y: Double, figureColumns: Int = 2) -> TablePiece {
        let text = spacedGlyphs(texts, xs: [50, 150, 200], y: y)
        let box = text.map(\.box).union() ?? Box(x0: 0, y0: 0, x1: 0, y1: 0)
        var piece = TablePiece(
            page: page, lattice: Lattice(xs: [box.x0, box.x1], ys: [box.y0, box.y1]), areas: [], texts: [],
            standsAlone: true, rule: .alignment, frame: PageFrame(width: 600, height: 800))
        piece.unruledSource = UnruledSource(
            region: UnruledRegion(box: box, rows: textRows(text)), glyphs: text, figureColumns: figureColumns)
        return piece
    }
}
