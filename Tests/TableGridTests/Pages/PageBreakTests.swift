import DocumentModel
import TestSupport
import Testing

@testable import TableGrid

@Suite("Rows and forms at page breaks")
struct PageBreakTests {
    private let xs = [50.0, 200, 300]

    @Test("two labels with a number each are two rows, however full the first is")
    func ordinals() {
        let tables = joined([["十八、自然资源海洋气象等", ""]], [["十九、住房保障支出", "445.69"]])
        #expect(tables.map(\.rows) == [2])
        #expect(joined([["十八、自然资源海洋气象等支", ""]], [["出", "445.69"]]).map(\.rows) == [1])
    }

    @Test("the rest of a paragraph goes on with its cell, another sentence does not")
    func paragraph() {
        #expect(joined([["2", "record of\nits goods in"]], [["", "the presence"]]).map(\.rows) == [1])
        #expect(joined([["2", "record of\nits goods."]], [["", "The presence"]]).map(\.rows) == [2])
    }

    @Test("the same form on two pages is two tables")
    func forms() {
        let form = { (weight: String) in [["Field", "Value"], ["Length", "24.0"], ["Weight", weight]] }
        #expect(joined(form("2.5"), form("4.7")).map(\.rows) == [3, 3])
    }

    @Test(
        "an ordinal has its mark, a decimal number none",
        arguments: [("3. a", true), ("（二）乙", true), ("3.5", false), ("甲", false)])
    func ordinal(text: String, isOrdinal: Bool) { #expect(text.startsWithOrdinal == isOrdinal) }

    /// Two pages, one with rows at its end, one with rows at its start.
    private func joined(_ above: [[String]], _ below: [[String]]) -> [Table] {
        let height = 40.0
        func ys(_ rows: [[String]], from y: Double) -> [Double] { (0...rows.count).map { y + height * Double($0) } }
        return DocumentLayout(pages: [
            tablePage(1, xs: xs, ys: ys(above, from: 780 - height * Double(above.count)), above),
            tablePage(2, xs: xs, ys: ys(below, from: 20), below),
        ]).tables
    }
}
