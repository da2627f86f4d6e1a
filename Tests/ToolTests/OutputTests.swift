import Foundation
import TestSupport
import Testing

@Suite("Where data goes")
struct OutputTests {
    private let files: TemporaryFolder

    init() throws {
        files = try TemporaryFolder()
        try files.copy(Project.sample("dafeng-2024.md"), as: "good.md")
        try files.copy(Project.sample("township-2020-reportlab.pdf"), as: "good.pdf")
    }

    @Test(
        "--output writes the same bytes to a file, and nothing to standard output",
        arguments: [
            ["extract", "good.md"], ["extract", "good.md", "--format", "csv"], ["tables", "good.pdf"],
            ["inspect", "good.pdf"],
            ["inspect", "good.pdf", "--rulings"], ["draw", "good.pdf"], ["schema"], ["indicators"],
        ])
    func file(arguments: [String]) async throws {
        let printed = try await files.tool.run(arguments)
        let name = arguments[0] == "draw" ? "out.svg" : "out"
        let run = try await files.tool.run(arguments + ["--output", name])
        #expect(run.status == 0)
        #expect(run.output.isEmpty)
        #expect(run.error == printed.error)
        #expect(try Data(contentsOf: files.url(name)) == printed.output)
        #expect(!printed.output.isEmpty)
    }

    @Test("a hyphen is standard output", arguments: ["-o", "--output"])
    func hyphen(option: String) async throws {
        let run = try await files.tool.run("schema", option, "-")
        #expect(run.text.hasPrefix("{"))
        #expect(!files.exists("-"))
    }

    @Test("a file that is there is replaced")
    func replaced() async throws {
        try files.write("out.json", String(repeating: "x", count: 100_000))
        _ = try await files.tool.run("extract", "good.md", "-o", "out.json")
        let text = try files.text("out.json")
        #expect(text.hasPrefix("{") && text.hasSuffix("}\n"))
    }

    @Test("where nothing could be read a file that is there stays")
    func kept() async throws {
        try files.write("out.json", "old")
        let run = try await files.tool.run("extract", "nowhere.md", "-o", "out.json")
        #expect(run.status == 1)
        #expect(try files.text("out.json") == "old")
        _ = try await files.tool.run("extract", "nowhere.md", "-o", "new.json")
        #expect(!files.exists("new.json"))
    }

    @Test("a folder that is not there is exit code 1 and one line that says so")
    func noFolder() async throws {
        let run = try await files.tool.run("extract", "good.md", "-o", "nowhere/out.json")
        #expect(run.status == 1)
        #expect(run.error == "nianbao: nowhere/out.json: cannot be written: no such folder\n")
    }

    @Test("a folder in place of the file is exit code 1 and one line in plain words")
    func folder() async throws {
        let run = try await files.tool.run("schema", "-o", ".")
        #expect(run.status == 1)
        #expect(run.errorLines.count == 1)
        #expect(!run.error.contains("CocoaError"))
    }

    @Test("partial data is written too where some files fail")
    func partly() async throws {
        let run = try await files.tool.run("extract", "good.md", "nowhere.md", "-o", "out.json")
        #expect(run.status == 2)
        #expect(try files.text("out.json").contains("\"year\" : 2024"))
    }

    @Test("a PNG is written by the ending of its name", arguments: ["page.png", "page.PNG"])
    func png(name: String) async throws {
        let run = try await files.tool.run("draw", "good.pdf", "--page", "2", "--resolution", "36", "-o", name)
        #expect(run.status == 0)
        #expect(
            try Data(contentsOf: files.url(name)).prefix(8) == Data([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]))
    }

    @Test("a reader that has seen enough is no failure")
    func closedPipe() async throws {
        let run = try await files.tool.shell(
            #""$NIANBAO" inspect good.pdf --glyphs | head -n 1 >/dev/null; echo ${PIPESTATUS[0]}"#)
        #expect(run.error.isEmpty)
        #expect(run.text == "0\n")
    }

    @Test("a pipe is written to, not replaced; a link stays one")
    func special() async throws {
        let sample = Project.sample("dafeng-2024.md")
        let printed = try await files.tool.run("extract", "--quiet", sample)
        #expect(mkfifo(files.url("pipe").path, 0o600) == 0)
        let run = try await files.tool.shell(
            "cat pipe & $NIANBAO extract --quiet -o pipe \(sample); wait; [ -p pipe ]; echo $?")
        #expect(run.text == printed.text + "0\n")
        try files.write("real.json", "")
        try FileManager.default.createSymbolicLink(atPath: files.url("link").path, withDestinationPath: "real.json")
        #expect(try await files.tool.run("extract", "--quiet", "-o", "link", sample).status == 0)
        #expect(try files.text("real.json") == printed.text)
    }
}
