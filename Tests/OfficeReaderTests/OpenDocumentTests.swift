import DocumentModel
import OfficeReader
import TestSupport
import Testing

@Suite("OpenDocument texts and spreadsheets")
struct OpenDocumentTests {
    private func text(_ body: String, automatic: String = "", styles: String = "") throws -> OfficeDocument {
        try TextDocumentReader().document(
            MadePackage.openDocument("text", body, automaticStyles: automatic, styles: styles)[...])
    }

    private func sheets(_ body: String, automatic: String = "") throws -> OfficeDocument {
        try SpreadsheetReader().document(
            MadePackage.openDocument("spreadsheet", body, automaticStyles: automatic)[...])
    }

    private func cell(_ text: String, _ attributes: String = "") -> String {
        "<table:table-cell \(attributes)><text:p>\(text)</text:p></table:table-cell>"
    }

    @Test(
        "what a paragraph shows",
        arguments: [
            ("<text:p>甲 \n 乙<text:s text:c='3'/>1<text:tab/>2</text:p>", ["甲 乙   1 2"]),
            ("<text:p>甲<text:line-break/>乙</text:p>", ["甲", "乙"]),
            ("<text:h text:outline-level='1'>甲</text:h>", ["# 甲"]),
            (
                "<text:p>5<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>注</text:p></text:note-body></text:note>件</text:p>",
                ["5件"]
            ),
            ("<text:p>5<office:annotation><text:p>批</text:p></office:annotation></text:p>", ["5"]),
            (
                "<text:p><text:ruby><text:ruby-base>违</text:ruby-base><text:ruby-text>wéi</text:ruby-text></text:ruby></text:p>",
                ["违"]
            ),
            (
                "<text:p><text:a>甲</text:a><text:span>乙<text:span>丙</text:span></text:span><text:page-number>7</text:page-number></text:p>",
                ["甲乙丙7"]
            ),
            (
                "<text:p>段<draw:frame><draw:text-box><text:p>框</text:p></draw:text-box></draw:frame></text:p>",
                ["段", "框"]
            ),
            (
                "<text:section><text:p>甲</text:p></text:section><text:section text:display='none'><text:p>乙</text:p></text:section>",
                ["甲"]
            ),
            ("<text:p><text:hidden-text text:is-hidden='true'>甲</text:hidden-text>乙</text:p>", ["乙"]),
        ])
    func shown(body: String, expected: [String]) throws { #expect(try listing(text(body)) == expected) }

    @Test("deleted text is not read")
    func changes() throws {
        let body = """
            <text:tracked-changes><text:changed-region><text:deletion><text:p>旧</text:p></text:deletion></text:changed-region>\
            <text:changed-region><text:insertion/></text:changed-region></text:tracked-changes>
            <text:p>20<text:change/><text:change-start/>23<text:change-end/></text:p>
            """
        let document = try text(body)
        #expect(listing(document) == ["2023"] && document.omissions.deletions == 1)
    }

    @Test("hidden text is left out, by its style or by one that its style is based on")
    func hidden() throws {
        let styles =
            "<style:style style:name='H' style:family='text'><style:text-properties text:display='none'/></style:style><style:style style:name='H' style:family='paragraph'/>"
        let automatic = "<style:style style:name='T1' style:family='text' style:parent-style-name='H'/>"
        let document = try text(
            "<text:p text:style-name='H'>甲<text:span text:style-name='T1'>40</text:span></text:p>",
            automatic: automatic, styles: styles)
        #expect(listing(document) == ["甲"] && document.omissions.hiddenTexts == 1)
    }

    private static let list = """
        <text:list-style style:name='L'>\
        <text:list-level-style-number text:level='1' style:num-format='一, 二, 三, ...' style:num-suffix='、'/>\
        <text:list-level-style-number text:level='2' style:num-format='1' text:display-levels='1' style:num-prefix='（' style:num-suffix='）'/>\
        </text:list-style><text:list-style style:name='B'><text:list-level-style-bullet text:level='1' text:bullet-char='•'/></text:list-style>
        """

    @Test("lists are numbered, levels begin again, lists go on")
    func lists() throws {
        func item(_ content: String, _ attributes: String = "") -> String {
            "<text:list-item \(attributes)>\(content)</text:list-item>"
        }
        let inner =
            "<text:list>\(item("<text:p>甲</text:p><text:p>续</text:p>"))\(item("<text:p>乙</text:p>"))</text:list>"
        let body = """
            <text:list xml:id='a' text:style-name='L'>\(item("<text:p>丙</text:p>\(inner)"))\(item("<text:p>丁</text:p>\(inner)"))</text:list>\
            <text:list text:style-name='L'>\(item("<text:p>新</text:p>"))</text:list>\
            <text:list text:style-name='L' text:continue-list='a'>\(item("<text:p>戊</text:p>"))<text:list-header><text:p>己</text:p></text:list-header></text:list>\
            <text:list text:style-name='L' text:continue-numbering='true'>\(item("<text:p>庚</text:p>"))\(item("<text:p>辛</text:p>", "text:start-value='9'"))</text:list>\
            <text:list text:style-name='B'>\(item("<text:p>壬</text:p>"))</text:list>
            """
        #expect(
            try listing(text(body, automatic: Self.list)) == [
                "一、丙", "（1）甲", "续", "（2）乙", "二、丁", "（1）甲", "续", "（2）乙", "一、新", "三、戊", "己", "四、庚", "九、辛", "壬",
            ])
    }

    @Test("headings have the outline's numbers")
    func outline() throws {
        let styles =
            "<text:outline-style><text:outline-level-style text:level='1' style:num-format='一, 二, 三, ...' style:num-suffix='、'/></text:outline-style>"
        let body =
            "<text:h text:outline-level='1'>甲</text:h><text:h text:outline-level='2'>子</text:h><text:h text:outline-level='1'>乙</text:h>"
        #expect(try listing(text(body, styles: styles)) == ["# 一、甲", "# 子", "# 二、乙"])
    }

    @Test("spans and covered cells make an exact grid; hidden rows are left out")
    func table() throws {
        let covered = "<table:covered-table-cell/>"
        let body = """
            <table:table><table:table-column table:number-columns-repeated='3'/><table:table-header-rows><table:table-row>\
            \(cell("甲", "table:number-columns-spanned='2'"))\(covered)\(cell("乙", "table:number-rows-spanned='3'"))</table:table-row>\
            </table:table-header-rows><table:table-row table:visibility='collapse'>\(cell("x"))\(cell("x"))\(covered)</table:table-row>\
            <table:table-row>\(cell("1"))\(cell("2"))\(covered)</table:table-row></table:table>
            """
        let document = try text(body)
        #expect(listing(document) == ["[0,0-1 甲 | 0-1,2 乙 | 1,0 1 | 1,1 2]"] && document.omissions.hiddenRows == 1)
    }

    @Test("a table with cells over each other is none: its texts are lines")
    func overlapping() throws {
        let body =
            "<table:table><table:table-row>\(cell("甲", "table:number-rows-spanned='2'"))\(cell("1"))</table:table-row><table:table-row>\(cell("乙"))\(cell("2"))</table:table-row></table:table>"
        #expect(try listing(text(body)) == ["甲", "1", "乙", "2"])
    }

    @Test("a sheet shows texts, not values; repeated cells are there as often as they say")
    func sheet() throws {
        let body = """
            <table:table table:name='一'><table:table-row>\(cell("内容"))\(cell("数", "table:number-columns-spanned='2'"))\
            <table:covered-table-cell/></table:table-row><table:table-row>\(cell("规章"))\
            \(cell("1,235", "office:value-type='float' office:value='1234.6' table:number-columns-repeated='2'"))\
            <table:table-cell table:number-columns-repeated='16381'/></table:table-row>\
            <table:table-row><table:table-cell office:value-type='string' office:string-value='许可'/>\
            <table:table-cell office:value-type='float' office:value='7'/></table:table-row>\
            <table:table-row table:number-rows-repeated='1048000'><table:table-cell table:number-columns-repeated='16384'/></table:table-row></table:table>
            """
        #expect(
            try listing(sheets(body))
                == ["[0,0 内容 | 0,1-2 数 | 1,0 规章 | 1,1 1,235 | 1,2 1,235 | 2,0 许可 | 2,1 7 | 2,2 ]"])
    }

    @Test(
        "what stands between cells with lines is text", arguments: ["fo:border", "fo:border-left", "fo:border-right"])
    func ruled(side: String) throws {
        func style(_ name: String, _ properties: String) -> String {
            "<style:style style:name='\(name)' style:family='table-cell'><style:table-cell-properties \(properties)/></style:style>"
        }
        func row(_ first: String, _ second: String, _ style: String) -> String {
            "<table:table-row>\(cell(first, "table:style-name='\(style)'"))\(cell(second, "table:style-name='\(style)'"))</table:table-row>"
        }
        let body =
            row("规章", "1", "c") + row("许可", "2", "c")
            + "<table:table-row>\(cell("三、申请", "table:style-name='d'"))</table:table-row>"
            + row("收费", "3", "c")
        let automatic = style("c", "\(side)='0.06pt solid #000000'") + style("d", "\(side)='none'")
        #expect(
            try listing(sheets("<table:table>\(body)</table:table>", automatic: automatic)) == [
                "[0,0 规章 | 0,1 1 | 1,0 许可 | 1,1 2]", "三、申请", "[0,0 收费 | 0,1 3]",
            ])
    }

    @Test("hidden and filtered rows, hidden columns and sheets are left out; so are changes and comments")
    func hiddenCells() throws {
        let automatic =
            "<style:style style:name='ta2' style:family='table'><style:table-properties table:display='false'/></style:style>"
        let body = """
            <table:tracked-changes><table:deletion><table:cell-content-deletion><text:p>旧</text:p></table:cell-content-deletion></table:deletion></table:tracked-changes>\
            <table:table><table:table-column/><table:table-column table:visibility='collapse'/><table:table-column/>\
            <table:table-row>\(cell("甲"))\(cell("x"))<table:table-cell><office:annotation><text:p>批</text:p></office:annotation><text:p>1</text:p></table:table-cell></table:table-row>\
            <table:table-row table:visibility='filter'>\(cell("x"))\(cell("x"))\(cell("x"))</table:table-row>\
            <table:table-row-group table:display='false'><table:table-row>\(cell("x"))\(cell("x"))\(cell("x"))</table:table-row></table:table-row-group>\
            <table:table-row>\(cell("乙"))\(cell("x"))\(cell("2"))</table:table-row></table:table>\
            <table:table table:style-name='ta2'><table:table-row>\(cell("x"))</table:table-row></table:table>
            """
        let document = try sheets(body, automatic: automatic)
        #expect(listing(document) == ["[0,0 甲 | 0,1 1 | 1,0 乙 | 1,1 2]"])
        #expect(document.omissions.hiddenRows == 2 && document.omissions.hiddenColumns == 1)
        #expect(document.omissions.hiddenSheets == 1)
    }

    @Test("a million repetitions of something end")
    func endless() throws {
        let repeated =
            "<table:table-row table:number-rows-repeated='1000000'>\(cell("1", "table:number-columns-repeated='1000000'"))</table:table-row>"
        let document = try sheets("<table:table table:name='一'>\(repeated)</table:table>")
        #expect(document.damages == ["一: more than 200000 cells"])
        #expect(throws: Never.self) { try text("<table:table>\(repeated)</table:table>") }
        let blanks = "<text:p>甲<text:s text:c='2000000000'/>乙</text:p>"
        #expect(try listing(text(blanks)).first?.count == 1002)
    }

    @Test("an encrypted document is refused")
    func encrypted() throws {
        let manifest = "<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>"
        let bytes = MadePackage.openDocument("text", "<text:p>甲</text:p>", manifest: manifest)
        let error = #expect(throws: OfficeError.self) { try TextDocumentReader().document(bytes[...]) }
        #expect(error?.kind == .encrypted)
    }
}
