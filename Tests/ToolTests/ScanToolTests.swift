import Foundation
import OCR
import PDFReader
import TestSupport
import Testing

@Suite("nianbao extract, of scans")
struct ScanToolTests {
    @Test(
        "without the second reader's data figures are read once, and the page says why",
        .enabled(if: RapidOCR(threads: 1).isInstalled || ProcessInfo.processInfo.environment["CI"] != nil))
    func oneReader() async throws {
        let files = try TemporaryFolder()
        let document = try PDFDocument(path: Project.sample("township-2020-reportlab.pdf"))
        let image = try document.image(page: 1, resolution: 150)
        _ = try files.write("scan.pdf", Data(ScannedPDF.bytes(of: [image])))
        // A folder without data: one that does not exist Tesseract passes over from version 5.5 on.
        try FileManager.default.createDirectory(at: files.url("no-data"), withIntermediateDirectories: false)
        let run = try await files.tool.run(
            ["extract", "--no-ocr-cache", "--quiet", "--format", "ndjson", "scan.pdf"],
            environment: ["TESSDATA_PREFIX": files.url("no-data").path])
        #expect(run.status == 2)
        #expect(
            run.text.contains(
                "the text of page 1 was recognised in its picture, and figures were read once only: the second reader of figures, "
                    + "Tesseract, is not installed"))
        #expect(run.text.contains("\"read_once\""))
    }
}
