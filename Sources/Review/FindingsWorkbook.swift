internal import Foundation
internal import ReportStandard
internal import SheetWriter

/// What all agencies have to answer, as a spreadsheet, a question a row.
struct FindingsWorkbook {
    private let book: Workbook
    private var sheet: Sheet

    static let header = ["机关", "年度", "文件", "页", "问题", "项目", "说明", "应为", "实为", "核查说明", "核查人", "答复"]

    init(path: String) throws(WorkbookError) {
        book = try Workbook(path: path)
        sheet = try book.addSheet("核查问题", header: Self.header)
    }

    mutating func append(_ findings: AgencyFindings, labels: FigureLabels) throws(WorkbookError) {
        for question in findings.questions {
            if sheet.rowCount >= Sheet.mostRows {
                sheet = try book.addSheet("核查问题 \(book.sheets.count + 1)", header: Self.header)
            }
            func number(_ value: Decimal?) -> SheetCell {
                SheetCell(value.flatMap { Double("\($0)") }.map { .number($0) } ?? .none)
            }
            try sheet.append([
                SheetCell(findings.agency), SheetCell(question.report.year), SheetCell(question.report.source.file),
                SheetCell(question.page), SheetCell(question.kind.zh), SheetCell(question.code.map { labels[$0].zh }),
                SheetCell(question.text.zh), number(question.left), number(question.right), SheetCell(question.note),
                SheetCell(question.reviewer), SheetCell(SheetCell.Value.none),
            ])
        }
    }

    func close() throws(WorkbookError) { try book.close() }
}
