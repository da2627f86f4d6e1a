import FileAccess
import PDFReader
import TestSupport
import Testing

@Suite("Standard error")
struct StandardErrorTests {
    @Test("the PDF library writes nothing: not on opening, reading, drawing, nor through its other interface")
    func silent() async {
        // A process of its own: standard error belongs to the whole process, and so does the library's message handler.
        let result = await #expect(processExitsWith: .success, observing: [\.standardErrorContent]) {
            let file = TestPDF(TestPDF.Page("nonsense BT /Missing 12 Tf (H) Tj ET Q /None Do"))
            let broken = file.bytes.dropLast(40)
            let document = try PDFDocument(FileBytes(name: "broken.pdf", Array(broken)))
            #expect(!document.messages.isEmpty)
            #expect(try !document.page(1).messages.isEmpty)
            _ = try document.facts()
            _ = try document.layoutReading(page: 1)
            _ = try document.png(page: 1)
            _ = try? PDFDocument(FileBytes(name: "stub", Array("%PDF-1.7\n".utf8)))
        }
        #expect(result.map { String(decoding: $0.standardErrorContent, as: UTF8.self) } == "")
    }
}
