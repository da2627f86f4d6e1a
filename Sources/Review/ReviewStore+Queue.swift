internal import GRDB
internal import ReportStandard

/// The queue of what there is to settle, and its counts.
extension ReviewStore {
    /// One thing to settle, as the page shows it.
    struct Item: Encodable, Sendable {
        var id: Int
        var report: Int
        var rank: Int
        var kind: String
        var code: String
        var subject: String?
        var page: Int?
        var status: String?
        var value: String?
        var printed: String?
        var doubts: [String]
        var messageChinese: String?
        var messageEnglish: String?
        var agency: String?
        var year: Int?
        var file: String
        var isSettled: Bool

        /// The names by which the page knows them.
        enum CodingKeys: String, CodingKey {
            case id, report, rank, kind, code, subject, page, status, value, printed, doubts, agency, year, file
            case messageChinese = "zh"
            case messageEnglish = "en"
            case isSettled = "settled"
        }

        init(_ row: Row) {
            (id, report, rank, kind, code) = (row[0], row[1], row[2], row[3], row[4])
            (subject, page, status, value, printed) = (row[5], row[6], row[7], row[8], row[9])
            doubts = (row[10] as String?)?.split(separator: " ").map(String.init) ?? []
            (messageChinese, messageEnglish, agency, year) = (row[11], row[12], row[13], row[14])
            (file, isSettled) = (row[15], row[16])
        }

        static let columns = """
            i.id, i.report, i.rank, i.kind, i.code, i.subject, i.page, i.status, i.value, i.printed, i.doubts, \
            i.message_zh, i.message_en, r.agency, r.year, f.path, i.id IN (SELECT id FROM settled)
            """
    }

    private static let rows = """
        ledger.review_item AS i JOIN ledger.report AS r ON r.id = i.report JOIN ledger.file AS f ON f.number = r.file
        """

    /// The next things to settle, the worst first.
    ///
    /// - Parameter after: the place of the last one that is known: its rank and id.
    func queue(_ filter: ReviewFilter, after: (rank: Int, id: Int)? = nil, most: Int) throws(ReviewError) -> [Item] {
        let (conditions, arguments) = filter.conditions()
        let place = after ?? (0, 0)
        return try read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT \(Item.columns) FROM \(Self.rows)
                    WHERE (i.rank, i.id) > (?, ?) AND \(conditions) ORDER BY i.rank, i.id LIMIT ?
                    """, arguments: [place.rank, place.id] + arguments + [most]
            ).map(Item.init)
        }
    }

    /// All things to settle in a report.
    func items(of report: Int) throws(ReviewError) -> [Item] {
        try read { db in
            try Row.fetchAll(
                db, sql: "SELECT \(Item.columns) FROM \(Self.rows) WHERE i.report = ? ORDER BY i.rank, i.id",
                arguments: [report]
            ).map(Item.init)
        }
    }

    /// How many there are of each value of a member, under the other conditions of a filter.
    struct Count: Sendable {
        var value: String
        /// As it is shown, where that is not the value.
        var name: String?
        var count: Int
    }

    /// As many values as a list can show, those with the most first.
    private static let mostValues = 500

    func counts(of facet: ReviewFilter.Facet, _ filter: ReviewFilter) throws(ReviewError) -> [Count] {
        let (conditions, arguments) = filter.conditions(except: facet)
        if facet == .doubt { return try doubtCounts(conditions, arguments) }
        let (value, name) =
            switch facet {
            case .kind: ("i.kind", "NULL")
            case .agency: ("COALESCE(r.agency_key, '')", "MIN(r.agency)")
            case .year: ("COALESCE(r.year, '?')", "NULL")
            case .form: ("COALESCE(r.form, '?')", "NULL")
            case .doubt: ("''", "NULL")
            }
        return try read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT CAST(\(value) AS TEXT) AS value, \(name), COUNT(*) AS number FROM \(Self.rows) WHERE \(conditions)
                    GROUP BY 1 ORDER BY number DESC, value LIMIT \(Self.mostValues)
                    """, arguments: arguments
            ).map { Count(value: $0[0], name: $0[1], count: $0[2]) }
        }
    }

    /// A figure may have several doubts.
    private func doubtCounts(_ conditions: String, _ arguments: StatementArguments) throws(ReviewError) -> [Count] {
        let lists = try read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT i.doubts, COUNT(*) FROM \(Self.rows) WHERE i.doubts IS NOT NULL AND \(conditions) GROUP BY 1
                    """, arguments: arguments
            ).map { row -> (String, Int) in (row[0], row[1]) }
        }
        var counts: [String: Int] = [:]
        for (list, count) in lists {
            for doubt in list.split(separator: " ") { counts[String(doubt), default: 0] += count }
        }
        return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { Count(value: $0.key, count: $0.value) }
    }

    func total(_ filter: ReviewFilter) throws(ReviewError) -> Int {
        let (conditions, arguments) = filter.conditions()
        return try read { db in
            try Int.fetchOne(db, sql: "SELECT COUNT(*) FROM \(Self.rows) WHERE \(conditions)", arguments: arguments)
                ?? 0
        }
    }

    // MARK: What is settled

    /// Takes nothing for settled any more.
    func clearSettled() throws(ReviewError) { try write { try $0.execute(sql: "DELETE FROM settled") } }

    /// Says which things of a report are settled.
    func setSettled(_ ids: [Int], of report: Int) throws(ReviewError) {
        try write { db in
            try db.execute(
                sql: "DELETE FROM settled WHERE id IN (SELECT id FROM ledger.review_item WHERE report = ?)",
                arguments: [report])
            for id in ids { try db.execute(sql: "INSERT OR IGNORE INTO settled VALUES (?)", arguments: [id]) }
        }
    }

    /// How far the reports of an agency are.
    struct Progress: Sendable {
        var key: String
        var agency: String?
        var reports: Int
        var items: Int
        var left: Int
    }

    /// By agency, those with the most left first.
    func progress() throws(ReviewError) -> [Progress] {
        try read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT COALESCE(r.agency_key, ''), MIN(r.agency), COUNT(DISTINCT r.id), COUNT(i.id),
                      COUNT(i.id) - COUNT(s.id) AS remaining
                    FROM ledger.report AS r LEFT JOIN ledger.review_item AS i ON i.report = r.id
                    LEFT JOIN settled AS s ON s.id = i.id GROUP BY 1 ORDER BY remaining DESC, 2
                    """
            ).map { Progress(key: $0[0], agency: $0[1], reports: $0[2], items: $0[3], left: $0[4]) }
        }
    }
}
