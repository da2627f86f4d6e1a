import DocumentModel
import TestSupport
import Testing

@testable import TableGrid

@Suite("Columns and headings that the other rows show")
struct CommonEdgesTests {
    @Test("figures a blank apart are two where those of other rows end at both places")
    func commonEnds() {
        let rows = [
            row(100, [(100, "1111"), (140, "22")]), row(120, [(110, "33"), (140, "44")]), row(140, [(90, "555555 66")]),
        ]
        let cut = rowsCutAtCommonEdges(rows, options: ColumnGapOptions())
        // 555555 ends at 120 as 1111 and 33 do; 66 ends at 135, where nothing does.
        #expect(cut[2].segments.map(\.text) == ["555555 66"])
        let level = [
            row(100, [(100, "1111"), (135, "22")]), row(120, [(110, "33"), (135, "44")]),
            row(140, [(90, "555555 6666")]),
        ]
        #expect(rowsCutAtCommonEdges(level, options: ColumnGapOptions())[2].segments.map(\.text) == ["555555", "6666"])
    }

    @Test("a row of titles over two columns does not join them where most rows have both")
    func titleOverTwo() {
        let body = (0..<4).map { row(120 + 20 * Double($0), [(50, "甲"), (150, "12"), (200, "34"), (260, "5")]) }
        let title = row(100, [(50, "表"), (140, "Crops and harvests"), (260, "x")])
        #expect(columnExtents(of: [title] + body, borders: []).count == 4)
    }

    @Test("rows that are not level on two sides of a gap are two tables")
    func sideBySide() {
        let left = [100.0, 114, 128, 142].map { row($0, [(50, "甲"), (100, "12")]) }
        let right = [107.0, 121, 135, 149].map { row($0, [(250, "乙"), (300, "34")]) }
        let rows = (left + right).sorted { $0.baseline < $1.baseline }
        let region = UnruledRegion(box: Box(x0: 50, y0: 90, x1: 320, y1: 155), rows: rows)
        #expect(region.partsSideBySide(options: .standard).map { $0.rows.count } == [4, 4])
        let level = UnruledRegion(
            box: region.box, rows: left.map { row($0.baseline, [(50, "甲"), (100, "12"), (250, "34")]) })
        #expect(level.partsSideBySide(options: .standard).count == 1)
    }

    @Test("a label behind dots and a heading in capitals are whole")
    func wholeLabels() {
        let led = [label("Gambling . . .", 100), label("Offences against", 112), label("children . . .", 124)]
        #expect(
            assignedLabels(led, among: [100, 124], rules: [], options: .standard)
                == [LabelledRow(row: 0, lines: 0..<1), LabelledRow(row: 1, lines: 1..<3)])
        let capital = [label("LIABILITIES AND EQUITY", 100), label("General", 114)]
        #expect(
            assignedLabels(capital, among: [114], rules: [], options: .standard)
                == [LabelledRow(row: nil, lines: 0..<1), LabelledRow(row: 0, lines: 1..<2)])
    }
}
