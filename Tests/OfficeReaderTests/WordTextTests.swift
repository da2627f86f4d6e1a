import DocumentModel
import OfficeReader
import TestSupport
import Testing

@Suite("Text of word-processing documents")
struct WordTextTests {
    private func text(_ runs: String, styles: String? = nil) throws -> [String] {
        try listing(word("<w:p>\(runs)</w:p>", styles: styles))
    }

    @Test(
        "what a paragraph shows",
        arguments: [
            ("<w:r><w:t>甲</w:t><w:tab/><w:t xml:space='preserve'> 1 </w:t></w:r><w:r><w:t>乙</w:t></w:r>", ["甲  1 乙"]),
            ("<w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t><w:cr/><w:t>丙</w:t></w:r>", ["甲", "乙", "丙"]),
            ("<w:r><w:t>1</w:t><w:noBreakHyphen/><w:t>2</w:t><w:softHyphen/></w:r>", ["1-2"]),
            (
                "<w:hyperlink><w:r><w:t>甲</w:t></w:r></w:hyperlink><w:smartTag><w:r><w:t>乙</w:t></w:r></w:smartTag>",
                ["甲乙"]
            ),
            (
                "<w:sdt><w:sdtPr><w:alias w:val='名'/></w:sdtPr><w:sdtContent><w:r><w:t>甲</w:t></w:r></w:sdtContent></w:sdt>",
                ["甲"]
            ),
            ("<m:oMath><m:r><m:t>3</m:t></m:r></m:oMath>", ["3"]),
            ("<w:r><w:t>5</w:t></w:r><w:r><w:footnoteReference w:id='2'/></w:r><w:r><w:t>件</w:t></w:r>", ["5件"]),
            (
                "<w:r><w:t>5</w:t></w:r><w:r><w:footnoteReference w:customMarkFollows='1' w:id='2'/><w:t>1</w:t></w:r>",
                ["5"]
            ),
            (
                "<w:r><w:ruby><w:rt><w:r><w:t>wéi</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>违</w:t></w:r></w:rubyBase></w:ruby></w:r>",
                ["违"]
            ),
            ("<w:r><w:t>\u{200B} 甲\u{FEFF} </w:t></w:r>", ["甲"]), ("<w:r><w:t> </w:t></w:r>", []),
        ])
    func shown(runs: String, expected: [String]) throws { #expect(try text(runs) == expected) }

    @Test(
        "symbols show what their font has",
        arguments: [
            ("<w:sym w:font='Symbol' w:char='F032'/><w:sym w:font='Symbol' w:char='33'/>", "23"),
            ("<w:sym w:font='Wingdings' w:char='F0FE'/><w:sym w:font='Wingdings' w:char='F0A8'/>", "☑□"),
            ("<w:sym w:font='Wingdings' w:char='F031'/>", "\u{FFFD}"), ("<w:sym w:font='SimSun' w:char='4E00'/>", "一"),
            ("<w:t>\u{F034}</w:t>", "4"), ("<w:sym w:font='Symbol' w:char='F061'/>", "\u{FFFD}"),
            ("<w:sym w:font='Symbol' w:char='Z'/><w:t>甲</w:t>", "甲"),
        ])
    func symbols(content: String, expected: String) throws { #expect(try text("<w:r>\(content)</w:r>") == [expected]) }

    private static let begin = "<w:r><w:fldChar w:fldCharType='begin'/></w:r>"
    private static let separate = "<w:r><w:fldChar w:fldCharType='separate'/></w:r>"
    private static let end = "<w:r><w:fldChar w:fldCharType='end'/></w:r>"
    private static func run(_ text: String) -> String { "<w:r><w:t>\(text)</w:t></w:r>" }

    @Test(
        "of a field its result is read, not its instruction",
        arguments: [
            (begin + "<w:r><w:instrText>=SUM(LEFT)</w:instrText></w:r>" + separate + run("87") + end, ["87"]),
            ("<w:fldSimple w:instr='=SUM(LEFT)'>" + run("87") + "</w:fldSimple>", ["87"]),
            // A field in the instruction of another one.
            (run("甲") + begin + begin + separate + run("1") + end + separate + run("2") + end + run("乙"), ["甲2乙"]),
            (begin + run("x") + end + run("乙"), ["乙"]),
            // One that never ends hides nothing.
            (begin + run("甲"), ["甲"]), (separate + run("甲") + end + end + run("乙"), ["甲乙"]),
        ])
    func fields(runs: String, expected: [String]) throws { #expect(try text(runs) == expected) }

    @Test("a field may begin in one paragraph and end in another")
    func longField() throws {
        let body =
            "<w:p>\(Self.begin)\(Self.run("x"))</w:p><w:p>\(Self.run("y"))\(Self.separate)\(Self.run("1"))</w:p><w:p>\(Self.run("2"))\(Self.end)</w:p>"
        #expect(try listing(word(body)) == ["1", "2"])
    }

    @Test("what is inserted is read, what is deleted or moved away is not")
    func changes() throws {
        let document = try word(
            """
            <w:p><w:r><w:t>20</w:t></w:r><w:del><w:r><w:delText>22</w:delText><w:t>33</w:t></w:r></w:del>\
            <w:ins><w:r><w:t>23</w:t></w:r></w:ins></w:p>
            <w:p><w:moveFrom><w:r><w:t>旧</w:t></w:r></w:moveFrom></w:p><w:p><w:moveTo><w:r><w:t>新</w:t></w:r></w:moveTo></w:p>
            """)
        #expect(listing(document) == ["2023", "新"])
        #expect(document.omissions.deletions == 2)
    }

    @Test("a paragraph whose mark is deleted is one with the next")
    func mark() throws {
        #expect(
            try listing(word(p("甲", "<w:rPr><w:del/></w:rPr>") + p("乙") + p("丙"))) == ["甲乙", "丙"])
        #expect(try listing(word(p("甲", "<w:rPr><w:del/></w:rPr>"))) == ["甲"])
    }

    private static let styles = """
        <w:style w:type='paragraph' w:default='1' w:styleId='n'><w:name w:val='Normal'/></w:style>
        <w:style w:type='paragraph' w:styleId='h'><w:name w:val='heading 1'/><w:basedOn w:val='n'/>
        <w:pPr><w:outlineLvl w:val='0'/></w:pPr></w:style>
        <w:style w:type='paragraph' w:styleId='hh'><w:name w:val='mine'/><w:basedOn w:val='h'/></w:style>
        <w:style w:type='paragraph' w:styleId='v'><w:name w:val='v'/><w:rPr><w:vanish/></w:rPr></w:style>
        <w:style w:type='character' w:styleId='c'><w:name w:val='c'/><w:rPr><w:vanish/></w:rPr></w:style>
        <w:style w:type='paragraph' w:styleId='loop'><w:name w:val='loop'/><w:basedOn w:val='loop'/></w:style>
        """

    @Test(
        "hidden text is left out, whoever hides it",
        arguments: [
            ("<w:rPr><w:vanish/></w:rPr>", "", true), ("<w:rPr><w:vanish w:val='0'/></w:rPr>", "", false),
            ("<w:rPr><w:vanish w:val='true'/></w:rPr>", "", true), ("<w:rPr><w:rStyle w:val='c'/></w:rPr>", "", true),
            ("", "<w:pStyle w:val='v'/>", true), ("<w:rPr><w:webHidden/></w:rPr>", "", false),
            // Each style turns it over, what the run says counts.
            ("<w:rPr><w:rStyle w:val='c'/></w:rPr>", "<w:pStyle w:val='v'/>", false),
            ("<w:rPr><w:vanish w:val='off'/></w:rPr>", "<w:pStyle w:val='v'/>", false),
        ])
    func hidden(run: String, paragraph: String, isHidden: Bool) throws {
        let document = try word(
            "<w:p><w:pPr>\(paragraph)</w:pPr><w:r>\(run)<w:t>40</w:t></w:r></w:p>", styles: Self.styles)
        #expect(listing(document) == (isHidden ? [] : ["40"]))
        #expect(document.omissions.hiddenTexts == (isHidden ? 1 : 0))
    }

    @Test("headings are known by their outline level, their style, or its base")
    func headings() throws {
        let body =
            p("甲", "<w:pStyle w:val='h'/>") + p("乙", "<w:pStyle w:val='hh'/>") + p("丙", "<w:outlineLvl w:val='1'/>")
            + p("丁", "<w:pStyle w:val='h'/><w:outlineLvl w:val='9'/>") + p("戊", "<w:pStyle w:val='loop'/>")
        #expect(try listing(word(body, styles: Self.styles)) == ["# 甲", "# 乙", "# 丙", "丁", "戊"])
    }

    @Test("text boxes are read once, behind the paragraph they are anchored in")
    func boxes() throws {
        let box = "<w:txbxContent>\(p("框"))</w:txbxContent>"
        let choice =
            "<mc:Choice Requires='wps'><w:drawing><wps:wsp><wps:txbx>\(box)</wps:txbx></wps:wsp></w:drawing></mc:Choice>"
        let fallback = "<mc:Fallback><w:pict><v:shape><v:textbox>\(box)</v:textbox></v:shape></w:pict></mc:Fallback>"
        let both = "<w:p><w:r><mc:AlternateContent>\(choice)\(fallback)</mc:AlternateContent><w:t>段</w:t></w:r></w:p>"
        #expect(try listing(word(both)) == ["段", "框"])
        let only = "<w:p><w:r><mc:AlternateContent>\(fallback)</mc:AlternateContent></w:r></w:p>"
        #expect(try listing(word(only)) == ["框"])
        #expect(
            try listing(word("<w:p><w:r><w:pict><v:shape><v:textbox>\(box)</v:textbox></v:shape></w:pict></w:r></w:p>"))
                == ["框"])
    }

    @Test("strict namespaces are the same as transitional ones")
    func strict() throws {
        let part =
            "<document xmlns='http://purl.oclc.org/ooxml/wordprocessingml/main'><body><p><r><t>甲</t></r></p></body></document>"
        let bytes = MadePackage.archive([("word/document.xml", part)])
        #expect(try listing(WordReader().document(bytes[...])) == ["甲"])
    }

    @Test("properties are those of the package's parts")
    func properties() throws {
        let core = """
            <c:coreProperties xmlns:c='http://schemas.openxmlformats.org/package/2006/metadata/core-properties' \
            xmlns:d='http://purl.org/dc/elements/1.1/' xmlns:t='http://purl.org/dc/terms/'><d:title> 题 </d:title>\
            <d:creator>办公室</d:creator><t:created>2024-01-12T09:30:00Z</t:created><d:subject/></c:coreProperties>
            """
        let app =
            "<Properties xmlns='http://schemas.openxmlformats.org/officeDocument/2006/extended-properties'><Company>某局</Company></Properties>"
        let bytes = MadePackage.word(p("甲"), parts: [("docProps/core.xml", core), ("docProps/app.xml", app)])
        let properties = try WordReader().document(bytes[...]).properties
        #expect(properties.title == "题" && properties.author == "办公室" && properties.company == "某局")
        #expect(properties.created == "2024-01-12T09:30:00Z" && properties.subject == nil)
    }
}
