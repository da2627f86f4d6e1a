import ReportForms
import Testing

@testable import ReportReader

@Suite("Comparing labels with the forms' wordings")
struct LabelMatcherTests {
    private let index: FormIndex
    private let table: IndexedTable

    init() throws {
        index = FormIndex(try FormLibrary.builtIn())
        table = try #require(index.forms.first?.tables.first { $0.id == "requests" })
    }

    private func likeness(_ text: String, to row: String) throws -> Double {
        var matcher = LabelMatcher(index)
        let item = try #require(table.items.first { $0.line?.keys.joined(separator: ".") == row })
        return matcher.likeness(matcher.number(text), to: item.wordings)
    }

    @Test("a numeral that agrees adds a little, another takes a little")
    func numerals() throws {
        #expect(abs(try likeness("3.其他", to: "other.other") - 1.04) < 1e-9)
        #expect(abs(try likeness("其他", to: "other.other") - 1) < 1e-9)
        #expect(abs(try likeness("2.其他", to: "other.other") - 0.92) < 1e-9)
    }

    @Test(
        "any of a row's wordings will do",
        arguments: [
            "（二）部分公开", "（二）部分公开（区分处理的，只计这一情形，不计其他情形）", "(二)部分公开(区分处理的,只计这一情形,不计其他情形)",
        ])
    func wordings(text: String) throws {
        #expect(abs(try likeness(text, to: "partly_granted") - 1.04) < 1e-9)
    }

    @Test(
        "a damaged label is nearest to its own row",
        arguments: [
            ("2.其他法律行政止公开", "refused.forbidden_by_law"), ("(七)总记", "handled_total"), ("1.逾期不补正", "other.no_correction"),
            ("2.逾期不缴费", "other.fee_unpaid"), ("5.要求行政机关确认或重新出具", "not_processed.confirm_or_reissue"),
            ("6.属千四类过程性信息", "refused.process_information"),
        ])
    func damaged(text: String, row: String) throws {
        var matcher = LabelMatcher(index)
        let number = matcher.number(text)
        let best = table.items.filter { $0.line != nil }.max {
            matcher.likeness(number, to: $0.wordings) < matcher.likeness(number, to: $1.wordings)
        }
        #expect(best?.line?.keys.joined(separator: ".") == row)
    }

    @Test("the same text keeps its number, and two may be joined")
    func numbering() {
        var matcher = LabelMatcher(index)
        let first = matcher.number("商业")
        let second = matcher.number("企业")
        #expect(matcher.number("商业") == first)
        #expect(first != second)
        #expect(matcher.number(joining: first, second) == matcher.number("商业企业"))
    }
}
