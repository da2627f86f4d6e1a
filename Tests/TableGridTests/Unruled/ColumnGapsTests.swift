import DocumentModel
import Testing

@testable import TableGrid

@Suite("Gaps between columns")
struct ColumnGapsTests {
    private let xs = [50.0, 150, 250]

    @Test("columns reach as far as the widest text in them")
    func plain() {
        #expect(extents([["甲", "1", "2"], ["乙一", "345", "6"]]) == [50...70, 150...165, 250...255])
    }

    @Test("rows of one segment have no columns")
    func single() {
        #expect(extents([["甲"], ["乙"]]) == [])
    }

    @Test("a heading over two columns does not close the gap between them")
    func heading() {
        let heading = glyphs("二〇二四年度决算数额", x: 155, y: 80)
        #expect(extents([["甲", "1", "2"], ["乙", "3", "4"]], and: heading) == [50...60, 150...155, 250...255])
    }

    @Test("drawn borders divide text that runs over them, but not what ends at them")
    func borders() {
        #expect(extents([["甲乙丙", "1"], ["丁戊己", "2"]], borders: [65, 150.5]) == [50...65, 65...80, 150...155])
    }

    @Test("a column that one of four rows fills belongs to the nearer neighbour")
    func weak() {
        let mark = glyphs("*", x: 180, y: 120)
        let rows = [["甲", "1", "2"], ["乙", "3", "4"], ["丙", "5", "6"], ["丁", "7", "8"]]
        #expect(extents(rows, and: mark) == [50...60, 150...185, 250...255])
        #expect(extents(Array(rows.prefix(3)), and: mark) == [50...60, 150...155, 180...185, 250...255])
    }

    @Test("a row with fewer texts than the others may stand in the gap")
    func tolerated() {
        let rows = [[String]](repeating: ["甲", "1", "2"], count: 10)
        let wide = spacedGlyphs([["乙", "一二三四五六七八九十一"]], xs: [50, 150], y: 80)
        #expect(extents(rows, and: wide) == [50...60, 150...155, 250...255])
        #expect(extents(Array(rows.prefix(3)), and: wide) == [50...60, 150...155, 250...255])
    }

    private func extents(_ rows: [[String]], and other: [Glyph] = [], borders: [Double] = []) -> [ClosedRange<Double>] {
        columnExtents(of: textRows(spacedGlyphs(rows, xs: xs) + other), borders: borders)
    }
}
