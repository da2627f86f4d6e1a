import DocumentModel
import FileAccess
import Nianbao
import ReportStandard
import TestSupport
import Testing

@Suite("Office documents as inputs")
struct OfficeInputTests {
    @Test(
        "an office document is known by its content, whatever its name",
        arguments: ["a.docx", "a.doc", "a.xlsx", "a.md", "a.txt", "a", "-"])
    func content(name: String) throws {
        func kind(_ bytes: [UInt8]) throws -> Source.Kind { try Source.Kind(of: FileBytes(name: name, bytes)) }
        #expect(try kind(MadePackage.word("")) == .docx)
        #expect(try kind(MadePackage.workbook([])) == .xlsx)
        #expect(try kind(MadePackage.openDocument("text", "")) == .odt)
        #expect(try kind(MadePackage.openDocument("spreadsheet", "")) == .ods)
    }

    @Test("an encrypted document needs a password, and another container is not taken for one")
    func encrypted() {
        func error(_ bytes: [UInt8]) -> ReadError? {
            do throws(ReadError) { _ = try DocumentReader().read(FileBytes(name: "a.docx", bytes)) } catch {
                return error
            }
            return nil
        }
        #expect(error(MadeCompound.file(streams: ["EncryptionInfo", "EncryptedPackage"]))?.kind == .passwordNeeded)
        #expect(error(MadeCompound.file(streams: ["WordDocument"]))?.kind != .passwordNeeded)
        let manifest = "<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>"
        #expect(error(MadePackage.openDocument("text", "", manifest: manifest))?.kind == .passwordNeeded)
        #expect(error(MadePackage.archive([("word/document.xml", "")]))?.kind == .damaged)
    }

    @Test("what is hidden or deleted is a finding, so is what cannot be read")
    func findings() throws {
        let body = """
            <w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>4</w:t></w:r><w:del><w:r><w:delText>5</w:delText></w:r></w:del></w:p></w:body>
            """
        let document = try DocumentReader().read(FileBytes(name: "a.docx", MadePackage.word(body)))
        #expect(document.findings.map(\.kind) == [.hiddenOmitted, .changesAccepted, .pageDamaged])
        #expect(document.findings.first?.message == "hidden texts left out: 1")
        #expect(document.findings.first?.message(in: .chinese) == "隐藏的文字不予采用：1")
        #expect(
            document.findings.last?.message.hasPrefix("a part of the file cannot be read: word/document.xml: ") == true)
    }
}
