internal import Decisions
internal import DocumentModel
internal import Foundation
internal import ReportForms
internal import ReportReader
internal import ReportStandard

/// What an agency has to answer for: what is wrong with its reports themselves, once what was read wrongly has been settled.
struct AgencyFindings: Sendable {
    /// nil for reports that name no agency.
    var agency: String?
    var questions: [Question]

    struct Question: Sendable {
        var report: Report
        var kind: Wording
        /// What is wrong, in words.
        var text: Wording
        var code: String?
        var left: Decimal?
        var right: Decimal?
        var page: Int?
        var box: Box?
        /// What a reviewer has noted.
        var note: String?
        var reviewer: String?
    }

    /// Kinds of findings that are about the report, and not about how it was read.
    private static let kinds: Set<Finding.Kind> = [
        .checkFailed, .yearsDisagree, .reportsDiffer, .proseDiffers, .tableMissing, .rowMissing, .columnMissing,
        .rowUnknown, .unitDiffers, .yearConflict, .sectionMissing,
    ]

    /// - Parameters:
    ///   - reports: all of the agency's, with what was settled.
    ///   - opinions: what people have said of a figure.
    init(
        agency: String?, reports: [Report], comparison: ReportComparison, labels: FigureLabels,
        opinions: (Report, IndicatorCode) -> [Decision]
    ) {
        self.agency = agency
        let numbers = Dictionary(
            reports.map { (ReportIdentity($0), $0) }
        ) { first, _ in first }
        questions = comparison.findings(of: reports).compactMap { located in
            let finding = located.finding
            guard Self.kinds.contains(finding.kind), let report = numbers[located.report] else { return nil }
            let notes = finding.code.map { opinions(report, IndicatorCode($0)) } ?? []
            let noted = notes.last { $0.note != nil }
            return Question(
                report: report, kind: finding.kind.meaning,
                text: Wording(zh: finding.message(in: .chinese), en: finding.message(in: .english)),
                code: finding.code, left: finding.left, right: finding.right, page: finding.page, box: finding.box,
                note: noted?.note, reviewer: noted?.by)
        }
        questions += reports.flatMap { report in
            report.figures.compactMap { entry in
                guard let left = opinions(report, entry.code).last, left.kind == .left else { return nil }
                let name = labels[entry.code.description]
                let printed = entry.figure.printed.map { "“\($0)”" } ?? "—"
                return Question(
                    report: report,
                    kind: Wording(zh: "数字未能核定", en: "a figure that could not be settled"),
                    text: Wording(
                        zh: "\(name.zh)：所印为\(printed)，请说明应为何数",
                        en: "\(name.en): it reads \(printed); which number is meant?"),
                    code: entry.code.description, page: entry.figure.page, box: entry.figure.box, note: left.note,
                    reviewer: left.by)
            }
        }
    }
}
