package import ReportStandard

/// What a row of documents is made of: a report, or a file that gives none.
package struct DocumentRow: Sendable {
    /// The path as given.
    package var file: String
    package var content: Content

    package enum Content: Sendable {
        case report(Report)
        /// A ``FailureCause``'s name and words.
        case failed(name: String, detail: String)
        /// Why it was not read: a stable name, and words.
        case skipped(name: String, detail: String)
        /// The path of the file with the same content.
        case duplicate(of: String)
    }

    package init(file: String, _ content: Content) {
        self.file = file
        self.content = content
    }

    var report: Report? { if case .report(let report) = content { report } else { nil } }
    /// Why it gives no report.
    var failure: (name: String, detail: String)? {
        switch content {
        case .failed(let name, let detail), .skipped(let name, let detail): (name, detail)
        case .report, .duplicate: nil
        }
    }
    var original: String? { if case .duplicate(let original) = content { original } else { nil } }
    var outcome: Outcome {
        switch content {
        case .report: .read
        case .failed: .failed
        case .skipped: .skipped
        case .duplicate: .duplicate
        }
    }

    enum Outcome: String, CaseIterable { case read, failed, duplicate, skipped }

    func count(_ status: Figure.Status) -> Int? { report?.figures.count { $0.figure.status == status } }
}

/// The columns of documents, in databases and spreadsheets.
package enum DocumentColumns {
    package static let all: [Column<DocumentRow>] = [
        Column(
            "file", .text, zh: "文件", en: "File", "The path as given", presence: .everyRow, in: both,
            member: ["source", "file"]
        ) {
            FieldValue($0.file)
        },
        Column(
            "document", .integer, zh: "文件中第几份报告", en: "Document", "Which report of the file it is, from 1", minimum: 1,
            in: both, member: ["source", "document"]
        ) {
            FieldValue($0.report?.source.document)
        },
        Column(
            "agency", .text, zh: "机关", en: "Agency", "The agency that reports, as printed", in: both,
            member: ["agency", "name"]
        ) {
            FieldValue($0.report?.agency?.name)
        },
        Column("year", .integer, zh: "年度", en: "Year", "The year reported on", in: both, member: ["year"]) {
            FieldValue($0.report?.year)
        },
        Column(
            "form", .text, zh: "格式", en: "Form", "The form that the report's tables follow", in: both, member: ["form"]
        ) {
            FieldValue($0.report?.form)
        },
        Column(
            "outcome", .text, zh: "结果", en: "Outcome", "What became of the file", presence: .everyRow,
            values: DocumentRow.Outcome.allCases.map(\.rawValue), in: both
        ) { FieldValue($0.outcome.rawValue) },
        Column("failure", .text, zh: "失败类型", en: "Failure", "Why it failed or was skipped: a stable name", in: both) {
            FieldValue($0.failure?.name)
        },
        Column(
            "failure_detail", .text, zh: "失败原因", en: "Cause of failure", "Why it failed or was skipped, in words",
            in: both
        ) {
            FieldValue($0.failure?.detail)
        },
        Column(
            "duplicate_of", .text, zh: "同内容文件", en: "Duplicate of", "The file with the same content, which was read",
            in: both
        ) {
            FieldValue($0.original)
        },
        Column("kind", .text, zh: "文件类型", en: "Kind", "As what it was read", in: both, member: ["source", "kind"]) {
            FieldValue($0.report?.source.kind.rawValue)
        },
        Column(
            "pages", .integer, zh: "页数", en: "Pages", "How many pages the file has", in: both,
            member: ["source", "pages"]
        ) {
            FieldValue($0.report?.source.pages)
        },
        Column(
            "sha256", .text, zh: "校验值", en: "SHA-256", "SHA-256 of the file", in: both, member: ["source", "sha256"]
        ) {
            FieldValue($0.report?.source.sha256)
        },
        Column(
            "period_from", .text, zh: "起始日期", en: "From", "First day reported on, as far as it is printed",
            in: .database, member: ["period", "from"]
        ) {
            FieldValue($0.report?.period?.from)
        },
        Column(
            "period_to", .text, zh: "截止日期", en: "To", "Last day reported on, as far as it is printed", in: .database,
            member: ["period", "to"]
        ) {
            FieldValue($0.report?.period?.to)
        },
        Column(
            "agency_level", .text, zh: "机关层级", en: "Level", "The agency's level; nothing where the name leaves it open",
            values: Agency.Level.allCases.map(\.rawValue), in: .database, member: ["agency", "level"]
        ) { FieldValue($0.report?.agency?.level?.rawValue) },
        Column("suspect", .integer, zh: "存疑", en: "Suspect", "How many figures are in doubt", in: .sheet) {
            FieldValue($0.count(.suspect))
        },
        Column("missing", .integer, zh: "缺失", en: "Missing", "How many figures the document does not show", in: .sheet)
        {
            FieldValue($0.count(.missing))
        },
        Column("checks_failed", .integer, zh: "勾稽不符", en: "Failed checks", "How many relations do not hold", in: .sheet)
        {
            FieldValue($0.report?.checks.count { !$0.holds })
        },
    ]

    private static let both: ColumnOutputs = [.database, .sheet]
}

/// The columns of checks, in databases.
package enum CheckColumns {
    package static let all: [Column<Check>] = [
        Column(
            "check", .text, zh: "勾稽关系", en: "Check", "The relation, such as requests.balance.total",
            presence: .everyRow,
            in: .database, member: ["id"]
        ) { FieldValue($0.id) },
        Column(
            "holds", .boolean, zh: "相符", en: "Holds", "Whether both sides are equal", presence: .everyRow,
            in: .database, member: ["holds"]
        ) {
            .boolean($0.holds)
        },
        Column(
            "left", .decimal, zh: "左边", en: "Left", "What its left side gives", database: "left_value",
            presence: .everyRow,
            in: .database, member: ["left"]
        ) { FieldValue($0.left) },
        Column(
            "right", .decimal, zh: "右边", en: "Right", "What its right side gives", database: "right_value",
            presence: .everyRow,
            in: .database, member: ["right"]
        ) { FieldValue($0.right) },
    ]
}
