import Foundation
import TestSupport
import Testing

@testable import FileAccess
@testable import Nianbao

@Suite("What a file is, by its content")
struct FileKindTests {
    private func kind(_ name: String, _ bytes: [UInt8]) throws -> FileKind {
        try FileKind(of: FileBytes(name: name, bytes))
    }

    /// In words; nil for what is read, or opened.
    private func foreign(_ name: String, _ bytes: [UInt8]) throws -> ForeignFile? {
        if case .foreign(let foreign) = try kind(name, bytes) { foreign } else { nil }
    }

    @Test(
        "what is not read is named, with what to do, whatever its ending says",
        arguments: [
            ("MZ\u{90}\0", "a program", false),
            ("\u{7F}ELF\u{2}\u{1}", "a program", false), ("ID3\u{3}\0", "a sound recording", false),
            ("\0\0\0\u{18}ftypmp42", "a film", false), ("SQLite format 3\0", "a database", false),
            ("AT&TFORM\0\0", "a DjVu document", true),
            ("\0\u{1}\u{2}\u{3}\u{80}\u{FF}\u{FF}\u{81}\0\0", "data of no kind that is known", true),
        ], ["a.pdf", "a", "a.docx"])
    func marks(start: (text: String, name: String, mayHoldReport: Bool), name: String) throws {
        let bytes = start.text.unicodeScalars.map { UInt8($0.value) }
        // Of what nobody knows the name is believed, and who reads it says that it is broken.
        if start.name.hasPrefix("data"), name != "a" { return }
        let found = try #require(try foreign(name, bytes))
        #expect(found.name == start.name && found.mayHoldReport == start.mayHoldReport)
    }

    @Test("packages and compound files are told apart by what is in them")
    func containers() throws {
        #expect(try foreign("a.docx", MadePackage.archive([("ppt/presentation.xml", "")]))?.name == "a presentation")
        #expect(try kind("a.zip", MadePackage.archive([("OFD.xml", "")])).name == "ofd")
        #expect(try kind("a.zip", MadePackage.archive([("Doc_0/Res/image.jpg", ""), ("OFD.xml", "")])).name == "ofd")
        #expect(
            try kind("a.doc", Array("\u{89}PNG\r\n\u{1A}\n".unicodeScalars.map { UInt8($0.value) })).name == "picture")
        #expect(
            try foreign("a.xlsx", MadePackage.archive([("xl/workbook.bin", "")]))?.name == "a binary workbook (XLSB)")
        #expect(try foreign("a.doc", MadeCompound.file(streams: ["PowerPoint Document"]))?.name == "a presentation")
        #expect(try foreign("a.doc", MadeCompound.file(streams: ["x"]))?.mayHoldReport == true)
        #expect(try kind("a.wps", MadeCompound.file(streams: ["WordDocument"])).name == "doc")
        #expect(try kind("a.pdf", MadeCompound.file(streams: ["Workbook"])).name == "xls")
        #expect(try kind("a.doc", Array(#"{\rtf1 x}"#.utf8)).name == "rtf")
        #expect(try kind("a.doc", MadePackage.word("")).name == "docx")
        #expect(try kind("a.doc", Array("一、总体情况".utf8)).name == "text")
        #expect(try kind("a.doc", Array("<html><table></table></html>".utf8)).name == "html")
        let xml = "<?xml version=\"1.0\"?>\n<?mso-application progid=\"Excel.Sheet\"?><Workbook/>"
        #expect(try kind("a.xls", Array(xml.utf8)).name == "xls")
    }

    @Test("an archive is one by its content; what is in it does not make it a document")
    func archives() throws {
        #expect(try kind("a.docx", MadePackage.archive([("a.txt", "x")])).name == "zip")
        #expect(try kind("a.zip", MadePackage.archive([("word/report.txt", "x"), ("ppt/b.txt", "y")])).name == "zip")
        // A document that is stored in it has entries too, which are none of the archive.
        let stored = ZipBytes.archive([("a.docx", MadePackage.word(""))])
        #expect(try kind("a.zip", stored).name == "zip")
        #expect(try kind("a.pdf", [0x1F, 0x8B, 0x08, 0]).name == "gzip")
        #expect(try kind("a.rar", Array("Rar!\u{1A}\u{7}\u{1}\0".utf8)).name == "rar")
    }

    @Test(
        "a text is a document where it may be a report",
        arguments: [
            ("a.txt", "text", true), ("a.css", "样式 { }", false), ("a.dat", "一、总体情况", true),
            ("a.dat", "no Chinese here", false),
            ("a.json", "{\"a\": \"数\"}", false), ("a", "{\"a\": \"数\"}", false),
            ("a.xml", "<?xml version=\"1.0\"?><root>数</root>", false),
            ("a.csv", "行政许可,638", true), ("a", "plain", true), ("-", "plain", true),
        ])
    func texts(name: String, text: String, isRead: Bool) throws {
        #expect(try (foreign(name, Array(text.utf8)) == nil) == isRead)
    }

    @Test("documents of programs that leave no mark are named by their ending")
    func endings() throws {
        #expect(try foreign("a.ceb", [0, 1, 2])?.name == "a document of Apabi Reader")
        #expect(
            try foreign("a.bin", [0, 1, 2])?.description
                == "data of no kind that is known, which is not read: open it with the program it is for, and save it as PDF or DOCX"
        )
        if case .empty = try kind("a.pdf", []) {} else { Issue.record("not empty") }
    }

    @Test("a file that was compressed by itself is known by the ending below")
    func compressed() throws {
        #expect(try kind("a.txt.gz", Array("plain".utf8)).name == "text")
        #expect(try kind("a.md.xz", Array("plain".utf8)).name == "markdown")
    }
}
