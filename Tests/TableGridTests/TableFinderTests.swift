import DocumentModel
import TestSupport
import Testing

@testable import TableGrid

@Suite("Charts and shades")
struct TableFinderTests {
    @Test("numbers in bars of varying width are a chart, no table")
    func bars() {
        let text =
            spacedGlyphs([["甲", "12", "34"]], xs: [50, 125, 205], y: 100)
            + spacedGlyphs([["乙", "56", "78"]], xs: [50, 140, 205], y: 124)
            + spacedGlyphs([["丙", "90", "11"]], xs: [50, 115, 190], y: 148)
        let bars = [
            bar(100...160, y: 88, 0x4472C4), bar(160...260, y: 88, 0xED7D31), bar(100...190, y: 112, 0x4472C4),
            bar(190...230, y: 112, 0xED7D31), bar(100...140, y: 136, 0x4472C4), bar(140...250, y: 136, 0xED7D31),
        ]
        #expect(DocumentLayout(pages: [looseTextPage(text, boxes: bars)]).tables == [])
        // The same text without bars is one.
        #expect(DocumentLayout(pages: [looseTextPage(text)]).tables.map(\.rows) == [3])
    }

    @Test("shades behind every other row take nothing from a table without rules", arguments: [3, 4, 5])
    func stripes(shades: Int) {
        let names = ["甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬", "癸"].prefix(2 * shades)
        let rows = names.enumerated().map { [$1, "1\($0)", "2\($0)"] }
        let boxes = (0..<shades).map { bar(45...300, y: 107 + 40 * Double($0), height: 20, 0xDDEBF7) }
        let page = looseTextPage(spacedGlyphs(rows, xs: [50, 150, 250]), boxes: boxes)
        #expect(
            DocumentLayout(pages: [page]).tables.map(\.listing) == [
                names.enumerated().flatMap { ["\($0),0 \($1)", "\($0),1 1\($0)", "\($0),2 2\($0)"] }
            ])
    }

    @Test("shades behind every cell of every other row take nothing either")
    func cellStripes() {
        let rows = [["甲", "1", "2"], ["乙", "3", "4"], ["丙", "5", "6"], ["丁", "7", "8"]]
        let boxes = [107.0, 147].flatMap { y in
            [
                bar(45...140, y: y, height: 20, 0xDDEBF7), bar(140...240, y: y, height: 20, 0xDDEBF7),
                bar(240...300, y: y, height: 20, 0xDDEBF7),
            ]
        }
        let page = looseTextPage(spacedGlyphs(rows, xs: [50, 150, 250]), boxes: boxes)
        #expect(
            DocumentLayout(pages: [page]).tables.map(\.listing) == [
                [
                    "0,0 甲", "0,1 1", "0,2 2", "1,0 乙", "1,1 3", "1,2 4", "2,0 丙", "2,1 5", "2,2 6", "3,0 丁", "3,1 7",
                    "3,2 8",
                ]
            ])
    }

    @Test("text under a curve in the gaps of a table without rules is a chart's")
    func curves() {
        var page = looseTextPage(
            spacedGlyphs([["甲", "1", "2"], ["乙", "3", "4"], ["丙", "5", "6"]], xs: [50, 150, 250]))
        page.otherPaths = [110, 120, 130].map { Box(x0: 60, y0: $0 - 10, x1: 240, y1: $0) }
        #expect(DocumentLayout(pages: [page]).tables == [])
    }

    private func bar(_ x: ClosedRange<Double>, y: Double, height: Double = 16, _ color: UInt32) -> FilledBox {
        FilledBox(
            box: Box(x0: x.lowerBound, y0: y, x1: x.upperBound, y1: y + height), color: Color(rgb: color))
    }
}
