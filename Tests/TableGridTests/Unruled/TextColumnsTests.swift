import DocumentModel
import TestSupport
import Testing

@testable import TableGrid

/// Pages of 600 × 800 points in two columns, from x 50 to 280 and from 310 to 540.
@Suite("Columns of running text")
struct TextColumnsTests {
    private static let starts = [50.0, 310.0]
    private static let sentence = "本机关认真贯彻落实条例坚持以公开为常态不公开"

    /// Full lines of 23 characters from baseline `y` on, 14 points apart.
    private func prose(_ column: Int, y: Double, lines: Int) -> [Glyph] {
        (0..<lines).flatMap { glyphs(Self.sentence, x: Self.starts[column], y: y + 14 * Double($0)) }
    }

    private func figures(_ column: Int, y: Double) -> [Glyph] {
        spacedGlyphs(
            [["项目", "上年", "本年"], ["新收", "1", "2"], ["结转", "3", "4"], ["办结", "5", "6"]],
            xs: [0, 110, 180].map { Self.starts[column] + $0 }, y: y, pitch: 14)
    }

    private static let listing = [
        "0,0 项目", "0,1 上年", "0,2 本年", "1,0 新收", "1,1 1", "1,2 2", "2,0 结转", "2,1 3", "2,2 4", "3,0 办结", "3,1 5",
        "3,2 6",
    ]

    private func tables(_ glyphs: [Glyph]) -> [Table] { DocumentLayout(pages: [looseTextPage(glyphs)]).tables }

    @Test("a table in one column, prose beside it", arguments: [0, 1])
    func beside(column: Int) {
        let text =
            prose(1 - column, y: 100, lines: 30) + prose(column, y: 100, lines: 10) + figures(column, y: 268)
            + prose(column, y: 352, lines: 12)
        let tables = tables(text)
        #expect(tables.map(\.listing) == [Self.listing])
        #expect(tables.first?.box?.x0 == Self.starts[column])
    }

    @Test("the lines of the columns need not stand level", arguments: [3.0, 7.0, 11.0])
    func uneven(offset: Double) {
        let text =
            prose(0, y: 100, lines: 30) + prose(1, y: 100 + offset, lines: 10) + figures(1, y: 268 + offset)
            + prose(1, y: 352 + offset, lines: 12)
        #expect(tables(text).map(\.listing) == [Self.listing])
    }

    @Test("a table in each column")
    func both() {
        let text =
            prose(0, y: 100, lines: 10) + figures(0, y: 268) + prose(0, y: 352, lines: 12)
            + prose(1, y: 100, lines: 14) + figures(1, y: 324) + prose(1, y: 408, lines: 8)
        #expect(tables(text).map(\.listing) == [Self.listing, Self.listing])
    }

    @Test("text over the whole width above and below the columns")
    func bands() {
        func band(_ y: Double) -> [Glyph] {
            (0..<4).flatMap { glyphs(Self.sentence + Self.sentence, x: 50, y: y + 14 * Double($0)) }
        }
        let text = band(60) + prose(0, y: 140, lines: 24) + figures(1, y: 140) + prose(1, y: 224, lines: 18) + band(500)
        #expect(tables(text).map(\.listing) == [Self.listing])
    }

    @Test("prose in two columns is no table")
    func proseAlone() {
        #expect(tables(prose(0, y: 100, lines: 40) + prose(1, y: 100, lines: 40)).isEmpty)
    }

    @Test("a table over the whole width is not cut at the gap between its columns")
    func wide() {
        let rows = (1...14).map { ["第\($0)项工作", "\($0)", "\($0 + 1)"] }
        let text = spacedGlyphs(rows, xs: [50, 350, 450], y: 100, pitch: 14)
        #expect(textColumns(textRows(text)).count == 1)
        #expect(tables(text).map { [$0.rows, $0.columns] } == [[14, 3]])
    }
}
