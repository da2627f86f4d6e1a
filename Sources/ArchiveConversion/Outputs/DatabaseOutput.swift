internal import FileAccess
internal import GRDB
internal import Nianbao
internal import ReportForms
internal import ReportStandard

/// All of it as a database; ``DatabaseSchema`` says what is in it.
actor DatabaseOutput: ArchiveOutput {
    static let endings = ["sqlite", "sqlite3", "db"]
    static let summary = "tables documents, figures, checks, findings, runs; views for each table of the forms"

    /// The rows of an input's documents.
    struct Piece: Sendable {
        var outcome: Outcome
        var documents: [Document]

        enum Outcome: Sendable { case read, failed, duplicate, skipped }

        /// A row of documents with those that refer to it.
        struct Document: Sendable {
            var values: [FieldValue]
            var figures: [[FieldValue]] = []
            var checks: [[FieldValue]] = []
            var findings: [[FieldValue]] = []
        }
    }

    private let path: String
    private let place: AtomicPlace
    private let database: DatabaseQueue
    private let forms: FormLibrary
    private let tool: String
    private let table: FigureTable
    private var nextDocument: Int64 = 1
    private var count = (read: 0, failed: 0, duplicate: 0, skipped: 0, reports: 0)

    init(path: String, of run: OutputContext) throws(OutputError) {
        self.path = path
        forms = run.forms
        tool = run.tool
        table = run.figures
        place = try AtomicPlace(path)
        place.clear()
        var configuration = Configuration()
        // One transaction from the first row to the last; nobody sees the file before it is whole, so nothing is kept to undo it.
        configuration.allowsUnsafeTransactions = true
        configuration.prepareDatabase { db in
            try db.execute(sql: "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF")
        }
        do {
            database = try DatabaseQueue(path: place.unfinished, configuration: configuration)
            try database.writeWithoutTransaction { db in
                try db.beginTransaction()
                try db.execute(sql: DatabaseSchema.tables)
            }
        } catch {
            throw OutputError(path: path, error)
        }
    }

    deinit { place.clear() }

    func giveUp() { place.clear() }

    nonisolated func render(_ input: LoadedInput) -> Piece {
        func row(_ content: DocumentRow.Content) -> [FieldValue] {
            DatabaseSchema.documents.values(of: DocumentRow(file: input.file.path, content))
        }
        switch input.content {
        case .reports(let reports):
            return Piece(
                outcome: .read,
                documents: reports.map { report in
                    Piece.Document(
                        values: row(.report(report)),
                        figures: table.figures(of: report).map(DatabaseSchema.figures.values),
                        checks: report.checks.map(DatabaseSchema.checks.values),
                        findings: input.findings.filter { $0.report.document == report.source.document }.enumerated()
                            .map { DatabaseSchema.findings.values(of: FindingRow($1, number: $0 + 1)) })
                })
        case .failed(let name, let detail):
            return Piece(outcome: .failed, documents: [.init(values: row(.failed(name: name, detail: detail)))])
        case .skipped(let name, let detail):
            return Piece(outcome: .skipped, documents: [.init(values: row(.skipped(name: name, detail: detail)))])
        case .duplicate(let original):
            return Piece(outcome: .duplicate, documents: [.init(values: row(.duplicate(of: original)))])
        }
    }

    func append(_ piece: Piece) throws(OutputError) {
        switch piece.outcome {
        case .read:
            count.read += 1
            count.reports += piece.documents.count
        case .failed: count.failed += 1
        case .duplicate: count.duplicate += 1
        case .skipped: count.skipped += 1
        }
        let first = nextDocument
        nextDocument += Int64(piece.documents.count)
        try write { db in
            for (id, document) in zip(first..., piece.documents) {
                try DatabaseSchema.documents.insert([document.values], key: id, into: db)
                try DatabaseSchema.figures.insert(document.figures, key: id, into: db)
                try DatabaseSchema.checks.insert(document.checks, key: id, into: db)
                try DatabaseSchema.findings.insert(document.findings, key: id, into: db)
            }
        }
    }

    func finish() throws(OutputError) {
        try write { db in
            try db.execute(
                sql: "INSERT INTO runs VALUES (1, ?, ?, ?, ?, ?, ?, ?)",
                arguments: [
                    tool, Report.schema, count.read, count.failed, count.duplicate, count.skipped, count.reports,
                ])
            try db.execute(sql: DatabaseSchema.indexes)
            for form in forms.forms { try db.execute(sql: DatabaseSchema.views(of: form)) }
            try db.commit()
        }
        do { try database.close() } catch { throw OutputError(path: path, error) }
        try place.publish()
    }

    private func write(_ body: (Database) throws -> Void) throws(OutputError) {
        do { try database.writeWithoutTransaction(body) } catch { throw OutputError(path: path, error) }
    }
}
