import Testing

@testable import ReportReader

@Suite("How alike two labels are")
struct SimilarityTests {
    private func likeness(_ left: String, _ right: String) -> Double {
        similarity(Array(left.unicodeScalars), Array(right.unicodeScalars))
    }

    @Test("the same letters are 1, none in common 0, nothing is like nothing")
    func ends() {
        #expect(likeness("行政许可", "行政许可") == 1)
        #expect(likeness("行政许可", "申请数量") == 0)
        #expect(likeness("", "") == 0)
        #expect(likeness("", "行政许可") == 0)
    }

    @Test(
        "it is one minus the share of letters that must be changed",
        arguments: [
            ("行政许可", "行政处罚", 0.5), ("其他法律行政止公开", "其他法律行政法规禁止公开", 0.6 + 0.35 * 0.75), ("总记", "总计", 0.5),
            ("本年新制作数量", "本年新公开数量", 5.0 / 7),
        ])
    func values(left: String, right: String, value: Double) {
        #expect(abs(likeness(left, right) - value) < 1e-9)
        #expect(likeness(left, right) == likeness(right, left))
    }

    @Test("a label that only lost letters is more alike than one with others in their place")
    func shortened() {
        #expect(likeness("逾期不补正", "申请人无正当理由逾期不补正") > likeness("逾期不缴费", "申请人无正当理由逾期不补正"))
        // Two letters are too few to say that the rest was lost.
        #expect(abs(likeness("其他", "其他处理") - 0.5) < 1e-9)
        #expect(likeness("其他处", "其他处理") > 0.85)
    }
}
