import DocumentModel
import Foundation
import Nianbao
import PDFReader
import TestSupport
import Testing

@Suite("What a file is and holds")
struct InspectionTests {
    @Test("a sample's pages, fonts, lines and tables are counted")
    func sample() throws {
        let path = Project.sample("township-2020-reportlab.pdf")
        let inspection = try Inspection(path: path)
        #expect(inspection.file == path)
        #expect(inspection.sha256 == "353badb6cf14a66093520ef4ca8ba55c734a6d7e50b629c2cdf6c8a9ac64756a")
        #expect(inspection.bytes == 72435)
        #expect(inspection.pageCount == 2)
        #expect(inspection.messages.isEmpty)
        #expect(inspection.facts?.title == "纸鸢县听蝉镇人民政府2020年政府信息公开工作年度报告")
        #expect(inspection.facts?.producer == "ReportLab PDF Library - (opensource)")
        #expect(inspection.fonts.map(\.glyphs) == [1020, 358])
        #expect(inspection.fonts.map(\.name) == ["AAAAAA+WenQuanYiMicroHei-0", "AAAAAB+WenQuanYiMicroHei-0"])
        #expect(inspection.fonts.allSatisfy { $0.embedded && $0.unicode && !$0.type3 })
        #expect(inspection.pages.map(\.page) == [1, 2])
        #expect(inspection.pages.map(\.glyphs) == [603, 775])
        #expect(inspection.pages.map(\.rulings) == [34, 59])
        #expect(inspection.pages.map(\.content) == ["text", "text"])
        #expect(inspection.pages.map(\.width) == [595.28, 595.28])
        #expect(inspection.pages.map(\.height) == [841.89, 841.89])
        #expect(inspection.tables.map(\.rows) == [18, 26, 4])
        #expect(inspection.tables.map(\.columns) == [4, 10, 15])
        #expect(inspection.tables.map(\.pages) == [[1], [2], [2]])
    }

    @Test("pages that are turned are measured as displayed")
    func turned() throws {
        let inspection = try Inspection(path: Project.sample("bureau-2019-rotated-landscape.pdf"))
        #expect(inspection.pages.map(\.rotation) == [0, 90, 90, 90, 0])
        #expect(inspection.pages.map(\.width) == [595.28, 841.89, 841.89, 841.89, 595.28])
        #expect(inspection.pages.map(\.cropBox) == [[Double]](repeating: [0, 0, 595.28, 841.89], count: 5))
    }

    @Test("a table that goes on over a page is one")
    func joined() throws {
        let inspection = try Inspection(path: Project.sample("county-2023-libreoffice.pdf"))
        #expect(inspection.tables.map(\.pages) == [[2], [2, 3], [3]])
        #expect(inspection.tables.map(\.rows) == [14, 28, 4])
    }

    @Test("in JSON members are in snake case")
    func json() throws {
        let text = try JSONText.line(Inspection(path: Project.fixture("encrypted.pdf"), password: "secret"))
        let object = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
        #expect(
            object?.keys.sorted() == [
                "bytes", "facts", "file", "fonts", "kind", "messages", "page_count", "pages", "sha256", "tables",
            ])
        let page = (object?["pages"] as? [[String: Any]])?.first
        #expect(
            page?.keys.sorted() == [
                "boxes", "content", "crop_box", "glyphs", "glyphs_without_unicode", "groups", "height", "hidden_glyphs",
                "images",
                "messages", "other_paths", "page", "rotation", "rulings", "text_doubts", "user_unit", "width",
            ])
        let facts = object?["facts"] as? [String: Any]
        #expect(facts?.keys.allSatisfy { $0 == $0.lowercased() } == true)
    }

    @Test("a file without pages has its kind, what it says of itself, and tables")
    func withoutPages() throws {
        let text = try Inspection(path: Project.sample("dafeng-2024.md"))
        #expect(text.kind == .markdown && text.pageCount == nil && text.pages.isEmpty && text.facts == nil)
        #expect(text.tables.count == 3)
    }
}
