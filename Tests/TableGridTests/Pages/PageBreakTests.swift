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

    @Test("tables side by side go on each in the one below it")
    func sideBySide() {
        func page(_ number: Int, from y: Double, left: [[String]], right: [[String]]) -> Page {
            func ys(_ rows: [[String]]) -> [Double] { (0...rows.count).map { y + 40 * Double($0) } }
            let one = tablePage(number, xs: [50, 150, 280], ys: ys(left), left)
            let other = tablePage(number, xs: [320, 420, 550], ys: ys(right), right)
            return Page(
                number: number, width: 600, height: 800, glyphs: one.glyphs + other.glyphs,
                rulings: one.rulings + other.rulings)
        }
        let first = page(1, from: 700, left: [["甲", "1"], ["乙", "2"]], right: [["甲", "11"], ["乙", "12"]])
        let both = DocumentLayout(pages: [first, page(2, from: 20, left: [["丙", "3"]], right: [["丙", "13"]])]).tables
        #expect(
            both.map { $0.cells.map(\.text) } == [["甲", "1", "乙", "2", "丙", "3"], ["甲", "11", "乙", "12", "丙", "13"]])
        // One of them has ended.
        let single = tablePage(2, xs: [320, 420, 550], ys: [20, 60], [["丙", "13"]])
        #expect(DocumentLayout(pages: [first, single]).tables.map(\.rows) == [2, 3])
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
