import PDFReader
import TableGrid
let d = try PDFDocument(path: CommandLine.arguments[1])
let l = DocumentLayout(try (1...d.pageCount).map { PageLayout(try d.page($0)) })
for b in l.blocks { switch b {
case .heading(let t): print("#", t.text)
case .paragraph(let t): print(t.text)
case .table(let t): print("TABLE", t.rows, t.columns, t.pages)
for r in 0..<t.rows { print(t.cells.filter { $0.row == r }.map { "\($0.column)+\($0.columns.count)x\($0.rows.count):\($0.text)" }.joined(separator: " | ")) }
} }
