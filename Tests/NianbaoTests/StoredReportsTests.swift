import FileAccess
import Foundation
import Nianbao
import PDFReader
import ReportForms
import ReportStandard
import TestSupport
import Testing

@Suite("Reports that were extracted before")
struct StoredReportsTests {
    private func file(_ text: String) -> FileBytes { FileBytes(name: "stored", Array(text.utf8)) }

    private func sample(_ name: String) throws -> String {
        try String(contentsOfFile: Project.sample(name), encoding: .utf8)
    }

    @Test(
        "JSON is known by its first characters, Markdown, pages and prose are not taken for it",
        arguments: [
            ("{\"schema\": \"nianbao/1\"}", true), ("\n  { \"a\": 1}", true), ("[\n  {\"a\": 1}]", true),
            ("\u{FEFF}{\"a\":1}", true), ("[]", true), ("[链接](a)", false), ("# 标题", false), ("<html>", false),
            ("", false),
            ("%PDF-1.7", false), ("[x] 完成", false),
        ])
    func detection(text: String, isStored: Bool) {
        #expect(StoredReports.isStored(file(text)) == isStored)
    }

    @Test("a report, an array and a report a line come back as they were")
    func formats() throws {
        let one = try StoredReports.reports(in: file(sample("dafeng-2024.json")))
        #expect(one.count == 1)
        #expect(one.first?.year == 2024)
        let two = one + (try StoredReports.reports(in: file(sample("city-2022-weasyprint.json"))))
        let forms = try FormLibrary.builtIn()
        for format in [ReportFormat.json, .ndjson] {
            #expect(try StoredReports.reports(in: file(format.text(two, forms: forms, language: .chinese))) == two)
        }
        #expect(try StoredReports.reports(in: file("[]")) == [])
    }

    @Test(
        "what is no report is told, with its line",
        arguments: [
            ("{\"schema\": \"nianbao/9\"}", "no report of the schema nianbao/1: schema is nianbao/9, not nianbao/1"),
            ("{\"a\": 1}\n{\"a\": 2}\n", "line 1: no report of the schema nianbao/1: schema is absent, not nianbao/1"),
        ])
    func failure(text: String, cause: String) {
        let error = #expect(throws: ReadError.self) { try StoredReports.reports(in: file(text)) }
        #expect(error?.cause == cause)
    }
}
