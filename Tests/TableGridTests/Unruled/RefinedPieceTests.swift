import DocumentModel
import TestSupport
import Testing

@testable import TableGrid

@Suite("Tables with a part of their rules")
struct RefinedPieceTests {
    private let xs = [50.0, 150, 250, 350]

    @Test("columns that only the header's borders show are those of the rows below")
    func header() {
        #expect(
            listing(
                ys: [100, 120, 140, 160], without: open(rows: 1...2, borders: 1...2),
                [["项目", "上年", "本年"], ["甲", "1", "2"], ["乙", "3", "4"]]) == [
                    "0,0 项目", "0,1 上年", "0,2 本年", "1,0 甲", "1,1 1", "1,2 2", "2,0 乙", "2,1 3", "2,2 4",
                ])
    }

    @Test("a column that a row leaves empty is an empty cell")
    func hole() {
        #expect(
            listing(
                ys: [100, 120, 140, 160], without: open(rows: 1...2, borders: 1...2),
                [["项目", "上年", "本年"], ["甲", "", "2"], ["乙", "3", ""]]) == [
                    "0,0 项目", "0,1 上年", "0,2 本年", "1,0 甲", "1,1 ", "1,2 2", "2,0 乙", "2,1 3", "2,2 ",
                ])
    }

    @Test("one such row alone is a cell over the columns")
    func oneRow() {
        #expect(
            listing(
                ys: [100, 120, 140, 160], without: open(rows: 1...1, borders: 1...2),
                [["项目", "上年", "本年"], ["甲", "1", "2"], ["乙", "3", "4"]]
            ).filter { $0.hasPrefix("1,") }.count == 1)
    }

    @Test("rows of words in cells over the columns stay what they are")
    func words() {
        let listing = listing(
            ys: [100, 120, 140, 160], without: open(rows: 1...2, borders: 1...2),
            [["项目", "上年", "本年"], ["甲", "见表", "附注"], ["乙", "见表", "附注"]])
        #expect(listing.count == 5)
    }

    @Test("figures under one another in a frame with one column rule are rows")
    func frame() {
        #expect(
            listing(
                xs: [50, 200, 300], ys: [100, 120, 200],
                [["项目", "金额"], ["甲项资金收入\n乙项资金收入\n丙项资金收入\n丁项资金收入", "12\n34\n56\n78"]]) == [
                    "0,0 项目", "0,1 金额", "1,0 甲项资金收入", "1,1 12", "2,0 乙项资金收入", "2,1 34", "3,0 丙项资金收入", "3,1 56",
                    "4,0 丁项资金收入",
                    "4,1 78",
                ])
    }

    @Test("a table with all its rules is left alone where numbers are broken over lines")
    func brokenNumbers() {
        #expect(
            listing(
                xs: [50, 200, 235, 270], ys: [100, 120, 180],
                [["项目", "甲", "乙"], ["收入", "123\n456\n.78", "234\n567\n.89"]]) == [
                    "0,0 项目", "0,1 甲", "0,2 乙", "1,0 收入", "1,1 123456.78", "1,2 234567.89",
                ])
    }

    @Test("even over five lines, in two columns side by side")
    func longBrokenNumbers() {
        #expect(
            listing(
                xs: [50, 200, 235, 270], ys: [100, 120, 190, 260],
                [
                    ["项目", "甲", "乙"], ["财政拨款收入", "123\n456\n789\n012\n.12", "234\n567\n890\n123\n.23"],
                    ["其他各项收入", "321\n654\n987\n210\n.21", "432\n765\n198\n321\n.32"],
                ]) == [
                    "0,0 项目", "0,1 甲", "0,2 乙", "1,0 财政拨款收入", "1,1 123456789012.12",
                    "1,2 234567890123.23", "2,0 其他各项收入", "2,1 321654987210.21", "2,2 432765198321.32",
                ])
    }

    @Test("only the rules count where only ruled tables are looked for")
    func ruled() {
        var options = TableOptions.standard
        options.mode = .ruled
        let page = tablePage(
            xs: xs, ys: [100, 120, 140, 160], without: open(rows: 1...2, borders: 1...2),
            [["项目", "上年", "本年"], ["甲", "1", "2"], ["乙", "3", "4"]])
        #expect(DocumentLayout(pages: [page], options: options).tables.map(\.cells.count) == [5])
    }

    /// Column borders that are not drawn in some rows.
    private func open(rows: ClosedRange<Int>, borders: ClosedRange<Int>) -> Set<Gap> {
        Set(rows.flatMap { row in borders.map { Gap.before(row: row, column: $0) } })
    }

    private func listing(
        xs: [Double]? = nil, ys: [Double], without gaps: Set<Gap> = [], _ rows: [[String]]
    ) -> [String] {
        let page = tablePage(xs: xs ?? self.xs, ys: ys, without: gaps, rows)
        return DocumentLayout(pages: [page]).tables.flatMap(\.listing)
    }
}
