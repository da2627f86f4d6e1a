internal import DocumentModel
package import ReportStandard

/// What a row of findings is made of.
package struct FindingRow: Sendable {
    package var located: LocatedFinding
    /// Of its message, where a table has it in one language only.
    package var language: Language
    /// Among the findings of its report, from 1.
    package var number: Int

    package init(_ located: LocatedFinding, language: Language = .english, number: Int = 1) {
        self.located = located
        self.language = language
        self.number = number
    }

    var report: ReportIdentity { located.report }
    var finding: Finding { located.finding }
    var other: LocatedFinding.Place? { located.other }
}

/// The columns of findings.
package enum FindingColumns {
    package static let all: [Column<FindingRow>] = report + finding + place + other

    /// Of which report it is.
    private static let report: [Column<FindingRow>] = [
        Column(
            "file", .text, zh: "文件", en: "File", "The file the report was read from, as given", presence: .everyRow,
            in: [.csv, .sheet], member: ["file"]
        ) { FieldValue($0.report.file) },
        Column(
            "document", .integer, zh: "文件中第几份报告", en: "Document", "Which report of the file it is, from 1",
            presence: .everyRow,
            minimum: 1, in: [.csv, .sheet], member: ["document"]
        ) { FieldValue($0.report.document) },
        Column(
            "agency", .text, zh: "机关", en: "Agency", "The agency that reports, as printed", in: [.csv, .sheet],
            member: ["agency"]
        ) {
            FieldValue($0.report.agency)
        },
        Column("year", .integer, zh: "年度", en: "Year", "The year reported on", in: [.csv, .sheet], member: ["year"]) {
            FieldValue($0.report.year)
        },
    ]

    private static let finding: [Column<FindingRow>] = [
        Column(
            "number", .integer, zh: "序号", en: "Number", "Which finding of the report it is, from 1",
            presence: .everyRow, in: .database
        ) {
            FieldValue($0.number)
        },
        Column(
            "kind", .text, zh: "类型", en: "Kind", "What was found; nianbao check --kinds lists all kinds",
            presence: .everyRow,
            values: Finding.Kind.allCases.map(\.rawValue), member: ["kind"]
        ) { FieldValue($0.finding.kind.rawValue) },
        Column(
            "severity", .text, zh: "程度", en: "Severity", "How much it matters", presence: .everyRow,
            values: Finding.Severity.allCases.map(\.rawValue), member: ["severity"]
        ) { FieldValue($0.finding.severity.rawValue) },
        Column("message", .text, zh: "说明", en: "Message", "What was found, in words", in: .csv) {
            FieldValue($0.finding.message(in: $0.language))
        },
        Column(
            "message_en", .text, zh: "英文说明", en: "Message in English", "What was found, in English",
            presence: .everyRow, in: [.database, .sheet]
        ) {
            FieldValue($0.finding.message(in: .english))
        },
        Column(
            "message_zh", .text, zh: "中文说明", en: "Message in Chinese", "What was found, in Chinese",
            presence: .everyRow, in: [.database, .sheet]
        ) {
            FieldValue($0.finding.message(in: .chinese))
        },
        Column("code", .text, zh: "代码", en: "Code", "The figure, check or table that it is about", member: ["code"]) {
            FieldValue($0.finding.code)
        },
        Column(
            "left", .decimal, zh: "左边", en: "Left", "Where two numbers differ: the one", database: "left_value",
            member: ["left"]
        ) {
            FieldValue($0.finding.left)
        },
        Column(
            "right", .decimal, zh: "右边", en: "Right", "Where two numbers differ: the other one",
            database: "right_value", member: ["right"]
        ) {
            FieldValue($0.finding.right)
        },
    ]

    private static let place: [Column<FindingRow>] = [
        Column("page", .integer, zh: "页", en: "Page", "Page of the file, from 1", minimum: 1, member: ["page"]) {
            FieldValue($0.finding.page)
        },
        edge(
            "x0", zh: "左", en: "Left", "Left edge in points, from the page's top-left corner", in: [.csv, .database],
            { $0.x0 }, 0),
        edge("y0", zh: "上", en: "Top", "Top edge in points", in: [.csv, .database], { $0.y0 }, 1),
        edge("x1", zh: "右", en: "Right", "Right edge in points", in: .csv, { $0.x1 }, 2),
        edge("y1", zh: "下", en: "Bottom", "Bottom edge in points", in: .csv, { $0.y1 }, 3),
    ]

    /// Of the report that this one does not agree with.
    private static let other: [Column<FindingRow>] = [
        Column(
            "other_file", .text, zh: "另一文件", en: "Other file",
            "The file of the report that this one does not agree with", member: ["other", "file"]
        ) {
            FieldValue($0.other?.report.file)
        },
        Column(
            "other_document", .integer, zh: "另一文件中第几份报告", en: "Other document", "Which report of that file it is",
            in: [.csv, .database], member: ["other", "document"]
        ) { FieldValue($0.other?.report.document) },
        Column(
            "other_agency", .text, zh: "另一机关", en: "Other agency", "Its agency", in: .csv, member: ["other", "agency"]
        ) {
            FieldValue($0.other?.report.agency)
        },
        Column("other_year", .integer, zh: "另一年度", en: "Other year", "Its year", member: ["other", "year"]) {
            FieldValue($0.other?.report.year)
        },
        Column(
            "other_page", .integer, zh: "另一页", en: "Other page", "Page of the file, from 1", minimum: 1,
            member: ["other", "page"]
        ) {
            FieldValue($0.other?.page)
        },
        otherEdge(
            "other_x0", zh: "另一左", en: "Other left", "Left edge in points, from the page's top-left corner", { $0.x0 },
            0),
        otherEdge("other_y0", zh: "另一上", en: "Other top", "Top edge in points", { $0.y0 }, 1),
        otherEdge("other_x1", zh: "另一右", en: "Other right", "Right edge in points", { $0.x1 }, 2),
        otherEdge("other_y1", zh: "另一下", en: "Other bottom", "Bottom edge in points", { $0.y1 }, 3),
    ]

    private static func edge(
        _ name: String, zh: String, en: String, _ meaning: String, in outputs: ColumnOutputs,
        _ edge: @escaping @Sendable (Box) -> Double, _ number: Int
    ) -> Column<FindingRow> {
        Column(name, .real, zh: zh, en: en, meaning, in: outputs, member: ["box", String(number)]) {
            FieldValue($0.finding.box.map { edge($0).roundedToHundredths })
        }
    }

    private static func otherEdge(
        _ name: String, zh: String, en: String, _ meaning: String, _ edge: @escaping @Sendable (Box) -> Double,
        _ number: Int
    ) -> Column<FindingRow> {
        Column(name, .real, zh: zh, en: en, meaning, in: .csv, member: ["other", "box", String(number)]) {
            FieldValue($0.other?.box.map { edge($0).roundedToHundredths })
        }
    }
}
