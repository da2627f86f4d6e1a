internal import Foundation
internal import GRDB
internal import Nianbao
internal import ReportForms
internal import ReportReader
internal import ReportStandard

/// The reports of a conversion and what there is to settle in them, by the indexes of its ledger. Nothing is read whole.
///
/// The ledger is attached to a database in memory, which holds what has been settled; it is never written to.
final class ReviewStore: Sendable {
    let ledger: String
    private let database: DatabaseQueue
    private let order: FigureOrder

    /// - Throws: ``ReviewError`` where the ledger is none, or was made by a version without reviews.
    init(ledger: String, forms: FormLibrary) throws(ReviewError) {
        self.ledger = ledger
        order = FigureOrder(forms: forms)
        var configuration = Configuration()
        configuration.busyMode = .timeout(5)
        do {
            database = try DatabaseQueue(configuration: configuration)
            try database.inDatabase { db in
                try db.execute(sql: "ATTACH ? AS ledger", arguments: [ledger])
                try db.execute(sql: "CREATE TABLE settled (id INTEGER PRIMARY KEY)")
            }
            let isWhole = try database.read { db in
                try Int.fetchOne(
                    db, sql: "SELECT COUNT(*) FROM ledger.sqlite_master WHERE name IN ('report', 'review_item')") == 2
            }
            guard isWhole else {
                throw ReviewError(
                    .notFound, zh: "\(ledger)：由较早的版本生成，请重新运行 nianbao convert",
                    en: "\(ledger): made by an earlier version; run nianbao convert again")
            }
        } catch let error as ReviewError {
            throw error
        } catch {
            throw Self.failure(ledger, error)
        }
    }

    // MARK: Reports

    /// What the ledger says of a report.
    struct Entry: Sendable {
        var id: Int
        var file: String
        var document: Int
        var sha256: String
        var agency: String?
        var agencyKey: String?
        var year: Int?
        var form: String?
        var key: String

        init(_ row: Row) {
            (id, file, document, sha256) = (row[0], row[1], row[2], row[3])
            (agency, agencyKey, year, form, key) = (row[4], row[5], row[6], row[7], row[8])
        }

        static let columns = """
            r.id, f.path, r.document, r.sha256, r.agency, r.agency_key, r.year, r.form, r.key \
            FROM ledger.report AS r JOIN ledger.file AS f ON f.number = r.file
            """
    }

    func entry(_ id: Int) throws(ReviewError) -> Entry {
        let found = try read { db in
            try Row.fetchOne(db, sql: "SELECT \(Entry.columns) WHERE r.id = ?", arguments: [id]).map(Entry.init)
        }
        guard let found else { throw ReviewError(.notFound, zh: "没有这份报告", en: "no such report") }
        return found
    }

    /// The reports with a content: of several files with the same one the first was read.
    func entries(sha256: String, document: Int) throws(ReviewError) -> [Entry] {
        try read { db in
            try Row.fetchAll(
                db, sql: "SELECT \(Entry.columns) WHERE r.sha256 = ? AND r.document = ? ORDER BY r.id",
                arguments: [sha256, document]
            ).map(Entry.init)
        }
    }

    /// The reports of an agency, the earliest year first.
    func entries(agencyKey: String) throws(ReviewError) -> [Entry] {
        try read { db in
            try Row.fetchAll(
                db, sql: "SELECT \(Entry.columns) WHERE r.agency_key = ? ORDER BY r.year, r.id", arguments: [agencyKey]
            ).map(Entry.init)
        }
    }

    /// A report as the tool has read it.
    func report(_ entry: Entry) throws(ReviewError) -> Report {
        let json = try read { db in
            try Data.fetchOne(db, sql: "SELECT json FROM ledger.conversion WHERE key = ?", arguments: [entry.key])
        }
        let lines = json.map { Array($0).lines } ?? []
        guard lines.indices.contains(entry.document - 1),
            var report = try? JSONDecoder().decode(Report.self, from: Data(lines[entry.document - 1]))
        else {
            throw ReviewError(
                .notFound, zh: "转换结果中没有这份报告，请重新转换", en: "the report is not in the ledger; convert again")
        }
        report.source.file = entry.file
        return order.ordered(report)
    }

    var reportCount: Int {
        get throws(ReviewError) { try read { try Int.fetchOne($0, sql: "SELECT COUNT(*) FROM ledger.report") ?? 0 } }
    }

    /// Another number whenever somebody else has written the ledger, as a conversion that is made again does.
    var version: Int {
        get throws(ReviewError) { try read { try Int.fetchOne($0, sql: "PRAGMA ledger.data_version") ?? 0 } }
    }

    // MARK: Access

    func read<Value>(_ body: (Database) throws -> Value) throws(ReviewError) -> Value {
        do { return try database.read(body) } catch { throw Self.failure(ledger, error) }
    }

    /// For changes of what is settled, which is in memory only.
    func write(_ body: (Database) throws -> Void) throws(ReviewError) {
        do { try database.write(body) } catch { throw Self.failure(ledger, error) }
    }

    private static func failure(_ path: String, _ error: any Error) -> ReviewError {
        let cause = (error as? DatabaseError)?.message ?? "\(error)"
        return ReviewError(.failed, zh: "\(path)：不能读取：\(cause)", en: "\(path): cannot be read: \(cause)")
    }
}
