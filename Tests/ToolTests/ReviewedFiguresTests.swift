import Foundation
import TestSupport
import Testing

@Suite("Decisions of people")
struct ReviewedFiguresTests {
    private let files: TemporaryFolder

    /// A report in which a 6 was typed as a 1.
    init() throws {
        files = try TemporaryFolder()
        let text = try String(contentsOfFile: Project.sample("town-2024-cells.txt"), encoding: .utf8)
        let broken = text.replacing("一、本年新收政府信息公开申请数量\n6\n", with: "一、本年新收政府信息公开申请数量\n1\n")
        try #require(broken != text)
        try files.write("town.txt", broken)
    }

    private func read(_ arguments: String...) async throws -> (figure: [String: Any], run: Tool.Run) {
        let run = try await files.tool.run(["extract", "town.txt", "-q"] + arguments)
        let report = try #require(try JSONSerialization.jsonObject(with: run.output) as? [String: Any])
        let row = (report["requests"] as? [String: Any])?["new"] as? [String: Any]
        return (try #require(row?["natural_person"] as? [String: Any]), run)
    }

    private func decision(_ changes: [String: Any] = [:]) throws -> String {
        let run = """
            {"sha256": "\(try sha256())", "document": 1, "code": "requests.new.natural_person", "decision": "corrected", "value": 6,
             "by": "王芳", "at": "2026-11-27T08:00:00Z", "was": {"value": 1, "status": "suspect"}, "note": "看原件"}
            """
        var object = try #require(try JSONSerialization.jsonObject(with: Data(run.utf8)) as? [String: Any])
        object.merge(changes) { $1 }
        return String(decoding: try JSONSerialization.data(withJSONObject: object), as: UTF8.self) + "\n"
    }

    private func sha256() throws -> String {
        let output = Pipe()
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/sha256sum")
        process.arguments = [files.url("town.txt").path]
        process.standardOutput = output
        try process.run()
        process.waitUntilExit()
        return String(decoding: output.fileHandleForReading.readDataToEndOfFile().prefix(64), as: UTF8.self)
    }

    @Test("extract lays them over what it reads")
    func extract() async throws {
        #expect(try await read().figure["status"] as? String == "suspect")
        try files.write("d.ndjson", try decision())
        let (figure, run) = try await read("--decisions", "d.ndjson")
        #expect(run.status == 0)
        #expect(figure["status"] as? String == "reviewed" && figure["value"] as? Int == 6)
        let review = try #require(figure["review"] as? [String: Any])
        #expect(review["by"] as? String == "王芳" && review["at"] as? String == "2026-11-27T08:00:00Z")
        #expect(review["decision"] as? String == "corrected" && review["note"] as? String == "看原件")
        #expect((review["was"] as? [String: Any])?["value"] as? Int == 1)
        let rows = try await files.tool.run("extract", "town.txt", "-q", "--format", "csv", "--decisions", "d.ndjson")
            .text
        #expect(rows.contains(",6,reviewed,1,,,,,,,,corrected,王芳,2026-11-27T08:00:00Z,1,suspect,看原件\n"))
    }

    @Test("a line that is none is told, and the others count")
    func broken() async throws {
        try files.write("d.ndjson", "{\n" + (try decision()))
        let (figure, run) = try await read("--decisions", "d.ndjson")
        #expect(run.status == 2 && run.error.contains("d.ndjson:1: not a decision"))
        #expect(figure["value"] as? Int == 6)
        let gone = try await files.tool.run("extract", "town.txt", "--decisions", "none.ndjson")
        #expect(gone.status == 1 && gone.error.contains("none.ndjson: no such file"))
    }

    @Test("convert has them in its outputs, keeps what was read in its ledger, and summary counts them")
    func convert() async throws {
        try files.write("d.ndjson", try decision())
        let first = try await files.tool.run("convert", "town.txt", "-o", "o.ndjson", "-o", "o.csv", "-q")
        #expect(first.status == 0)
        let before = try Data(contentsOf: files.url("o.csv"))
        let counted = try await files.tool.run("summary", "o.ndjson", "--format", "json", "--decisions", "d.ndjson")
        #expect(counted.text.contains("\"reviewed\" : 1"))
        #expect(try await files.tool.run("summary", "o.ndjson", "--format", "json").text.contains("\"reviewed\" : 0"))
        let again = try await files.tool.run(
            "convert", "town.txt", "-o", "o.ndjson", "-o", "o.csv", "--decisions", "d.ndjson")
        #expect(again.status == 0)
        #expect(again.error.contains("decisions of people") && again.error.contains("read before"))
        #expect(try files.text("o.ndjson").contains(#""status":"reviewed","value":6"#))
        #expect(try files.text("o.csv").contains(",6,reviewed,1,"))
        // Without them everything is as it was.
        #expect(try await files.tool.run("convert", "town.txt", "-o", "o.ndjson", "-o", "o.csv", "-q").status == 0)
        #expect(try Data(contentsOf: files.url("o.csv")) == before)
    }

    @Test("one about another reading is a finding of every output, and applied nowhere")
    func outdated() async throws {
        try files.write("d.ndjson", try decision(["was": ["value": 3, "status": "printed"]]))
        let run = try await files.tool.run(
            "convert", "town.txt", "-o", "o.ndjson", "-o", "o.csv", "--decisions", "d.ndjson")
        #expect(run.error.contains("outdated decisions"))
        #expect(try files.text("o.findings.csv").contains("decision_outdated"))
        #expect(try !files.text("o.csv").contains(",reviewed,"))
    }

    /// The number behind a word at the beginning of a line.
    private static func count(_ word: String, in run: Tool.Run) -> Int? {
        let line = run.text.split(separator: "\n").first { $0.hasPrefix(word) }
        return line?.split(separator: " ").last.flatMap { Int($0) }
    }

    @Test("decisions counts them, merges those of others once, and shows where people do not agree")
    func decisions() async throws {
        #expect(try await files.tool.run("convert", "town.txt", "-o", "o.csv", "-q").status == 0)
        try files.write("o.decisions.ndjson", try decision())
        try files.write("li.ndjson", try decision(["by": "李强", "value": 7, "at": "2026-11-27T09:00:00Z"]))
        let alone = try await files.tool.run("decisions", "o.csv", "--language", "en")
        #expect(alone.status == 0)
        #expect(Self.count("corrected", in: alone) == 1 && Self.count("conflicts", in: alone) == 0)
        for added in [1, 0] {
            let merged = try await files.tool.run("decisions", "o.csv", "--merge", "li.ndjson", "--language", "en")
            #expect(merged.status == 2 && merged.error.contains("\(added) added"))
            #expect(Self.count("conflicts", in: merged) == 1)
            #expect(try files.text("o.decisions.ndjson").split(separator: "\n").count == 2)
        }
        let list = try await files.tool.run("decisions", "o.csv", "--list", "--format", "ndjson")
        #expect(list.text.split(separator: "\n").count == 1 && list.text.contains("\"value\":7"))
        let conflicts = try await files.tool.run("decisions", "o.csv", "--conflicts")
        #expect(try await files.tool.run("decisions", "o.csv.ledger", "--conflicts").text == conflicts.text)
        #expect(conflicts.text.split(separator: "\n").count == 2)
    }

    @Test("review asks for a conversion that is there, or files that can be read")
    func nothing() async throws {
        try files.write("nothing.bin", Data([0, 1, 2]))
        #expect(try await files.tool.run("review", "none.sqlite", "--no-open").status == 1)
        #expect(try await files.tool.run("review", "nothing.bin", "--no-open").status == 1)
        #expect(try await files.tool.run("review").status == 64)
    }

    @Test("review opens the browser without telling others the address, and leaves nothing when it is ended")
    func opened() async throws {
        try FileManager.default.createDirectory(at: files.url("bin"), withIntermediateDirectories: true)
        try FileManager.default.createDirectory(at: files.url("run"), withIntermediateDirectories: true)
        try files.write(
            "bin/xdg-open",
            "#!/bin/sh\necho \"$@\" >said\nstat -c %a run/*.html >mode\ncat run/*.html >page.part && mv page.part page\n"
        )
        let run = try await files.tool.shell(
            """
            chmod +x bin/xdg-open
            DISPLAY=:7 XDG_RUNTIME_DIR=$PWD/run PATH=$PWD/bin:$PATH "$NIANBAO" review town.txt >address &
            for _ in $(seq 600); do [ -e page ] && break; sleep .1; done
            kill -INT $!
            wait $!
            """)
        #expect(run.status == 0)
        let address = try files.text("address").trimmingCharacters(in: .newlines)
        #expect(address.wholeMatch(of: /http:\/\/127\.0\.0\.1:\d+\/[0-9a-f]{32}\//) != nil)
        let secret = try #require(address.split(separator: "/").last)
        #expect(try files.text("said").hasPrefix("file:///") && !files.text("said").contains(secret))
        #expect(try files.text("mode") == "600\n")
        #expect(try files.text("page").contains("url=\(address)\""))
        #expect(try FileManager.default.contentsOfDirectory(atPath: files.url("run").path).isEmpty)
    }

    @Test("review exports what agencies have to answer, of files as well")
    func export() async throws {
        let run = try await files.tool.run("review", "town.txt", "--export", "questions")
        #expect(run.status == 0)
        let page = try files.text("questions/纸鸢县落霞镇人民政府.html")
        #expect(page.contains("请逐项答复") && page.contains("requests.applicants.new"))
        #expect(files.exists("questions/findings.xlsx"))
    }
}
