import ReportForms
import Testing

@Suite("Rows and columns of a form's block")
struct FormLineTests {
    private let forms: FormLibrary

    init() throws { forms = try FormLibrary.builtIn() }

    private func block(_ table: String, of form: String, at index: Int = 0) throws -> FormBlock {
        let form = try #require(forms.forms.first { $0.form == form })
        return try #require(form.tables.first { $0.id == table }).blocks[index]
    }

    @Test("group headings hold no figures, except one that may be printed as a single row")
    func lines() throws {
        let lines = try block("requests", of: "2021").lines
        #expect(lines.count == 26)
        #expect(lines.filter(\.isAlternative).map(\.keys) == [["other"]])
        #expect(
            lines.map { $0.keys.joined(separator: ".") }.prefix(6) == [
                "new", "carried_in", "granted", "partly_granted", "refused.state_secret", "refused.forbidden_by_law",
            ])
        #expect(lines.last?.keys == ["carried_out"])
    }

    @Test("in the form of 2019 other handling is a row like others")
    func lines2019() throws {
        let lines = try block("requests", of: "2019").lines
        #expect(lines.count == 23)
        #expect(lines.first { $0.keys == ["other"] }?.isAlternative == false)
    }

    @Test("headings that codes do not name still stand over their columns")
    func fields() throws {
        let fields = try block("requests", of: "2021").fields
        #expect(
            fields.map { $0.keys.joined(separator: ".") } == [
                "natural_person", "business", "research", "social_welfare", "legal_service", "other_organisation",
                "total",
            ])
        #expect(fields[1].labels == ["法人或其他组织", "商业企业"])
        #expect(fields[6].wordings == ["总计", "合计"])
    }

    @Test("a block without labels has one row of figures")
    func unlabelled() throws {
        let block = try block("proceedings", of: "2021")
        let line = try #require(block.lines.first)
        #expect(block.lines.count == 1)
        #expect(line.keys.isEmpty && line.labels.isEmpty && line.wordings.isEmpty)
        #expect(block.fields.count == 15)
        #expect(block.fields[5].keys == ["litigation_direct", "upheld"])
        #expect(block.fields[5].labels == ["行政诉讼", "未经复议直接起诉", "结果维持"])
    }

    @Test("a column's own unit goes before that of its block")
    func units() throws {
        #expect(try block("proactive", of: "2019", at: 1).fields.map(\.unit) == ["项", "项", "件"])
        #expect(try block("proactive", of: "2021", at: 3).fields.map(\.unit) == ["万元"])
    }

    @Test("other wordings of a row come after its label")
    func wordings() throws {
        let lines = try block("requests", of: "2021").lines
        #expect(lines.first { $0.keys == ["partly_granted"] }?.wordings == ["（二）部分公开（区分处理的，只计这一情形，不计其他情形）", "（二）部分公开"])
    }
}
