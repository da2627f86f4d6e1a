import Foundation
import ReportForms
import ReportStandard
import Testing

@Suite("Relations between years")
struct YearRelationTests {
    private func relations(_ name: String) throws -> [YearRelation] {
        let form = try #require(try FormLibrary.builtIn().forms.first { $0.form == name })
        return form.yearRelations(between: form.indicators)
    }

    private static let carry = [
        "natural_person", "business", "research", "social_welfare", "legal_service", "other_organisation", "total",
    ].map { "requests.carry.\($0)" }

    @Test(
        "the forms of 2021 and 2019 carry requests over by column; documents in force are those of 2021",
        arguments: [
            ("2021", carry + ["proactive.in_force.regulations", "proactive.in_force.normative_documents"]),
            ("2019", carry), ("2014", []), ("2008", []),
        ])
    func ids(form: String, ids: [String]) throws {
        #expect(try relations(form).map(\.id) == ids)
    }

    @Test("a relation has the codes of both years, and says whether it is advisory")
    func codes() throws {
        let relations = try relations("2021")
        #expect(relations[6].before.map(\.description) == ["requests.carried_out.total"])
        #expect(relations[6].after.map(\.description) == ["requests.carried_in.total"])
        #expect(relations[6].plus.isEmpty && relations[6].minus.isEmpty && !relations[6].isAdvisory)
        #expect(relations[7].before.map(\.description) == ["proactive.regulations.in_force"])
        #expect(relations[7].plus.map(\.description) == ["proactive.regulations.issued"])
        #expect(relations[7].minus.map(\.description) == ["proactive.regulations.repealed"])
        #expect(relations[7].after.map(\.description) == ["proactive.regulations.in_force"])
        #expect(relations[7].isAdvisory)
    }

    @Test(
        "a mistake in one is named with its place",
        arguments: [
            (
                #""before": ["income.{}"]"#, #""before": ["incme.{}"]"#,
                "$.year_checks[0].before[0] “incme.{}” is the code"
            ),
            (#""after""#, #""afterwards""#, "$.year_checks[0] has no “after”"),
            (#""id": "years""#, #""id": "balance""#, "$.year_checks[0].id the id “balance” is taken already"),
            (
                #""minus": ["expense.{}"]"#, #""minus": ["expense.plan"]"#,
                "$.year_checks[0].minus[0] “expense.plan” has no “{}”"
            ),
            (#""advisory": true"#, #""advisory": 1"#, "$.year_checks[0].advisory is of type integer, not boolean"),
        ])
    func mistakes(old: String, new: String, problem: String) throws {
        let form = """
            {"form": "2030", "title": "表", "source": "文", "sections": [],
             "tables": [{"id": "budget", "label": "预算", "blocks": [{
              "columns": [{"key": "plan", "label": "预算数"}, {"key": "actual", "label": "执行数"}],
              "rows": [{"key": "income", "label": "收入"}, {"key": "expense", "label": "支出"}]}]}],
             "checks": [{"id": "balance", "table": "budget", "over": "columns", "left": ["income.{}"], "right": ["expense.{}"]}],
             "year_checks": [{"id": "years", "table": "budget", "over": "columns", "before": ["income.{}"],
              "minus": ["expense.{}"], "after": ["income.{}"], "advisory": true}]}
            """
        func problems(_ text: String) -> [String] {
            do throws(FormFileError) {
                _ = try FormFile(path: "a.json", bytes: Array(text.utf8))
                return []
            } catch {
                return error.problems.map { "\($0.place) \($0.message)" }
            }
        }
        #expect(problems(form).isEmpty)
        let found = problems(form.replacing(old, with: new))
        #expect(found.contains { $0.hasPrefix(problem) }, "\(found)")
    }
}
