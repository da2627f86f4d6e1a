import PDFReader
import TestSupport
import Testing

@Suite("Document facts")
struct DocumentFactsTests {
    @Test("a document says of itself what its information dictionary holds")
    func facts() throws {
        let file = TestPDF(
            TestPDF.Page(""),
            info: """
                /Title <FEFF653F5E9C4FE1606F516C5F00> /Author (County Office) /Subject (Report) /Keywords (a, b)
                /Creator (Writer) /Producer (Maker 7.3) /CreationDate (D:20250131093015+08'00') /ModDate (D:20250201000000Z)
                """, version: "1.6")
        let facts = try PDFDocument(made: file).facts()
        #expect(facts.title == "政府信息公开")
        #expect(facts.author == "County Office")
        #expect(facts.subject == "Report")
        #expect(facts.keywords == "a, b")
        #expect(facts.creator == "Writer")
        #expect(facts.producer == "Maker 7.3")
        #expect(facts.created == "2025-01-31T09:30:15+08")
        #expect(facts.modified == "2025-02-01T00:00:00Z")
        #expect(facts.version == "PDF-1.6")
        #expect(facts.isLinearized == false)
    }

    @Test("what is not there is nil")
    func none() throws {
        let facts = try PDFDocument(made: TestPDF(TestPDF.Page(""), info: "/Title ()")).facts()
        #expect(facts.title == nil)
        #expect(facts.author == nil)
        #expect(facts.producer == nil)
        #expect(facts.created == nil)
        #expect(facts.modified == nil)
        #expect(facts.version == "PDF-1.7")
    }

    @Test(
        "the title is the same without opening the file once more, in each of PDF's encodings",
        arguments: [
            ("<FEFF653F5E9C4FE1606F516C5F00>", "政府信息公开"), ("<FFFE3F659C5EE14F6F606C51005F>", "政府信息公开"),
            ("<FEFFD842DFB7706B>", "𠮷火"), ("(Report \\(2023\\) \\344\\240)", "Report (2023) ä€"), ("<FEFF>", nil),
            ("()", nil),
            ("<41920042>", "A™"), ("<FEFF004100000042>", "A"), ("<FEFF00410042DC000043>", nil), ("<FEFF0041D842>", nil),
            ("<FEFF00410>", nil), ("<FEFF004142>", nil), ("17", nil),
        ])
    func title(written: String, title: String?) throws {
        let document = try PDFDocument(made: TestPDF(TestPDF.Page(""), info: "/Title \(written)"))
        #expect(document.title == title)
        #expect(try document.facts().title == title)
    }
}
