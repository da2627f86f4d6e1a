import Testing

@testable import ReportReader

@Suite("The numeral of a heading")
struct HeadingNumeralTests {
    @Test(
        "a numeral with its mark is taken off",
        arguments: [
            ("一、总体情况", 1, false, "总体情况"), ("六、 其他需要报告的事项", 6, false, "其他需要报告的事项"), ("（一）主动公开", 1, true, "主动公开"),
            ("(二) 依申请公开", 2, true, "依申请公开"), ("（ 三 ）政府信息管理", 3, true, "政府信息管理"), ("1.强化培训", 1, false, "强化培训"),
            ("12．附表", 12, false, "附表"), ("十、附件", 10, false, "附件"), ("十一、附件", 11, false, "附件"),
            ("二十、附件", 20, false, "附件"),
            ("二十三、附件", 23, false, "附件"), ("三,附件", 3, false, "附件"), ("\u{3000}四、情况", 4, false, "情况"),
            ("五、", 5, false, ""),
        ])
    func found(text: String, number: Int, isBracketed: Bool, rest: String) throws {
        let numeral = try #require(HeadingNumeral(text))
        #expect(numeral.number == number)
        #expect(numeral.isBracketed == isBracketed)
        #expect(numeral.rest == rest)
    }

    @Test(
        "words and years have none",
        arguments: ["总体情况", "2023年，我局共受理", "一是加强领导", "（含上年结转）", "（一", "", "、总体", "2023、", "第一、总体"])
    func absent(text: String) {
        #expect(HeadingNumeral(text) == nil)
    }
}
