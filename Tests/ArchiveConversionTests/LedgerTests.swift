import Foundation
import GRDB
import TestSupport
import Testing

@testable import ArchiveConversion
@testable import Nianbao

@Suite("The ledger of a conversion")
struct LedgerTests {
    private let folder: TemporaryFolder
    private let path: String

    init() throws {
        folder = try TemporaryFolder()
        path = folder.path("ledger")
    }

    @Test("what was recorded is there, also for the next run")
    func recorded() throws {
        let reports = [Made.report("a.pdf"), Made.report("a.pdf", document: 2)]
        let read = try Made.outcome(0, "a.pdf", reports)
        do {
            let ledger = try Ledger(path: path)
            try ledger.record([.init(key: "1", outcome: read)], tool: "9")
            #expect(try ledger.entry("1") == .init(failure: nil, failureDetail: nil, reports: 2, suspects: 0))
        }
        let ledger = try Ledger(path: path)
        #expect(try ledger.entry("1")?.reports == 2)
        let stored = try #require(try ledger.reports("1"))
        #expect(stored.path == "a.pdf")
        #expect(stored.json == (try read.result.get().json))
        #expect(try ledger.entry("2") == nil)
        #expect(try ledger.reports("2") == nil)
    }

    @Test("every file of the last run has a row with what became of it")
    func files() throws {
        let ledger = try Ledger(path: path)
        try ledger.setFiles([Ledger.File(Made.input("old.pdf", .reports([])))])
        try ledger.setFiles([
            Ledger.File(Made.input("a.pdf", .reports([]))), Ledger.File(Made.input("b.pdf", .duplicate(of: "a.pdf"))),
            Ledger.File(Made.input("c", .skipped(name: "empty", detail: "the file is empty"))),
        ])
        let rows = try DatabaseQueue(path: path).read { db in
            try Row.fetchAll(db, sql: "SELECT path, outcome, reason, detail FROM file ORDER BY number")
        }
        #expect(
            rows == [
                ["path": "a.pdf", "outcome": "read", "reason": nil, "detail": nil],
                ["path": "b.pdf", "outcome": "duplicate", "reason": nil, "detail": "a.pdf"],
                ["path": "c", "outcome": "skipped", "reason": "empty", "detail": "the file is empty"],
            ])
    }

    @Test("one of an earlier version is used, one of a later version refused and left as it is")
    func versions() throws {
        do {
            let ledger = try Ledger(path: path)
            try ledger.record([.init(key: "1", outcome: Made.outcome(0, "a.pdf", .signal(11)))], tool: "9")
        }
        try DatabaseQueue(path: path).write { try $0.execute(sql: "PRAGMA user_version = 0") }
        #expect(try Ledger(path: path).entry("1")?.failure == "signal")
        try DatabaseQueue(path: path).write { try $0.execute(sql: "PRAGMA user_version = 2") }
        let bytes = try Data(contentsOf: URL(filePath: path))
        let error = #expect(throws: OutputError.self) { try Ledger(path: path) }
        #expect(error?.description.contains("a later version of nianbao has written this ledger") == true)
        #expect(try Data(contentsOf: URL(filePath: path)) == bytes)
    }

    @Test("a failure has its name and its cause, and gives no reports")
    func failure() throws {
        let ledger = try Ledger(path: path)
        try ledger.record([.init(key: "1", outcome: Made.outcome(0, "a.pdf", .memoryLimit(1 << 30)))], tool: "9")
        #expect(
            try ledger.entry("1")
                == .init(
                    failure: "memory_limit", failureDetail: "took more memory than 1024 MiB", reports: 0, suspects: 0))
        #expect(try ledger.reports("1")?.json == [])
    }

    @Test("what is recorded again takes the place of what was there")
    func again() throws {
        let ledger = try Ledger(path: path)
        try ledger.record([.init(key: "1", outcome: Made.outcome(0, "a.pdf", .signal(11)))], tool: "9")
        try ledger.record([.init(key: "1", outcome: try Made.outcome(0, "b.pdf", [Made.report("b.pdf")]))], tool: "9")
        #expect(try ledger.entry("1") == .init(failure: nil, failureDetail: nil, reports: 1, suspects: 0))
        #expect(try ledger.reports("1")?.path == "b.pdf")
    }

    @Test("which files a folder of outputs holds is replaced as a whole")
    func written() throws {
        let ledger = try Ledger(path: path)
        #expect(try ledger.written == [])
        try ledger.setWritten(["a", "b"])
        try ledger.setWritten(["b", "c"])
        #expect(try ledger.written == ["b", "c"])
    }

    @Test("the summary is that of the last run")
    func summary() throws {
        let ledger = try Ledger(path: path)
        #expect(try ledger.summary == nil)
        for duplicates in 1...2 {
            var summary = ArchiveSummary()
            summary.duplicates = duplicates
            try ledger.setSummary(summary)
        }
        #expect(try ledger.summary?.duplicates == 2)
    }

    @Test("a file that is something else is said to be no ledger, and stays as it is")
    func foreign() throws {
        try folder.write("ledger", String(repeating: "no database ", count: 100))
        #expect {
            _ = try Ledger(path: path)
        } throws: {
            $0 as? OutputError == OutputError(path: path, cause: "is no ledger or database of this tool, or damaged")
        }
        #expect(try folder.text("ledger").hasPrefix("no database"))
    }

    @Test("to read what is not there makes nothing")
    func readOnly() throws {
        #expect(throws: OutputError.self) { _ = try Ledger(path: path, isReadOnly: true) }
        #expect(try folder.names == [])
    }
}
