import Testing

@testable import TableGrid

@Suite("Which lines are the label of which row")
struct LabelAssignmentTests {
    @Test("a line level with a row is its label")
    func level() {
        #expect(
            assigned([label("甲", 100), label("乙", 120)], [100, 120]) == [
                LabelledRow(row: 0, lines: 0..<1), LabelledRow(row: 1, lines: 1..<2),
            ])
    }

    @Test("two lines around a row are one label")
    func twoLines() {
        let lines = [label("甲甲甲甲甲", 94), label("乙乙", 106), label("丙", 130)]
        #expect(
            assigned(lines, [100, 130]) == [LabelledRow(row: 0, lines: 0..<2), LabelledRow(row: 1, lines: 2..<3)])
    }

    @Test("labels may be aligned with their rows by their first lines, or by their last", arguments: [0.0, 12])
    func alignment(offset: Double) {
        let lines = [100.0, 112, 130, 142].map { label("甲甲甲", $0) }
        #expect(
            assigned(lines, [100 + offset, 130 + offset]) == [
                LabelledRow(row: 0, lines: 0..<2), LabelledRow(row: 1, lines: 2..<4),
            ])
    }

    @Test("a label without figures is a row of its own, and so are figures without a label")
    func alone() {
        #expect(
            assigned([label("甲", 100), label("小计", 119)], [100, 140]) == [
                LabelledRow(row: 0, lines: 0..<1), LabelledRow(row: nil, lines: 1..<2),
                LabelledRow(row: 1, lines: 2..<2),
            ])
    }

    @Test("no label goes on with a number")
    func numbered() {
        let lines = [label("1.甲", 100), label("2.乙", 112)]
        #expect(
            assigned(lines, [100, 112]) == [LabelledRow(row: 0, lines: 0..<1), LabelledRow(row: 1, lines: 1..<2)])
        // Two numbered lines level with one row: no sharing puts both somewhere.
        #expect(assigned([label("1.甲", 100), label("2.乙", x: 80, 100)], [100]) == nil)
    }

    @Test("no label reaches over a rule")
    func rules() {
        let lines = [label("甲甲甲甲", 94), label("乙乙乙乙", 106)]
        #expect(assigned(lines, [100]) == [LabelledRow(row: 0, lines: 0..<2)])
        #expect(assigned(lines, [100], rules: [98.5])?.contains(LabelledRow(row: 0, lines: 0..<2)) == false)
    }

    private func assigned(_ lines: [LabelLine], _ rows: [Double], rules: [Double] = []) -> [LabelledRow]? {
        assignedLabels(lines, among: rows, rules: rules, options: .standard)
    }
}
