import DocumentModel
import Testing

@testable import TableGrid

@Suite("Columns of figures and their labels")
struct FigureColumnsTests {
    private let extents = [50.0...80, 150...160, 200...210]
    private let body = [
        row(100, [(50, "甲乙丙"), (150, "12"), (200, "34")]), row(120, [(50, "丁"), (150, "56"), (200, "78")]),
    ]

    @Test("the first columns are labels, the others figures; borders run in the middle of the gaps")
    func columns() throws {
        let columns = try #require(FigureColumns([body], extents: extents, options: .standard))
        #expect(columns.labels == [50...80])
        #expect(columns.figures == [150...160, 200...210])
        #expect(columns.borders == [50, 115, 180, 210])
        #expect(columns.isLabel(segment("戊", x: 60)))
        #expect(!columns.isLabel(segment("戊", x: 120)))
    }

    @Test("no label column is needed")
    func figuresAlone() throws {
        let rows = [row(100, [(150, "12"), (200, "34")]), row(120, [(150, "56"), (200, "78")])]
        let columns = try #require(FigureColumns([rows], extents: Array(extents[1...]), options: .standard))
        #expect(columns.labels == [])
        #expect(columns.count == 2)
    }

    @Test("a last column of texts makes it no table of figures")
    func texts() {
        let rows = [row(100, [(50, "甲"), (150, "12"), (200, "好")]), row(120, [(50, "丁"), (150, "56"), (200, "差")])]
        #expect(FigureColumns([rows], extents: extents, options: .standard) == nil)
    }

    @Test(
        "three figures and two headings are a column of figures, one figure less are labels",
        arguments: [(3, 2), (2, 1)])
    func share(figures: Int, columns: Int) {
        let rows = (0..<5).map { index in
            row(100 + 20 * Double(index), [(50, "甲"), (150, index < figures ? "12" : "好的"), (250, "5")])
        }
        let found = FigureColumns([rows], extents: [50...60, 150...170, 250...255], options: .standard)
        #expect(found?.figures.count == columns)
    }

    @Test("one row of figures is no table")
    func oneRow() {
        let rows = [row(80, [(50, "甲")]), row(100, [(50, "乙"), (150, "1"), (200, "2")])]
        #expect(FigureColumns([rows], extents: extents, options: .standard) == nil)
    }

    @Test("text over the figures is a heading, text beside the labels is not")
    func runs() throws {
        let columns = try #require(FigureColumns([body], extents: extents, options: .standard))
        let rows = [
            row(80, [(145, "新增"), (195, "公开")]), body[0], row(112, [(50, "戊")]), body[1],
            row(140, [(145, "废止"), (195, "现行")]), row(160, [(50, "己"), (150, "1"), (200, "2")]),
        ]
        #expect(columns.runs(of: rows, rules: []).map(\.isBody) == [false, true, false, true])
    }

    @Test(
        "a rule under the last line of a heading parts it from the first label",
        arguments: [([95], 2), ([], 1)] as [([Double], Int)])
    func ruledHeading(rules: [Double], count: Int) throws {
        let columns = try #require(FigureColumns([body], extents: extents, options: .standard))
        #expect(columns.runs(of: [row(88, [(50, "项目")])] + body, rules: rules).count == count)
    }

    @Test("a label is cut from its group's heading where three other labels begin")
    func cutLabels() throws {
        let names = ["组 甲", "乙", "丙", "丁"]
        let rows = names.enumerated().map { index, name in
            row(100 + 20 * Double(index), [(index == 0 ? 50 : 65, name), (150, "1"), (200, "2")])
        }
        let columns = try #require(FigureColumns([rows], extents: extents, options: .standard))
        #expect(columns.pages[0][0].segments.map(\.text) == ["组", "甲", "1", "2"])
    }

    @Test("texts of different lengths are centred if they share their middle, not if they share their left side")
    func centered() {
        func boxes(_ left: (Double) -> Double) -> [Box] {
            [20, 30, 50].map { Box(x0: left($0), y0: 0, x1: left($0) + $0, y1: 10) }
        }
        #expect(isCenteredText(boxes { 100 - $0 / 2 }, options: FigureTableOptions()))
        #expect(!isCenteredText(boxes { _ in 100 }, options: FigureTableOptions()))
    }
}
