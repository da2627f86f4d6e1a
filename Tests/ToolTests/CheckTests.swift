import Foundation
import TestSupport
import Testing

@Suite("nianbao check")
struct CheckTests {
    private let files: TemporaryFolder

    init() throws {
        files = try TemporaryFolder()
        try files.copy(Project.sample("dafeng-2024.md"), as: "good.md")
        try files.copy(Project.sample("city-2022-weasyprint.pdf"), as: "city.pdf")
    }

    private static let summary = "nianbao: 1 report, 200 figures: 0 errors, 2 warnings, 0 notes\n"

    @Test("findings are a table on standard output, their count a line on standard error")
    func table() async throws {
        let run = try await files.tool.run("check", "city.pdf", "good.md")
        #expect(run.status == 0)
        #expect(
            run.text == """
                city.pdf  琥珀市人民政府  2022
                  warning  page 2  check_failed  requests.balance.total: 200 on the left, 202 on the right
                  warning  page 2  check_failed  requests.applicants.new: 188 on the left, 186 on the right

                """)
        #expect(run.error == "nianbao: 2 reports, 400 figures: 0 errors, 2 warnings, 0 notes\n")
    }

    @Test("the table follows the locale, and --language goes before it")
    func language() async throws {
        let chinese = ["LC_ALL": "zh_CN.UTF-8"]
        let run = try await files.tool.run(["check", "city.pdf"], environment: chinese)
        #expect(run.text.contains("  警告  第2页  check_failed  勾稽关系requests.balance.total不成立：左边为200，右边为202\n"))
        #expect(run.error == "nianbao: 1份报告，200个数据项：0个错误，2个警告，0个提示\n")
        let english = try await files.tool.run(["check", "city.pdf", "--language", "en"], environment: chinese)
        #expect(english.text.contains("200 on the left, 202 on the right"))
        #expect(english.error == Self.summary)
    }

    @Test(
        "data is in English whatever the locale, unless --language asks for Chinese",
        arguments: ["json", "ndjson", "csv"])
    func data(format: String) async throws {
        let chinese = ["LC_ALL": "zh_CN.UTF-8"]
        let run = try await files.tool.run(["check", "city.pdf", "--format", format], environment: chinese)
        #expect(try await files.tool.run("check", "city.pdf", "--format", format).output == run.output)
        #expect(run.text.contains("200 on the left, 202 on the right"))
        let asked = try await files.tool.run("check", "city.pdf", "--format", format, "--language", "zh")
        #expect(asked.text.contains("左边为200，右边为202"))
        let extracted = try await files.tool.run("extract", "-q", "city.pdf", "--language", "zh")
        #expect(extracted.text.contains("左边为200，右边为202"))
    }

    @Test("what extract wrote is judged like the report itself, from a file and from standard input")
    func stored() async throws {
        let direct = try await files.tool.run("check", "city.pdf", "--format", "json").text
        for format in ["json", "ndjson"] {
            let extracted = try await files.tool.run("extract", "-q", "city.pdf", "--format", format)
            try files.write("stored.\(format)", extracted.output)
            #expect(try await files.tool.run("check", "stored.\(format)", "--format", "json").text == direct)
            let piped = try await files.tool.run("check", "-", "--format", "json", input: extracted.output)
            #expect(piped.text == direct)
            #expect(piped.error == Self.summary)
        }
    }

    @Test("what extract wrote has its findings in the order of the report's figures, which JSON does not keep")
    func storedOrder() async throws {
        let text = try files.text("good.md")
        let changed = text.replacing("| 规章        | 0 ", with: "| 规章        | 3 ")
            .replacing("| 行政规范性文件   | 0 ", with: "| 行政规范性文件   | 5 ")
        try files.write("other.md", changed)
        let direct = try await files.tool.run(
            "check", "good.md", "other.md", "--kind", "reports_differ", "--format", "ndjson")
        let places = ["regulations", "normative_documents"].map { direct.text.firstRange(of: "proactive.\($0).issued") }
        #expect(try #require(places[0]).lowerBound < #require(places[1]).lowerBound)
        let extracted = try await files.tool.run("extract", "-q", "good.md", "other.md", "--format", "ndjson")
        let piped = try await files.tool.run(
            "check", "-", "--kind", "reports_differ", "--format", "ndjson", input: extracted.output)
        #expect(piped.text == direct.text)
    }

    @Test("--severity and --kind leave out what is not asked for")
    func filters() async throws {
        // Without its headings the report lacks sections, which are notes.
        let text = try files.text("good.md").replacing("其他需要报告的事项", with: "附则")
        try files.write("short.md", text)
        let all = try await files.tool.run("check", "short.md", "city.pdf")
        #expect(all.error.hasSuffix("0 errors, 2 warnings, 1 note\n"))
        let warnings = try await files.tool.run("check", "short.md", "city.pdf", "--severity", "warning")
        #expect(warnings.text.hasPrefix("city.pdf"))
        #expect(warnings.error.hasSuffix("0 errors, 2 warnings, 0 notes\n"))
        let kind = try await files.tool.run(
            "check", "short.md", "city.pdf", "--kind", "section_missing", "--kind", "year_unknown", "--format", "csv")
        #expect(kind.text.split(separator: "\n").dropFirst().map { $0.prefix { $0 != "," } } == ["short.md"])
    }

    @Test("years that do not join up are told, with the figure in both reports")
    func years() async throws {
        let text = try files.text("good.md")
        try files.write("earlier.md", text.replacing("2024", with: "2023"))
        let run = try await files.tool.run("check", "good.md", "earlier.md")
        #expect(run.status == 0)
        let carried = try await files.tool.run("extract", "-q", "good.md").text
        // The same figures in both years: requests carried over as they came in.
        let report = try JSONSerialization.jsonObject(with: Data(carried.utf8)) as? [String: Any]
        let requests = report?["requests"] as? [String: Any]
        func total(_ row: String) -> Int? {
            ((requests?[row] as? [String: Any])?["total"] as? [String: Any])?["value"] as? Int
        }
        #expect(total("carried_in") == 0 && total("carried_out") == 0)
        #expect(run.error.hasSuffix(" 0 warnings, 0 notes\n"))

        let changed = carried.replacing("\"year\" : 2024", with: "\"year\" : 2025")
        var next = try #require(
            try JSONSerialization.jsonObject(with: Data(changed.utf8)) as? [String: Any])
        var rows = try #require(next["requests"] as? [String: Any])
        var row = try #require(rows["carried_in"] as? [String: Any])
        row["total"] = ["value": 3, "status": "printed", "printed": "3"]
        rows["carried_in"] = row
        next["requests"] = rows
        try files.write("next.json", JSONSerialization.data(withJSONObject: next))
        let broken = try await files.tool.run("check", "next.json", "good.md", "--format", "csv")
        #expect(broken.status == 0)
        #expect(
            broken.text.split(separator: "\n").dropFirst() == [
                "good.md,1,武陟县大封镇人民政府,2025,years_disagree,warning,\"requests.carry.total: 0 by the report on 2024 (good.md), 3 in this one\",requests.carry.total,0,3,,,,,,good.md,1,武陟县大封镇人民政府,2024,,,,,"
            ])
    }

    @Test("an error is exit code 2, so is a file that cannot be read; nothing readable is 1")
    func exitCodes() async throws {
        try files.write("plain.md", "没有表格的文字\n")
        let run = try await files.tool.run("check", "plain.md", "--format", "ndjson")
        #expect(run.status == 2)
        #expect(run.text.contains(#""kind":"table_missing""#))
        #expect(try await files.tool.run("check", "plain.md", "--kind", "agency_unknown").status == 0)
        let partly = try await files.tool.run("check", "good.md", "nowhere.pdf")
        #expect(partly.status == 2)
        #expect(partly.errorLines.first == "nianbao: nowhere.pdf: no such file")
        try files.write("other.json", "{\"a\": 1}")
        for name in ["nowhere.pdf", "other.json"] {
            let none = try await files.tool.run("check", name)
            #expect(none.status == 1)
            #expect(none.output.isEmpty)
            #expect(none.errorLines.count == 1)
        }
        #expect(try await files.tool.run("check").status == 64)
        #expect(try await files.tool.run("check", "--kinds", "good.md").status == 64)
        #expect(try await files.tool.run("check", "good.md", "--severity", "info").status == 64)
    }

    @Test("--kinds prints the code book of findings")
    func kinds() async throws {
        let run = try await files.tool.run("check", "--kinds", "--format", "csv")
        #expect(run.status == 0)
        #expect(run.error.isEmpty)
        #expect(run.text.hasPrefix("kind,severity,meaning_zh,meaning_en\nagency_unknown,warning,"))
        #expect(try await files.tool.run("check", "--kinds").text.contains("table_missing      error    a table of"))
    }

    @Test("--names prints what names are compared by, a line for a line")
    func names() async throws {
        let input = "鯨嶼市 人民政府\n鲸屿市人民政府\n\n鲸屿市城市管理局（本级）\r\n鲸屿市城市管理局(本级)"
        let run = try await files.tool.run("check", "--names", "-", input: Data(input.utf8))
        #expect(run.status == 0)
        #expect(run.error.isEmpty)
        #expect(run.text == "鲸屿市人民政府\n鲸屿市人民政府\n\n鲸屿市城市管理局(本级)\n鲸屿市城市管理局(本级)\n")
        #expect(try await files.tool.run("check", "--names").status == 64)
        #expect(try await files.tool.run("check", "--names", "--kinds").status == 64)
        #expect(try await files.tool.run("check", "--names", "no-such-list").status == 1)
    }
}
