import DocumentModel
import OfficeReader
import TestSupport
import Testing

@Suite("Sheets of workbooks")
struct WorkbookTests {
    /// Style 1 has lines on all sides, 2 shows thousands, 3 nothing for zeros, 4 days.
    private static let styles = """
        <numFmts><numFmt numFmtId='170' formatCode='0;-0;;@'/></numFmts>
        <borders><border/><border><left style='thin'/><right style='thin'/><top style='thin'/></border></borders>
        <cellXfs><xf numFmtId='0' borderId='0'/><xf numFmtId='0' borderId='1'/><xf numFmtId='3'/><xf numFmtId='170'/>\
        <xf numFmtId='31'/></cellXfs>
        """

    private func book(
        _ sheets: [(attributes: String, content: String)], strings: String = "", properties: String = ""
    ) throws -> OfficeDocument {
        try WorkbookReader().document(
            MadePackage.workbook(sheets, styles: Self.styles, strings: strings, properties: properties)[...])
    }

    /// A sheet with rows of texts; of numbers they are numbers. Blanks are no cells; `style` is that of all.
    private func rows(_ rows: [[String]], style: Int = 0, from first: Int = 1) -> String {
        let rows = rows.enumerated().map { number, cells in
            let cells = cells.enumerated().map { column, text -> String in
                let place = "\(Array("ABCDEFGHIJ")[column])\(first + number)"
                if text.isEmpty { return style == 0 ? "" : "<c r='\(place)' s='\(style)'/>" }
                return Double(text) == nil
                    ? "<c r='\(place)' s='\(style)' t='inlineStr'><is><t>\(text)</t></is></c>"
                    : "<c r='\(place)' s='\(style)'><v>\(text)</v></c>"
            }
            return "<row r='\(first + number)'>\(cells.joined())</row>"
        }
        return rows.joined()
    }

    private func sheet(_ rows: String, before: String = "", after: String = "") -> (String, String) {
        ("", "\(before)<sheetData>\(rows)</sheetData>\(after)")
    }

    @Test("cells show shared strings, strings of their own, results of formulas, truth values and errors")
    func values() throws {
        let strings =
            "<si><t>甲</t><phoneticPr/></si><si><r><rPr/><t>乙</t></r><r><t xml:space='preserve'> 丙</t></r><rPh><t>bing</t></rPh></si><si><t>_x4E01__x000D_</t></si>"
        let cells = """
            <row><c t='s'><v>0</v></c><c t='s'><v>1</v></c><c t='s'><v>2</v></c></row>
            <row r='2'><c r='A2'><f>SUM(B2:C2)</f><v>7</v></c><c r='B2' t='str'><f>A1</f><v>甲</v></c><c r='C2' t='b'><v>1</v></c></row>
            <row r='3'><c r='A3' t='e'><v>#REF!</v></c><c r='B3'><f>SUM(A1:A2)</f></c><c r='C3' t='s'><v>9</v></c></row>
            """
        #expect(
            try listing(book([sheet(cells)], strings: strings))
                == ["[0,0 甲 | 0,1 乙 丙 | 0,2 丁 | 1,0 7 | 1,1 甲 | 1,2 TRUE | 2,0 #REF! | 2,1 =SUM(A1:A2) | 2,2 \u{FFFD}]"]
        )
    }

    @Test("numbers are shown by their formats")
    func formats() throws {
        let cells =
            "<row r='1'><c r='A1' s='2'><v>1234.6</v></c><c r='B1' s='3'><v>0</v></c><c r='C1' s='4'><v>45292</v></c><c r='D1'><v>1.5E2</v></c></row>"
        #expect(try listing(book([sheet(cells)])) == ["[0,0 1,235 | 0,1 2024年1月1日 | 0,2 150]"])
        let other = try book([sheet(cells)], properties: "<workbookPr date1904='1'/>")
        #expect(listing(other) == ["[0,0 1,235 | 0,1 2028年1月2日 | 0,2 150]"])
    }

    @Test("merged ranges are cells; what lies under one is not shown")
    func merges() throws {
        let after =
            "<mergeCells><mergeCell ref='A1:B2'/><mergeCell ref='B2:C2'/><mergeCell ref='A9:XFD1048576'/><mergeCell ref='?'/></mergeCells>"
        let content = sheet(rows([["甲", "x", "1"], ["x", "x", "2"], ["乙", "丙", "3"]]), after: after)
        #expect(try listing(book([content])) == ["[0-1,0-1 甲 | 0,2 1 | 1,2 2 | 2,0 乙 | 2,1 丙 | 2,2 3]"])
    }

    @Test("hidden rows, columns and sheets are left out, and counted")
    func hidden() throws {
        let columns = "<cols><col min='2' max='2' hidden='1'/><col min='3' max='3' width='0' customWidth='1'/></cols>"
        let content = """
            <row r='1'><c r='A1'><v>1</v></c><c r='B1'><v>2</v></c><c r='C1'><v>3</v></c><c r='D1'><v>4</v></c></row>
            <row r='2' hidden='1'><c r='A2'><v>5</v></c><c r='D2'><v>6</v></c></row>
            <row r='3' hidden='0'><c r='A3'><v>7</v></c><c r='D3'><v>8</v></c></row>
            """
        let document = try book([
            sheet(content, before: columns), ("state='hidden'", "<sheetData>\(rows([["x", "y"]]))</sheetData>"),
            ("state='veryHidden'", ""), ("state='visible'", "<sheetData>\(rows([["甲", "乙"]]))</sheetData>"),
        ])
        #expect(listing(document) == ["[0,0 1 | 0,1 4 | 1,0 7 | 1,1 8]", "[0,0 甲 | 0,1 乙]"])
        #expect(document.omissions.hiddenSheets == 2)
        #expect(document.omissions.hiddenRows == 1 && document.omissions.hiddenColumns == 2)
    }

    @Test("a merged cell whose first row or column is hidden shows what it holds")
    func hiddenAnchor() throws {
        let content =
            "<row r='1' hidden='1'><c r='A1' t='inlineStr'><is><t>甲</t></is></c></row>"
            + rows([["", "1"], ["", "2"]], from: 2)
        let document = try book([
            sheet(
                content.replacing("<row r='2'>", with: "<row r='2'><c r='A2' s='1'/>").replacing(
                    "<row r='3'>", with: "<row r='3'><c r='A3' s='1'/>"),
                after: "<mergeCells><mergeCell ref='A1:A3'/></mergeCells>")
        ])
        #expect(listing(document) == ["[0-1,0 甲 | 0,1 1 | 1,1 2]"])
    }

    @Test("rows hidden unless they say otherwise")
    func zeroHeight() throws {
        let content =
            "<row r='1'><c r='A1'><v>1</v></c><c r='B1'><v>2</v></c></row><row r='2' hidden='0'><c r='A2'><v>3</v></c><c r='B2'><v>4</v></c></row>"
        #expect(try listing(book([sheet(content, before: "<sheetFormatPr zeroHeight='1'/>")])) == ["[0,0 3 | 0,1 4]"])
    }

    @Test("what stands between ruled tables is text")
    func ruled() throws {
        let content =
            rows([["某局年度报告"], ["一、总体情况"]]) + rows([["规章", "1"], ["规范性文件", "2"]], style: 1, from: 3)
            + rows([["填报人：张三", "单位：件"]], from: 5) + rows([["许可", "3"], ["", ""]], style: 1, from: 6)
        let document = try book([sheet(content, after: "<mergeCells><mergeCell ref='A1:B1'/></mergeCells>")])
        #expect(
            listing(document) == [
                "某局年度报告", "一、总体情况", "[0,0 规章 | 0,1 1 | 1,0 规范性文件 | 1,1 2]", "填报人：张三 单位：件",
                "[0,0 许可 | 0,1 3 | 1,0  | 1,1 ]",
            ])
    }

    @Test("without lines, blank rows and rows of one text part tables")
    func unruled() throws {
        let prose = String(repeating: "公开", count: 40)
        let content =
            rows([["报告"], ["信息内容", "件数"], ["规章", "1"], ["许可"], ["处罚", "2"], [prose]])
            + rows([["内容", "数量"], ["收费", "3"]], from: 8)
        #expect(
            try listing(book([sheet(content)])) == [
                "报告", "[0,0 信息内容 | 0,1 件数 | 1,0 规章 | 1,1 1 | 2,0 许可 | 2,1  | 3,0 处罚 | 3,1 2]", prose,
                "[0,0 内容 | 0,1 数量 | 1,0 收费 | 1,1 3]",
            ])
    }

    @Test("without lines, a text merged over the table's columns is the table's, another one is not")
    func mergedTitle() throws {
        let content = rows([["报告", "", ""], ["第二十条", ""], ["规章", "1"], ["许可", "2"]])
        let document = try book([
            sheet(content, after: "<mergeCells><mergeCell ref='A1:C1'/><mergeCell ref='A2:B2'/></mergeCells>")
        ])
        #expect(listing(document) == ["报告", "[0,0-1 第二十条 | 1,0 规章 | 1,1 1 | 2,0 许可 | 2,1 2]"])
    }

    @Test("sheets that cannot be are read in part, with a word")
    func tooLarge() throws {
        let row = "<row><c><v>1</v></c></row>"
        let far =
            "<row r='1'><c r='A1'><v>1</v></c></row><row r='1048576'><c r='XFD1048576'><v>2</v></c></row><row r='9999999'><c><v>3</v></c></row>"
        #expect(try listing(book([sheet(far)])) == ["1", "2"])
        let many = try book([sheet(String(repeating: row, count: 200_002))])
        #expect(many.damages == ["xl/worksheets/sheet1.xml: more than 200000 cells"])
        // A square of ten thousand rows and columns.
        let wide = "<row r='1'>" + (1...1500).map { "<c r='\(column($0))1'><v>1</v></c>" }.joined() + "</row>"
        let tall = (2...1500).map { "<row r='\($0)'><c r='A\($0)'><v>1</v></c></row>" }.joined()
        #expect(try book([sheet(wide + tall)]).damages == ["xl/worksheets/sheet1.xml: the sheet is too large"])
    }

    private func column(_ number: Int) -> String {
        number == 0 ? "" : column((number - 1) / 26) + String(Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ")[(number - 1) % 26])
    }
}
