internal import DocumentModel
package import ReportForms
package import ReportStandard

/// What a row of figures is made of.
package struct FigureRow: Sendable {
    package var report: Report
    /// nil in the one row of a report without figures.
    package var entry: Report.Entry?
    /// The figure's place in its form; nil where no form has its code.
    package var indicator: Form.Indicator?

    var figure: Figure? { entry?.figure }
    var review: Review? { figure?.review }

    /// As printed, else the form's.
    var unit: String? {
        figure?.unit ?? indicator?.unit.flatMap { $0 == Form.unitAsPrinted ? nil : $0 }
    }
}

/// The columns of figures.
package enum FigureColumns {
    package static let all: [Column<FigureRow>] =
        report + [
            Column(
                "table", .text, zh: "表", en: "Table", "The table that the figure stands in", database: "form_table",
                presence: .everyEntry
            ) {
                FieldValue($0.entry?.code.table)
            },
            Column(
                "code", .text, zh: "指标代码", en: "Code",
                "The stable name of the figure; nianbao indicators lists them all", presence: .everyEntry, isKey: true
            ) {
                FieldValue($0.entry?.code.description)
            },
            Column(
                "row", .text, zh: "行", en: "Row", "Labels of the row in the form, from the outermost to its own",
                database: "row_label"
            ) {
                FieldValue($0.indicator?.rowLabels.joined(separator: "/") ?? "")
            },
            Column(
                "column", .text, zh: "列", en: "Column",
                "Labels of the column in the form, from the outermost to its own", database: "column_label"
            ) {
                FieldValue($0.indicator?.columnLabels.joined(separator: "/") ?? "")
            },
            Column("unit", .text, zh: "单位", en: "Unit", "The unit as printed, else the form's", member: ["unit"]) {
                FieldValue($0.unit ?? "")
            },
            Column(
                "value", .decimal, zh: "数值", en: "Value",
                "The number as printed, or recovered from the report's own arithmetic", member: ["value"]
            ) {
                FieldValue($0.figure?.value)
            },
            Column(
                "status", .text, zh: "状态", en: "Status",
                "printed as read; blank: nothing there; recovered: fixed by the report's arithmetic; suspect: in doubt; missing: not in the document; reviewed: settled by a person",
                presence: .everyEntry, values: Figure.Status.allCases.map(\.rawValue), member: ["status"]
            ) { FieldValue($0.figure?.status.rawValue) },
            Column("printed", .text, zh: "原文", en: "Printed", "The whole text of the cell", member: ["printed"]) {
                FieldValue($0.figure?.printed)
            },
            Column("page", .integer, zh: "页", en: "Page", "Page of the file, from 1", minimum: 1, member: ["page"]) {
                FieldValue($0.figure?.page)
            },
            edge(
                "x0", zh: "左", en: "Left",
                "Left edge of the cell in points (1/72 inch), from the page's top-left corner", { $0.x0 }, 0),
            edge("y0", zh: "上", en: "Top", "Top edge of the cell in points", { $0.y0 }, 1),
            edge("x1", zh: "右", en: "Right", "Right edge of the cell in points", { $0.x1 }, 2),
            edge("y1", zh: "下", en: "Bottom", "Bottom edge of the cell in points", { $0.y1 }, 3),
            Column(
                "evidence", .text, zh: "依据", en: "Evidence",
                "What a recovered or suspect figure rests on: ids of checks, parted by blanks", member: ["evidence"]
            ) { FieldValue($0.figure?.evidence) },
            Column(
                "doubts", .text, zh: "疑点", en: "Doubts", "Why the figure is in doubt: stable names, parted by blanks",
                member: ["doubts"]
            ) { FieldValue($0.figure?.doubts.map { $0.rawValue }) },
        ] + review

    /// What a person has settled.
    private static let review: [Column<FigureRow>] = [
        Column(
            "decision", .text, zh: "核定", en: "Decision", "What a person has decided about a reviewed figure",
            values: Review.Verdict.allCases.map(\.rawValue), member: ["review", "decision"]
        ) { FieldValue($0.review?.decision.rawValue) },
        Column("reviewed_by", .text, zh: "核定人", en: "Reviewed by", "Who has decided", member: ["review", "by"]) {
            FieldValue($0.review?.by)
        },
        Column(
            "reviewed_at", .text, zh: "核定时间", en: "Reviewed at", "When, in ISO 8601", member: ["review", "at"]
        ) { FieldValue($0.review?.at) },
        Column(
            "was_value", .decimal, zh: "原数值", en: "Value before", "The number that the tool had read",
            member: ["review", "was", "value"]
        ) { FieldValue($0.review?.was.value) },
        Column(
            "was_status", .text, zh: "原状态", en: "Status before", "The status that it had",
            values: Figure.Status.allCases.filter { $0 != .reviewed }.map(\.rawValue),
            member: ["review", "was", "status"]
        ) { FieldValue($0.review?.was.status.rawValue) },
        Column("review_note", .text, zh: "核定说明", en: "Note", "What the reviewer noted", member: ["review", "note"]) {
            FieldValue($0.review?.note)
        },
    ]

    /// Of which report it is.
    private static let report: [Column<FigureRow>] = [
        Column(
            "file", .text, zh: "文件", en: "File", "The file the report was read from, as given", presence: .everyRow,
            isKey: true, in: [.csv, .sheet]
        ) {
            FieldValue($0.report.source.file)
        },
        Column(
            "document", .integer, zh: "文件中第几份报告", en: "Document", "Which report of the file it is, from 1",
            presence: .everyRow, isKey: true,
            minimum: 1, in: [.csv, .sheet]
        ) { FieldValue($0.report.source.document) },
        Column("agency", .text, zh: "机关", en: "Agency", "The agency that reports, as printed", in: [.csv, .sheet]) {
            FieldValue($0.report.agency?.name)
        },
        Column("year", .integer, zh: "年度", en: "Year", "The year reported on", in: [.csv, .sheet]) {
            FieldValue($0.report.year)
        },
        Column("form", .text, zh: "格式", en: "Form", "The form that the report's tables follow", in: [.csv, .sheet]) {
            FieldValue($0.report.form)
        },
    ]

    private static func edge(
        _ name: String, zh: String, en: String, _ meaning: String, _ edge: @escaping @Sendable (Box) -> Double,
        _ number: Int
    ) -> Column<FigureRow> {
        Column(name, .real, zh: zh, en: en, meaning, member: ["box", String(number)]) {
            FieldValue($0.figure?.box.map { edge($0).roundedToHundredths })
        }
    }
}
