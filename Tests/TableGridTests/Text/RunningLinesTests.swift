import DocumentModel
import TableGrid
import TestSupport
import Testing

/// Pages of 600 × 800 points: the outer 12 % are the upper and the lower 96 points.
@Suite("Running lines")
struct RunningLinesTests {
    @Test(
        "a page number is running text on a single page already",
        arguments: [
            "3", "- 3 -", "—3—", "— 12 —", "－3－", "第 3 页", "第3页 共8页", "第 3 页，共 8 页", "第3页/共8页", "共8页 第3页", "3/8",
            "3 / 8",
            "Page 3 of 8", "page 3", "第三页", "·3·", "~3~",
        ])
    func pageNumbers(text: String) {
        #expect(running([page(1, [(text, 780)])]) == [[text]])
        #expect(running([page(1, [(text, 30)])]) == [[text]])
    }

    @Test("other text is not", arguments: ["三、收到和处理", "2024年度报告", "页", "附件1", "-", "共3件", "57 0 9 6 72"])
    func others(text: String) {
        #expect(running([page(1, [(text, 780)])]) == [[]])
    }

    @Test(
        "a number in the body of a page is none of its page numbers",
        arguments: [(95.0, true), (110, false), (400, false), (690, false), (710, true)])
    func outerPart(y: Double, isRunning: Bool) {
        #expect(running([page(1, [("3", y)])]) == [isRunning ? ["3"] : []])
    }

    @Test("a header that comes back at the same height of another page is running text")
    func repeated() {
        let pages = (1...3).map { page($0, [("某县人民政府年度报告", 40), ("正文\($0)", 300)]) }
        #expect(running(pages) == [["某县人民政府年度报告"], ["某县人民政府年度报告"], ["某县人民政府年度报告"]])
    }

    @Test("its figures and blanks may differ, its words may not")
    func differing() {
        #expect(running([page(1, [("第1章 A", 40)]), page(2, [("第 12 章 A", 40)])]) == [["第1章 A"], ["第 12 章 A"]])
        #expect(running([page(1, [("总体情况", 40)]), page(2, [("主动公开", 40)])]) == [[], []])
    }

    @Test(
        "text that stands once, or at another height, is not",
        arguments: [(40.0, 60.0, 0), (40, 41, 1), (40, 44, 1), (44.9, 45.1, 1), (40, 50, 0)])
    func heights(first: Double, second: Double, count: Int) {
        let found = running([page(1, [("某县年度报告", first)]), page(2, [("某县年度报告", second)])])
        #expect(found.map(\.count) == [count, count])
        #expect(running([page(1, [("某县年度报告", first)])]) == [[]])
    }

    @Test("the same words twice on one page are no header")
    func twiceOnOnePage() {
        #expect(running([page(1, [("合计", 40), ("合计", 60)])]) == [[]])
    }

    @Test("footers of pages of different height are measured from the bottom")
    func bottoms() {
        let upright = page(1, [("某县年度报告", 780)])
        let lying = page(2, width: 800, height: 600, [("某县年度报告", 580)])
        #expect(running([upright, lying]) == [["某县年度报告"], ["某县年度报告"]])
    }

    @Test("text far outside its page is read without harm")
    func farOutside() async {
        await #expect(processExitsWith: .success) {
            let page = Page(number: 1, width: 600, height: 800, glyphs: glyphs("3", x: 50, y: -1e20))
            _ = DocumentLayout(pages: [page]).blocks
        }
    }

    /// The texts of each page's running lines.
    private func running(_ pages: [PageLayout]) -> [[String]] {
        zip(pages, runningLines(of: pages)).map { page, indexes in indexes.sorted().map { page.lines[$0].text } }
    }

    /// A page of single lines by their baselines.
    private func page(_ number: Int, width: Double = 600, height: Double = 800, _ lines: [(String, Double)])
        -> PageLayout
    {
        let drawn = lines.flatMap { glyphs($0.0, x: 100, y: $0.1) }
        return PageLayout(Page(number: number, width: width, height: height, glyphs: drawn))
    }
}
