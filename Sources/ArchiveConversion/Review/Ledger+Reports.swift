internal import GRDB
internal import ReportReader
internal import ReportStandard

/// The reports of the last finished run and what there is to settle in them, so that a page of reviewers finds them by indexes.
extension Ledger {
    struct StoredReport: Sendable {
        /// The number of its file, from 1.
        var file: Int
        var key: String
        var document: Int
        var sha256: String
        var agency: String?
        var year: Int?
        var form: String?
        var items: [ReviewItem]

        /// Those of an input.
        static func all(of input: LoadedInput, number: Int) -> [StoredReport] {
            guard let key = input.key else { return [] }
            return zip(input.reports, input.items).map { report, items in
                StoredReport(
                    file: number, key: key, document: report.source.document, sha256: report.source.sha256,
                    agency: report.agency?.name, year: report.year, form: report.form, items: items)
            }
        }
    }

    /// Says which reports a run has met, in the order of their files.
    func setReports(_ reports: [StoredReport]) throws(OutputError) {
        try write { db in
            try db.execute(sql: "DELETE FROM review_item; DELETE FROM report")
            let addReport = try db.cachedStatement(
                sql: """
                    INSERT INTO report (id, file, key, document, sha256, agency, agency_key, year, form)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """)
            let addItem = try db.cachedStatement(
                sql: """
                    INSERT INTO review_item
                    (report, rank, kind, code, subject, page, status, value, printed, doubts, message_zh, message_en)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """)
            for (index, report) in reports.enumerated() {
                try addReport.execute(arguments: [
                    index + 1, report.file, report.key, report.document, report.sha256, report.agency,
                    report.agency.map { AgencyName($0).text }, report.year, report.form,
                ])
                for item in report.items { try addItem.execute(arguments: Self.arguments(item, report: index + 1)) }
            }
        }
    }

    private static func arguments(_ item: ReviewItem, report: Int) -> StatementArguments {
        let doubts = item.figure?.doubts.map(\.rawValue) ?? []
        return [
            report, item.kind.rank, item.kind.rawValue, item.code.description, item.subject, item.page,
            item.figure?.status.rawValue, item.figure?.value.map { "\($0)" },
            // Of a sentence as much as a list shows.
            item.figure?.printed.map { String($0.prefix(60)) }, doubts.isEmpty ? nil : doubts.joined(separator: " "),
            item.finding?.message(in: .chinese), item.finding?.message(in: .english),
        ]
    }
}
