import Foundation
import TestSupport
import Testing

@Suite("nianbao convert, what it writes to")
struct ConvertOutputTests {
    private let files: TemporaryFolder

    init() throws {
        files = try TemporaryFolder()
        try FileManager.default.createDirectory(at: files.url("in"), withIntermediateDirectories: true)
        try files.copy(Project.sample("dafeng-2024.md"), as: "in/a.md")
    }

    @Test(
        "an output that cannot be written to its end stops the run with the cause, and the earlier one stays",
        arguments: ["csv", "ndjson", "sqlite"])
    func full(kind: String) async throws {
        let first = try await files.tool.run("convert", "in", "-o", "out.\(kind)", "--ledger", "l", "--quiet")
        #expect(first.status == 0)
        let before = try Data(contentsOf: files.url("out.\(kind)"))
        for number in 0..<8 {
            try files.write("in/\(number).md", try files.text("in/a.md") + "\n\n\(number)\n")
        }
        // All are read, so that only the output is written.
        _ = try await files.tool.run("convert", "in", "-o", "other.csv", "--ledger", "l", "--quiet")
        let limited = try await files.tool.shell(
            "trap '' XFSZ; ulimit -f 100; $NIANBAO convert in -o out.\(kind) --ledger l --quiet; echo $?; ls -A | grep -e part -e lock"
        )
        #expect(limited.text == "1\n")
        #expect(limited.error.hasPrefix("nianbao: out.\(kind): cannot be written: "))
        #expect(try Data(contentsOf: files.url("out.\(kind)")) == before)
        let last = try await files.tool.run("convert", "in", "-o", "out.\(kind)", "--ledger", "l", "--quiet")
        #expect(last.status == 0)
        #expect(try Data(contentsOf: files.url("out.\(kind)")).count > before.count)
    }

    @Test("a ledger that cannot be written stops the run, and the next one goes on")
    func fullLedger() async throws {
        for number in 0..<8 {
            try files.write("in/\(number).md", try files.text("in/a.md") + "\n\n\(number)\n")
        }
        let limited = try await files.tool.shell(
            "trap '' XFSZ; ulimit -f 100; $NIANBAO convert in -o out.ndjson --quiet; echo $?")
        #expect(limited.text == "1\n")
        #expect(limited.error.hasPrefix("nianbao: out.ndjson.ledger: cannot be written: "))
        #expect(!files.exists("out.ndjson"))
        let last = try await files.tool.run("convert", "in", "-o", "out.ndjson", "--quiet")
        #expect(last.status == 0)
        #expect(try files.text("out.ndjson").split(separator: "\n").count == 9)
    }

    @Test("what is no plain file is not replaced; a link stays one")
    func special() async throws {
        #expect(mkfifo(files.url("pipe.csv").path, 0o600) == 0)
        let piped = try await files.tool.run("convert", "in", "-o", "pipe.csv", "--quiet")
        #expect(piped.status == 1)
        #expect(piped.error == "nianbao: pipe.csv: cannot be written: it is no plain file\n")
        try FileManager.default.createDirectory(at: files.url("out.sqlite"), withIntermediateDirectories: true)
        #expect(try await files.tool.run("convert", "in", "-o", "out.sqlite", "--quiet").status == 0)
        #expect(files.exists("out.sqlite/a.md.json"))
        try files.write("real.ndjson", "")
        try FileManager.default.createSymbolicLink(
            atPath: files.url("link.ndjson").path, withDestinationPath: "real.ndjson")
        #expect(try await files.tool.run("convert", "in", "-o", "link.ndjson", "--quiet").status == 0)
        let single = try await files.tool.run("extract", "--quiet", "--format", "ndjson", "in/a.md")
        #expect(try files.text("real.ndjson") == single.text)
        #expect(
            try FileManager.default.destinationOfSymbolicLink(atPath: files.url("link.ndjson").path) == "real.ndjson")
    }

    @Test("another program reads every file again, the same one none")
    func program() async throws {
        _ = try await files.tool.run("convert", "in", "-o", "out.ndjson", "--quiet")
        let same = try await files.tool.run("convert", "in", "-o", "out.ndjson", "--dry-run")
        #expect(same.error.contains("0 to read, 1 read before"))
        // Bytes behind the end of a program do nothing, but make it another one.
        let other = try await files.tool.shell(
            "cp $NIANBAO other && echo >> other && ./other convert in -o out.ndjson --dry-run")
        #expect(other.error.contains("1 to read, 0 read before"), "\(other.error)")
    }

    @Test("a log for programs is an object a line, down to the end of the run")
    func log() async throws {
        try files.write("in/empty.pdf", "")
        let run = try await files.tool.run("convert", "in", "-o", "out.ndjson", "--log-format", "json")
        let events = try run.errorLines.map {
            try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
        }
        #expect(Set(events.compactMap { $0["event"] as? String }) == ["reading", "writing", "failed", "done"])
        let failed = events.first { $0["event"] as? String == "failed" }
        #expect(failed?["file"] as? String == "in/empty.pdf")
        #expect(failed?["cause"] as? String == "the file is empty")
        let done = try #require(events.last)
        #expect(done["event"] as? String == "done")
        #expect(["files", "read", "failed"].map { done[$0] as? Int } == [2, 1, 1])
    }
}
