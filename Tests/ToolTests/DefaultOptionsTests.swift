import Foundation
import TestSupport
import Testing

@Suite("Defaults of options")
struct DefaultOptionsTests {
    private let files: TemporaryFolder
    private let sample = Project.folder.appending(path: "samples/dafeng-2024.md").path

    init() throws {
        files = try TemporaryFolder()
        _ = try files.write("defaults.json", #"{"extract": {"format": "csv", "quiet": true}, "check": {}}"#)
    }

    @Test("a file gives them, by option or by environment, and the command line counts more")
    func counts() async throws {
        let named = try await files.tool.run("--config", "defaults.json", "extract", sample)
        #expect(named.text.hasPrefix("file,document,"))
        #expect(named.error.isEmpty)
        let environment = ["NIANBAO_CONFIG": "defaults.json"]
        #expect(try await files.tool.run(["extract", sample], environment: environment).text == named.text)
        let own = try await files.tool.run(["extract", "--format", "ndjson", sample], environment: environment)
        #expect(own.text.hasPrefix("{"))
        #expect(try await files.tool.run(["indicators"], environment: environment).status == 0)
        // A folder with the name of a command is none.
        let worker = try await files.tool.run(["worker", "--ocr-cache", "extract"], environment: environment)
        #expect(worker.status == 0, "\(worker.error)")
    }

    @Test(
        "what is no such file, command or option is wrong usage, and is named",
        arguments: [
            (#"["extract"]"#, "not a JSON object"), ("{", "not a JSON object"),
            (#"{"harvest": {}}"#, "harvest is no command that takes defaults"),
            (#"{"worker": {"memory": 64}}"#, "worker is no command that takes defaults"),
            (#"{"extract": {"nope": 1}}"#, "Unknown option '--nope'"),
            (#"{"extract": {"format": {}}}"#, "extract.format is neither"),
            (#"{"extract": 3}"#, "extract is not an object"),
            (#"{"extract": {"format": "xml"}}"#, "The value 'xml' is invalid for '--format <format>'"),
        ])
    func refused(text: String, message: String) async throws {
        _ = try files.write("bad.json", text)
        let run = try await files.tool.run("--config", "bad.json", "extract", sample)
        #expect(run.status == 64)
        #expect(run.output.isEmpty)
        #expect(run.error.contains(message), "\(run.error)")
    }

    @Test("a file that is not there is wrong usage")
    func missing() async throws {
        let run = try await files.tool.run("--config=nowhere.json", "extract", sample)
        #expect(run.status == 64)
        #expect(run.error.contains("nowhere.json"))
    }
}
