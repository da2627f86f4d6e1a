import Foundation
import TestSupport
import Testing

@Suite("nianbao extract")
struct ExtractTests {
    private let files: TemporaryFolder

    init() throws {
        files = try TemporaryFolder()
        try files.copy(Project.sample("dafeng-2024.md"), as: "good.md")
        try files.copy(Project.sample("township-2020-reportlab.pdf"), as: "good.pdf")
        try files.write("empty.pdf", Data())
    }

    private func object(_ run: Tool.Run) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: run.output) as? [String: Any])
    }

    /// What stands at `path` in JSON.
    private func value(_ object: [String: Any], _ path: String...) -> Any? {
        path.reduce(object as Any?) { ($0 as? [String: Any])?[$1] }
    }

    @Test("a good report is exit code 0 and nothing on standard error", arguments: ["good.md", "good.pdf"])
    func good(name: String) async throws {
        let run = try await files.tool.run("extract", name)
        #expect(run.status == 0)
        #expect(run.error.isEmpty)
        let report = try object(run)
        #expect(report["schema"] as? String == "nianbao/1")
        #expect(value(report, "source", "file") as? String == name)
        #expect(run.text.hasSuffix("}\n"))
    }

    @Test("what jq would find in the seed report")
    func figures() async throws {
        let report = try object(try await files.tool.run("extract", "good.md"))
        #expect(value(report, "requests", "new", "total", "value") as? Int == 1)
        #expect(value(report, "requests", "new", "natural_person", "status") as? String == "recovered")
        #expect(value(report, "agency", "name") as? String == "武陟县大封镇人民政府")
        #expect(report["year"] as? Int == 2024)
        #expect(value(report, "source", "kind") as? String == "markdown")
    }

    @Test(
        "one good and one bad file are exit code 2: the good one's data, a line for the bad one",
        arguments: [
            ["good.md", "empty.pdf"], ["empty.pdf", "good.md"], ["good.md", "nowhere.pdf"],
        ])
    func partly(names: [String]) async throws {
        let run = try await files.tool.run(["extract"] + names)
        #expect(run.status == 2)
        #expect(value(try object(run), "source", "file") as? String == "good.md")
        #expect(run.errorLines.count == 1)
        #expect(run.errorLines.first?.contains("good.md") == false)
    }

    @Test("a report that lacks a table is exit code 2, with a finding, and the table's figures missing")
    func missingTable() async throws {
        // A copy without its last table.
        var lines = try files.text("good.md").split(separator: "\n", omittingEmptySubsequences: false)
        let start = try #require(lines.firstIndex { $0.hasPrefix("| 行政复议") })
        let end = try #require(lines[start...].firstIndex { !$0.hasPrefix("|") })
        lines.removeSubrange(start..<end)
        try files.write("short.md", lines.joined(separator: "\n"))
        let run = try await files.tool.run("extract", "short.md")
        #expect(run.status == 2)
        #expect(run.error == "nianbao: short.md: error: no table 政府信息公开行政复议、行政诉讼情况\n")
        let report = try object(run)
        #expect(value(report, "proceedings", "reconsideration", "total", "status") as? String == "missing")
        #expect(value(report, "proceedings", "reconsideration", "total", "value") is NSNull)
        #expect(
            value(report, "proceedings", "litigation_after_reconsideration", "pending", "status") as? String
                == "missing")
        #expect(value(report, "requests", "new", "total", "value") as? Int == 1)
        let findings = try #require(report["findings"] as? [[String: Any]])
        #expect(findings.map { $0["kind"] as? String } == ["table_missing"])
        #expect(findings.first?["code"] as? String == "proceedings")
        #expect(findings.first?["severity"] as? String == "error")
        let csv = try await files.tool.run("extract", "short.md", "--format", "csv", "--quiet")
        #expect(csv.status == 2)
        #expect(csv.error.isEmpty)
        #expect(csv.text.split(separator: "\n").count { $0.contains(",missing,") } == 15)
    }

    @Test("a document without tables is exit code 2, and says what is not there")
    func noTables() async throws {
        try files.write("plain.pdf", Data(TestPDF(.init("BT /F1 12 Tf 20 50 Td (Hello) Tj ET")).bytes))
        let run = try await files.tool.run("extract", "plain.pdf")
        #expect(run.status == 2)
        #expect(
            run.errorLines == [
                "nianbao: plain.pdf: error: no table of a known form",
                "nianbao: plain.pdf: warning: no title, line or metadata names the agency",
                "nianbao: plain.pdf: warning: no title or period names the year",
            ])
        let report = try object(run)
        #expect(report["form"] is NSNull)
        #expect(report["requests"] == nil)
    }

    @Test("an agency's slip is told on standard error, with its page, and is no failure")
    func slip() async throws {
        try files.copy(Project.sample("city-2022-weasyprint.pdf"), as: "city.pdf")
        let run = try await files.tool.run("extract", "city.pdf")
        #expect(run.status == 0)
        #expect(
            run.errorLines == [
                "nianbao: city.pdf: page 2: warning: requests.balance.total: 200 on the left, 202 on the right",
                "nianbao: city.pdf: page 2: warning: requests.applicants.new: 188 on the left, 186 on the right",
            ])
        let quiet = try await files.tool.run("extract", "city.pdf", "--quiet")
        #expect(quiet.status == 0)
        #expect(quiet.error.isEmpty)
        #expect(quiet.output == run.output)
    }

    @Test("a hyphen reads standard input", arguments: ["good.md", "good.pdf"])
    func standardInput(name: String) async throws {
        let content = try Data(contentsOf: files.url(name))
        let run = try await files.tool.run("extract", "-", input: content)
        #expect(run.status == 0)
        #expect(value(try object(run), "source", "file") as? String == "-")
        let named = try await files.tool.run("extract", name).text
        #expect(run.text == named.replacingOccurrences(of: "\"file\" : \"\(name)\"", with: "\"file\" : \"-\""))
    }

    @Test("nothing on standard input is an empty file")
    func nothing() async throws {
        let run = try await files.tool.run("extract", "-")
        #expect(run.status == 1)
        #expect(run.error == "nianbao: -: the file is empty\n")
    }

    @Test("several reports are an array, lines or rows, in the order of the files")
    func formats() async throws {
        let json = try await files.tool.run("extract", "good.pdf", "good.md")
        let array = try #require(try JSONSerialization.jsonObject(with: json.output) as? [[String: Any]])
        #expect(array.map { $0["year"] as? Int } == [2020, 2024])

        let lines = try await files.tool.run("extract", "good.pdf", "good.md", "--format", "ndjson").text
            .split(separator: "\n")
        #expect(lines.count == 2)
        let second = try JSONSerialization.jsonObject(with: Data(lines[1].utf8)) as? [String: Any]
        #expect(second?["year"] as? Int == 2024)

        let rows = try await files.tool.run("extract", "good.pdf", "good.md", "--format", "csv").text
            .split(separator: "\n")
        #expect(rows.count == 1 + 198 + 200)
        #expect(
            rows[0]
                == "file,document,agency,year,form,table,code,row,column,unit,value,status,printed,page,x0,y0,x1,y1,evidence,doubts,decision,reviewed_by,reviewed_at,was_value,was_status,review_note"
        )
        #expect(
            rows[1] == "good.pdf,1,纸鸢县听蝉镇人民政府,2020,2019,proactive,proactive.regulations.produced,"
                + "第二十条第（一）项/规章,本年新制作数量,件,0,printed,0,1,222.23,512.3,325.91,527.7,,,,,,,,")
        #expect(
            rows[200] == "good.md,1,武陟县大封镇人民政府,2024,2021,proactive,proactive.regulations.repealed,"
                + "第二十条第（一）项/规章,本年废止件数,件,0,printed,0,,,,,,,,,,,,,")
    }
}
