import FileAccess
import PDFReader
import TestSupport
import Testing

@Suite("Truncated files")
struct TruncatedFileTests {
    /// Shares of a file's length.
    private static let shares = [0.1, 0.5, 0.9, 0.999]

    @Test(
        "a sample cut short opens with messages or is damaged, and all of its pages can be asked for",
        arguments: Project.samplePDFs, shares)
    func cut(sample: String, share: Double) throws {
        let whole = try FileBytes(path: Project.sample(sample))
        let part = FileBytes(name: sample, Array(whole.prefix(Int(share * Double(whole.count)))))
        do throws(PDFError) {
            let document = try PDFDocument(part)
            #expect(!document.messages.isEmpty)
            for number in 1...document.pageCount {
                if let error = failure({ try document.page(number) }) {
                    #expect(error.kind == .noSuchPage)
                    #expect(error.page == number)
                }
            }
        } catch {
            #expect([.damaged, .noPages].contains(error.kind))
            #expect(error.file == sample)
            #expect(!error.cause.isEmpty)
        }
    }

    @Test("a made file that loses its end is repaired, and reads the same")
    func withoutEnd() throws {
        let file = TestPDF(TestPDF.Page("BT /F1 12 Tf 20 50 Td (H) Tj ET")).bytes
        let text = String(decoding: file, as: UTF8.self)
        let end = try #require(text.range(of: "xref\n"))
        let part = Array(text[..<end.lowerBound].utf8)
        // Without its trailer a file has no catalog that could be found.
        #expect(failure { try PDFDocument(FileBytes(name: "cut", part)) }?.kind == .damaged)
        let withTrailer = Array(text[..<(try #require(text.range(of: "startxref"))).lowerBound].utf8)
        let document = try PDFDocument(FileBytes(name: "cut", withTrailer))
        #expect(try document.page(1).text == "H")
    }
}
