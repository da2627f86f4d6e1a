import Foundation
import TestSupport
import Testing

@Suite("The same input gives the same bytes")
struct DeterminismTests {
    private let files: TemporaryFolder

    init() throws {
        files = try TemporaryFolder()
        try files.copy(Project.sample("dafeng-2024.md"), as: "text.md")
        try files.copy(Project.sample("city-2022-weasyprint.pdf"), as: "city.pdf")
    }

    private static let environments = [
        ["LC_ALL": "C"], ["LC_ALL": "zh_CN.UTF-8", "LANG": "zh_CN.UTF-8"], ["LC_ALL": "de_DE.UTF-8"],
        ["LC_ALL": "C.UTF-8", "TZ": "Asia/Shanghai"],
    ]

    @Test(
        "twice, in any language and in any time zone",
        arguments: [
            ["extract", "city.pdf", "text.md"], ["extract", "city.pdf", "--format", "csv"],
            ["extract", "text.md", "--format", "ndjson"], ["check", "city.pdf", "--format", "csv"],
            ["tables", "city.pdf"], ["inspect", "city.pdf"], ["inspect", "city.pdf", "--rulings"],
            ["draw", "city.pdf", "--page", "2", "--resolution", "36"],
            ["schema"], ["indicators"],
        ])
    func bytes(arguments: [String]) async throws {
        let first = try await files.tool.run(arguments)
        #expect(first.status == 0)
        #expect(!first.output.isEmpty)
        for environment in [[:]] + Self.environments {
            let run = try await files.tool.run(arguments, environment: environment)
            #expect(run.status == 0, "\(environment)")
            #expect(run.output == first.output, "\(environment)")
            // Findings are for people, and in their language.
            let isChinese = environment["LC_ALL"]?.hasPrefix("zh") ?? false
            #expect(isChinese && !first.error.isEmpty || run.error == first.error, "\(environment)")
        }
    }

    @Test("names of files and passwords in any script reach the tool, whatever the language", arguments: environments)
    func names(environment: [String: String]) async throws {
        try files.copy(Project.sample("dafeng-2024.md"), as: "大封镇 2024.md")
        let run = try await files.tool.run(["extract", "大封镇 2024.md"], environment: environment)
        #expect(run.status == 0)
        #expect(run.text.contains("\"file\" : \"大封镇 2024.md\""))
        let missing = try await files.tool.run(["extract", "没有.pdf"], environment: environment)
        #expect(missing.error == "nianbao: 没有.pdf: no such file\n")
    }
}
