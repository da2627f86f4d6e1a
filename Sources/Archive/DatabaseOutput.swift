internal import Conversion
internal import DocumentModel
internal import FileAccess
internal import GRDB
internal import ReportForms
internal import ReportStandard

/// All of it as a database; ``DatabaseSchema`` says what is in it.
final class DatabaseOutput: ArchiveOutput {
    private let path: String
    private let place: AtomicPlace
    private let database: DatabaseQueue
    private let forms: FormLibrary
    private let tool: String
    private let labels: FigureTable
    private var nextDocument: Int64 = 1
    private var count = (read: 0, failed: 0, duplicate: 0, reports: 0)

    init(path: String, forms: FormLibrary, tool: String) throws(OutputError) {
        self.path = path
        self.forms = forms
        self.tool = tool
        labels = FigureTable(forms: forms)
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

    func append(_ input: RenderedInput) throws(OutputError) {
        do {
            try database.writeWithoutTransaction { db in
                switch input.content {
                case .reports(let reports):
                    count.read += 1
                    var documents: [Int: Int64] = [:]
                    for report in reports { documents[report.source.document] = try insert(report, into: db) }
                    try insert(input.findings, of: documents, into: db)
                case .failed(let name, let detail):
                    count.failed += 1
                    try insertDocument([input.file.path, nil, "failed", name, detail, nil], into: db)
                case .duplicate(let original):
                    count.duplicate += 1
                    try insertDocument([input.file.path, nil, "duplicate", nil, nil, original], into: db)
                }
            }
        } catch {
            throw OutputError(path: path, error)
        }
    }

    func finish() throws(OutputError) {
        do {
            try database.writeWithoutTransaction { db in
                try db.execute(
                    sql: "INSERT INTO runs VALUES (1, ?, ?, ?, ?, ?, ?)",
                    arguments: [tool, Report.schema, count.read, count.failed, count.duplicate, count.reports])
                try db.execute(sql: DatabaseSchema.indexes)
                for form in forms.forms { try db.execute(sql: DatabaseSchema.views(of: form)) }
                try db.commit()
            }
            try database.close()
        } catch {
            throw OutputError(path: path, error)
        }
        try place.publish()
    }

    deinit { place.clear() }

    private func insert(_ report: Report, into db: Database) throws -> Int64 {
        count.reports += 1
        let source = report.source
        let document = try insertDocument(
            [
                source.file, source.document, "read", nil, nil, nil, source.sha256, source.kind.rawValue, source.pages,
                report.agency?.name, report.year, report.form, report.period?.from, report.period?.to,
                report.agency?.level?.rawValue,
            ], into: db)
        let figure = try db.cachedStatement(sql: DatabaseSchema.insertion(into: "figures", columns: 15))
        for (entry, row) in zip(report.figures, labels.rows(of: report)) where !report.figures.isEmpty {
            let value = entry.figure
            try figure.execute(arguments: [
                document, row[6], row[5], row[7], row[8], row[9], value.value.map { "\($0)" }, value.status.rawValue,
                value.printed, value.evidence?.joined(separator: " "), value.page, value.box?.x0.roundedToHundredths,
                value.box?.y0.roundedToHundredths, value.box?.x1.roundedToHundredths,
                value.box?.y1.roundedToHundredths,
            ])
        }
        let check = try db.cachedStatement(sql: DatabaseSchema.insertion(into: "checks", columns: 5))
        for value in report.checks {
            try check.execute(arguments: [document, value.id, value.holds, "\(value.left)", "\(value.right)"])
        }
        return document
    }

    /// - Parameter documents: the rows of the input's reports, by their numbers.
    private func insert(_ findings: [LocatedFinding], of documents: [Int: Int64], into db: Database) throws {
        let statement = try db.cachedStatement(sql: DatabaseSchema.insertion(into: "findings", columns: 16))
        var numbers: [Int64: Int] = [:]
        for located in findings {
            guard let document = documents[located.report.document] else { continue }
            let (value, other) = (located.finding, located.other)
            numbers[document, default: 0] += 1
            try statement.execute(arguments: [
                document, numbers[document], value.kind.rawValue, value.severity.rawValue,
                value.message(in: .english), value.message(in: .chinese), value.code, value.left.map { "\($0)" },
                value.right.map { "\($0)" }, value.page, value.box?.x0.roundedToHundredths,
                value.box?.y0.roundedToHundredths, other?.report.file, other?.report.document, other?.report.year,
                other?.page,
            ])
        }
    }

    @discardableResult
    private func insertDocument(_ values: [(any DatabaseValueConvertible)?], into db: Database) throws -> Int64 {
        let id = nextDocument
        nextDocument += 1
        let padded = values + [(any DatabaseValueConvertible)?](repeating: nil, count: 15 - values.count)
        let statement = try db.cachedStatement(sql: DatabaseSchema.insertion(into: "documents", columns: 16))
        try statement.execute(arguments: StatementArguments([id] + padded))
        return id
    }
}
