import DocumentModel
import Testing

@testable import TableGrid

@Suite("Regions of tables without full rules")
struct UnruledRegionTests {
    // MARK: Between rules

    @Test("rules of one width border one region, from the first to the last")
    func between() throws {
        let regions = between([90, 110, 150])
        let region = try #require(regions.first)
        #expect(regions.count == 1)
        #expect(region.horizontal == [90, 110, 150])
        #expect(region.box == Box(x0: 48, y0: 89, x1: 302, y1: 151))
        #expect(region.rows.map(\.baseline) == [100, 120, 140])
    }

    @Test("one rule alone, rules without text between them and rules as short as words border nothing")
    func none() {
        #expect(between([90]) == [])
        #expect(between([300, 320]) == [])
        #expect(between([90, 150], 50...110) == [])
    }

    @Test("rules of another width are another table's")
    func widths() {
        let rules = [
            Rule(axis: .horizontal, position: 90, span: 50...300),
            Rule(axis: .horizontal, position: 110, span: 50...300),
            Rule(axis: .horizontal, position: 150, span: 50...280),
        ]
        let regions = UnruledRegion.betweenRules(rules, rows: table, options: RegionOptions())
        #expect(regions.map(\.horizontal) == [[90, 110]])
    }

    @Test("prose between two rules parts two tables")
    func prose() {
        let prose = [180.0, 195].map { row($0, [(50, "这里是正文它从左边一直写到右边")]) }
        let below = [220.0, 240].map { row($0, [(50, "戊"), (150, "7"), (250, "8")]) }
        let rules = [90.0, 150, 210, 250].map { Rule(axis: .horizontal, position: $0, span: 50...300) }
        let regions = UnruledRegion.betweenRules(rules, rows: table + prose + below, options: RegionOptions())
        #expect(regions.map(\.horizontal) == [[90, 150], [210, 250]])
    }

    // MARK: By alignment

    @Test("three rows of several texts are a region, two are none", arguments: [(3, 1), (2, 0)])
    func aligned(rows: Int, regions: Int) {
        #expect(aligned(Array(table.prefix(rows))).count == regions)
    }

    @Test(
        "a distance of more than 2.6 lines ends a region",
        arguments: [(25.0, [6]), (27.0, [3, 3])] as [(Double, [Int])])
    func distance(pitch: Double, counts: [Int]) {
        let below = (0..<3).map { row(140 + pitch + 20 * Double($0), [(50, "戊"), (150, "7"), (250, "8")]) }
        #expect(aligned(table + below).map(\.rows.count) == counts)
    }

    @Test("a line in larger type begins what follows")
    func largerType() {
        let heading = row(164, [(50, "二")], size: 12)
        let below = [180.0, 200, 220].map { row($0, [(50, "戊"), (150, "7"), (250, "8")]) }
        #expect(aligned(table + [heading] + below).map(\.rows.count) == [3, 3])
        // In the same type it is a label of the one table.
        #expect(aligned(table + [row(164, [(50, "二")])] + below).map(\.rows.count) == [7])
    }

    @Test("single lines that reach over the figures end a region where there are more than two", arguments: [2, 3])
    func runningText(lines: Int) {
        let text = (0..<lines).map { row(155 + 12 * Double($0), [(50, "这里是正文它从左边一直写到右边")]) }
        let below = (0..<3).map {
            row(155 + 12 * Double(lines) + 20 * Double($0), [(50, "戊"), (150, "7"), (250, "8")])
        }
        #expect(aligned(table + text + below).count == (lines == 2 ? 1 : 2))
    }

    @Test(
        "a title over the right part belongs to the region, a caption over its middle does not",
        arguments: [true, false])
    func title(isTitle: Bool) {
        let title = row(85, [(isTitle ? 195 : 145, "合计")])
        #expect(aligned([title] + table).map(\.rows.count) == [isTitle ? 4 : 3])
    }

    @Test("the lines of a label above and below its figures belong to the region")
    func mirrored() {
        let upper = row(94, [(50, "甲甲")])
        let middle = row(100, [(150, "1"), (250, "2")])
        let rows = [upper, middle, row(106, [(50, "甲乙")])] + table.dropFirst() + [row(160, [(150, "1"), (250, "2")])]
        let last = [row(154, [(50, "末甲")])]
        let lines = (rows + last + [row(166, [(50, "末乙")])]).sorted { $0.baseline < $1.baseline }
        #expect(aligned(lines).map(\.rows.count) == [lines.count])
    }

    @Test(
        "the second line of the last record belongs to the region, another line below does not",
        arguments: [(150.0, 150.0, 6), (158, 150, 5), (150, 156, 5)])
    func secondLine(x0: Double, baseline: Double, rows: Int) {
        let seconds = [110.0, 130].map { row($0, [(150, "这一行比它的栏宽")]) }
        let last = row(baseline, [(x0, "这一行比它的栏宽")])
        let lines = (table + seconds + [last]).sorted { $0.baseline < $1.baseline }
        #expect(aligned(lines).map(\.rows.count) == [rows])
        // Under one row alone it is no rule.
        #expect(aligned(lines.filter { $0.baseline != 110 }).map(\.rows.count) == [4])
    }

    private let table = [100.0, 120, 140].map { row($0, [(50, "甲"), (150, "12"), (250, "34")]) }

    private func between(_ ys: [Double], _ span: ClosedRange<Double> = 50...300) -> [UnruledRegion] {
        UnruledRegion.betweenRules(
            ys.map { Rule(axis: .horizontal, position: $0, span: span) }, rows: table, options: RegionOptions())
    }

    private func aligned(_ rows: [TextRow]) -> [UnruledRegion] { UnruledRegion.aligned(rows, options: .standard) }
}
