package import Decisions
internal import GRDB
internal import Nianbao
package import ReportForms
internal import ReportReader

/// What a conversion that has come to its end has read, taken from its ledger again, with what people have settled.
package struct StoredConversion: Sendable {
    private let files: [Ledger.File]
    private let loader: InputLoader
    private let count: Int

    /// nil where no run has come to its end, or an earlier version has made it.
    package init?(ledger path: String, forms: FormLibrary, decisions: DecisionBook) throws(OutputError) {
        let ledger = try Ledger(path: path, isReadOnly: true)
        guard let stored = try ledger.storedFiles() else { return nil }
        files = stored.map(\.file)
        count = files.count
        loader = InputLoader(
            OutputContext(
                files: files.map { InputFile(path: $0.path, place: $0.path) },
                states: stored.map { $0.key.map { .content($0) } ?? .refused(.unreadable("")) }, forms: forms,
                ledger: ledger, tool: "", decisions: decisions))
    }

    /// Every input with its reports, in the order of the paths.
    package func forEach(jobs: Int, _ body: (LoadedInput) throws -> Void) async throws {
        let years = try await loader.years(of: count, jobs: jobs)
        try await inOrder(
            0..<count, jobs: jobs, making: { try input($0, years: years) }, take: { _, input in try body(input) })
    }

    private func input(_ index: Int, years: AgencyYears<InputLoader.Place>) throws -> LoadedInput {
        let file = files[index]
        let named = InputFile(path: file.path, place: file.path)
        let (reason, detail) = (file.reason ?? "", file.detail ?? "")
        switch file.outcome {
        case "failed": return LoadedInput(file: named, content: .failed(name: reason, detail: detail))
        case "skipped": return LoadedInput(file: named, content: .skipped(name: reason, detail: detail))
        case "duplicate": return LoadedInput(file: named, content: .duplicate(of: detail))
        default: return try loader.input(index, years: years)
        }
    }
}

extension Ledger {
    /// The files of the last finished run with the keys of their contents; nil where there is none.
    fileprivate func storedFiles() throws(OutputError) -> [(file: File, key: String?)]? {
        try read { db in
            guard try db.tableExists("report"), try db.tableExists("file") else { return nil }
            let rows = try Row.fetchAll(
                db,
                sql: """
                    SELECT path, outcome, reason, detail,
                      (SELECT key FROM report WHERE report.file = file.number LIMIT 1) FROM file ORDER BY number
                    """)
            return rows.isEmpty
                ? nil
                : rows.map { row in (File(path: row[0], outcome: row[1], reason: row[2], detail: row[3]), row[4]) }
        }
    }
}
