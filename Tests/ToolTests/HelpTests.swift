import Testing

@Suite("Help")
struct HelpTests {
    private let files: TemporaryFolder

    init() throws { files = try TemporaryFolder() }

    @Test(
        "the tool alone says what it does, and what its exit codes mean", arguments: [[], ["--help"], ["-h"], ["help"]])
    func overview(arguments: [String]) async throws {
        let run = try await files.tool.run(arguments)
        #expect(run.status == 0)
        #expect(run.error.isEmpty)
        let text = run.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(text.contains("政府信息公开工作年度报告"))
        #expect(
            text.contains(
                "Exit codes: 0 all well; 1 nothing could be read; 2 some files failed or lack a required table; 64 wrong usage."
            ))
        for command in [
            "extract", "convert", "worker", "check", "tables", "inspect", "draw", "schema", "indicators", "forms",
        ] {
            #expect(run.text.contains("\n  \(command) "), "\(command)")
        }
    }

    @Test(
        "the help of a command shows examples", arguments: ["extract", "convert", "check", "tables", "inspect", "draw"])
    func examples(command: String) async throws {
        let run = try await files.tool.run(command, "--help")
        #expect(run.status == 0)
        #expect(run.text.contains("Examples\n  nianbao \(command) "))
    }

    @Test("so does that of the small commands", arguments: ["schema", "indicators", "forms"])
    func smallCommands(command: String) async throws {
        let run = try await files.tool.run(command, "--help")
        #expect(run.status == 0)
        #expect(run.text.contains("Examples\n  nianbao \(command)"))
    }

    @Test("the help of extract explains every status")
    func statuses() async throws {
        let text = try await files.tool.run("extract", "--help").text
        for status in ["printed", "blank", "recovered", "suspect", "missing"] {
            #expect(text.contains("\n  \(status) "), "\(status)")
        }
    }

    @Test("the version is three numbers and a commit where one is known; lines below name what it is built on")
    func version() async throws {
        let run = try await files.tool.run("--version")
        #expect(run.status == 0)
        let lines = run.text.split(separator: "\n")
        try #require(lines.count == 3)
        #expect(lines[0].wholeMatch(of: /nianbao \d+\.\d+\.\d+( \([0-9a-f]{7,40}\))?/) != nil)
        #expect(lines[1].wholeMatch(of: /poppler \d+\.\d+\.\d+/) != nil)
        #expect(lines[2].hasPrefix("rapidocr-onnxruntime ") || lines[2].hasPrefix("no rapidocr-onnxruntime "))
        // A command gives the same.
        #expect(try await files.tool.run("extract", "--version").text == run.text)
    }
}
