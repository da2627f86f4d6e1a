import Foundation
import TestSupport
import Testing

@Suite("nianbao forms, and --forms")
struct FormsTests {
    private let files: TemporaryFolder

    init() throws { files = try TemporaryFolder() }

    private static let form = Project.sample("forms/department-budget.json")

    @Test("list names every form, those of a folder too")
    func list() async throws {
        let run = try await files.tool.run("forms", "list", "--forms", Project.sample("forms"))
        #expect(run.status == 0)
        let lines = run.text.split(separator: "\n")
        #expect(lines[0] == "form,title,source,tables,figures,file")
        #expect(
            lines.dropFirst().map { $0.prefix { $0 != "," } } == ["2008", "2014", "2019", "2021", "department-budget"])
    }

    @Test("show prints a form's data file as it is, and check finds it good")
    func show() async throws {
        let run = try await files.tool.run("forms", "show", "2014")
        #expect(run.status == 0)
        try files.write("mine.json", run.output)
        let check = try await files.tool.run("forms", "check", "mine.json")
        #expect(check.status == 0)
        #expect(check.text == "mine.json: form 2014, 58 figures\n")
        #expect(try await files.tool.run("forms", "show", "1999").status == 64)
    }

    @Test("check names file and place of every mistake, and ends with 2")
    func check() async throws {
        try files.copy(Self.form, as: "good.json")
        let text = try files.text("good.json")
        try files.write(
            "bad.json", text.replacing(#""key": "vehicles", "label""#, with: #""key": "vehicles", "lable""#))
        try files.write("broken.json", "{\n  \"form\" 1\n}")
        let run = try await files.tool.run("forms", "check", "good.json", "bad.json", "broken.json", "none.json")
        #expect(run.status == 2)
        #expect(run.text == "good.json: form department-budget, 18 figures\n")
        let place = "$.tables[0].blocks[0].rows[1].rows[2]"
        #expect(
            run.errorLines == [
                "nianbao: bad.json: \(place): has no “label”",
                "nianbao: bad.json: \(place).lable: is unknown; known here: also, figure, key, label, label_en, may_stand_alone, rows, unit",
                "nianbao: broken.json: line 2, column 10: “:” is missing",
                "nianbao: none.json: cannot be read",
            ])
        #expect(try await files.tool.run("forms", "check").status == 64)
    }

    @Test("extract reads with a folder's forms, and refuses a folder with a bad one")
    func extract() async throws {
        try files.copy(Project.sample("forms/reports/archive-2025.md"), as: "budget.md")
        let without = try await files.tool.run("extract", "--quiet", "budget.md")
        #expect(without.status == 2)
        let run = try await files.tool.run("extract", "--quiet", "--forms", Project.sample("forms"), "budget.md")
        #expect(run.status == 0)
        #expect(run.text.contains("\"form\" : \"department-budget\""))
        try files.write("x.json", "{}")
        let bad = try await files.tool.run("extract", "--forms", ".", "budget.md")
        #expect(bad.status == 64)
        #expect(bad.output.isEmpty)
        #expect(bad.errorLines.first == "nianbao: ./x.json: has no “form”")
    }

    @Test("a folder's words take the place of those that come with the tool")
    func words() async throws {
        try files.write(
            "budget.md",
            try String(contentsOfFile: Project.sample("forms/reports/archive-2025.md"), encoding: .utf8)
                .replacing("| 12.40 |", with: "| 未列 |"))
        try files.copy(Self.form, as: "form.json")
        let run = try await files.tool.run("extract", "--quiet", "--forms", ".", "budget.md")
        #expect(run.text.contains("not_one_number"))
        let builtIn = try await files.tool.run("forms", "words")
        try files.write("words.json", builtIn.text.replacing(#""none": ["无""#, with: #""none": ["未列", "无""#))
        let check = try await files.tool.run("forms", "check", "words.json", "form.json")
        #expect(check.text == "words.json: words\nform.json: form department-budget, 18 figures\n")
        let own = try await files.tool.run("extract", "--quiet", "--forms", ".", "budget.md")
        #expect(!own.text.contains("not_one_number"))
        #expect(own.text.contains("未列"))
        try files.write("words.json", "{}")
        let bad = try await files.tool.run("extract", "--forms", ".", "budget.md")
        #expect(bad.status == 64)
        #expect(bad.errorLines.first == "nianbao: ./words.json: has no “prose”")
        #expect(try await files.tool.run("schema", "--words").text.contains("Words of the reports' language"))
    }

    @Test("indicators takes a folder's forms")
    func indicators() async throws {
        let run = try await files.tool.run(
            "indicators", "--forms", Project.sample("forms"), "--form", "department-budget")
        #expect(run.status == 0)
        #expect(run.text.split(separator: "\n").count == 1 + 18)
    }

    @Test("indicators --crosswalk prints steps between forms as CSV and JSON")
    func crosswalk() async throws {
        let run = try await files.tool.run("indicators", "--crosswalk")
        #expect(run.status == 0)
        let lines = run.text.split(separator: "\n")
        #expect(lines[0] == "concept,from_form,from_code,to_form,to_code,comparable,reason_zh,reason_en")
        #expect(
            lines.contains(
                "procurement.amount,2019,proactive.procurement.amount,2021,,no,2021年格式不再列政府集中采购，没有后继项,the form of 2021 has no procurement and nothing in its place"
            ))
        let json = try await files.tool.run("indicators", "--crosswalk", "--format", "json")
        let rows = try JSONDecoder().decode([[String: String]].self, from: json.output)
        #expect(rows.count == lines.count - 1)
        #expect(try await files.tool.run("indicators", "--crosswalk", "--form", "2021").status == 64)
    }

    @Test("schema --form prints the schema of forms")
    func schema() async throws {
        let run = try await files.tool.run("schema", "--form")
        #expect(run.status == 0)
        #expect(run.text.contains("\"may_stand_alone\""))
    }
}
