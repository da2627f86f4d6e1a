import DocumentModel
import Testing

@testable import TableGrid

@Suite("Columns of labels")
struct LabelColumnsTests {
    @Test("lines that begin at one place are one column, as wide as the widest")
    func one() {
        #expect(columns([label("甲", 100), label("乙乙乙", 120), label("丙丙", 140)]) == [50...80])
        #expect(columns([]) == [])
    }

    @Test("a border runs where lines stand beside others more than once")
    func two() {
        let pairs = [100.0, 120].flatMap { [label("组组", $0), label("甲甲", x: 90, $0)] }
        #expect(columns(pairs).count == 2)
        #expect(columns(pairs).map(\.upperBound) == [70, 110])
        // Once may be a label with a wide gap in it.
        #expect(columns(Array(pairs[..<3])).count == 1)
    }

    @Test("labels without a group reach over the border, but not most of them", arguments: [(4, 2), (7, 1)])
    func crossing(wide: Int, count: Int) {
        let pairs = [100.0, 120].flatMap { [label("组组", $0), label("甲甲", x: 90, $0)] }
        let over = (0..<wide).map { label("不属于任何组的标签", 140 + 20 * Double($0)) }
        #expect(columns(pairs + over).count == count)
    }

    @Test(
        "what begins with a number and its mark is numbered",
        arguments: [
            ("1.甲", true), ("（一）甲", true), ("2）甲", true), ("三、甲", true), ("12", false), ("2019年", false),
            ("甲1.", false),
        ])
    func numbered(text: String, isNumbered: Bool) { #expect(label(text, 100).isNumbered == isNumbered) }

    @Test("lines stand side by side if they share three tenths of their height", arguments: [(6.0, true), (8, false)])
    func beside(distance: Double, expected: Bool) {
        #expect(label("甲", 100).isBeside(label("乙", x: 90, 100 + distance), overlap: 0.3) == expected)
    }

    private func columns(_ lines: [LabelLine]) -> [ClosedRange<Double>] {
        labelColumns(of: lines, options: FigureTableOptions())
    }
}
