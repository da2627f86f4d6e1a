import FileAccess
import Nianbao
import PDFReader
import ReportStandard
import TestSupport
import Testing

@Suite("What a file is")
struct SourceKindTests {
    private func kind(_ name: String, _ bytes: [UInt8]) throws -> Source.Kind {
        try Source.Kind(of: FileBytes(name: name, bytes))
    }

    @Test(
        "a PDF is known by its content, whatever its name", arguments: ["a.pdf", "a.PDF", "a.md", "a", "a.html", "-"])
    func pdf(name: String) throws {
        #expect(try kind(name, TestPDF(.init("")).bytes) == .pdf)
        #expect(try kind(name, Array("junk before\n%PDF-1.4 …".utf8)) == .pdf)
    }

    @Test(
        "text is known by its name's ending",
        arguments: [
            ("a.md", Source.Kind.markdown), ("a.MD", .markdown), ("a.markdown", .markdown), ("a", .markdown),
            ("-", .markdown),
            ("folder.txt/a", .markdown), (".txt", .markdown), ("a.txt", .text), ("a.TXT", .text), ("a.b.text", .text),
        ])
    func text(name: String, expected: Source.Kind) throws {
        #expect(try kind(name, Array("# 总体情况".utf8)) == expected)
    }

    @Test(
        "a web page is known by its first tag, whatever its name",
        arguments: [
            "<!DOCTYPE html><p>", "<html>", "<HTML lang=zh>", "\u{FEFF}\n <html>",
            "<!-- saved from url=(0014)about:internet -->\n<html>",
            "<?xml version=\"1.0\"?>\n<!doctype HTML PUBLIC \"-//W3C//DTD XHTML 1.0\">",
            "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n",
        ], ["a.html", "a", "a.md", "a.txt", "a.jsp"])
    func page(start: String, name: String) throws {
        #expect(try kind(name, Array(start.utf8)) == .html)
        #expect(
            (try? kind(name, [0xFF, 0xFE] + start.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })) == .html
                || start.hasPrefix("MIME"))
    }

    @Test(
        "a part of a page is one, except where the name says Markdown or text",
        arguments: ["<table border=1>", "<div>", "<meta charset=gbk>"])
    func fragment(start: String) throws {
        #expect(try kind("-", Array(start.utf8)) == .html)
        #expect(try kind("a.xls", Array(start.utf8)) == .html)
        #expect(try kind("a.md", Array(start.utf8)) == .markdown)
        #expect(try kind("a.txt", Array(start.utf8)) == .text)
    }

    @Test(
        "the name tells where the content does not",
        arguments: ["a.html", "a.HTM", "a.shtml", "a.xhtml", "a.mht", "a.mhtml"])
    func named(name: String) throws {
        #expect(try kind(name, Array("一、总体情况".utf8)) == .html)
    }

    @Test(
        "what is not read is refused, with the reason",
        arguments: [
            ("a.pdf", [], "the file is empty"), ("a.md", [], "the file is empty"),
            ("a.pdf", Array("hello".utf8), "not a PDF file: it has no %PDF header"),
            ("a.PDF", Array("hello".utf8), "not a PDF file: it has no %PDF header"),
        ] as [(String, [UInt8], String)])
    func refused(name: String, bytes: [UInt8], cause: String) throws {
        let error = try #require(#expect(throws: ReadError.self) { try kind(name, bytes) })
        #expect(error.cause == cause)
        #expect(error.file == name)
        #expect(error.description == "\(name): \(cause)")
    }
}
