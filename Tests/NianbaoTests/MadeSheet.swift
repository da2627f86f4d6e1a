import DocumentModel
import FileAccess
import PDFReader
import TableGrid
import TestSupport

/// A page of 300 × 200 points with a table of three rows and three columns, drawn in different ways.
///
/// Borders stand at x 40, 120, 180, 240 and, counted from the top, at y 30, 60, 90, 120.
struct MadeSheet {
    static let xs = [40.0, 120, 180, 240]
    static let ys = [30.0, 60, 90, 120]
    static let texts = [["事项", "自然人", "法人"], ["新收", "12", "3"], ["结转", "0", "—"]]
    static let listing = [
        "0,0 事项", "0,1 自然人", "0,2 法人", "1,0 新收", "1,1 12", "1,2 3", "2,0 结转", "2,1 0", "2,2 —",
    ]

    /// A line of text at (x, y), y counted from the top.
    static func text(_ text: String, x: Double, y: Double, size: Double = 10) -> String {
        "BT /F2 \(size) Tf \(x) \(200 - y) Td \(TestPDF.utf16(text)) Tj ET\n"
    }

    /// The texts of a table, each 7 points from the left border of its square. Every character is one em wide.
    static func texts(_ rows: [[String]] = texts, xs: [Double] = xs, ys: [Double] = ys) -> String {
        rows.enumerated().flatMap { row, cells in
            cells.enumerated().map { column, cell in
                text(cell, x: xs[column] + 7, y: (ys[row] + ys[row + 1]) / 2 + 3.8)
            }
        }.joined()
    }

    /// The borders as full lines, each drawn by `line` from and to points counted from the top.
    static func borders(
        xs: [Double] = xs, ys: [Double] = ys, _ line: (_ x0: Double, _ y0: Double, _ x1: Double, _ y1: Double) -> String
    ) -> String {
        let (left, right, top, bottom) = (xs[0], xs[xs.count - 1], ys[0], ys[ys.count - 1])
        return (ys.map { line(left, $0, right, $0) } + xs.map { line($0, top, $0, bottom) }).joined(separator: "\n")
    }

    /// A stroke of half a point.
    static func stroke(_ x0: Double, _ y0: Double, _ x1: Double, _ y1: Double) -> String {
        "0.5 w \(x0) \(200 - y0) m \(x1) \(200 - y1) l S"
    }

    /// For every square of the grid its four sides, from the top: left, top, right, bottom.
    static func squares(_ draw: (_ row: Int, _ column: Int, _ box: Box) -> String) -> String {
        (0..<3).flatMap { row in
            (0..<3).map { column in
                draw(row, column, Box(x0: xs[column], y0: ys[row], x1: xs[column + 1], y1: ys[row + 1]))
            }
        }.joined(separator: "\n")
    }

    /// The layout of a file of such pages.
    static func layout(
        _ contents: String..., mediaBox: [Double] = [0, 0, 300, 200], resources: String = "", entries: String = "",
        objects: [String: TestPDF.Object] = [:]
    ) throws -> DocumentLayout {
        let pages = contents.map {
            TestPDF.Page($0, mediaBox: mediaBox, resources: resources, entries: entries)
        }
        let document = try PDFDocument(FileBytes(name: "made.pdf", TestPDF(pages: pages, objects: objects).bytes))
        return DocumentLayout(pages: try (1...document.pageCount).map { try document.page($0) })
    }
}
