import Foundation
import TestSupport
import Testing

@Suite("nianbao tables, inspect, draw, schema and indicators")
struct OtherCommandTests {
    private let files: TemporaryFolder

    init() throws {
        files = try TemporaryFolder()
        try files.copy(Project.sample("township-2020-reportlab.pdf"), as: "good.pdf")
    }

    private func object(_ run: Tool.Run) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: run.output) as? [String: Any])
    }

    @Test(
        "tables prints the tables of the pages asked for",
        arguments: [([], [18, 26, 4]), (["--pages", "1"], [18]), (["--pages", "2-"], [26, 4])])
    func tables(options: [String], rows: [Int]) async throws {
        let run = try await files.tool.run(["tables", "good.pdf"] + options)
        #expect(run.status == 0)
        #expect(run.error.isEmpty)
        let object = try object(run)
        #expect(object["file"] as? String == "good.pdf")
        #expect((object["tables"] as? [[String: Any]])?.map { $0["rows"] as? Int } == rows)
    }

    @Test(
        "tables prints each format",
        arguments: [
            ("csv", "第二十条第（一）项,,,\n信息内容,本年新制作数量,本年新公开数量,对外公开总数量\n规章,0,0,0\n"),
            ("html", "<table>\n<tr><td colspan=\"4\">第二十条第（一）项</td></tr>\n<tr><td>信息内容</td><td>本年新制作数量</td>"),
            ("markdown", "| 第二十条第（一）项 |  |  |  |\n|---|---|---|---|\n| 信息内容 | 本年新制作数量 | 本年新公开数量 | 对外公开总数量 |\n"),
            ("json", "{\n  \"file\" : \"good.pdf\",\n  \"tables\" : [\n"),
        ])
    func formats(format: String, start: String) async throws {
        let run = try await files.tool.run("tables", "good.pdf", "--format", format)
        #expect(run.status == 0)
        #expect(run.text.hasPrefix(start))
    }

    @Test("a PDF without tables is no failure of tables, but is told")
    func noTables() async throws {
        try files.write("plain.pdf", Data(TestPDF(.init("BT /F1 12 Tf 20 50 Td (Hello) Tj ET")).bytes))
        let run = try await files.tool.run("tables", "plain.pdf")
        #expect(run.status == 0)
        #expect(run.error == "nianbao: plain.pdf: no table found\n")
        #expect(run.text == "{\n  \"file\" : \"plain.pdf\",\n  \"tables\" : [\n\n  ]\n}\n")
    }

    @Test("inspect counts, and lists glyphs and rulings one a line")
    func inspect() async throws {
        #expect(try object(try await files.tool.run("inspect", "good.pdf"))["page_count"] as? Int == 2)
        let glyphs = try await files.tool.run("inspect", "good.pdf", "--glyphs", "--pages", "2").text.split(
            separator: "\n")
        #expect(glyphs.count == 775)
        let first = try JSONSerialization.jsonObject(with: Data(glyphs[0].utf8)) as? [String: Any]
        #expect(first?["page"] as? Int == 2)
        #expect((first?["box"] as? [Double])?.count == 4)
        let rulings = try await files.tool.run("inspect", "good.pdf", "--rulings").text.split(separator: "\n")
        #expect(rulings.count == 34 + 59)
        #expect(rulings.allSatisfy { $0.contains("\"kind\":\"horizontal\"") || $0.contains("\"kind\":\"vertical\"") })
    }

    @Test("inspect traces how tables were found, for people and for programs")
    func trace() async throws {
        let text = try await files.tool.run("inspect", "good.pdf", "--trace", "--pages", "2").text
        #expect(text.hasPrefix("page 2\n  text that runs right\n    rules: "))
        let lines = try await files.tool.run("inspect", "good.pdf", "--trace", "--json").text.split(separator: "\n")
        #expect(lines.count == 2)
        #expect(lines.allSatisfy { $0.contains("\"candidates\":[") })
    }

    @Test("tolerances of table finding are printed, and taken from a file")
    func tableOptions() async throws {
        let standard = try await files.tool.run("schema", "--table-options")
        try files.write("all.json", standard.output)
        #expect(
            try await files.tool.run("tables", "good.pdf", "--table-options", "all.json").text
                == files.tool.run("tables", "good.pdf").text)
        try files.write("ruled.json", Data("{\"mode\": \"inferred\"}".utf8))
        let inferred = try await files.tool.run("tables", "good.pdf", "--table-options", "ruled.json")
        #expect(!inferred.text.contains("\"ruled\" : true"))
        try files.write("wrong.json", Data("{\"snpa\": 1}".utf8))
        let wrong = try await files.tool.run("extract", "good.pdf", "--table-options", "wrong.json")
        #expect(wrong.status == 64)
        #expect(wrong.error == "nianbao: wrong.json: no such option: snpa\n")
    }

    @Test("every command that reads PDFs takes standard input", arguments: ["tables", "inspect", "draw"])
    func standardInput(command: String) async throws {
        let run = try await files.tool.run([command, "-"], input: Data(contentsOf: files.url("good.pdf")))
        #expect(run.status == 0)
        #expect(!run.output.isEmpty)
    }

    @Test("draw gives an SVG of the first page")
    func draw() async throws {
        let run = try await files.tool.run("draw", "good.pdf")
        #expect(run.status == 0)
        #expect(run.text.hasPrefix("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"595.28pt\" height=\"841.89pt\""))
        #expect(run.text.contains(">regulations.produced</text>"))
    }

    @Test("schema --columns prints the columns of all tables, and no two of its options go together")
    func columns() async throws {
        let run = try await files.tool.run("schema", "--columns")
        #expect(run.status == 0)
        let tables = try JSONDecoder().decode([String: [NamedColumn]].self, from: run.output)
        #expect(tables["figures"]?.suffix(8).prefix(2).map(\.name) == ["evidence", "doubts"])
        #expect(tables["findings"]?.first?.name == "file")
        #expect(try await files.tool.run("schema", "--columns", "--form").status == 64)
    }

    private struct NamedColumn: Decodable { var name: String }

    @Test("schema prints the JSON Schema")
    func schema() async throws {
        let run = try await files.tool.run("schema")
        #expect(run.status == 0)
        let schema = try object(run)
        #expect(schema["$schema"] as? String == "https://json-schema.org/draft/2020-12/schema")
        #expect(
            ((schema["properties"] as? [String: Any])?["schema"] as? [String: Any])?["const"] as? String == "nianbao/1")
    }

    @Test(
        "indicators prints the code book, or that of one form",
        arguments: [
            ([], 463), (["--form", "2021"], 207), (["--form", "2019"], 198), (["--form", "2014"], 58),
        ])
    func indicators(options: [String], count: Int) async throws {
        let run = try await files.tool.run(["indicators"] + options)
        #expect(run.status == 0)
        let lines = run.text.split(separator: "\n")
        #expect(lines.count == 1 + count)
        #expect(lines[0].hasPrefix("form,table,code,row_label,column_label,unit,"))
    }
}
