import FileAccess
import Foundation
import Nianbao
import PDFReader
import ReportForms
import ReportStandard
import TestSupport
import Testing

@Suite("Reports out of files")
struct ReportExtractionTests {
    private func reports(_ name: String, _ bytes: [UInt8], password: String? = nil) throws -> [Report] {
        try ReportExtraction(forms: .builtIn(), password: password).reports(in: FileBytes(name: name, bytes))
    }

    private func error(_ body: () throws -> [Report]) throws -> ReadError {
        try #require(#expect(throws: ReadError.self) { try body() })
    }

    @Test("the source says which bytes were read")
    func source() throws {
        let report = try #require(try reports("a.pdf", TestPDF(.init(""), .init("")).bytes).first)
        #expect(report.source.kind == .pdf)
        #expect(report.source.pages == 2)
        #expect(report.source.document == 1)
        let text = try #require(try reports("b.txt", Array("abc".utf8)).first)
        #expect(text.source.kind == .text)
        #expect(text.source.pages == nil)
        #expect(text.source.sha256 == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    }

    @Test("a PDF without tables is a report that says so")
    func noTables() throws {
        let page = TestPDF.Page(
            "BT /F2 12 Tf 20 50 Td \(TestPDF.utf16("琥珀市水务局2023年政府信息公开工作年度报告")) Tj ET", mediaBox: [0, 0, 600, 100])
        let report = try #require(try reports("a.pdf", TestPDF(page).bytes).first)
        #expect(report.agency?.name == "琥珀市水务局")
        #expect(report.agency?.page == 1)
        #expect(report.year == 2023)
        #expect(report.form == nil)
        #expect(report.findings.filter { $0.kind == .tableMissing }.map(\.message) == ["no table of a known form"])
    }

    @Test("the file's own title names what the text does not")
    func metadata() throws {
        let title = TestPDF.utf16("\u{FEFF}琥珀市水务局2023年政府信息公开工作年度报告")
        let pdf = TestPDF(.init(""), info: "/Title \(title)")
        let report = try #require(try reports("a.pdf", pdf.bytes).first)
        #expect(report.agency == Agency(name: "琥珀市水务局", department: true, places: ["琥珀市"]))
        #expect(report.year == 2023)
    }

    @Test("text recognised from paper is not certain: figures of failed checks are in doubt")
    func uncertain() throws {
        let text = try String(contentsOfFile: Project.sample("dafeng-2024.md"), encoding: .utf8)
        let row = "| 0         | 1        | 0          | 0        | 1        |"
        try #require(text.contains(row))
        let changed = text.replacingOccurrences(of: row, with: row.dropLast(10) + "7        |")
        let report = try #require(try reports("a.md", Array(changed.utf8)).first)
        #expect(report["proceedings.reconsideration.total"]?.value == 7)
        #expect(report["proceedings.reconsideration.total"]?.status == .suspect)
        #expect(report["proceedings.reconsideration.total"]?.evidence == ["proceedings.reconsideration"])
    }

    @Test("a password opens an encrypted file")
    func password() throws {
        let path = Project.fixture("encrypted.pdf")
        let forms = try FormLibrary.builtIn()
        #expect(try ReportExtraction(forms: forms, password: "secret").reports(path: path).first?.source.pages == 1)
        #expect(
            try error { try ReportExtraction(forms: forms).reports(path: path) }.cause
                == "encrypted; give its password with --password")
        #expect(
            try error { try ReportExtraction(forms: forms, password: "no").reports(path: path) }.cause
                == "encrypted, and the password given does not open it")
    }

    @Test("a file that cannot be read is an error with its name and cause")
    func errors() throws {
        #expect(try error { try reports("a.pdf", []) }.description == "a.pdf: the file is empty")
        #expect(try error { try reports("a.pdf", TestPDF(pages: []).bytes) }.cause == "the PDF has no pages")
        let forms = try FormLibrary.builtIn()
        #expect(
            try error { try ReportExtraction(forms: forms).reports(path: "nowhere/a.pdf") }
                == ReadError(.notFound, file: "nowhere/a.pdf", cause: "no such file"))
    }

    @Test("a text with a byte order mark gives the report that it gives without")
    func byteOrderMark() throws {
        let text = try Data(contentsOf: URL(filePath: Project.sample("dafeng-2024.md")))
        let report = try #require(try reports("a.md", [0xEF, 0xBB, 0xBF] + Array(text)).first)
        #expect(report.agency?.name == "武陟县大封镇人民政府")
    }
}
