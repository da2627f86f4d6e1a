import Foundation
import TestSupport
import Testing

@Suite("nianbao worker")
struct WorkerTests {
    private let files: TemporaryFolder

    init() throws {
        files = try TemporaryFolder()
        try files.copy(Project.sample("dafeng-2024.md"), as: "good.md")
        try files.write("empty.pdf", Data())
    }

    /// The answers on `output`: header and payload.
    private func frames(_ output: Data) throws -> [(header: [String: Any], payload: Data)] {
        var frames: [(header: [String: Any], payload: Data)] = []
        var rest = output
        while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
            let header = try #require(try JSONSerialization.jsonObject(with: rest[..<end]) as? [String: Any])
            let start = rest.index(after: end)
            let stop = start + (try #require(header["bytes"] as? Int))
            frames.append((header, Data(rest[start..<stop])))
            rest = Data(rest[stop...])
        }
        #expect(rest.isEmpty)
        return frames
    }

    @Test("a request a line, an answer a request; what is no request and no report is said, and nothing ends")
    func answers() async throws {
        let input = """
            {"id": 7, "path": "good.md"}
            {"id": 8, "path": "empty.pdf"}
            nonsense
            {"id": 9, "path": "good.md", "password": "x"}
            """
        let run = try await files.tool.run("worker", input: Data(input.utf8))
        #expect(run.status == 0)
        let frames = try frames(run.output)
        #expect(frames.map { $0.header["id"] as? Int } == [7, 8, nil, 9])
        #expect(frames.map { $0.header["reports"] as? Int } == [1, 0, 0, 1])
        #expect(frames[1].header["error"] as? String == "the file is empty")
        let line = try await files.tool.run("extract", "good.md", "--format", "ndjson")
        #expect(frames[0].payload == line.output)
        #expect(frames[3].payload == line.output)
        #expect((frames[0].header["memory"] as? Int ?? 0) > 1 << 20)
    }

    @Test("after its share of files a worker says that it ends, and does")
    func share() async throws {
        let input = String(repeating: "{\"id\": 1, \"path\": \"good.md\"}\n", count: 5)
        let run = try await files.tool.run("worker", "--files", "2", input: Data(input.utf8))
        #expect(run.status == 0)
        #expect(try frames(run.output).map { $0.header["last"] as? Bool } == [false, true])
    }

    @Test("too much memory ends it with exit code 12, what it said before stays")
    func memory() async throws {
        try files.write("greedy.pdf", Data(PoisonPDF.greedy))
        let input = "{\"id\": 1, \"path\": \"good.md\"}\n{\"id\": 2, \"path\": \"greedy.pdf\"}\n"
        let run = try await files.tool.run("worker", "--memory", "200", input: Data(input.utf8))
        #expect(run.status == 12)
        #expect(try frames(run.output).count == 1)
    }

    @Test("too much processor time ends it with exit code 62", .timeLimit(.minutes(5)))
    func time() async throws {
        try files.write("endless.pdf", Data(PoisonPDF.endless))
        let input = "{\"id\": 1, \"path\": \"good.md\"}\n{\"id\": 2, \"path\": \"endless.pdf\"}\n"
        let run = try await files.tool.run("worker", "--timeout", "2", input: Data(input.utf8))
        #expect(run.status == 62)
        #expect(try frames(run.output).count == 1)
    }

    @Test("a file may be called otherwise than its path")
    func names() async throws {
        try FileManager.default.moveItem(at: files.url("good.md"), to: files.url("tmp1"))
        let request = "{\"id\": 1, \"path\": \"tmp1\", \"name\": \"hdfs://archive/good.md\"}\n"
        let run = try await files.tool.run("worker", input: Data(request.utf8))
        let source = try #require(
            (try JSONSerialization.jsonObject(with: try frames(run.output)[0].payload) as? [String: Any])?["source"]
                as? [String: Any])
        #expect(source["file"] as? String == "hdfs://archive/good.md")
        #expect(source["kind"] as? String == "markdown")
    }

    @Test("a worker believes what is known of a file's content while the file is as it was, and else reads for itself")
    func knownContent() async throws {
        let attributes = try FileManager.default.attributesOfItem(atPath: files.url("good.md").path)
        let size = try #require(attributes[.size] as? Int)
        var status = stat()
        #expect(stat(files.url("good.md").path, &status) == 0)
        let modified = Int(status.st_mtim.tv_sec) * 1_000_000_000 + Int(status.st_mtim.tv_nsec)
        func request(_ id: Int, _ modified: Int) -> String {
            let content = "{\"sha256\": \"told\", \"size\": \(size), \"modified\": \(modified)}"
            return "{\"id\": \(id), \"path\": \"good.md\", \"content\": \(content)}\n"
        }
        let input = request(1, modified) + request(2, modified - 1) + "{\"id\": 3, \"path\": \"good.md\"}\n"
        let answers = try frames(try await files.tool.run("worker", input: Data(input.utf8)).output)
        let hashes = answers.map { $0.header["sha256"] as? String }
        #expect(hashes[0] == "told")
        #expect(hashes[1] != "told" && hashes[1] == hashes[2])
    }
}
