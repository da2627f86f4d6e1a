import DocumentModel
import TestSupport
import Testing

@testable import TableGrid

@Suite("Grid read off the text")
struct InferredGridTests {
    private let xs = [50.0, 200, 300]

    @Test("every baseline is a row, every gap a border in its middle")
    func plain() throws {
        let text = spacedGlyphs([["甲", "1", "2"], ["乙", "3", "4"], ["丙", "5", "6"]], xs: xs)
        let grid = try #require(InferredGrid(text))
        #expect(grid.lattice.xs == [50, 130, 252.5, 305])
        #expect(grid.lattice.ys == [92, 107, 127, 142])
        #expect(
            grid.table(text).listing == [
                "0,0 甲", "0,1 1", "0,2 2", "1,0 乙", "1,1 3", "1,2 4", "2,0 丙", "2,1 5", "2,2 6",
            ])
    }

    @Test("one row, or one column, is no grid")
    func tooSmall() {
        #expect(InferredGrid(spacedGlyphs([["甲", "1", "2"]], xs: xs)) == nil)
        #expect(InferredGrid(spacedGlyphs([["甲"], ["乙"], ["丙"]], xs: xs)) == nil)
    }

    @Test("a label that fills its column goes on in the next line, its figures beside the last line")
    func figuresBelow() {
        let text =
            spacedGlyphs([["项目", "上年", "本年"]], xs: xs, y: 100)
            + spacedGlyphs([["一般公共预算财政拨款本级"], ["收入", "12", "34"]], xs: xs, y: 130, pitch: 12)
            + spacedGlyphs([["政府性基金预算财政拨款支", "5", "6"]], xs: xs, y: 162)
        #expect(
            InferredGrid(text)?.table(text).listing == [
                "0,0 项目", "0,1 上年", "0,2 本年", "1,0 一般公共预算财政拨款本级收入", "1,1 12", "1,2 34", "2,0 政府性基金预算财政拨款支", "2,1 5",
                "2,2 6",
            ])
    }

    @Test("a label that fills its column goes on in the next line, its figures beside the first line")
    func figuresAbove() {
        let text =
            spacedGlyphs([["其他", "5", "6"]], xs: xs, y: 100)
            + spacedGlyphs([["一般公共预算财政拨款本级", "12", "34"], ["收入"]], xs: xs, y: 130, pitch: 12)
        #expect(
            InferredGrid(text)?.table(text).listing == [
                "0,0 其他", "0,1 5", "0,2 6", "1,0 一般公共预算财政拨款本级收入", "1,1 12", "1,2 34",
            ])
    }

    @Test("a line below a label that leaves room is a row of its own")
    func shortLabel() {
        let text =
            spacedGlyphs([["一般公共预算财政拨款本级", "5", "6"]], xs: xs, y: 100)
            + spacedGlyphs([["收入", "12", "34"], ["其中："]], xs: xs, y: 130, pitch: 12)
        #expect(
            InferredGrid(text)?.table(text).listing == [
                "0,0 一般公共预算财政拨款本级", "0,1 5", "0,2 6", "1,0 收入", "1,1 12", "1,2 34", "2,0 其中：", "2,1 ", "2,2 ",
            ])
    }

    @Test("figures beside the middle of a label of two lines are one row with it")
    func figuresBeside() {
        let text =
            spacedGlyphs([["政府性基金预算财政拨款支", "5", "6"]], xs: xs, y: 100)
            + spacedGlyphs(
                [["一般公共预算财政拨款本级"], ["", "12", "34"], ["收入"]], xs: xs, y: 130, pitch: 6)
            + spacedGlyphs([["合计", "17", "40"]], xs: xs, y: 170)
        #expect(
            InferredGrid(text)?.table(text).listing == [
                "0,0 政府性基金预算财政拨款支", "0,1 5", "0,2 6", "1,0 一般公共预算财政拨款本级收入", "1,1 12", "1,2 34", "2,0 合计", "2,1 17",
                "2,2 40",
            ])
    }

    @Test("a line of a label that is wider than all labels beside figures keeps its text")
    func wideLabelLine() {
        let text =
            spacedGlyphs([["甲", "5", "6"]], xs: xs, y: 100)
            + spacedGlyphs([["一般公共预算财政拨款本级"], ["收入", "12", "34"]], xs: xs, y: 130, pitch: 12)
        #expect(
            InferredGrid(text)?.table(text).listing == [
                "0,0 甲", "0,1 5", "0,2 6", "1,0 一般公共预算财政拨款本级收入", "1,1 12", "1,2 34",
            ])
    }

    @Test("two rows of figures never join, however close they stand")
    func closeFigures() throws {
        let text = spacedGlyphs([["甲", "1", "2"], ["乙", "3", "4"], ["丙", "5", "6"]], xs: xs, pitch: 7)
        #expect(try #require(InferredGrid(text)).lattice.rows == 3)
    }

    @Test("a heading over several columns spans them")
    func heading() {
        let text =
            glyphs("二〇二四年度决算数额", x: 205, y: 100)
            + spacedGlyphs([["项目", "上年", "本年"], ["甲", "1", "2"], ["乙", "3", "4"]], xs: xs, y: 120)
        #expect(
            InferredGrid(text)?.table(text).listing == [
                "0,0 ", "0,1-2 二〇二四年度决算数额", "1,0 项目", "1,1 上年", "1,2 本年", "2,0 甲", "2,1 1", "2,2 2",
                "3,0 乙", "3,1 3", "3,2 4",
            ])
    }

    @Test("a heading over two of three columns spans them beside the first column's")
    func headingBesideLabel() {
        let text =
            spacedGlyphs([["项目", "二〇二四年度决算数额"]], xs: [50, 205], y: 100)
            + spacedGlyphs([["", "上年", "本年"], ["甲", "1", "2"], ["乙", "3", "4"]], xs: xs, y: 120)
        #expect(
            InferredGrid(text)?.table(text).listing == [
                "0,0 项目", "0,1-2 二〇二四年度决算数额", "1,0 ", "1,1 上年", "1,2 本年", "2,0 甲", "2,1 1", "2,2 2",
                "3,0 乙", "3,1 3", "3,2 4",
            ])
    }

    @Test("between the rules of a table with one under every row stands one row, whatever its lines")
    func ruledRows() throws {
        let text =
            spacedGlyphs([["甲", "1", "2"]], xs: xs, y: 100)
            + spacedGlyphs([["乙一", "3", "4"], ["乙二", "", "5"]], xs: xs, y: 124, pitch: 16)
            + spacedGlyphs([["丙", "6", "7"]], xs: xs, y: 164)
        let grid = try #require(InferredGrid(text, horizontal: [88, 108, 148, 172]))
        #expect(grid.rows.map(\.count) == [1, 2, 1])
        #expect(grid.lattice.ys == [92, 108, 148, 166])
    }

    @Test("a single rule divides rows that would go on")
    func dividing() throws {
        let text =
            spacedGlyphs([["其他", "5", "6"]], xs: xs, y: 100)
            + spacedGlyphs([["一般公共预算财政拨款本级", "12", "34"], ["收入"]], xs: xs, y: 130, pitch: 12)
        #expect(try #require(InferredGrid(text, horizontal: [133])).lattice.rows == 3)
    }

    @Test("given borders are the columns, those outside the area left out")
    func borders() throws {
        let text = spacedGlyphs([["ab12"], ["cd34"]], xs: [50])
        let area = Box(x0: 40, y0: 80, x1: 100, y1: 130)
        let grid = try #require(InferredGrid(textRows(text), in: area, borders: [60, 20, 120], options: .standard))
        #expect(grid.lattice.xs == [40, 60, 100])
        // Text over a border spans the columns.
        #expect(grid.table(text).listing == ["0,0-1 ab12", "1,0-1 cd34"])
    }
}
