import Foundation
import Nianbao
import TestSupport
import Testing

@Suite("A pool of workers")
struct WorkerPoolTests {
    private let files: TemporaryFolder

    init() throws { files = try TemporaryFolder() }

    private func pool(
        jobs: Int = 2, seconds: Int = 60, patience: Int? = nil, memory: Int = 200 << 20, files: Int = 500
    ) throws -> WorkerPool {
        WorkerPool(
            tool: try Tool.executable.path, jobs: jobs,
            limits: WorkerLimits(
                time: .seconds(seconds), patience: patience.map { .seconds($0) }, memory: memory, files: files))
    }

    private func outcomes(_ pool: WorkerPool, _ names: [String]) async throws -> [FileOutcome] {
        var outcomes: [FileOutcome] = []
        for try await outcome in pool.outcomes(of: names.map { files.url($0).path }) { outcomes.append(outcome) }
        return outcomes.sorted { $0.id < $1.id }
    }

    private func goodFiles(_ count: Int) throws -> [String] {
        try (0..<count).map { number in
            try files.copy(Project.sample("dafeng-2024.md"), as: "good-\(number).md")
            return "good-\(number).md"
        }
    }

    @Test("bad files fail with their cause, and all others are read", .timeLimit(.minutes(5)))
    func poison() async throws {
        try files.write("endless.pdf", Data(PoisonPDF.endless))
        try files.write("greedy.pdf", Data(PoisonPDF.greedy))
        try files.write("empty.pdf", Data())
        let good = try goodFiles(12)
        let names = [good[0], "endless.pdf", "empty.pdf"] + good[1..<6] + ["greedy.pdf", "nowhere.pdf"] + good[6...]
        let outcomes = try await outcomes(try pool(seconds: 3, memory: 128 << 20), names)
        #expect(outcomes.count == names.count)
        for (outcome, name) in zip(outcomes, names) {
            switch (name, outcome.result) {
            case ("endless.pdf", .failure(let cause)):
                #expect(cause == .timeLimit(3))
                #expect(outcome.attempts == 2)
            case ("greedy.pdf", .failure(let cause)):
                #expect(cause == .memoryLimit(128 << 20))
                #expect(outcome.attempts == 2)
            case ("empty.pdf", .failure(let cause)):
                #expect(cause == .unreadable("the file is empty"))
                #expect(outcome.attempts == 1)
            case ("nowhere.pdf", .failure(let cause)): #expect(cause == .unreadable("no such file"))
            case (_, .success(let read)):
                #expect(name.hasPrefix("good"))
                #expect(outcome.attempts == 1)
                #expect(try read.reports().first?.year == 2024)
            case (_, .failure(let cause)): Issue.record("\(name): \(cause)")
            }
        }
    }

    @Test("a reader that waits for ever takes no processor time, and is given up by the clock", .timeLimit(.minutes(5)))
    func waiting() async throws {
        #expect(mkfifo(files.url("pipe.pdf").path, 0o600) == 0)
        let outcomes = try await outcomes(try pool(jobs: 1, patience: 1), ["pipe.pdf"])
        #expect(outcomes.map(\.attempts) == [2])
        guard case .failure(.noAnswer(1)) = outcomes.first?.result else {
            Issue.record("\(outcomes)")
            return
        }
    }

    @Test("workers that have done their share are replaced")
    func replaced() async throws {
        let outcomes = try await outcomes(try pool(files: 2), try goodFiles(9))
        #expect(outcomes.map(\.id) == Array(0..<9))
        #expect(outcomes.allSatisfy { if case .success = $0.result { $0.attempts == 1 } else { false } })
    }

    @Test("a program that is no worker is said to be none, instead of failing every file")
    func noWorker() async throws {
        var pool = try pool()
        pool.tool = "/nonexistent/nianbao"
        let unstarted = pool
        await #expect(throws: WorkerStartError.self) { _ = try await outcomes(unstarted, ["a.pdf"]) }
        pool.tool = try Tool.executable.path
        pool.forms = "/nonexistent/forms"
        let formless = pool
        await #expect(throws: WorkerStartError.self) { _ = try await outcomes(formless, ["a.pdf"]) }
    }

    @Test("who stops asking leaves no worker behind")
    func stopped() async throws {
        try files.write("endless.pdf", Data(PoisonPDF.endless))
        let path = files.url("endless.pdf").path
        let good = files.url(try goodFiles(1)[0]).path
        for try await _ in try pool(files: 497).outcomes(of: [path, good]) { break }
        for _ in 0..<100 where try workers() > 0 { try await Task.sleep(for: .milliseconds(50)) }
        #expect(try workers() == 0)
    }

    /// Workers that this test has started, known by their number of files.
    private func workers() throws -> Int {
        let tool = try Tool.executable.path
        return try FileManager.default.contentsOfDirectory(atPath: "/proc").count { entry in
            guard Int(entry) != nil, let line = FileManager.default.contents(atPath: "/proc/\(entry)/cmdline") else {
                return false
            }
            return String(decoding: line, as: UTF8.self).split(separator: "\0").elementsEqual([
                tool[...], "worker", "--files", "497", "--memory", "200", "--timeout", "60.0",
            ])
        }
    }
}
