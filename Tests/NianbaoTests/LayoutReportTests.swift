import FileAccess
import Foundation
import Nianbao
import PDFReader
import ReportForms
import ReportStandard
import Testing

/// Tables as `pdftotext -layout` writes them: labels set in narrow columns are torn into lines around their figures.
@Suite("A report laid out with blanks")
struct LayoutReportTests {
    private let table: FormTable
    private let lines: [FormLine]

    init() throws {
        let form = try #require(FormLibrary.builtIn().forms.first { $0.form == "2021" })
        table = try #require(form.tables.first { $0.id == "requests" })
        lines = table.blocks[0].lines.filter { !$0.isAlternative }
    }

    /// The figures of every row, such that all sums are right: of the results no two have the same.
    private func madeFigures(blank: Bool = false) -> [[Int]] {
        var results = (2..<lines.count - 2).map { row in (1...6).map { 7 * row + $0 * (row + 1) } }
        if blank { results[3][1] = 0 }
        let handled = (0..<6).map { column in results.reduce(0) { $0 + $1[column] } }
        let carried = (1...6).map { $0 }
        let rows = [handled.map { $0 + 5 }, carried] + results + [handled, carried.map { $0 + 5 }]
        return rows.map { $0 + [$0.reduce(0, +)] }
    }

    private func padded(_ text: String, to width: Int) -> String {
        let columns = text.unicodeScalars.reduce(0) {
            $0 + ($1.value > 0x2E7F || "“”".unicodeScalars.contains($1) ? 2 : 1)
        }
        return text + String(repeating: " ", count: max(0, width - columns))
    }

    /// The table with labels in lines of `width` ideographs; the figures stand beside the middle one.
    private func text(width: Int, gap: Int) -> String {
        let figures = madeFigures()
        var text = """
            某县人民政府2024年政府信息公开工作年度报告

            三、收到和处理政府信息公开申请情况

            """
        let margin = String(repeating: " ", count: 2 * width + 6)
        text += margin + "          申请人情况\n"
        text += margin + "自然人  商业企业  科研机构  社会公益组织  法律服务机构  其他  总计\n"
        for (row, line) in lines.enumerated() {
            let label = Array(line.labels[line.labels.count - 1])
            let parts = stride(from: 0, to: label.count, by: width).map {
                String(label[$0..<min($0 + width, label.count)])
            }
            for (index, part) in parts.enumerated() {
                text += "    " + padded(part, to: 2 * width + 2)
                if index == parts.count / 2 {
                    text += figures[row].map { padded(String($0), to: 5 + gap) }.joined()
                }
                text += "\n"
            }
        }
        return text
    }

    private func report(_ text: String) throws -> Report {
        try #require(
            try ReportExtraction(forms: .builtIn())
                .reports(in: FileBytes(name: "made.txt", Array(text.utf8))).first)
    }

    @Test(
        "every figure is its row's, however its label is torn",
        arguments: [40, 20, 13, 9], [1, 4])
    func torn(width: Int, gap: Int) throws {
        let report = try report(text(width: width, gap: gap))
        let fields = table.blocks[0].fields
        let figures = madeFigures()
        for (row, line) in lines.enumerated() {
            for (field, value) in zip(fields, figures[row]) {
                let figure = report[IndicatorCode(table: table, line: line, field: field).description]
                #expect(figure?.value == Decimal(value) && figure?.status == .printed, "\(line.labels) \(field.labels)")
            }
        }
    }

    @Test("where a blank was dropped the sums say where the other figures stood")
    func droppedBlank() throws {
        let figures = madeFigures(blank: true)
        let rows = zip(lines, figures).enumerated().map { row, pair in
            let cells = row == 5 ? pair.1.filter { $0 != 0 } : pair.1
            return ([pair.0.labels[pair.0.labels.count - 1]] + cells.map(String.init)).joined(separator: " ")
        }
        let heading = "三、收到和处理政府信息公开申请情况\n自然人 商业企业 科研机构 社会公益组织 法律服务机构 其他 总计\n"
        let report = try report(heading + rows.joined(separator: "\n"))
        for (column, field) in table.blocks[0].fields.enumerated() {
            let code = IndicatorCode(table: table, line: lines[5], field: field)
            let figure = try #require(report[code.description])
            #expect(figure.value == Decimal(figures[5][column]), "\(code)")
            #expect(figure.status == .recovered, "\(code)")
        }
        #expect(report.findings.filter { $0.kind == .cellUnclear }.count == 1)
    }
}
