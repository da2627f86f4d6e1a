import DocumentModel
import Testing

@testable import TableGrid

@Suite("Headings over columns of figures")
struct HeaderGridTests {
    /// Labels at 50, figures at 150, 200 and 250, each 10 wide.
    private let columns: FigureColumns

    init() throws {
        let body = [100.0, 120].map { row($0, [(50, "甲乙"), (150, "12"), (200, "34"), (250, "56")]) }
        columns = try #require(
            FigureColumns([body], extents: [50...70, 150...160, 200...210, 250...260], options: .standard))
    }

    /// Headings of the three columns, one line each.
    private let own = row(80, [(145, "一月"), (195, "二月"), (245, "三月")])

    @Test("a line of the columns' own headings is one row without spans")
    func oneLine() {
        let grid = grid([row(80, [(50, "项目"), (145, "一月"), (195, "二月"), (245, "三月")])])
        #expect(grid.rows.count == 1)
        #expect(grid.spans == [])
    }

    @Test(
        "lines close under one another are one row, unless a rule parts them",
        arguments: [([], 1), ([72], 2)] as [([Double], Int)])
    func lines(rules: [Double], count: Int) {
        let upper = row(68, [(145, "上报"), (195, "上报"), (245, "上报")])
        #expect(grid([upper, own], rules: rules).rows.map(\.rows.count) == (count == 1 ? [2] : [1, 1]))
    }

    @Test("a title in the middle over two columns is a cell over both")
    func title() {
        let grid = grid([row(60, [(165, "上半年")]), own])
        #expect(grid.rows.map(\.baseline) == [60, 80])
        #expect(grid.spans == [GridArea(rows: 0..<1, columns: 1..<3)])
    }

    @Test("a title over the middle of all columns is a cell over all")
    func widest() {
        #expect(grid([row(60, [(190, "第一季")]), own]).spans == [GridArea(rows: 0..<1, columns: 1..<4)])
    }

    @Test("a text beside title and headings is one cell beside both")
    func corner() {
        let grid = grid([row(60, [(165, "上半年")]), row(70, [(50, "项目")]), own])
        #expect(grid.rows.count == 2)
        #expect(
            Set(grid.spans) == [GridArea(rows: 0..<1, columns: 1..<3), GridArea(rows: 0..<2, columns: 0..<1)])
    }

    @Test("a heading that stands higher than the others begins beside the title")
    func raised() {
        let grid = grid([row(60, [(165, "上半年")]), row(70, [(245, "三月")]), row(80, [(145, "一月"), (195, "二月")])])
        #expect(
            Set(grid.spans) == [GridArea(rows: 0..<1, columns: 1..<3), GridArea(rows: 0..<2, columns: 3..<4)])
    }

    @Test("headings that nearly touch are cut between the words of two columns")
    func cut() throws {
        var both = segment("一月", x: 145, baseline: 80)
        both.append("二月", in: segment("二月", x: 195, baseline: 80).box, isWord: true)
        let line = TextRow(
            segments: [both, segment("三月", x: 245, baseline: 80)], baseline: 80, size: 10)
        let row = try #require(grid([line]).rows.first?.rows.first)
        #expect(row.segments.map(\.text) == ["一月", "二月", "三月"])
    }

    private func grid(_ header: [TextRow], rules: [Double] = []) -> HeaderGrid {
        HeaderGrid(header, columns: columns, rules: rules, options: .standard)
    }
}
