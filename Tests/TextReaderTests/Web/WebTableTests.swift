import DocumentModel
import TestSupport
import Testing
import TextReader

@Suite("Tables of a web page")
struct WebTableTests {
    private func tables(_ html: String) throws -> [Table] {
        try HTMLReader().page(of: html).blocks.compactMap(\.table)
    }

    private func listing(_ rows: String) throws -> [String] {
        let tables = try tables("<table>\(rows)</table>")
        #expect(tables.count == 1)
        return tables.first?.listing ?? []
    }

    @Test("cells with spans lie where a browser puts them")
    func spans() throws {
        #expect(
            try listing("<tr><td rowspan=2>a<td colspan=2>b<tr><td>c<td>d<tr><td>e<td>f<td>g") == [
                "0-1,0 a", "0,1-2 b", "1,1 c", "1,2 d", "2,0 e", "2,1 f", "2,2 g",
            ])
    }

    @Test("a table fills its grid: cells that are missing are blank")
    func missing() throws {
        #expect(try listing("<tr><td>a<td>b<td>c<tr><td>d") == ["0,0 a", "0,1 b", "0,2 c", "1,0 d", "1,1 ", "1,2 "])
    }

    @Test("a rowspan of 0 goes down to the end of its row group")
    func zero() throws {
        #expect(
            try listing("<tbody><tr><td rowspan=0>a<td>b<tr><td>c<tr><td>d<tbody><tr><td>e<td>f") == [
                "0-2,0 a", "0,1 b", "1,1 c", "2,1 d", "3,0 e", "3,1 f",
            ])
    }

    @Test("a rowspan that is too large ends with its row group")
    func tall() throws {
        #expect(
            try listing("<thead><tr><td rowspan=99>a<td>b<tbody><tr><td>c<td>d") == [
                "0,0 a", "0,1 b", "1,0 c", "1,1 d",
            ])
    }

    @Test(
        "a colspan that is too large makes no columns",
        arguments: ["3", "99", "1000000", "99999999999999999999", "+7", " 8 "])
    func wide(span: String) throws {
        #expect(try listing("<tr><td colspan='\(span)'>a<tr><td>b<td>c") == ["0,0-1 a", "1,0 b", "1,1 c"])
    }

    @Test("a span that is no number is 1", arguments: ["0", "-2", "", "x"])
    func noSpan(span: String) throws {
        #expect(try listing("<tr><td colspan='\(span)'>a<td>b") == ["0,0 a", "0,1 b"])
    }

    @Test("where spans overlap, the first cell keeps its place")
    func overlap() throws {
        #expect(
            try listing("<tr><td>a<td rowspan=2>b<td>c<tr><td colspan=3>d<td>e") == [
                "0,0 a", "0-1,1 b", "0,2 c", "1,0 d", "1,2 e",
            ])
    }

    @Test("rows in which no cell begins are dropped")
    func emptyRows() throws {
        #expect(
            try listing("<tr><td rowspan=3>a<td rowspan=3>b<tr></tr><tr></tr><tr><td>c<td>d") == [
                "0,0 a", "0,1 b", "1,0 c", "1,1 d",
            ])
    }

    @Test("the foot comes last, wherever it stands; the caption before the table")
    func groups() throws {
        let blocks = try HTMLReader().page(
            of:
                "<table><caption>表一</caption><tfoot><tr><td>总计<td>3</tfoot><thead><tr><th>项<th>数</thead><tr><td>甲<td>3</table>"
        ).blocks
        #expect(blocks.first?.text?.text == "表一")
        #expect(blocks.last?.table?.listing == ["0,0 项", "0,1 数", "1,0 甲", "1,1 3", "2,0 总计", "2,1 3"])
    }

    @Test(
        "rows and cells are found in broken markup",
        arguments: [
            "<td>a<td>b<tr><td>c<td>d", "<tr><td>a<td>b</tr><td>c<td>d", "<form><tr><td>a<td>b</form><tr><td>c<td>d",
            "<tr><td><ul><li>a<td>b<tr><td><div>c<td>d", "<TR><TH>a<TH>b</TR>\n<TR><TD>c</TD>\n<TD>d</TD></TR>",
            "<tr><td>a</td><td>b</td></tr><![if !supportMisalignedColumns]><tr height=0 style='display:none'><td><td></tr><![endif]><tr><td>c<td>d",
        ])
    func broken(rows: String) throws {
        #expect(try listing(rows) == ["0,0 a", "0,1 b", "1,0 c", "1,1 d"])
    }

    @Test(
        "the pieces of a cell are one text",
        arguments: [
            ("<p>社会<p>公益<br>组织", "社会公益组织"), ("三<br>、<br>本<br>年", "三、本年"), ("<p>Open<p>government", "Open government"),
            ("<span>1</span><span>2</span><o:p></o:p>", "12"), ("\n  <p>\n <span>12</span>\n</p>\n", "12"),
            ("&nbsp;", ""),
            ("\u{200B}0\u{200B}", "0"), ("12.5<br>万元", "12.5万元"), ("共<p>12", "共12"), ("1 234", "1 234"),
            ("<table><tr><td>12</table>", "12"),
        ])
    func pieces(cell: String, text: String) throws {
        #expect(try listing("<tr><td>甲<td>\(cell)</td>") == ["0,0 甲", "0,1 \(text)"])
    }

    @Test(
        "a number broken by a line break is one number, unless it cannot be",
        arguments: [
            ("1234<br>56", "123456"), ("1,234,<br>567", "1,234,567"), ("12<br>.5", "12.5"), ("-12<br>34", "-1234"),
            ("0<br>0", "0\n0"), ("5<br>-3", "5\n-3"), ("１２<br>３４", "１２３４"), ("1.5<br>2.5", "1.5\n2.5"),
            // Paragraphs are no broken lines.
            ("<p>12<p>34", "12\n34"), ("<div>12</div>34", "12\n34"),
        ])
    func numbers(cell: String, text: String) throws {
        #expect(try listing("<tr><td>甲<td>\(cell)</td>").last == "0,1 \(text)")
    }

    @Test("numbers that would have had room in their column are two")
    func room() throws {
        #expect(
            try listing("<tr><td>甲<td>12<br>34<td>12<br>34<tr><td>乙<td>1500<td>150") == [
                "0,0 甲", "0,1 12\n34", "0,2 1234", "1,0 乙", "1,1 1500", "1,2 150",
            ])
    }

    @Test("a cell with a character that could not be decoded is in doubt")
    func doubt() throws {
        let cells = try #require(try tables("<table><tr><td>甲<td>1\u{FFFD}</table>").first).cells
        #expect(cells.map(\.doubt) == [nil, .unreadable])
    }

    @Test("a grid too large to be read by anyone is none")
    func large() throws {
        let row = "<tr>" + String(repeating: "<td>1", count: 2_000)
        #expect(try tables("<table>" + row + String(repeating: "<tr><td>2", count: 2_000)).isEmpty)
        #expect(
            try tables("<table><tr>" + String(repeating: "<td rowspan=65534 colspan=1000>1", count: 20_000) + "<tr>")
                .isEmpty == false)
    }
}
