import DocumentModel
import Testing

@testable import TableGrid

/// Two cells side by side, each 50 × 20 points, and a wide one below: 100 × 40.
@Suite("Cell texts")
struct CellTextsTests {
    private let lattice = Lattice(
        xs: [0, 50, 100], ys: [0, 20, 60], horizontalEdges: [[true, true], [true, true], [true, true]],
        verticalEdges: [[true, true], [true, false], [true, true]], isTopDrawn: [true, true],
        isBottomDrawn: [true, true])
    private let areas = [
        GridArea(rows: 0..<1, columns: 0..<1), GridArea(rows: 0..<1, columns: 1..<2),
        GridArea(rows: 1..<2, columns: 0..<2),
    ]

    @Test("a glyph belongs to the cell its middle lies in, whichever cells it reaches into")
    func centres() {
        // The middles of the two characters stand at 45 and 55.
        #expect(texts(glyphs("左右", x: 40, y: 13)) == ["左", "右", ""])
        // 47 to 57: the middle, 52, is on the right.
        #expect(texts(glyphs("右", x: 47, y: 13)) == ["", "右", ""])
        #expect(texts(glyphs("下", x: 45, y: 40)) == ["", "", "下"])
    }

    @Test("glyphs on the outline belong to the table, glyphs outside do not")
    func outline() {
        #expect(texts(glyphs("左", x: -5, y: 13)) == ["左", "", ""])
        #expect(texts(glyphs("右", x: 95, y: 13)) == ["", "右", ""])
        #expect(texts(glyphs("外", x: -5.1, y: 13) + glyphs("外", x: 20, y: 80)) == ["", "", ""])
    }

    @Test("a number broken over lines for want of room is one; two short ones are two")
    func numbers() {
        // 50 wide, 38 without the padding: 35 and 10 do not fit, 10 and 10 do.
        #expect(texts(glyphs("1234567", x: 7, y: 9) + glyphs("89", x: 7, y: 18))[0] == "123456789")
        #expect(texts(glyphs("12", x: 7, y: 9) + glyphs("34", x: 7, y: 18))[0] == "12\n34")
        // The same lines fit into the wide cell.
        #expect(texts(glyphs("1234567", x: 7, y: 38) + glyphs("89", x: 7, y: 48))[2] == "1234567\n89")
    }

    @Test("a number that runs over a border is in doubt on both sides")
    func overrun() {
        let found = cellTexts(areas, lattice: lattice, glyphs: glyphs("12345", x: 39, y: 13))
        #expect(found.map(\.text) == ["12", "345", ""])
        #expect(found.map(\.doubt) == [.overrun, .overrun, nil])
    }

    @Test(
        "neighbours that are no number, or stand apart, are not in doubt",
        arguments: [
            glyphs("左右", x: 40, y: 13), glyphs("1a", x: 45, y: 13),
            glyphs("12", x: 30, y: 13) + glyphs("34", x: 60, y: 13),
            glyphs("12", x: 40, y: 13) + glyphs("34", x: 51, y: 13),
            glyphs("12", x: 40, y: 12) + glyphs("34", x: 50, y: 14),
            // Drawn one after the other, but down the page.
            glyphs("12", x: 40, y: 13) + glyphs("34", x: 50, y: 43),
        ])
    func noOverrun(drawn: [Glyph]) {
        #expect(cellTexts(areas, lattice: lattice, glyphs: drawn).map(\.doubt) == [nil, nil, nil])
    }

    @Test("a glyph without Unicode makes its cell unreadable, also where a number runs over the border")
    func unreadable() {
        let found = cellTexts(areas, lattice: lattice, glyphs: glyphs("\u{FFFD}2345", x: 39, y: 13))
        #expect(found.map(\.text) == ["\u{FFFD}2", "345", ""])
        #expect(found.map(\.doubt) == [.unreadable, .overrun, nil])
    }

    @Test("a watermark's huge glyph is in no cell")
    func watermark() {
        // Its middle lies in the upper left cell, 50 × 20.
        let mark = glyphs("样", x: -20, y: 37, size: 90)
        #expect(mark.map(\.box.center) == [Point(x: 25, y: 10)])
        #expect(texts(mark + glyphs("12", x: 7, y: 13)) == ["12", "", ""])
    }

    @Test("nor is it in a cell that is wide enough for it, but far too low")
    func watermarkOverWideCell() {
        let mark = glyphs("样", x: -20, y: 70, size: 90)
        #expect(texts(mark + glyphs("12", x: 7, y: 43)) == ["", "", "12"])
    }

    @Test("turned text is read in its own direction, and its room is the cell's height")
    func turned() {
        // 40 high, 28 without the padding: 20 and 10 do not fit.
        let drawn = glyphs("1234", x: 40, y: 55, direction: .up) + glyphs("56", x: 55, y: 55, direction: .up)
        let found = cellTexts(areas, lattice: lattice, glyphs: drawn)
        #expect(found[2].lines.map(\.text) == ["1234", "56"])
        #expect(found[2].text == "123456")
    }

    @Test("texts come in the order of the areas, blank ones included")
    func order() {
        let found = cellTexts(areas.reversed(), lattice: lattice, glyphs: glyphs("左", x: 10, y: 13))
        #expect(found.map(\.text) == ["", "", "左"])
        #expect(found.map { $0.lines.count } == [0, 0, 1])
    }

    private func texts(_ glyphs: [Glyph]) -> [String] {
        cellTexts(areas, lattice: lattice, glyphs: glyphs).map(\.text)
    }
}
