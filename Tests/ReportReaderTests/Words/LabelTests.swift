import Testing

@testable import ReportReader

@Suite("A printed label")
struct LabelTests {
    private func letters(_ text: String) -> String { String(String.UnicodeScalarView(Label(text).letters)) }

    @Test(
        "the numeral is taken off, and kept apart",
        arguments: [
            ("一、本年新收", "一", "本年新收"), ("（一）予以公开", "一", "予以公开"), ("(七)总计", "七", "总计"), ("1.属于国家秘密", "1", "属于国家秘密"),
            ("2．重复申请", "2", "重复申请"), ("3、其他", "3", "其他"), ("（ 六 ）其他处理", "六", "其他处理"), ("十二、附则", "十二", "附则"),
            ("5,属于三类", "5", "属于三类"), ("8)属于", "8", "属于"),
        ])
    func numerals(text: String, numeral: String, rest: String) {
        #expect(Label(text).numeral == numeral)
        #expect(letters(text) == rest)
    }

    @Test(
        "a number or a word that starts with a digit has no numeral",
        arguments: ["1.5万", "12", "三安全一稳定", "一般", "（本列数据）", "", "三、"])
    func noNumeral(text: String) {
        #expect(Label(text).numeral == nil)
    }

    @Test(
        "blanks, line ends, brackets, quotes and punctuation do not count",
        arguments: [
            ("危及“三安全一稳定”", "危及三安全一稳定"), ("危及\"三安全一稳定\"", "危及三安全一稳定"), ("总 计", "总计"), ("社会\n公益\n组织", "社会公益组织"),
            ("本年增/减", "本年增减"), ("本年增\\减", "本年增减"), ("逾期不补正、行政机关", "逾期不补正行政机关"), ("逾期不补正，行政机关", "逾期不补正行政机关"),
            ("第二十条第(一)项", "第二十条第一项"), ("第二十条  第（一）项", "第二十条第一项"), ("行\u{3000}政\u{A0}许可", "行政许可"),
        ])
    func letters(text: String, expected: String) {
        #expect(letters(text) == expected)
    }

    @Test(
        "traditional script and radicals become the form's characters",
        arguments: [
            ("行政許可", "行政许可"), ("總計", "总计"), ("結果維持", "结果维持"), ("法律服務機構", "法律服务机构"), ("⾏政处罚", "行政处罚"),
        ])
    func script(text: String, expected: String) {
        #expect(letters(text) == expected)
    }

    @Test(
        "a label without letters is empty",
        arguments: [("", true), (" ", true), ("——", true), ("（、）", true), ("1.", false)])
    func empty(text: String, isEmpty: Bool) {
        #expect(Label(text).isEmpty == isEmpty)
    }
}
