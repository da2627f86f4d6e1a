import Foundation
import ReportForms
import Testing

@Suite("Forms' data files")
struct FormFileTests {
    private static let smallest = """
        {
          "form": "2030", "title": "表", "source": "文", "sections": [{"number": 1, "label": "总体情况"}],
          "tables": [
            {
              "id": "budget", "label": "预算",
              "blocks": [
                {
                  "columns": [{"key": "plan", "label": "预算数"}, {"key": "actual", "label": "执行数"}],
                  "rows": [{"key": "income", "label": "收入"}, {"key": "expense", "label": "支出"}]
                }
              ]
            }
          ],
          "checks": [
            {"id": "balance", "table": "budget", "over": "columns", "left": ["income.{}"], "right": ["expense.{}"]}
          ]
        }
        """

    private func problems(_ json: String) -> [String] {
        do throws(FormFileError) {
            _ = try FormFile(path: "a.json", bytes: Array(json.utf8))
            return []
        } catch {
            return error.problems.map { "\($0.place) \($0.message)" }
        }
    }

    @Test("a good file has no problems, and keeps its text")
    func good() throws {
        #expect(problems(Self.smallest) == [])
        #expect(try FormFile(path: "a.json", bytes: Array(Self.smallest.utf8)).text == Self.smallest)
    }

    @Test("the package's own forms are good", arguments: ["2021", "2019", "2014", "2008"])
    func builtIn(name: String) throws {
        let file = try #require(try FormFile.builtIn().first { $0.form.form == name })
        #expect(problems(file.text) == [])
    }

    @Test(
        "a mistake is named with its place",
        arguments: [
            (#""title": "表", "#, "", "$ has no “title”"),
            (#""label": "收入""#, #""label": """#, "$.tables[0].blocks[0].rows[0].label is empty"),
            (
                #""label": "收入""#, #""lable": "收入""#,
                "$.tables[0].blocks[0].rows[0] has no “label”"
            ),
            (
                #""key": "income""#, #""key": "Income""#,
                "$.tables[0].blocks[0].rows[0].key “Income” does not match ^[a-z][a-z0-9_]*$"
            ),
            (#""number": 1"#, #""number": "一""#, "$.sections[0].number is of type string, not integer"),
            (#""over": "columns""#, #""over": "pages""#, "$.checks[0].over “pages” is none of columns, rows, groups"),
            (#""id": "budget""#, #""id": "source""#, "$.tables[0].id “source” is a member that every report has"),
            (
                #""key": "expense""#, #""key": "income""#,
                "$.tables[0].blocks[0].rows[1] the code budget.income.plan is that of $.tables[0].blocks[0].rows[0] already"
            ),
            (
                #""key": "actual""#, #""key": "plan""#,
                "$.tables[0].blocks[0].columns[1] the code budget.income.plan is that of $.tables[0].blocks[0].columns[0] already"
            ),
            (
                #""key": "expense", "label""#, #""key": "income", "figure": "plan", "label""#,
                "$.tables[0].blocks[0].rows[0] the code budget.income.plan is also the beginning of codes at $.tables[0].blocks[0].rows[1]"
            ),
            (
                #""label": "支出""#, #""label": "支出", "also": ["收 入"]"#,
                "$.tables[0].blocks[0].rows[1] “收 入” is also a wording of $.tables[0].blocks[0].rows[0]"
            ),
            (
                #""table": "budget", "over""#, #""table": "buget", "over""#,
                "$.checks[0].table there is no table “buget”"
            ),
            (
                #"["expense.{}"]"#, #"["expenses.{}"]"#,
                "$.checks[0].right[0] “expenses.{}” is the code of no figure of the table budget"
            ),
            (
                #"["expense.{}"]"#, #"["expense.plan"]"#,
                "$.checks[0].right[0] “expense.plan” has no “{}”, though the check has “over”"
            ),
            (
                #""title": "表", "#,
                #""title": "表", "statements": [{"words": ["收入"], "sums": [["budget.incomes.*"]]}], "#,
                "$.statements[0].sums[0][0] “budget.incomes.*” is the code of no figure of the form"
            ),
            (
                #""title": "表", "#,
                #""title": "表", "told": {"years": [2008, 2018], "openings": [], "between": [], "others": [], "not_others": [], "figures": [{"code": "budget.nothing", "words": ["收入"], "units": ["元"]}]}, "#,
                "$.told.figures[0].code “budget.nothing” is the code of no figure of the form"
            ),
            (
                #""title": "表", "#,
                #""title": "表", "told": {"years": [2008, 2018], "openings": [], "between": [], "others": [], "not_others": [], "figures": [{"code": "a", "words": ["收入"], "units": ["元"], "part_of": "budget.all"}]}, "#,
                "$.told.figures[0].part_of “budget.all” is the code of no whole that is told"
            ),
            (
                #""title": "表", "#,
                #""title": "表", "told": {"years": [2008, 2018], "openings": [], "between": [], "others": [], "not_others": [], "figures": [{"code": "a", "words": ["收入"], "units": ["元"], "part_words": ["补助"]}]}, "#,
                "$.told.figures[0].part_words are for a figure that is part of a whole"
            ),
            (
                #""over": "columns", "#, "",
                "$.checks[0].left[0] “{}” stands for nothing: the check has no “over”"
            ),
            (
                #""label": "执行数""#, #""label": "执行数", "whole": ["合计"]"#,
                "$.tables[0].blocks[0].columns[1].whole is for the only column of a block, and this one has 2"
            ),
        ])
    func mistakes(part: String, replacement: String, problem: String) throws {
        try #require(Self.smallest.contains(part))
        let found = problems(Self.smallest.replacing(part, with: replacement))
        #expect(found.contains(problem), "\(found)")
    }

    @Test("an unknown key is told with the known ones")
    func unknownKey() {
        #expect(
            problems(Self.smallest.replacing(#""label": "预算""#, with: #""label": "预算", "colour": 1"#)) == [
                "$.tables[0].colour is unknown; known here: blocks, id, label, label_en, open"
            ])
    }

    @Test(
        "text that is no JSON is refused with line and column",
        arguments: [
            ("", "line 1, column 1: a value is missing at the end"),
            ("{\n \"form\": 2021,\n}", "line 3, column 1: a member's name in quotes is missing"),
            ("{\"form\": \"a\" \"title\"}", "line 1, column 14: “,” or “}” is missing"),
            ("{\"form\": \"a\", \"form\": \"b\"}", "line 1, column 15: “form” is there twice"),
            ("[1, 2] 3", "line 1, column 8: text after the end of the value"),
            ("{\"a\": tru}", "line 1, column 7: no value"), ("[01]", "line 1, column 2: no number"),
            ("[\"\\x\"]", "line 1, column 4: no escape that JSON knows"),
            ("[\"a", "line 1, column 4: a text has no end"),
            (String(repeating: "[", count: 100_000), "line 1, column 201: nested too deep"),
        ])
    func noJSON(text: String, message: String) {
        #expect(problems(text) == ["$ \(message)"])
    }

    @Test("escapes and pairs of surrogates are read")
    func escapes() throws {
        let text = Self.smallest.replacing("\"表\"", with: #""\u8868\n\ud83d\ude00""#)
        #expect(try FormFile(path: "a.json", bytes: Array(text.utf8)).form.title == "表\n😀")
    }

    @Test("a folder gives its forms by name, and a form of the same name takes the place of a known one")
    func folder() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "forms-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        #expect(throws: FormFileError.self) { try FormFile.files(in: folder.path) }
        try Self.smallest.write(to: folder.appending(path: "b.json"), atomically: true, encoding: .utf8)
        try Self.smallest.replacing("2030", with: "2021")
            .write(to: folder.appending(path: "a.json"), atomically: true, encoding: .utf8)
        try "no form".write(to: folder.appending(path: "notes.txt"), atomically: true, encoding: .utf8)
        let files = try FormFile.files(in: folder.path)
        #expect(files.map(\.form.form) == ["2021", "2030"])
        let library = try FormLibrary(files: FormFile.builtIn() + files)
        #expect(library.forms.map(\.form) == ["2030", "2021", "2019", "2014", "2008"])
        #expect(library.forms[1].tables.map(\.id) == ["budget"])
        try Self.smallest.write(to: folder.appending(path: "c.json"), atomically: true, encoding: .utf8)
        let error = #expect(throws: FormFileError.self) { try FormFile.files(in: folder.path) }
        #expect(error?.description.contains("c.json: $.form: the form 2030 is in ") == true)
    }

    @Test("a folder that is not there is named")
    func noFolder() {
        let error = #expect(throws: FormFileError.self) { try FormFile.files(in: "/nowhere") }
        #expect(error?.description == "/nowhere: is no folder that can be read")
    }

    @Test("the schema of forms is JSON and names its draft")
    func schema() throws {
        let object = try JSONSerialization.jsonObject(with: Data(FormSchema.text.utf8)) as? [String: Any]
        #expect(object?["$schema"] as? String == "https://json-schema.org/draft/2020-12/schema")
    }
}
