import Foundation
import Nianbao
import PDFReader
import TestSupport
import Testing

@Suite("Files with a damaged page")
struct DamagedPageTests {
    /// Two pages with a framed table each; what stands in the page tree for the second is no page.
    private func file() throws -> String {
        let table =
            "1 w 20 20 m 180 20 l S 20 50 m 180 50 l S 20 80 m 180 80 l S 20 20 m 20 80 l S 100 20 m 100 80 l S 180 20 m 180 80 l S "
            + "BT /F1 10 Tf 30 60 Td (12) Tj ET BT /F1 10 Tf 110 30 Td (34) Tj ET"
        let pdf = TestPDF(TestPDF.Page(table), TestPDF.Page(table))
        var text = String(decoding: pdf.bytes, as: UTF8.self)
        let last = try #require(text.range(of: "<< /Type /Page ", options: .backwards))
        text.replaceSubrange(last, with: "12 /Type /Page ")
        let path = NSTemporaryDirectory() + "damaged-page-\(UUID().uuidString).pdf"
        try text.write(toFile: path, atomically: true, encoding: .utf8)
        return path
    }

    @Test("the tables of its other pages are given, and the page is told of")
    func tables() throws {
        let path = try file()
        defer { try? FileManager.default.removeItem(atPath: path) }
        var damaged: [Int?] = []
        let tables = try TableExtraction(pages: PageSelection("1-2")).tables(path: path) { damaged.append($0.page) }
        #expect(tables.first?.cells.map(\.text) == ["12", "", "", "34"])
        #expect(tables.count == 1)
        #expect(damaged == [2])
    }
}
