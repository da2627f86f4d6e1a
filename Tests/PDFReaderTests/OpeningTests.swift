import FileAccess
import Foundation
import PDFReader
import TestSupport
import Testing

@Suite("Opening files")
struct OpeningTests {
    @Test("a sound file opens without a word")
    func sound() throws {
        let document = try PDFDocument(made: TestPDF(TestPDF.Page(""), TestPDF.Page("")))
        #expect(document.file == "made.pdf")
        #expect(document.pageCount == 2)
        #expect(document.messages.isEmpty)
        #expect(try document.page(2).number == 2)
        #expect(try document.page(2).messages.isEmpty)
    }

    @Test("a missing file is not found")
    func missing() throws {
        let path = Project.fixture("no-such-file.pdf")
        let error = try #require(failure { try PDFDocument(path: path) })
        #expect(error == PDFError(.notFound, file: path, cause: "no such file"))
        #expect(error.description == "\(path): no such file")
    }

    @Test("a directory is not read")
    func directory() throws {
        let path = Project.folder.appending(path: "samples").path
        let error = try #require(failure { try PDFDocument(path: path) })
        #expect(error.kind == .unreadable)
        #expect(error.file == path)
        #expect(error.page == nil)
        #expect(error.cause == "is a directory; name the files in it")
    }

    @Test("an empty file is empty")
    func empty() throws {
        let error = try #require(failure { try PDFDocument(FileBytes(name: "nothing", [])) })
        #expect(error == PDFError(.empty, file: "nothing", cause: "the file is empty"))
    }

    @Test(
        "text, an image or an archive is not a PDF",
        arguments: ["一、总体情况\n", "\u{89}PNG\r\n", "PK\u{3}\u{4}", "%PD", "x"])
    func other(text: String) throws {
        let error = try #require(failure { try PDFDocument(FileBytes(name: "other", Array(text.utf8))) })
        #expect(error.kind == .notPDF)
    }

    @Test(
        "the header may stand behind other bytes, up to a thousand of them",
        arguments: [(0, true), (1, true), (1000, true), (1100, false)])
    func header(offset: Int, expected: Bool) throws {
        let padding = [UInt8](repeating: 0x20, count: offset)
        let bytes = FileBytes(name: "padded", padding + TestPDF(TestPDF.Page("BT /F1 12 Tf 20 50 Td (H) Tj ET")).bytes)
        #expect(PDFDocument.isPDF(bytes) == expected)
        guard expected else { return }
        #expect(try PDFDocument(bytes).page(1).text == "H")
    }

    @Test("a header without anything behind it is damaged, and the error says what the library found")
    func headerOnly() throws {
        let error = try #require(failure { try PDFDocument(FileBytes(name: "stub", Array("%PDF-1.7\n".utf8))) })
        #expect(error.kind == .damaged)
        #expect(error.cause.hasPrefix("the PDF is damaged beyond repair ("))
    }

    @Test("a file without pages is refused as such")
    func noPages() throws {
        let error = try #require(failure { try PDFDocument(made: TestPDF(pages: [])) })
        #expect(error.kind == .noPages)
        #expect(error.cause.hasPrefix("the PDF has no pages"))
    }

    @Test("a page number that the file does not have is refused", arguments: [0, -1, 3, .max, .min])
    func pageNumbers(number: Int) throws {
        let document = try PDFDocument(made: TestPDF(TestPDF.Page(""), TestPDF.Page("")))
        let error = try #require(failure { try document.page(number) })
        #expect(error == PDFError(.noSuchPage, file: "made.pdf", page: number, cause: "no such page; the file has 2"))
        #expect(error.description == "made.pdf: page \(number): no such page; the file has 2")
        #expect(try #require(failure { try document.png(page: number) }).kind == .noSuchPage)
    }

    @Test("a missing cross-reference table is rebuilt, and the document says so")
    func repaired() throws {
        let file = String(decoding: TestPDF(TestPDF.Page("BT /F1 12 Tf 20 50 Td (H) Tj ET")).bytes, as: UTF8.self)
        let broken = file.replacingOccurrences(of: "startxref\n", with: "startxref\n9")
        let document = try PDFDocument(FileBytes(name: "broken.pdf", Array(broken.utf8)))
        #expect(try document.page(1).text == "H")
        #expect(!document.messages.isEmpty)
    }

    @Test("what the library says about a page's content is kept with the page")
    func pageMessages() throws {
        let page = try madePage("nonsense BT /Missing 12 Tf 20 50 Td (H) Tj /F1 12 Tf (i) Tj ET Q Q")
        #expect(page.text == "i")
        #expect(page.messages.contains { $0.contains("nonsense") })
        #expect(page.messages.contains { $0.contains("Missing") })
    }
}
