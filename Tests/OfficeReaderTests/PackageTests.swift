import OfficeReader
import TestSupport
import Testing

@Suite("Packages of office documents")
struct PackageTests {
    private let documentXML = "<w:document \(MadePackage.wordNamespaces)><w:body>\(p("甲"))</w:body></w:document>"

    @Test("what a package is follows from the names of its parts, or from its media type")
    func formats() {
        func format(_ parts: [(String, String)]) -> OfficeFormat? { OfficeFormat(MadePackage.archive(parts)[...]) }
        #expect(OfficeFormat(MadePackage.word("")[...]) == .docx)
        #expect(OfficeFormat(MadePackage.workbook([])[...]) == .xlsx)
        #expect(OfficeFormat(MadePackage.openDocument("text", "")[...]) == .odt)
        #expect(OfficeFormat(MadePackage.openDocument("spreadsheet", "")[...]) == .ods)
        #expect(OfficeFormat(MadePackage.openDocument("text-template", "")[...]) == .odt)
        #expect(OfficeFormat(MadePackage.openDocument("presentation", "")[...]) == nil)
        #expect(format([("docProps/app.xml", ""), ("WORD\\Document.xml", "")]) == .docx)
        #expect(format([("ppt/presentation.xml", "")]) == nil)
        #expect(format([("xl/workbook.bin", "")]) == nil)
        #expect(format([("reports/word/a.pdf", "")]) == nil)
        #expect(OfficeFormat(Array("PK".utf8)[...]) == nil && OfficeFormat([]) == nil)
        // Something in front of an archive makes it something else.
        #expect(OfficeFormat(([1] + MadePackage.word(""))[...]) == nil)
        #expect(OfficeFormat(MadePackage.word("").prefix(200)) == nil)
    }

    @Test("parts are found where the package says, whatever they are called")
    func relationships() throws {
        let type = "http://purl.oclc.org/ooxml/officeDocument/relationships/"
        let root =
            "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'><Relationship Id='1' Type='\(type)officeDocument' Target='/word/./x/../Document2.xml'/><Relationship Id='2' TargetMode='External' Type='\(type)officeDocument' Target='http://127.0.0.1:1/'/></Relationships>"
        let bytes = MadePackage.archive([("_rels/.rels", root), ("word\\document2.xml", documentXML)])
        #expect(try listing(WordReader().document(bytes[...])) == ["甲"])
        let bare = MadePackage.archive([("word/document.xml", documentXML)])
        #expect(try listing(WordReader().document(bare[...])) == ["甲"])
    }

    @Test("without its main part, or with one that is no XML, there is no document")
    func missing() {
        for parts in [
            [("word/styles.xml", "")], [("word/document.xml", "")], [("word/document.xml", "<!DOCTYPE w><w/>")],
        ] {
            let error = #expect(throws: OfficeError.self) { try WordReader().document(MadePackage.archive(parts)[...]) }
            #expect(error?.kind == .damaged)
        }
        #expect(throws: OfficeError.self) { try WordReader().document([]) }
        #expect(throws: OfficeError.self) { try WorkbookReader().document(MadePackage.word("")[...]) }
        #expect(throws: OfficeError.self) {
            try SpreadsheetReader().document(MadePackage.openDocument("text", "")[...])
        }
    }

    @Test("a part that breaks off is read up to there, with a word; a broken one is left out, with a word")
    func broken() throws {
        let cut = MadePackage.archive([
            ("word/document.xml", String(documentXML.prefix(documentXML.count - 12))), ("word/styles.xml", "&"),
        ])
        let document = try WordReader().document(cut[...])
        #expect(listing(document) == ["甲"])
        #expect(document.damages.count == 1 && document.damages[0].hasPrefix("word/document.xml: "))
    }

    @Test("an archive cut off in its directory is read all the same")
    func cutArchive() throws {
        let bytes = MadePackage.archive([("word/document.xml", documentXML)])
        #expect(try listing(WordReader().document(bytes.dropLast(40))) == ["甲"])
    }

    @Test("a part that unpacks to more than is likely costs no more than that")
    func bomb() {
        let count = 70_000
        let packed = ZipBytes.deflated(UInt8(ascii: " "), times: count)
        let bytes = ZipBytes.archive(
            [("word/document.xml", packed)], packed: ["word/document.xml": (258 * count + 1, 0)])
        let error = #expect(throws: OfficeError.self) { try WordReader().document(bytes[...]) }
        #expect(error?.cause.contains("it unpacks to more than is likely") == true)
    }

    @Test("a package of very many entries is read as far as the limit")
    func entries() throws {
        let many = (0..<10_050).map { ("a/\($0)", "") }
        #expect(throws: OfficeError.self) {
            try WordReader().document(MadePackage.archive(many + [("word/document.xml", documentXML)])[...])
        }
        #expect(
            try listing(WordReader().document(MadePackage.archive([("word/document.xml", documentXML)] + many)[...]))
                == ["甲"])
    }

    @Test("the names in a compound file tell an encrypted package")
    func compound() throws {
        #expect(CompoundFile([]) == nil && CompoundFile(MadePackage.word("")[...]) == nil)
        for name in ["EncryptedPackage", "WordDocument"] {
            let file = try #require(CompoundFile(MadeCompound.file(streams: [name])[...]))
            #expect(file.isEncryptedPackage == (name == "EncryptedPackage"))
            #expect(file.names.contains(name))
        }
        // The directory goes on in another sector, or in itself.
        let long = try #require(
            CompoundFile(MadeCompound.file(streams: ["1", "2", "3", "4", "EncryptedPackage"])[...]))
        #expect(long.isEncryptedPackage)
        #expect(
            CompoundFile(MadeCompound.file(streams: ["1", "2", "3", "4", "5"], isCircle: true)[...])?.names.count == 5)
        #expect(CompoundFile(MadeCompound.file(streams: ["1"]).prefix(700))?.names.isEmpty == true)
    }
}
