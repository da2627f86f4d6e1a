import DocumentModel
import Nianbao
import Testing

@Suite("Tables as text")
struct TableFormatTests {
    /// Three by three squares: a heading over two columns, one over two rows, and texts that need escaping.
    private let table = Table(
        rows: 3, columns: 3,
        cells: [
            Cell(rows: 0..<2, columns: 0..<1, text: "项目", page: 3, box: Box(x0: 10, y0: 20, x1: 30, y1: 40)),
            Cell(rows: 0..<1, columns: 1..<3, text: "数量", page: 3),
            Cell(rows: 1..<2, columns: 1..<2, text: "本年\n(件)"),
            Cell(rows: 1..<2, columns: 2..<3, text: "上年|全部"),
            Cell(rows: 2..<3, columns: 0..<1, text: "<a> & \"b\""),
            Cell(rows: 2..<3, columns: 1..<2, text: "1,234"),
            Cell(rows: 2..<3, columns: 2..<3, text: ""),
        ], pages: [3, 4], box: Box(x0: 10, y0: 20, x1: 100.126, y1: 90))

    private let small = Table(
        rows: 1, columns: 1, cells: [Cell(rows: 0..<1, columns: 0..<1, text: "x")], grid: .inferred)

    @Test("in CSV every square is a field, and a merged cell's text stands in its first")
    func csv() throws {
        #expect(
            try TableFormat.csv.text([table].map { CheckedTable($0) }, file: "a.pdf") == #"""
                项目,数量,
                ,"本年
                (件)",上年|全部
                "<a> & ""b""","1,234",

                """#)
    }

    @Test("in HTML merged cells have their spans")
    func html() throws {
        #expect(
            try TableFormat.html.text([table].map { CheckedTable($0) }, file: "a.pdf") == """
                <table>
                <tr><td rowspan="2">项目</td><td colspan="2">数量</td></tr>
                <tr><td>本年<br>(件)</td><td>上年|全部</td></tr>
                <tr><td>&lt;a&gt; &amp; &quot;b&quot;</td><td>1,234</td><td></td></tr>
                </table>

                """)
    }

    @Test("in Markdown the first row is the header, and pipes and line ends are escaped")
    func markdown() throws {
        #expect(
            try TableFormat.markdown.text([table].map { CheckedTable($0) }, file: "a.pdf") == """
                | 项目 | 数量 |  |
                |---|---|---|
                |  | 本年<br>(件) | 上年\\|全部 |
                | <a> & "b" | 1,234 |  |

                """)
    }

    @Test("in JSON cells have their spans, pages and boxes")
    func json() throws {
        #expect(
            try TableFormat.json.text([small].map { CheckedTable($0) }, file: "文/a.pdf") == """
                {
                  "file" : "文/a.pdf",
                  "tables" : [
                    {
                      "cells" : [
                        {
                          "column" : 0,
                          "column_span" : 1,
                          "row" : 0,
                          "row_span" : 1,
                          "text" : "x"
                        }
                      ],
                      "columns" : 1,
                      "doubts" : [
                        "columns_by_alignment"
                      ],
                      "grid" : "inferred",
                      "pages" : [

                      ],
                      "rows" : 1,
                      "ruled" : false
                    }
                  ]
                }

                """)
        let lines = try TableFormat.json.text([table].map { CheckedTable($0) }, file: "a.pdf").split(separator: "\n")
            .map {
                $0.drop { $0 == " " }
            }
        #expect(lines.prefix(10).joined() == #"{"file" : "a.pdf","tables" : [{"box" : [10,20,100.13,90],"#)
        #expect(lines.contains("\"row_span\" : 2,"))
        #expect(lines.contains("\"column_span\" : 2,"))
        #expect(lines.contains("\"page\" : 3,"))
    }

    @Test("several tables are parted by a blank line")
    func several() throws {
        #expect(try TableFormat.csv.text([small, small].map { CheckedTable($0) }, file: "") == "x\n\nx\n")
        #expect(
            try TableFormat.markdown.text([small, small].map { CheckedTable($0) }, file: "")
                == "| x |\n|---|\n\n| x |\n|---|\n")
        #expect(
            try TableFormat.html.text([small, small].map { CheckedTable($0) }, file: "")
                == "\(Self.inferred)\n<tr><td>x</td></tr>\n</table>\n\n\(Self.inferred)\n<tr><td>x</td></tr>\n</table>\n"
        )
    }

    private static let inferred = #"<table title="columns by alignment alone" style="outline: 2px dashed #c60">"#

    @Test("no table is an empty text, or an empty list in JSON")
    func none() throws {
        #expect(try TableFormat.csv.text([], file: "a.pdf") == "")
        #expect(try TableFormat.html.text([], file: "a.pdf") == "")
        #expect(
            try TableFormat.json.text([], file: "a.pdf") == "{\n  \"file\" : \"a.pdf\",\n  \"tables\" : [\n\n  ]\n}\n")
    }
}
