import DocumentModel
import PDFReader
import TableGrid
import TestSupport

/// The largest table of the annual report, 28 rows and 10 columns, set and drawn on pages of its own making.
struct BigTable: Sendable {
    /// Cells by rows and columns, in reading order.
    let cells: [Cell]
    let style: Style

    /// How its text is set.
    struct Style: Sendable {
        var name: String
        /// Widths of the ten columns, in points.
        var widths: [Double]
        /// Font size; every character is as wide.
        var size = 7.0
        /// Labels stand in the middle of their cells; otherwise they begin at the left. Figures always stand in the middle.
        var isCentered: Bool

        static let centered = Style(
            name: "centred", widths: [15, 60, 140] + [Double](repeating: 40, count: 7), isCentered: true)
        static let left = Style(
            name: "left", widths: [36, 62, 118] + [Double](repeating: 41, count: 7), isCentered: false)

        /// From line to line.
        var lead: Double { size + 2 }
        static let padding = 3.0
    }

    init(_ style: Style, figure: (_ row: Int, _ column: Int) -> String = Self.figure) {
        self.style = style
        cells = (Self.labels + Self.figures(figure)).sorted { ($0.row, $0.column) < ($1.row, $1.column) }
    }

    static func figure(row: Int, column: Int) -> String {
        (row + column) % 3 == 0 ? "0" : "\((row * 31 + column * 17) % 97)"
    }

    var listing: [String] { Table(rows: 28, columns: 10, cells: cells).listing }

    // MARK: Text

    private static func cell(_ row: Int, _ column: Int, _ height: Int, _ width: Int, _ text: String) -> Cell {
        Cell(rows: row..<(row + height), columns: column..<(column + width), text: text)
    }

    private static func figures(_ figure: (Int, Int) -> String) -> [Cell] {
        (3..<28).flatMap { row in (3..<10).map { cell(row, $0, 1, 1, figure(row, $0)) } }
    }

    private static let labels =
        [
            cell(0, 0, 3, 3, "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"), cell(0, 3, 1, 7, "申请人情况"),
            cell(1, 3, 2, 1, "自然人"), cell(1, 4, 1, 5, "法人或其他组织"), cell(1, 9, 2, 1, "总计"), cell(2, 4, 1, 1, "商业企业"),
            cell(2, 5, 1, 1, "科研机构"), cell(2, 6, 1, 1, "社会公益组织"), cell(2, 7, 1, 1, "法律服务机构"), cell(2, 8, 1, 1, "其他"),
            cell(3, 0, 1, 3, "一、本年新收政府信息公开申请数量"), cell(4, 0, 1, 3, "二、上年结转政府信息公开申请数量"),
            cell(5, 0, 22, 1, "三、本年度办理结果"), cell(5, 1, 1, 2, "（一）予以公开"),
            cell(6, 1, 1, 2, "（二）部分公开（区分处理的，只计这一情形，不计其他情形）"), cell(7, 1, 8, 1, "（三）不予公开"),
            cell(15, 1, 3, 1, "（四）无法提供"), cell(18, 1, 5, 1, "（五）不予处理"), cell(23, 1, 3, 1, "（六）其他处理"),
            cell(26, 1, 1, 2, "（七）总计"), cell(27, 0, 1, 3, "四、结转下年度继续办理"),
        ] + results.enumerated().map { cell(7 + $0, 2, 1, 1, $1) }

    private static let results = [
        "1.属于国家秘密", "2.其他法律行政法规禁止公开", "3.危及“三安全一稳定”", "4.保护第三方合法权益", "5.属于三类内部事务信息", "6.属于四类过程性信息",
        "7.属于行政执法案卷", "8.属于行政查询事项", "1.本机关不掌握相关政府信息", "2.没有现成信息需要另行制作", "3.补正后申请内容仍不明确", "1.信访举报投诉类申请", "2.重复申请",
        "3.要求提供公开出版物", "4.无正当理由大量反复申请", "5.要求行政机关确认或重新出具已获取信息", "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
        "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请", "3.其他",
    ]

    // MARK: Setting

    /// Borders of all columns, in points from the page's left side.
    var xs: [Double] { style.widths.reduce(into: [40.0]) { $0.append($0[$0.count - 1] + $1) } }

    private func lines(_ cell: Cell) -> [String] {
        let room = style.widths[cell.columns].reduce(0, +) - 2 * Style.padding
        let most = max(1, Int(room / style.size))
        let characters = Array(cell.text)
        return stride(from: 0, to: characters.count, by: most).map {
            String(characters[$0..<min($0 + most, characters.count)])
        }
    }

    /// As high as their longest cell asks; rows of a merged cell are high enough without.
    private var heights: [Double] {
        (0..<28).map { row in
            let most = cells.filter { $0.rows == row..<(row + 1) }.map { lines($0).count }.max() ?? 1
            return Double(most) * style.lead + 6
        }
    }

    /// The part of the table that has `rows`, set from `top` down.
    func sheet(_ rows: Range<Int>, top: Double) -> Sheet {
        let heights = heights
        let ys = rows.reduce(into: [top]) { $0.append($0[$0.count - 1] + heights[$1]) }
        var sheet = Sheet(xs: xs, ys: ys, isCutAbove: rows.lowerBound > 0, isCutBelow: rows.upperBound < 28)
        for cell in cells where cell.rows.overlaps(rows) {
            let part = cell.rows.clamped(to: rows)
            let own = (part.lowerBound - rows.lowerBound)..<(part.upperBound - rows.lowerBound)
            let lines = lines(cell)
            sheet.boxes.append(
                Box(
                    x0: xs[cell.column], y0: ys[own.lowerBound], x1: xs[cell.columns.upperBound], y1: ys[own.upperBound]
                ))
            sheet.areas.append((own, cell.columns))
            if holdsText(of: cell, on: rows) {
                sheet.text += text(lines, in: sheet.boxes[sheet.boxes.count - 1], isFigure: cell.column > 2)
            }
        }
        return sheet
    }

    /// A merged cell that the page break cuts has its text on the first page, or where that has no room on the second.
    private func holdsText(of cell: Cell, on rows: Range<Int>) -> Bool {
        guard cell.rows != cell.rows.clamped(to: rows) else { return true }
        let isFirst = rows.lowerBound == 0
        let above = heights[cell.rows.lowerBound..<(isFirst ? rows.upperBound : rows.lowerBound)].reduce(0, +)
        return (above >= Double(lines(cell).count) * style.lead) == isFirst
    }

    private func text(_ lines: [String], in box: Box, isFigure: Bool) -> String {
        lines.enumerated().map { index, line in
            let width = Double(line.count) * style.size
            let x = style.isCentered || isFigure ? box.center.x - width / 2 : box.x0 + Style.padding
            let y = box.center.y + (Double(index) - Double(lines.count) / 2) * style.lead + style.size
            return Sheet.text(line, x: x, y: y, size: style.size)
        }.joined()
    }

    /// A part of the table on a page, in points from the page's top.
    struct Sheet {
        var xs: [Double]
        var ys: [Double]
        var isCutAbove: Bool
        var isCutBelow: Bool
        var boxes: [Box] = []
        var areas: [(rows: Range<Int>, columns: Range<Int>)] = []
        var text = ""

        /// Height of all pages, in points.
        static let height = 800.0

        static func text(_ text: String, x: Double, y: Double, size: Double = 9) -> String {
            "BT /F2 \(size) Tf \(x) \(height - y) Td \(TestPDF.utf16(text)) Tj ET\n"
        }
    }
}
