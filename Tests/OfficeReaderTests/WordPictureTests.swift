import OfficeReader
import TestSupport
import Testing

@Suite("Pictures in a Word document")
struct WordPictureTests {
    private let drawing = #"<w:r><w:drawing><a:graphic><a:blip r:embed="p1"/></a:graphic></w:drawing></w:r>"#

    private func document(_ body: String) throws -> OfficeDocument {
        try WordReader().document(MadePackage.word(body, pictures: [("p1", [1, 2, 3])])[...])
    }

    @Test("each has its bytes and its place among the blocks")
    func place() throws {
        let document = try document(p("一") + "<w:p>\(drawing)</w:p>" + p("二"))
        #expect(listing(document) == ["一", "二"])
        #expect(document.pictures.map(\.place) == [1])
        #expect(document.pictures.map(\.bytes) == [[1, 2, 3]])
    }

    @Test("one in old markup is there too; one that is hidden, or whose file is not there, is not")
    func others() throws {
        let old = #"<w:p><w:r><w:pict><v:imagedata r:id="p1"/></w:pict></w:r></w:p>"#
        #expect(try document(old).pictures.count == 1)
        let hidden = "<w:p>\(drawing.replacing("<w:r>", with: "<w:r><w:rPr><w:vanish/></w:rPr>"))</w:p>"
        #expect(try document(hidden).pictures.isEmpty)
        #expect(try document("<w:p>\(drawing.replacing("p1", with: "p2"))</w:p>").pictures.isEmpty)
    }

    @Test("a picture in a cell makes no layout of a table with data; alone in a table it is all that is read")
    func cells() throws {
        let row = tr(tc("规章"), "<w:tc><w:p>\(drawing)<w:r><w:t>3</w:t></w:r></w:p></w:tc>")
        let table = try document(tbl(row, tr(tc("文件"), tc("15"))))
        #expect(listing(table) == ["[0,0 规章 | 0,1 3 | 1,0 文件 | 1,1 15]"])
        #expect(table.pictures.isEmpty)
        let frame = try document(tbl(tr("<w:tc><w:p>\(drawing)</w:p></w:tc>")))
        #expect(frame.blocks.isEmpty && frame.pictures.map(\.place) == [0])
    }
}
