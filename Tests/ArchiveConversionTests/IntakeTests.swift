import Foundation
import TestSupport
import Testing

@testable import ArchiveConversion
@testable import Nianbao

@Suite("Which inputs have to be read")
struct IntakeTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func intake(
        _ files: [InputFile], ledger: Ledger? = nil, settings: String = "s", retriesFailed: Bool = false,
        largest: Int = 1 << 30
    ) -> Intake {
        Intake(
            files: files, reader: InputReader(largest: largest, password: nil), ledger: ledger, settings: settings,
            retriesFailed: retriesFailed)
    }

    private func file(_ name: String, _ text: String? = nil) throws -> InputFile {
        if let text { try folder.write(name, text) }
        return InputFile(path: folder.path(name), place: name)
    }

    private func given(_ intake: Intake) async throws -> [WorkRequest] {
        var requests: [WorkRequest] = []
        while let request = try await intake.next() { requests.append(request) }
        return requests
    }

    @Test("each content is given out once; the others are duplicates of the first by its path")
    func duplicates() async throws {
        let files = try [file("a.md", "one"), file("b.md", "two"), file("c.md", "one")]
        let intake = intake(files)
        let requests = try await given(intake)
        #expect(requests.map(\.id) == [0, 1])
        #expect(requests.map(\.name) == [files[0].path, files[1].path])
        #expect(await intake.states[2] == .duplicate(of: 0))
        #expect(await intake.count.duplicates == 1)
    }

    @Test("the same bytes under a name that says something else are another content")
    func kinds() async throws {
        let text = "<p>text</p>"
        let intake = intake(try [file("a.html", text), file("a.txt", text), file("b.html", text)])
        #expect(try await given(intake).map(\.id) == [0, 1])
    }

    @Test("what cannot be opened, or is too large, goes to no worker")
    func refused() async throws {
        let files = try [file("nowhere.md"), file("a.md", "12345"), file("b.md", "1234")]
        let nothing = InputFile(path: "x", place: "x", origin: .nothing(cause: "it is known already"))
        let intake = intake(files + [nothing], largest: 4)
        #expect(try await given(intake).map(\.id) == [2])
        let states = await intake.states
        #expect(states[0] == .refused(.unreadable("no such file")))
        #expect(
            states[1] == .refused(.unreadable("larger than the 0 MiB of memory that reading it may take; see --memory"))
        )
        #expect(states[3] == .refused(.unreadable("it is known already")))
        #expect(await intake.count.failed == 3)
    }

    @Test("what the ledger has is not read again, unless it failed and is to be tried again")
    func known() async throws {
        let ledger = try Ledger(path: folder.path("ledger"))
        let files = try [file("a.md", "one"), file("b.md", "two"), file("c.md", "three")]
        let first = intake(files, ledger: ledger)
        _ = try await given(first)
        let outcomes = [
            try Made.outcome(0, files[0].path, [Made.report()]), Made.outcome(1, files[1].path, .signal(11)),
        ]
        try ledger.record(await first.records(of: outcomes), tool: "9")
        let second = intake(files, ledger: ledger)
        #expect(try await given(second).map(\.id) == [2])
        let count = await second.count
        #expect((count.known, count.knownFailed, count.reports) == (1, 1, 1))
        #expect(try await given(intake(files, ledger: ledger, retriesFailed: true)).map(\.id) == [1, 2])
        #expect(try await intake(files, ledger: ledger).remaining() == 1)
    }

    @Test("other settings read everything again")
    func settings() async throws {
        let ledger = try Ledger(path: folder.path("ledger"))
        let files = try [file("a.md", "one")]
        let first = intake(files, ledger: ledger)
        _ = try await given(first)
        try ledger.record(
            await first.records(of: [try Made.outcome(0, files[0].path, [Made.report()])]), tool: "9")
        #expect(try await given(intake(files, ledger: ledger)).isEmpty)
        #expect(try await given(intake(files, ledger: ledger, settings: "t")).map(\.id) == [0])
    }

    @Test("a file that changed while it was read is recorded as what the worker has read")
    func changed() async throws {
        let intake = intake(try [file("a.md", "one")])
        _ = try await given(intake)
        guard case .content(let before)? = await intake.states.first else {
            Issue.record("no content")
            return
        }
        let other = String(repeating: "0", count: 64)
        let records = await intake.records(of: [try Made.outcome(0, "a.md", [Made.report()], sha256: other)])
        let key = try #require(records.first?.key)
        #expect(key.hasPrefix(other) && key != before)
        // All but the content is as it was.
        #expect(key.dropFirst(64) == before.dropFirst(64))
        #expect(await intake.states == [.content(key)])
        let same = await intake.records(of: [try Made.outcome(0, "a.md", [Made.report()], sha256: other)])
        #expect(same.map(\.key) == [key])
    }

    @Test("what has been done is counted")
    func counted() async throws {
        let intake = intake(try [file("a.md", "one"), file("b.md", "two")])
        _ = try await given(intake)
        let count = await intake.add([
            try Made.outcome(0, "a.md", [Made.report(), Made.report(document: 2)]), Made.outcome(1, "b.md", .exit(3)),
        ])
        #expect((count.files, count.read, count.failed, count.reports, count.seen) == (2, 1, 1, 2, 2))
    }

    @Test("entries of an archive come as they stand in it, where its first one is by path, and each under its own name")
    func entries() async throws {
        let archive = folder.path("m.zip")
        try MadeArchive.zip([("z.md", 3), ("a.md", 4)], to: archive)
        let files = try InputScan().files([try file("b.md", "b").path, archive, try file("z.md", "z").path])
        let intake = intake(files)
        let requests = try await given(intake)
        #expect(
            requests.compactMap(\.name).map { String($0.dropFirst(folder.path.count + 1)) } == [
                "b.md", "m.zip/z.md", "m.zip/a.md", "z.md",
            ])
        // A worker opens what is unpacked, not the archive.
        #expect(requests[1].path.hasPrefix("/proc/"))
        #expect(FileManager.default.contents(atPath: requests[2].path) == Data(count: 4))
        // What was unpacked is gone with its answer.
        _ = await intake.records(of: [try Made.outcome(requests[2].id, "m.zip/a.md", [Made.report()])])
        #expect(FileManager.default.contents(atPath: requests[2].path) != Data(count: 4))
        #expect(FileManager.default.contents(atPath: requests[1].path) == Data(count: 3))
    }
}
