import DocumentModel
import FileAccess
import Foundation
import OCR
import PDFReader
import ReportForms
import ReportStandard
import TestSupport
import Testing

@testable import Nianbao

/// A sample scanned askew, read by every command: one file, one cache, one place of every box.
@Suite(
    "A page scanned askew",
    .enabled(if: RapidOCR(threads: 1).isInstalled || ProcessInfo.processInfo.environment["CI"] != nil))
struct AskewScanTests {
    private static let angle = 3.0
    private let sample = Project.sample("township-2020-reportlab.pdf")
    private let forms: FormLibrary
    private let folder: URL
    private let ocr: OCROptions
    private var path: String { folder.appending(path: "askew.pdf").path }

    init() throws {
        forms = try .builtIn()
        folder = FileManager.default.temporaryDirectory.appending(path: "nianbao-askew")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        ocr = OCROptions(cache: folder.appending(path: "cache").path)
        let image = try PDFDocument(path: sample).image(page: 2, resolution: 200).askew(byDegrees: Self.angle)
        try Data(ScannedPDF.bytes(of: [image])).write(to: URL(filePath: path), options: .atomic)
    }

    private func extracted() throws -> [Report.Entry] {
        try ReportExtraction(forms: forms, ocr: ocr).reports(path: path).flatMap(\.figures).filter {
            $0.figure.box != nil
        }
    }

    @Test("figures stand where they are on the page as displayed")
    func places() throws {
        let upright = try ReportExtraction(forms: forms).reports(path: sample)[0]
        let frame = PageFrame(width: 595.28, height: 841.89, skew: Self.angle)
        let figures = try extracted()
        #expect(figures.count > 150)
        for entry in figures {
            let (box, original) = (try #require(entry.figure.box), try #require(upright[entry.code.description]?.box))
            let expected = frame.toPage(original.center)
            #expect(hypot(box.center.x - expected.x, box.center.y - expected.y) < 2, "\(entry.code)")
        }
    }

    @Test("tables and draw have the boxes that extract has, and inspect counts the tables that there are")
    func sameBoxes() throws {
        let figures = try extracted()
        let tables = try TableExtraction(ocr: ocr).tables(path: path)
        let cells = Set(tables.flatMap(\.cells).compactMap(\.box))
        #expect(figures.filter { !cells.contains($0.figure.box!) }.map(\.code) == [])

        func drawn(_ layer: PageDrawing.Layer) throws -> String {
            let drawing = PageDrawing(forms: forms, layers: [layer], resolution: 36, ocr: ocr)
            return String(decoding: try drawing.picture(path: path, page: 1, format: .svg), as: UTF8.self)
        }
        func rectangle(_ box: Box, inset: Double) -> String {
            let box = box.expanded(by: -inset)
            let values = [("x", box.x0), ("y", box.y0), ("width", box.width), ("height", box.height)]
            return values.map { "\($0)=\"\($1.roundedToHundredths)\"" }.joined(separator: " ")
        }
        let (codes, grid) = (try drawn(.codes), try drawn(.cells))
        #expect(figures.filter { !codes.contains(rectangle($0.figure.box!, inset: 0.8)) }.map(\.code) == [])
        #expect(cells.filter { !grid.contains(rectangle($0, inset: 1)) } == [])

        let inspection = try Inspection(path: path, ocr: ocr)
        #expect(inspection.tables.map(\.box) == tables.map(\.box))
        #expect(tables.map(\.rows) == [26, 4])
        #expect(inspection.pages.map(\.content) == ["scan"])
    }

    @Test("the codes that are drawn have the statuses that extract gives")
    func statuses() throws {
        let drawing = PageDrawing(forms: forms, layers: [.codes], resolution: 36, ocr: ocr)
        let svg = String(decoding: try drawing.picture(path: path, page: 1, format: .svg), as: UTF8.self)
        let printed = try extracted().count { $0.figure.status == .printed }
        // One more in the legend.
        #expect(svg.components(separatedBy: "stroke=\"#2ca02c\"").count - 1 == printed + 1)
    }

    @Test("a page is interpreted once, and drawn for its picture")
    func interpretations() throws {
        let extraction = ReportExtraction(forms: forms, ocr: OCROptions(cache: nil))
        let (file, document, _) = try extraction.reading(of: FileBytes(path: path), kept: PageSelection(1))
        #expect(document.isRecognized)
        let pdf = try #require(file as? PagedInput<PDFFile>)
        #expect(pdf.file.document.interpretations == 1)
    }
}
