import DocumentModel
import Testing

@testable import TextReader

@Suite("Text laid out with blanks")
struct LayoutTextTests {
    private let table = """
        信息内容      制发    废止    有效
        规章          0       1       2
        行政规范性文件       32      17      108
        """

    @Test("a character stands where it is counted")
    func places() throws {
        let text = "甲    12    3\n乙    4     5\n丙    6     7"
        let page = try #require(LayoutText(text)?.layout.first)
        let glyphs = page.glyphs.filter { !$0.isBlank }
        #expect(glyphs.map(\.text).joined() == "甲123乙45丙67")
        #expect(glyphs.map(\.origin.x) == [0, 60, 72, 132, 0, 60, 132, 0, 60, 132])
        #expect(Set(glyphs.map(\.origin.y)) == [12, 24, 36])
    }

    @Test("ideographs count for one column or for two, whichever sets the columns apart")
    func widths() throws {
        // The figures of both texts stand under one another when ideographs count so.
        let one = "规章          0    1\n行政规范性文件     2    3\n许可          4    5"
        let two = "规章            0    1\n行政规范性文件  2    3\n许可            4    5"
        for text in [one, two] {
            let page = try #require(LayoutText(text)?.layout.first)
            #expect(Set(page.glyphs.filter { "024".contains($0.text) }.map(\.origin.x)).count == 1)
        }
    }

    private let drawn = """
        ┌────────┬─────┬─────┐
        │规章    │0    │12   │
        ├────────┼─────┴─────┤
        │许可    │5          │
        └────────┴───────────┘
        """

    @Test("characters that draw are rulings, and no text")
    func drawing() throws {
        let page = try #require(LayoutText(drawn)?.layout.first)
        #expect(page.glyphs.filter { !$0.isBlank }.map(\.text).joined() == "规章012许可5")
        // The middle rule goes on from end to end, the upright between the figures stops at it.
        let middle = page.rulings.filter { $0.axis == .horizontal }.map(\.position).reduce(into: Set()) {
            $0.insert($1)
        }
        #expect(middle.count == 3)
        let inner = page.rulings.filter { $0.axis == .vertical && $0.position == 12 * 15.5 }.map(\.span.upperBound)
            .max()
        #expect(inner == middle.sorted()[1])
    }

    @Test("rules of plus signs and dashes draw as well")
    func grid() throws {
        let text = "+------+-----+\n| 规章 | 0   |\n+======+=====+\n| 许可 | 5   |\n+------+-----+"
        let page = try #require(LayoutText(text)?.layout.first)
        #expect(page.glyphs.filter { !$0.isBlank }.map(\.text).joined() == "规章0许可5")
        #expect(Set(page.rulings.filter { $0.axis == .vertical }.map(\.position)).count == 3)
    }

    @Test("tabs among blanks move on to the next multiple of eight")
    func tabs() throws {
        let page = try #require(LayoutText("甲\t1   2\n乙\t3   4\n丙\t5   6")?.layout.first)
        #expect(page.glyphs.filter { !$0.isBlank }.prefix(3).map(\.origin.x) == [0, 96, 144])
    }

    @Test("a text longer than any report is not laid out")
    func long() {
        #expect(LayoutText(table + String(repeating: "\n", count: 1000)) != nil)
        #expect(LayoutText(table + String(repeating: "\n", count: 1_000_000)) == nil)
    }

    @Test("single tabs between all texts end cells, and lay nothing out")
    func tabbedCells() {
        #expect(LayoutText("甲\t1\t2\n乙\t3\t4\n丙\t5\t6") == nil)
        #expect(LayoutText("\t\t甲\t1\t2\n\t乙\t\t3\t4\n丙\t\t\t5\t6\n" + table.split(separator: "\n")[0]) == nil)
    }

    @Test("one blank parts columns beside a figure in a row, elsewhere words")
    func singleBlanks() throws {
        func gap(_ line: String) throws -> Double {
            let page = try #require(LayoutText(line + "\n" + table)?.layout.first)
            let glyphs = page.glyphs.filter { !$0.isBlank }
            return glyphs[1].box.x0 - glyphs[0].box.x1
        }
        #expect(try gap("1 2      3      4") == 12)
        #expect(try gap("甲 2      3      4") == 12)
        #expect(try gap("甲 乙      3      4") == 6)
        #expect(try gap("年 2 月") == 6)
    }

    @Test("form feeds part pages, and headings of sections under a blank line part what follows")
    func parts() {
        #expect(LayoutText(table + "\u{0C}" + table)?.layout.count == 2)
        #expect(LayoutText(table + "\n\n  三、收到和处理情况\n" + table)?.layout.count == 2)
        #expect(LayoutText(table + "\n三、收到和处理情况\n" + table)?.layout.count == 1)
    }

    @Test(
        "prose, lists of cells and text with bars are not laid out",
        arguments: ["", "一、总体\n我局 发布。", "规章\n0\n0\n0", "| a   | b   | c   |\n| d   | e   | f   |\n| g   | h   | i   |"])
    func others(text: String) {
        #expect(LayoutText(text) == nil)
    }
}
