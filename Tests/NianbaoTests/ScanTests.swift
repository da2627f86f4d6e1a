import FileAccess
import Foundation
import OCR
import PDFReader
import ReportForms
import ReportStandard
import TestSupport
import Testing

@testable import Nianbao

/// True where the recognition engine is installed, as it must be where everything is tested.
private var canRecognize: Bool {
    RapidOCR(threads: 1).isInstalled || ProcessInfo.processInfo.environment["CI"] != nil
}

@Suite("Reports that are scans")
struct ScanTests {
    private func scan(of sample: String, resolution: Double) throws -> FileBytes {
        let document = try PDFDocument(path: Project.sample(sample))
        let images = try (1...document.pageCount).map { try document.image(page: $0, resolution: resolution) }
        return FileBytes(name: "scan.pdf", ScannedPDF.bytes(of: images))
    }

    @Test(
        "a scan gives the figures of its original, none of them wrong for certain; read once, it needs no engine any more",
        .enabled(if: canRecognize))
    func figures() throws {
        let cache = FileManager.default.temporaryDirectory.appending(path: "nianbao-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: cache) }
        let forms = try FormLibrary.builtIn()
        let bytes = try scan(of: "township-2020-reportlab.pdf", resolution: 150)
        let original = try ReportExtraction(forms: forms).reports(path: Project.sample("township-2020-reportlab.pdf"))
        let read = try ReportExtraction(forms: forms, ocr: OCROptions(cache: cache.path)).reports(in: bytes)
        #expect(read.count == 1)
        #expect(read[0].agency?.name == original[0].agency?.name)
        #expect(read[0].year == 2020)
        #expect(read[0].findings.filter { $0.kind == .pageRecognized }.map(\.page) == [1, 2])
        var right = 0
        for entry in original[0].figures {
            let other = read[0][entry.code.description]
            if other?.value == entry.figure.value {
                right += 1
            } else {
                #expect(other?.status != .printed && other?.status != .recovered, "\(entry.code)")
            }
        }
        #expect(1000 * right >= 995 * original[0].figures.count)
        let certain = read[0].figures.count { $0.figure.status == .printed }
        #expect(10 * certain > 8 * original[0].figures.count)

        let again = OCROptions(environment: "/nonexistent", cache: cache.path)
        #expect(try ReportExtraction(forms: forms, ocr: again).reports(in: bytes) == read)
    }

    @Test("without an engine a scan says so, and what to do; with --ocr never it is just a scan")
    func noEngine() throws {
        let bytes = try scan(of: "township-2020-reportlab.pdf", resolution: 30)
        let forms = try FormLibrary.builtIn()
        let options = OCROptions(environment: "/nonexistent", cache: nil)
        let missing = try ReportExtraction(forms: forms, ocr: options).reports(in: bytes)[0]
        let findings = missing.findings.filter { $0.kind == .pageWithoutText }
        #expect(findings.map(\.page) == [1, 2])
        #expect(findings.allSatisfy { $0.message.contains("samples/setup-ocr.sh") })
        let never = try ReportExtraction(forms: forms, ocr: OCROptions(mode: .never)).reports(in: bytes)[0]
        #expect(
            never.findings.filter { $0.kind == .pageWithoutText }.map(\.message) == [
                "page 1 is an image without text", "page 2 is an image without text",
            ])
    }
}
