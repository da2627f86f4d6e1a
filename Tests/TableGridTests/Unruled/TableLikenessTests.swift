import DocumentModel
import Testing

@testable import TableGrid

@Suite("What behaves as a table")
struct TableLikenessTests {
    @Test("three columns of figures are a table, with lines around them and without", arguments: [true, false])
    func figures(isRuled: Bool) {
        let rows = [["甲", "1", "2"], ["乙", "3", "4"], ["丙", "5", "6"]]
        #expect(isTable(rows, xs: [50, 150, 250], isRuled: isRuled))
    }

    @Test("two rows are a table between lines only")
    func twoRows() {
        let rows = [["甲", "1", "2"], ["乙", "3", "4"]]
        #expect(isTable(rows, xs: [50, 150, 250], isRuled: true))
        #expect(!isTable(rows, xs: [50, 150, 250], isRuled: false))
    }

    @Test("three columns of words are a table between lines only")
    func words() {
        let rows = [["甲", "东", "春"], ["乙", "南", "夏"], ["丙", "西", "秋"]]
        #expect(isTable(rows, xs: [50, 150, 250], isRuled: true))
        #expect(!isTable(rows, xs: [50, 150, 250], isRuled: false))
    }

    @Test("prose in two columns is no table", arguments: [true, false])
    func prose(isRuled: Bool) {
        let rows = [
            ["we met in the old hall and it", "is as far as we can say for us"],
            ["was so cold that no one of us", "to be of any use in the end so"],
            ["had a mind to go on with it or", "we let it go and do no more of"],
        ]
        #expect(!isTable(rows, xs: [50, 300], isRuled: isRuled))
    }

    @Test("Chinese prose in two columns is no table without lines")
    func chineseProse() {
        #expect(!isTable(chinese, xs: [50, 300], isRuled: false))
    }

    @Test("nor between two lines, as those of a page's header and footer")
    func chineseProseBetweenLines() {
        #expect(!isTable(chinese, xs: [50, 300], isRuled: true))
    }

    @Test("a list with bullets or numbers is no table", arguments: ["•", "1.", "(1)", "一、"], [true, false])
    func list(mark: String, isRuled: Bool) {
        let rows = [[mark, "12345"], [mark, "23456"], [mark, "34567"]]
        #expect(!isTable(rows, xs: [50, 90], isRuled: isRuled))
    }

    @Test("short labels beside figures are a table", arguments: [true, false])
    func shortLabels(isRuled: Bool) {
        #expect(isTable([["收入", "12"], ["支出", "34"], ["结余", "56"]], xs: [50, 150], isRuled: isRuled))
    }

    @Test("a contents page with leaders is no table", arguments: [true, false])
    func contents(isRuled: Bool) {
        let rows = [["总体情况......1"], ["主动公开......2"], ["存在问题......5"]]
        #expect(!isTable(rows, xs: [50], isRuled: isRuled))
        #expect(isTable([["总体情况说明", "1"], ["主动公开情况", "2"], ["存在的问题", "5"]], xs: [50, 130], isRuled: isRuled))
    }

    private let chinese = [
        ["本机关坚持以人民为中心的发展思想，", "推进决策公开，规范执行公开，做到"],
        ["全面落实国务院的各项部署，不断加", "应公开尽公开，回应社会关切，提升"],
        ["强政务公开工作，完善制度，健全机", "服务水平，接受群众监督，取得了新"],
    ]

    private func isTable(_ rows: [[String]], xs: [Double], isRuled: Bool) -> Bool {
        InferredGrid(spacedGlyphs(rows, xs: xs))?.isTable(isRuled: isRuled, options: LikenessOptions()) ?? false
    }
}
