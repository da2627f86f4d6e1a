import DocumentModel
import TestSupport
import Testing

@testable import TableGrid

@Suite("Tables of figures without rules")
struct FigureGridTests {
    /// A text set around `x`.
    private func centered(_ text: String, _ x: Double, _ y: Double) -> [Glyph] {
        let width = text.unicodeScalars.reduce(0.0) { $0 + (isWide($1) ? 10 : 5) }
        return glyphs(text, x: x - width / 2, y: y)
    }

    private func figures(_ texts: [String], _ y: Double) -> [Glyph] {
        zip([200.0, 240, 280], texts).flatMap { centered($1, $0, y) }
    }

    @Test("labels of several lines stand level with their figures by their middle")
    func middles() {
        let text =
            glyphs("天地玄黄宇宙洪荒", x: 50, y: 100) + glyphs("甲乙丙丁戊己庚辛", x: 50, y: 112) + figures(["1", "2", "3"], 106)
            + glyphs("天地玄黄宇宙洪荒", x: 50, y: 124) + glyphs("子丑寅卯辰巳午未", x: 50, y: 136)
            + glyphs("申酉", x: 50, y: 148) + figures(["4", "5", "6"], 136)
            + glyphs("末行", x: 50, y: 160) + figures(["7", "8", "9"], 160)
        #expect(
            InferredGrid(text)?.table(text).listing == [
                "0,0 天地玄黄宇宙洪荒甲乙丙丁戊己庚辛", "0,1 1", "0,2 2", "0,3 3", "1,0 天地玄黄宇宙洪荒子丑寅卯辰巳午未申酉", "1,1 4", "1,2 5",
                "1,3 6", "2,0 末行", "2,1 7", "2,2 8", "2,3 9",
            ])
    }

    @Test("labels of several lines stand level with their figures by their first line")
    func tops() {
        let text =
            glyphs("天地玄黄宇宙洪荒", x: 50, y: 100) + glyphs("甲乙", x: 50, y: 112) + figures(["1", "2", "3"], 100)
            + glyphs("天地玄黄宇宙洪荒", x: 50, y: 124) + glyphs("丙丁", x: 50, y: 136) + figures(["4", "5", "6"], 124)
        #expect(
            InferredGrid(text)?.table(text).listing.filter { $0.contains(",0 ") } == [
                "0,0 天地玄黄宇宙洪荒甲乙", "1,0 天地玄黄宇宙洪荒丙丁",
            ])
    }

    @Test(
        "the heading of a group, level with the middle of its rows, spans them; a label without group spans its column")
    func groups() {
        let rows = ["1.甲项内容", "2.乙项内容", "3.丙项内容", "1.丁项内容", "2.戊项内容"]
        var text = glyphs("一、不分组的一行", x: 50, y: 100) + figures(["9", "9", "9"], 100)
        for (index, label) in rows.enumerated() {
            let y = 120 + 20 * Double(index)
            text += glyphs(label, x: 90, y: y) + figures(["\(index)", "0", "7"], y)
        }
        // Of two lines in the middle of three rows, and of one line between two.
        text += glyphs("(一)", x: 50, y: 134) + glyphs("前组", x: 50, y: 146)
        text += glyphs("(二)", x: 50, y: 190)
        #expect(
            InferredGrid(text)?.table(text).listing.filter {
                !$0.contains(" 0") && !$0.contains(" 7") && !$0.contains(" 9")
            } == [
                "0,0-1 一、不分组的一行", "1-3,0 (一)前组", "1,1 1.甲项内容", "2,1 2.乙项内容", "2,2 1", "3,1 3.丙项内容", "3,2 2",
                "4-5,0 (二)", "4,1 1.丁项内容", "4,2 3", "5,1 2.戊项内容", "5,2 4",
            ])
    }

    @Test("titles span the columns that stand evenly about their middle; a raised heading begins beside them")
    func titles() {
        let columns = [200.0, 240, 280, 320]
        var text = centered("总的题目", 260, 100)
        text += centered("小题", 260, 112)
        text += centered("甲", 200, 122) + centered("乙", 240, 128) + centered("丙", 280, 128) + centered("丁", 320, 122)
        for (row, label) in ["子", "丑"].enumerated() {
            let y = 148 + 16 * Double(row)
            text += glyphs(label, x: 50, y: y) + columns.flatMap { centered("\(row + 1)", $0, y) }
        }
        let listing = InferredGrid(text)?.table(text).listing ?? []
        #expect(
            listing.filter { !$0.hasSuffix(" ") } == [
                "0,1-4 总的题目", "1-2,1 甲", "1,2-3 小题", "1-2,4 丁", "2,2 乙", "2,3 丙", "3,0 子", "3,1 1", "3,2 1", "3,3 1",
                "3,4 1",
                "4,0 丑", "4,1 2", "4,2 2", "4,3 2", "4,4 2",
            ])
    }

    @Test("headings in two lines under headings that nearly touch are one a column")
    func touching() {
        // Gaps of six points: less than a character's width.
        let columns = [200.0, 236, 272]
        var text = columns.flatMap { centered("结果维", $0, 100) } + columns.flatMap { centered("持", $0, 112) }
        for y in [130.0, 150] { text += columns.flatMap { centered("7", $0, y) } }
        #expect(
            InferredGrid(text)?.table(text).listing == [
                "0,0 结果维持", "0,1 结果维持", "0,2 结果维持", "1,0 7", "1,1 7", "1,2 7", "2,0 7", "2,1 7", "2,2 7",
            ])
    }

    @Test("a title between rows of figures is a row of its own, and so is a label without figures")
    func between() {
        let text =
            glyphs("项目", x: 50, y: 100) + figures(["甲", "乙", "丙"], 100)
            + glyphs("行政规范性文件目录", x: 50, y: 120) + figures(["1", "2", "3"], 120)
            + glyphs("其中：", x: 50, y: 140)
            + glyphs("文件", x: 50, y: 160) + figures(["4", "5", "6"], 160)
            + glyphs("第二部分", x: 145, y: 180)
            + glyphs("许可", x: 50, y: 200) + figures(["7", "8", "9"], 200)
        #expect(
            InferredGrid(text)?.table(text).listing.filter { !$0.hasSuffix(" ") } == [
                "0,0 项目", "0,1 甲", "0,2 乙", "0,3 丙", "1,0 行政规范性文件目录", "1,1 1", "1,2 2", "1,3 3", "2,0 其中：", "3,0 文件",
                "3,1 4",
                "3,2 5",
                "3,3 6", "4,0-3 第二部分", "5,0 许可", "5,1 7", "5,2 8", "5,3 9",
            ])
    }

    @Test("a line in larger type ends a table")
    func largerLine() {
        let rows = [["甲", "1", "2"], ["乙", "3", "4"], ["丙", "5", "6"]]
        var heading = glyphs("第二张表", x: 50, y: 160)
        for index in heading.indices { heading[index].size *= 1.4 }
        let page = looseTextPage(
            spacedGlyphs(rows, xs: [50, 200, 300]) + heading + spacedGlyphs(rows, xs: [50, 240, 340], y: 184))
        #expect(DocumentLayout(pages: [page]).tables.map(\.rows) == [3, 3])
    }

    @Test("the shaded cells of a row are no chart")
    func shades() {
        let rows = [["甲", "1", "2", "3"], ["乙", "3", "4", "5"], ["丙", "", "6", ""], ["丁", "", "8", ""]]
        let grey = Color(rgb: 0xE6E6E6)
        func shade(_ x: ClosedRange<Double>, _ y: Double) -> FilledBox {
            FilledBox(box: Box(x0: x.lowerBound, y0: y - 9, x1: x.upperBound, y1: y + 3), color: grey)
        }
        let shades = [
            shade(150...230, 120), shade(230...330, 120), shade(330...420, 120), shade(150...420, 140),
            shade(150...420, 160),
        ]
        let page = looseTextPage(spacedGlyphs(rows, xs: [50, 200, 300, 400]), boxes: shades)
        #expect(DocumentLayout(pages: [page]).tables.map(\.rows) == [4])
    }
}
