import Foundation
import TestSupport
import Testing

/// What others publish and validate with: JSON Schema and Data Package.
@Suite("Outputs keep to public conventions")
struct PublishingTests {
    private let files: TemporaryFolder

    init() throws { files = try TemporaryFolder() }

    /// Runs Debian's `python3-jsonschema` over files.
    private func validate(_ names: [String], by schema: String) async throws -> Tool.Run {
        let script = Project.folder.appending(path: "Tests/validate.py").path
        return try await files.tool.shell("/usr/bin/python3 '\(script)' \(schema) \(names.joined(separator: " "))")
    }

    @Test("every sample's JSON, the arrays and the lines pass the JSON Schema, and the schema its metaschema")
    func reports() async throws {
        try files.write("report.schema.json", try await files.tool.run("schema").output)
        let folder = try FileManager.default.contentsOfDirectory(atPath: Project.sample(""))
        let samples = folder.filter { $0.hasSuffix(".pdf") || $0.hasSuffix(".md") || $0.hasSuffix(".html") }.sorted()
        #expect(samples.count >= 9)
        for name in samples { try files.copy(Project.sample(name), as: name) }
        try files.write("plain.md", "没有表格的文字\n")
        let inputs = samples + ["plain.md"]
        for (format, language) in [("json", "en"), ("ndjson", "zh")] {
            let run = try await files.tool.run(
                ["extract", "-q", "--format", format, "--language", language, "-o", "out.\(format)"] + inputs)
            #expect(run.status == 2)
            let judged = try await validate(["out.\(format)"], by: "report.schema.json")
            #expect(judged.text == "\(inputs.count) valid\n", "\(judged.error)")
        }
        let golden = samples.map {
            Project.sample($0.split(separator: ".").dropLast().joined(separator: ".") + ".json")
        }
        let judged = try await validate(golden.map { "'\($0)'" }, by: "report.schema.json")
        #expect(judged.text == "\(golden.count) valid\n", "\(judged.error)")
    }

    @Test("a report that breaks the schema is refused by it")
    func refused() async throws {
        try files.write("report.schema.json", try await files.tool.run("schema").output)
        let report = try String(contentsOfFile: Project.sample("city-2022-weasyprint.json"), encoding: .utf8)
        try files.write("bad.json", report.replacing("\"severity\" : \"warning\"", with: "\"severity\" : \"bad\""))
        let judged = try await validate(["bad.json"], by: "report.schema.json")
        #expect(judged.status == 1)
        #expect(
            judged.text.contains("bad.json: $.findings[0].severity: 'bad' is not one of ['note', 'warning', 'error']"))
    }

    @Test("what check prints passes the schema of findings")
    func findings() async throws {
        try files.write("findings.schema.json", try await files.tool.run("schema", "--findings").output)
        try files.copy(Project.sample("city-2022-weasyprint.pdf"), as: "a.pdf")
        let report = try String(contentsOfFile: Project.sample("city-2022-weasyprint.json"), encoding: .utf8)
        try files.write("b.json", report.replacing("\"value\" : 2\n", with: "\"value\" : 3\n"))
        try files.write("c.json", report.replacing("\"year\" : 2022", with: "\"year\" : 2023"))
        try files.write("plain.md", "没有表格的文字\n")
        for format in ["json", "ndjson"] {
            let run = try await files.tool.run(
                "check", "a.pdf", "b.json", "c.json", "plain.md", "--format", format, "-o", "found.\(format)")
            #expect(run.status == 2)
            let kinds = Set(try files.text("found.\(format)").matches(of: /"kind" ?: ?"(\w+)"/).map { $0.output.1 })
            #expect(
                kinds.isSuperset(of: ["check_failed", "reports_differ", "years_disagree", "table_missing"]), "\(kinds)")
            let judged = try await validate(["found.\(format)"], by: "findings.schema.json")
            #expect(judged.text.wholeMatch(of: /[1-9]\d* valid\n/) != nil, "\(judged.text)\(judged.error)")
        }
    }

    @Test("the schemas of reports and of findings tell findings alike")
    func sameFinding() async throws {
        func schema(_ options: String...) async throws -> [String: Any] {
            let run = try await files.tool.run(["schema"] + options)
            return try #require(try JSONSerialization.jsonObject(with: run.output) as? [String: Any])
        }
        let report = try await schema()
        let definitions = try #require(report["$defs"] as? [String: Any])
        let inReport = try #require((definitions["finding"] as? [String: Any])?["properties"] as? [String: Any])
        let alone = try #require(try await schema("--findings")["properties"] as? [String: Any])
        for (name, value) in inReport {
            #expect(NSDictionary(dictionary: [name: value]) == NSDictionary(dictionary: [name: alone[name] ?? ""]))
        }
        #expect(
            Set(alone.keys) == Set(inReport.keys).union(["file", "document", "agency", "year", "other"]))
    }

    @Test("beside a CSV file stands what describes it, unless it is not wanted or the output is no CSV file")
    func description() async throws {
        try files.copy(Project.sample("dafeng-2024.md"), as: "good.md")
        let folder = files.url("out")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
        for options in [
            ["--format", "csv", "--no-datapackage", "-o", "out/a.csv"], ["--format", "csv", "-o", "out/a.txt"],
            ["-o", "out/b.csv"],
        ] {
            #expect(try await files.tool.run(["extract", "good.md"] + options).status == 0)
            #expect(!files.exists("out/datapackage.json"))
        }
        let run = try await files.tool.run("extract", "good.md", "--format", "csv", "-o", "out/figures.csv")
        #expect(run.status == 0 && run.error.isEmpty)
        let package = try JSONSerialization.jsonObject(with: Data(contentsOf: files.url("out/datapackage.json")))
        let resource = try #require(((package as? [String: Any])?["resources"] as? [[String: Any]])?.first)
        #expect(resource["path"] as? String == "figures.csv")
        #expect(resource["bytes"] as? Int == (try Data(contentsOf: files.url("out/figures.csv"))).count)
        let sum = try await files.tool.shell("sha256sum out/figures.csv | cut -c 1-64").text
        #expect((resource["hash"] as? String).map { $0 + "\n" } == "sha256:" + sum)
    }

    @Test("a datapackage.json that is something else is left as it is, and told of")
    func foreign() async throws {
        try files.copy(Project.sample("dafeng-2024.md"), as: "good.md")
        try files.write("datapackage.json", "mine")
        let run = try await files.tool.run("extract", "good.md", "--format", "csv", "-o", "figures.csv")
        #expect(run.status == 0)
        #expect(run.error == "nianbao: datapackage.json: is no data package; left as it is\n")
        #expect(try files.text("datapackage.json") == "mine")
        #expect(files.exists("figures.csv"))
    }
}
