import FileAccess
import Foundation
import PDFReader
import TestSupport
import Testing

/// The library makes a table as long as the highest number of an object: files are refused that would have it ask for gigabytes.
@Suite("Numbers of objects")
struct ObjectNumberTests {
    private static let file = String(
        decoding: TestPDF(TestPDF.Page("BT /F1 12 Tf 20 50 Td (H) Tj ET")).bytes, as: UTF8.self)

    @Test(
        "a number that no file has is refused, wherever it stands",
        arguments: [
            ("\n2 0 obj", "\n30327677 0 obj"),
            ("xref\n0 ", "xref\n33000000 "),
            ("trailer\n<< /Size ", "trailer\n<< /Size 900000"),
            ("%%EOF", "9 0 obj << /Type /XRef /Index [0 4 17999990 10] >> stream"),
            ("%%EOF", "9 0 obj << /Size 8388609 /Type /XRef >> stream"),
            ("%%EOF", "999999999999999999999999999999 0 obj"),
        ])
    func refused(part: String, other: String) throws {
        let range = try #require(Self.file.range(of: part))
        let made = Self.file.replacingCharacters(in: range, with: other)
        let error = failure { try PDFDocument(FileBytes(name: "made.pdf", Array(made.utf8))) }
        #expect(error?.kind == .damaged)
        #expect(error?.cause.contains("an object has the number") == true)
    }

    @Test("sizes of other things are none: of an attached file, of a function, of a piece of text")
    func others() throws {
        let attached = "/Type /EmbeddedFile /Params << /Size 20000000 >>"
        let file = TestPDF(
            TestPDF.Page("BT /F1 12 Tf 20 50 Td (H) Tj ET", entries: "/A $File /B $Sampled"),
            objects: [
                "File": .stream(attached, "/Size 99999999 xref 99999999 objective"),
                "Sampled": .plain("<< /FunctionType 0 /Size [99999999 99999999] /Order 99999999 >>"),
            ])
        #expect(try PDFDocument(made: file).page(1).text == "H")
    }
}
