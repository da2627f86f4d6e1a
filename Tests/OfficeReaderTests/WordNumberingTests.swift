import OfficeReader
import TestSupport
import Testing

@Suite("Numbered paragraphs")
struct WordNumberingTests {
    private static func level(
        _ number: Int, _ format: String, _ text: String, start: Int = 1, rest: String = "<w:suff w:val='nothing'/>"
    ) -> String {
        """
        <w:lvl w:ilvl='\(number)'><w:start w:val='\(start)'/><w:numFmt w:val='\(format)'/>\(rest)\
        <w:lvlText w:val='\(text)'/></w:lvl>
        """
    }

    private static let numbering = """
        <w:abstractNum w:abstractNumId='1'>\(level(0, "chineseCountingThousand", "%1、"))\
        \(level(1, "chineseCounting", "（%2）"))\(level(2, "decimal", "%1.%3.", rest: "<w:isLgl/>"))</w:abstractNum>
        <w:abstractNum w:abstractNumId='2'>\(level(0, "bullet", "\u{F0B7}"))\
        \(level(1, "lowerRoman", "%2)", start: 3, rest: "<w:lvlRestart w:val='0'/>"))</w:abstractNum>
        <w:abstractNum w:abstractNumId='3'><w:numStyleLink w:val='list'/></w:abstractNum>
        <w:abstractNum w:abstractNumId='4'>\(level(0, "decimal", "第%1条", rest: "<w:pStyle w:val='h0'/><w:suff w:val='space'/>"))\
        \(level(1, "decimal", "%1.%2", rest: "<w:pStyle w:val='h1'/>"))</w:abstractNum>
        <w:num w:numId='1'><w:abstractNumId w:val='1'/></w:num>
        <w:num w:numId='2'><w:abstractNumId w:val='1'/></w:num>
        <w:num w:numId='3'><w:abstractNumId w:val='1'/><w:lvlOverride w:ilvl='0'><w:startOverride w:val='5'/></w:lvlOverride></w:num>
        <w:num w:numId='4'><w:abstractNumId w:val='2'/></w:num>
        <w:num w:numId='5'><w:abstractNumId w:val='3'/></w:num>
        <w:num w:numId='6'><w:abstractNumId w:val='4'/></w:num>
        <w:num w:numId='7'><w:abstractNumId w:val='1'/><w:lvlOverride w:ilvl='0'>\(level(0, "upperLetter", "%1."))</w:lvlOverride></w:num>
        """

    private static let styles = """
        <w:style w:type='numbering' w:styleId='list'><w:name w:val='list'/><w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr></w:style>
        <w:style w:type='paragraph' w:styleId='h0'><w:name w:val='a'/><w:pPr><w:numPr><w:numId w:val='6'/></w:numPr></w:pPr></w:style>
        <w:style w:type='paragraph' w:styleId='h1'><w:name w:val='b'/><w:basedOn w:val='h0'/></w:style>
        """

    private func numbers(_ list: [(list: Int, level: Int)]) throws -> [String] {
        let body = list.map { p("·", "<w:numPr><w:ilvl w:val='\($0.level)'/><w:numId w:val='\($0.list)'/></w:numPr>") }
        let document = try word(body.joined(), styles: Self.styles, numbering: Self.numbering)
        return listing(document).map { $0.replacing("·", with: "") }
    }

    @Test("levels count on, and begin again below a new number")
    func levels() throws {
        #expect(
            try numbers([(1, 0), (1, 1), (1, 1), (1, 0), (1, 1), (1, 2), (1, 2)])
                == ["一、", "（一）", "（二）", "二、", "（一）", "2.1. ", "2.2. "])
    }

    @Test("lists of one definition count on from each other, except where one has a start of its own")
    func lists() throws {
        #expect(try numbers([(1, 0), (2, 0), (3, 0), (3, 0), (1, 0)]) == ["一、", "二、", "五、", "六、", "七、"])
    }

    @Test("a level may have another start, and go on below new numbers")
    func starts() throws {
        #expect(try numbers([(4, 0), (4, 1), (4, 1), (4, 0), (4, 1)]) == ["", "iii) ", "iv) ", "", "v) "])
    }

    @Test("a level above that has not begun counts as begun")
    func skipped() throws { #expect(try numbers([(1, 2), (1, 0)]) == ["1.1. ", "二、"]) }

    @Test("a list may have a level of its own, or stand for a style's")
    func overrides() throws { #expect(try numbers([(7, 0), (5, 0)]) == ["A.", "二、"]) }

    @Test("styles bring their list and its level along; no list takes it away")
    func styles() throws {
        let body =
            p("甲", "<w:pStyle w:val='h0'/>") + p("乙", "<w:pStyle w:val='h1'/>")
            + p("丙", "<w:pStyle w:val='h0'/><w:numPr><w:numId w:val='0'/></w:numPr>") + p("丁", "<w:pStyle w:val='h0'/>")
        #expect(
            try listing(word(body, styles: Self.styles, numbering: Self.numbering))
                == ["第1条 甲", "1.1 乙", "丙", "第2条 丁"])
    }

    @Test("numbers of cells count too, those of deleted paragraphs do not")
    func elsewhere() throws {
        let numbered = "<w:numPr><w:ilvl w:val='0'/><w:numId w:val='1'/></w:numPr>"
        let cell = "<w:tc><w:tcPr/>\(p("受理", numbered))</w:tc>"
        let deleted =
            "<w:p><w:pPr>\(numbered)<w:rPr><w:del/></w:rPr></w:pPr><w:del><w:r><w:delText>x</w:delText></w:r></w:del></w:p>"
        let body = tbl(tr(cell, tc("1"))) + deleted + p("结转", numbered)
        #expect(
            try listing(word(body, numbering: Self.numbering)) == ["[0,0 一、受理 | 0,1 1]", "二、结转"])
    }

    @Test("a list that is not defined has no numbers")
    func unknown() throws { #expect(try numbers([(99, 0), (1, 8), (1, -1), (1, 500)]) == ["", "", "", ""]) }
}
