internal import Foundation
internal import GRDB
internal import Nianbao

/// What was converted, durably: a database with an entry a content and settings.
///
/// What it holds is done; what it does not hold will be done again. Outputs are made from it alone.
final class Ledger: Sendable {
    let path: String
    private let database: DatabaseQueue

    /// - Parameter isReadOnly: true to change nothing, whatever the file is.
    init(path: String, isReadOnly: Bool = false) throws(OutputError) {
        self.path = path
        var configuration = Configuration()
        configuration.busyMode = .immediateError
        configuration.readonly = isReadOnly
        do {
            database = try DatabaseQueue(path: path, configuration: configuration)
            let layout = try database.read { try Int.fetchOne($0, sql: "PRAGMA user_version") ?? 0 }
            guard layout <= Self.layout else { throw OutputError(path: path, cause: Self.isLater) }
            if !isReadOnly { try database.write { try $0.execute(sql: Self.schema) } }
        } catch {
            throw OutputError(path: path, error)
        }
    }

    /// Goes up with every change of the tables that this version could not read; 0 in ledgers that say nothing of it, whose tables
    /// are those of 1.
    private static let layout = 1
    private static let isLater =
        "a later version of nianbao has written this ledger; use that one, or name another file with --ledger"

    /// What became of a content, without the reports.
    struct Entry: Hashable, Sendable {
        var failure: String?
        var failureDetail: String?
        var reports: Int
        var suspects: Int
    }

    /// An outcome under the name of its content.
    struct Record: Sendable {
        var key: String
        var outcome: FileOutcome
    }

    /// Writes outcomes; when this returns they are on the disk.
    func record(_ records: [Record], tool: String) throws(OutputError) {
        try write { db in
            let statement = try db.cachedStatement(
                sql: """
                    INSERT OR REPLACE INTO conversion
                    (key, path, tool, failure, failure_detail, attempts, seconds, memory, reports, suspects, json)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """)
            for record in records { try statement.execute(arguments: Self.arguments(record, tool: tool)) }
        }
    }

    private static func arguments(_ record: Record, tool: String) -> StatementArguments {
        let outcome = record.outcome
        let read = try? outcome.result.get()
        var cause: FailureCause?
        if case .failure(let failure) = outcome.result { cause = failure }
        return [
            record.key, outcome.path, tool, cause?.name, cause?.description, outcome.attempts, outcome.seconds,
            outcome.memory, read?.count ?? 0, read?.suspects ?? 0, read.map { DataBytes.blob($0.json) },
        ]
    }

    func entry(_ key: String) throws(OutputError) -> Entry? {
        try read { db in
            let statement = try db.cachedStatement(
                sql: "SELECT failure, failure_detail, reports, suspects FROM conversion WHERE key = ?")
            return try Row.fetchOne(statement, arguments: [key]).map {
                Entry(failure: $0[0], failureDetail: $0[1], reports: $0[2], suspects: $0[3])
            }
        }
    }

    /// The reports of a content as lines of JSON, with the path that they were read from.
    func reports(_ key: String) throws(OutputError) -> (path: String, json: [UInt8])? {
        try read { db in
            let statement = try db.cachedStatement(sql: "SELECT path, json FROM conversion WHERE key = ?")
            return try Row.fetchOne(statement, arguments: [key]).map { row in (row[0], DataBytes.bytes(row, at: 1)) }
        }
    }

    /// The files that a folder of outputs holds, by this ledger's account.
    var written: Set<String> {
        get throws(OutputError) {
            try read { try String.fetchSet($0, sql: "SELECT place FROM written") }
        }
    }

    /// Says which files a folder of outputs is about to hold, before any is written.
    func setWritten(_ places: Set<String>) throws(OutputError) {
        try write { db in
            try db.execute(sql: "DELETE FROM written")
            for place in places { try db.execute(sql: "INSERT INTO written (place) VALUES (?)", arguments: [place]) }
        }
    }

    /// What became of a file in the last run that came to its end.
    struct File: Hashable, Sendable {
        var path: String
        var outcome: String
        /// Why it gives no report of its own: a stable name, and words; of a duplicate the first file's path.
        var reason: String?
        var detail: String?

        init(_ input: LoadedInput) {
            path = input.file.path
            switch input.content {
            case .reports: outcome = "read"
            case .failed(let name, let words): (outcome, reason, detail) = ("failed", name, words)
            case .skipped(let name, let words): (outcome, reason, detail) = ("skipped", name, words)
            case .duplicate(let original): (outcome, detail) = ("duplicate", original)
            }
        }
    }

    /// Says what became of every file of a run, in the order of their paths.
    func setFiles(_ files: [File]) throws(OutputError) {
        try write { db in
            try db.execute(sql: "DELETE FROM file")
            let statement = try db.cachedStatement(
                sql: "INSERT INTO file (number, path, outcome, reason, detail) VALUES (?, ?, ?, ?, ?)")
            for (number, file) in files.enumerated() {
                try statement.execute(arguments: [number + 1, file.path, file.outcome, file.reason, file.detail])
            }
        }
    }

    /// What the last run that came to its end has found; nil where none has.
    var summary: ArchiveSummary? {
        get throws(OutputError) {
            let text = try read { db in
                try db.tableExists("summary") ? try String.fetchOne(db, sql: "SELECT json FROM summary") : nil
            }
            // One that an earlier version has written says nothing to this one.
            return text.flatMap { try? JSONDecoder().decode(ArchiveSummary.self, from: Data($0.utf8)) }
        }
    }

    func setSummary(_ summary: ArchiveSummary) throws(OutputError) {
        try write { db in
            try db.execute(
                sql: "INSERT OR REPLACE INTO summary (id, json) VALUES (1, ?)", arguments: [try JSONText.line(summary)])
        }
    }

    private func read<Value>(_ body: (Database) throws -> Value) throws(OutputError) -> Value {
        do { return try database.read(body) } catch { throw OutputError(path: path, error) }
    }

    private func write(_ body: (Database) throws -> Void) throws(OutputError) {
        do { try database.write(body) } catch { throw OutputError(path: path, error) }
    }

    private static let schema = """
        CREATE TABLE IF NOT EXISTS conversion (
          -- SHA-256 of the content, how it is read, SHA-256 of the settings
          key TEXT PRIMARY KEY NOT NULL,
          path TEXT NOT NULL,
          tool TEXT NOT NULL,
          -- NULL where it was read
          failure TEXT,
          failure_detail TEXT,
          attempts INTEGER NOT NULL,
          seconds REAL NOT NULL,
          memory INTEGER NOT NULL,
          reports INTEGER NOT NULL,
          suspects INTEGER NOT NULL,
          -- a report a line
          json BLOB
        );
        -- every file that the last finished run has met
        CREATE TABLE IF NOT EXISTS file (
          number INTEGER PRIMARY KEY,
          path TEXT NOT NULL,
          -- read, failed, duplicate, skipped
          outcome TEXT NOT NULL,
          reason TEXT,
          detail TEXT
        );
        CREATE TABLE IF NOT EXISTS summary (id INTEGER PRIMARY KEY, json TEXT NOT NULL);
        CREATE TABLE IF NOT EXISTS written (place TEXT PRIMARY KEY NOT NULL) WITHOUT ROWID;
        PRAGMA user_version = 1;
        """
}
