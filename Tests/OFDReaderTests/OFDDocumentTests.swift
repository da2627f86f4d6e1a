import DocumentModel
import OFDReader
import TestSupport
import Testing

@Suite("An OFD file")
struct OFDDocumentTests {
    private func text(_ bytes: [UInt8], page: Int = 1) throws -> String {
        try OFDDocument(bytes[...]).page(page).glyphs.map(\.text).joined()
    }

    private func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

    @Test("its pages are as large as the document or the page says, in points")
    func size() throws {
        let own = MadeOFD.page("", more: "<ofd:Area><ofd:PhysicalBox>0 0 50 25</ofd:PhysicalBox></ofd:Area>")
        let file = MadeOFD.file(pages: ["", ""], parts: [("Doc_0/Pages/Page_1/Content.xml", bytes(own))])
        let document = try OFDDocument(file[...])
        #expect(document.pageCount == 2)
        #expect(try document.page(1).box.rounded == Box(x0: 0, y0: 0, x1: 283.46, y1: 141.73))
        #expect(try document.page(2).box.rounded == Box(x0: 0, y0: 0, x1: 141.73, y1: 70.87))
        #expect(document.properties.title == "年报")
        #expect(document.properties.author == "水务局")
    }

    @Test("a size that no paper has counts for nothing", arguments: ["0 0 0 0", "0 0 1e9 1e9", "0 0 nan 5", "1 2", ""])
    func absurdSize(box: String) throws {
        let page = MadeOFD.page("", more: "<ofd:Area><ofd:PhysicalBox>\(box)</ofd:PhysicalBox></ofd:Area>")
        let file = MadeOFD.file(pages: [""], parts: [("Doc_0/Pages/Page_0/Content.xml", bytes(page))])
        #expect(try OFDDocument(file[...]).page(1).width.roundedToHundredths == 283.46)
    }

    @Test(
        "whatever the namespace, and with none",
        arguments: ["http://www.ofdspec.org/2016", "http://www.ofdspec.org", "urn:anything"])
    func namespaces(namespace: String) throws {
        let page = MadeOFD.page(MadeOFD.text("甲"))
        let other = page.replacing("http://www.ofdspec.org/2016", with: namespace)
        let part = "Doc_0/Pages/Page_0/Content.xml"
        #expect(try text(MadeOFD.file(pages: [""], parts: [(part, bytes(other))])) == "甲")
        let bare = page.replacing("ofd:", with: "").replacing(#" xmlns:ofd="http://www.ofdspec.org/2016""#, with: "")
        #expect(try text(MadeOFD.file(pages: [""], parts: [(part, bytes(bare))])) == "甲")
    }

    @Test(
        "paths are relative, absolute, in another case or with backslashes; none leads out of the package",
        arguments: [
            "Pages/Page_0/Content.xml", "/Doc_0/Pages/Page_0/Content.xml", "PAGES/page_0/content.XML",
            #"Pages\Page_0\Content.xml"#, "./Pages/x/../Page_0/Content.xml", "../../Doc_0/Pages/Page_0/Content.xml",
            "Doc_0/Pages/Page_0/Content.xml",
        ])
    func paths(location: String) throws {
        let document = MadeOFD.root(
            "Document", #"<ofd:CommonData/><ofd:Pages><ofd:Page ID="1" BaseLoc="\#(location)"/></ofd:Pages>"#)
        let file = MadeOFD.file(pages: [MadeOFD.text("甲")], parts: [("Doc_0/Document.xml", bytes(document))])
        #expect(try text(file) == "甲")
    }

    @Test("a template lies behind the page, or in front of it where it says so; layers lie in their order")
    func templates() throws {
        let common =
            #"<ofd:TemplatePage ID="8" BaseLoc="Tpl.xml"/><ofd:TemplatePage ID="9" BaseLoc="Front.xml" ZOrder="Foreground"/>"#
        let layers = [("Foreground", "丙"), ("Custom", "乙"), ("Background", "甲")].map { type, text in
            #"<ofd:Layer Type="\#(type)">\#(MadeOFD.text(text))</ofd:Layer>"#
        }
        let page = MadeOFD.root(
            "Page",
            #"<ofd:Template TemplateID="9"/><ofd:Template TemplateID="8"/><ofd:Content>\#(layers.joined())</ofd:Content>"#
        )
        let parts = [
            ("Doc_0/Tpl.xml", bytes(MadeOFD.page(MadeOFD.text("后")))),
            ("Doc_0/Front.xml", bytes(MadeOFD.page(MadeOFD.text("前")))),
            ("Doc_0/Pages/Page_0/Content.xml", bytes(page)),
        ]
        #expect(try text(MadeOFD.file(pages: [""], common: common, parts: parts)) == "后甲乙丙前")
    }

    @Test("the pages of several documents follow each other, each with its own fonts")
    func documents() throws {
        let entry = MadeOFD.root(
            "OFD",
            "<ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody>"
                + "<ofd:DocBody><ofd:DocRoot>/Doc_1/Document.xml</ofd:DocRoot></ofd:DocBody>")
        let second = MadeOFD.root(
            "Document", #"<ofd:CommonData/><ofd:Pages><ofd:Page ID="1" BaseLoc="Page.xml"/></ofd:Pages>"#)
        let parts = [
            ("OFD.xml", bytes(entry)), ("Doc_1/Document.xml", bytes(second)),
            ("Doc_1/Page.xml", bytes(MadeOFD.page(MadeOFD.text("乙")))),
        ]
        let document = try OFDDocument(MadeOFD.file(pages: [MadeOFD.text("甲")], parts: parts)[...])
        #expect(document.pageCount == 2)
        #expect(try document.page(1).fonts.map(\.name) == ["SimSun"])
        #expect(try document.page(2).glyphs.map(\.text) == ["乙"])
        #expect(try document.page(2).width.roundedToHundredths == 595.28)
    }

    @Test("a page that is gone is an error of its own; the others are there")
    func lostPage() throws {
        let file = MadeOFD.file(
            pages: ["", MadeOFD.text("甲")], parts: [("Doc_0/Pages/Page_0/Content.xml", bytes("no XML"))])
        let document = try OFDDocument(file[...])
        #expect(throws: OFDError.self) { try document.page(1) }
        #expect(try document.page(2).glyphs.count == 1)
        #expect(document.damages.count == 1)
        for number in [-1, 0, 3, Int.max] {
            let error = try #require(#expect(throws: OFDError.self) { try document.page(number) })
            #expect(error.kind == .noSuchPage)
        }
    }

    @Test("an archive without the entry, and bytes that are no archive, are refused")
    func refused() throws {
        let none = ZipBytes.archive([("a.txt", bytes("a"))])
        #expect(!OFDDocument.isOFD(none[...]))
        #expect(OFDDocument.isOFD(MadeOFD.file(pages: [])[...]))
        func kind(_ bytes: [UInt8]) -> OFDError.Kind? {
            do { _ = try OFDDocument(bytes[...]) } catch { return error.kind }
            return nil
        }
        #expect(kind(none) == .damaged)
        #expect(kind(bytes("PK")) == .damaged)
        #expect(kind(MadeOFD.file(pages: [])) == .noPages)
        let entity = "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><OFD>&b;</OFD>"
        #expect(kind(MadeOFD.file(pages: [""], parts: [("OFD.xml", bytes(entity))])) == .damaged)
    }

    @Test("an image stands where its map says, with the pixels that its file has")
    func image() throws {
        let resources =
            #"<ofd:MultiMedias><ofd:MultiMedia ID="7" Type="Image"><ofd:MediaFile>a.bmp</ofd:MediaFile></ofd:MultiMedia></ofd:MultiMedias>"#
        let object = #"<ofd:ImageObject ID="5" ResourceID="7" Boundary="10 10 40 20" CTM="40 0 0 20 0 0"/>"#
        let file = MadeOFD.file(
            pages: [object, object.replacing("7", with: "8")], resources: resources,
            parts: [("Doc_0/a.bmp", MadePicture.bmp(width: 4, height: 2))])
        let document = try OFDDocument(file[...])
        let images = try document.page(1).images
        #expect(images.map { [$0.width, $0.height] } == [[4, 2]])
        #expect(images.map { ($0.box.x1 * 25.4 / 72).rounded() } == [50])
        #expect(try document.page(2).images.isEmpty)
    }
}
