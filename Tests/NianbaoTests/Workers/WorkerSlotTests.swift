import Foundation
import Testing

@testable import Nianbao

/// With programs of the shell in a worker's place, each of which does one thing wrong.
@Suite("One of the places for workers", .timeLimit(.minutes(10)))
struct WorkerSlotTests {
    private let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "nianbao-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    /// What becomes of the files, where a worker does `script` for every request; `$path` is the file, `$id` its number, `$life` which
    /// worker it is, from 1, and `answer TEXT` answers with a report's line.
    private func outcomes(
        _ paths: [String], patience: Duration? = nil, _ script: String
    ) async throws -> [FileOutcome] {
        let tool = folder.appending(path: "worker")
        try Data(
            """
            #!/bin/bash
            echo "$@" >> \(folder.path)/lives
            life=$(wc -l < \(folder.path)/lives)
            answer() { printf '{"id":%s,"bytes":%s,"reports":1,"suspects":2,"seconds":1.5,"memory":7,"last":%s,"sha256":"77"}\\n%s' \
            "$id" "${#1}" "${2:-false}" "$1"; }
            while read -r request; do
              id=$(grep -o '"id":[0-9]*' <<< "$request" | cut -d: -f2)
              path=$(grep -o '"path":"[^"]*"' <<< "$request" | cut -d'"' -f4)
              echo "$path" >> \(folder.path)/asked
              \(script)
            done

            """.utf8
        ).write(to: tool)
        try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: tool.path)
        let pool = WorkerPool(
            tool: tool.path, jobs: 1, limits: WorkerLimits(time: .seconds(3), patience: patience, memory: 200 << 20))
        var outcomes: [FileOutcome] = []
        for try await outcome in pool.outcomes(of: paths) { outcomes.append(outcome) }
        return outcomes
    }

    private func lines(_ name: String) throws -> [String] {
        try String(contentsOf: folder.appending(path: name), encoding: .utf8).split(separator: "\n").map(String.init)
    }

    private func remove() { try? FileManager.default.removeItem(at: folder) }

    private func cause(_ outcome: FileOutcome) -> FailureCause? {
        if case .failure(let cause) = outcome.result { cause } else { nil }
    }

    @Test("a worker reads one file after the other, and what it says is the outcome")
    func answers() async throws {
        defer { remove() }
        let outcomes = try await outcomes(["a", "b", "c"], "answer \"report $path\"")
        #expect(outcomes.map(\.id) == [0, 1, 2])
        #expect(outcomes.map(\.path) == ["a", "b", "c"])
        let reads = try outcomes.map { try $0.result.get() }
        #expect(reads.map { String(decoding: $0.json, as: UTF8.self) } == ["report a", "report b", "report c"])
        #expect(reads.map(\.suspects) == [2, 2, 2])
        #expect(outcomes.map(\.attempts) == [1, 1, 1])
        #expect(outcomes.map(\.seconds) == [1.5, 1.5, 1.5])
        #expect(outcomes.map(\.sha256) == ["77", "77", "77"])
        #expect(try lines("lives").count == 1)
        #expect(try lines("lives")[0].hasPrefix("worker --files 500 --memory 200 --timeout 3.0 --ocr "))
    }

    @Test("one that has done its share is replaced, and no file is tried twice for it")
    func share() async throws {
        defer { remove() }
        let outcomes = try await outcomes(["a", "b", "c"], "answer x true; exit 0")
        #expect(outcomes.map(\.attempts) == [1, 1, 1])
        #expect(try lines("asked") == ["a", "b", "c"])
        #expect(try lines("lives").count == 3)
    }

    @Test(
        "a file that its worker is lost with is tried once more in a worker of its own, and fails with the cause",
        arguments: [
            ("exit 3", FailureCause.exit(3)), ("kill -SEGV $$", .signal(11)), ("exit 62", .timeLimit(3)),
            ("exit 12", .memoryLimit(200 << 20)),
            ("echo 'terminate: std::bad_alloc' >&2; kill -ABRT $$", .memoryLimit(200 << 20)),
            ("echo nonsense", .malformedAnswer), ("id=99; answer x", .malformedAnswer),
        ])
    func lost(script: String, expected: FailureCause) async throws {
        defer { remove() }
        let outcomes = try await outcomes(["a", "bad", "c"], "[ $path = bad ] && { \(script); sleep 60; }; answer x")
        #expect(outcomes.map(cause) == [nil, expected, nil])
        #expect(outcomes.map(\.attempts) == [1, 2, 1])
        #expect(try lines("asked") == ["a", "bad", "bad", "c"])
        // The first, one for the second attempt only, and one for the rest.
        #expect(try lines("lives").count == 3)
    }

    @Test("a second attempt may succeed, and its worker reads nothing else")
    func second() async throws {
        defer { remove() }
        let outcomes = try await outcomes(["a", "b"], "[ $life = 1 ] && exit 3; answer x")
        #expect(outcomes.map(cause) == [nil, nil])
        #expect(outcomes.map(\.attempts) == [2, 1])
        #expect(outcomes[0].seconds >= 1.5)
        #expect(try lines("asked") == ["a", "a", "b"])
        #expect(try lines("lives").count == 3)
    }

    @Test("one that was killed from outside is no answer, but not for ever")
    func killed() async throws {
        defer { remove() }
        let saved = try await outcomes(["a"], "[ $life -lt 4 ] && kill -KILL $$; answer x")
        #expect(saved.map(cause) == [nil])
        #expect(saved.map(\.attempts) == [4])
        try FileManager.default.removeItem(at: folder.appending(path: "lives"))
        let given = try await outcomes(["a"], "kill -KILL $$")
        #expect(given.map(cause) == [.signal(9)])
        #expect(given.map(\.attempts) == [4])
    }

    @Test("one that gives no answer is killed by the clock")
    func silent() async throws {
        defer { remove() }
        let outcomes = try await outcomes(
            ["a", "b"], patience: .seconds(3), "[ $path = a ] && sleep 60; answer x")
        #expect(outcomes.map(cause) == [.noAnswer(3), nil])
        #expect(outcomes.map(\.attempts) == [2, 1])
    }

    @Test("a program that is no worker fails as a whole, with what it says", arguments: [64, 126, 127])
    func noWorker(code: Int) async throws {
        defer { remove() }
        await #expect {
            _ = try await outcomes(["a"], "echo wrong usage >&2; exit \(code)")
        } throws: {
            ($0 as? WorkerStartError)?.cause == "wrong usage"
        }
    }
}
