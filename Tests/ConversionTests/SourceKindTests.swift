import Conversion
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
        "what is not read is refused, with the reason",
        arguments: [
            ("a.pdf", [], "the file is empty"), ("a.md", [], "the file is empty"),
            ("a.pdf", Array("hello".utf8), "not a PDF file: it has no %PDF header"),
            ("a.PDF", Array("hello".utf8), "not a PDF file: it has no %PDF header"),
            ("a.md", [0xC4, 0xEA, 0xB1, 0xA8], "neither a PDF nor text in UTF-8"),
            ("a.md", [0x61, 0, 0x62], "neither a PDF nor text in UTF-8"),
            ("a.html", Array("<html>".utf8), "web pages are not read yet; save the page as PDF"),
            ("a.HTM", Array("<html>".utf8), "web pages are not read yet; save the page as PDF"),
        ] as [(String, [UInt8], String)])
    func refused(name: String, bytes: [UInt8], cause: String) throws {
        let error = try #require(#expect(throws: ReadError.self) { try kind(name, bytes) })
        #expect(error.cause == cause)
        #expect(error.file == name)
        #expect(error.description == "\(name): \(cause)")
    }
}
