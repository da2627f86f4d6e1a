import ReportForms
import Testing

@testable import ReportReader

@Suite("A label compared with all wordings at once")
struct WordingLettersTests {
    @Test(
        "says what comparing it with each one says",
        arguments: [
            "（二）部分公开（区分处理的，只计这一情形，不计其他情形）", "2.其他法律行政止公开", "6.属千四类过程性信息", "行政许可", "总计",
            "不不不不予公开", "", "123", "本年新收政府信息公开申请数量", "abc",
        ])
    func agreesWithPairs(text: String) throws {
        let wordings = FormIndex(try FormLibrary.builtIn()).wordings
        let label = Label(text)
        let matches = WordingLetters(wordings).matches(of: label)
        let found = Dictionary(uniqueKeysWithValues: matches.map { (Int($0.wording), $0.similarity) })
        for (number, wording) in wordings.enumerated() {
            var expected = similarity(label.letters, wording.letters)
            if expected < Likeness.same, let core = label.core {
                expected = max(expected, similarity(core, wording.letters) - 0.02)
            }
            #expect(found[number] == (expected > 0 ? expected : nil), "\(wording.text)")
        }
    }
}
