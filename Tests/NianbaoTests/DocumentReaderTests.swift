import DocumentModel
import FileAccess
import Foundation
import PDFReader
import ReportForms
import ReportStandard
import TestSupport
import Testing

@testable import Nianbao

@Suite("Documents as they are read")
struct DocumentReaderTests {
    /// A file that says one thing by its text and another by its pictures.
    private struct TwoFaced: DocumentInput {
        static let kind = Source.Kind.pdf
        static let endings: Set<String> = []
        var canReadPictures = true
        var isRecognizable = true

        init() {}
        init(_ file: FileBytes, options: DocumentReader.Options, engines: Engines) {}

        static func evidence(in file: FileBytes) -> FormatEvidence? { nil }

        func read(allPictures: Bool) -> ReadDocument {
            var read = ReadDocument(kind: .pdf)
            read.blocks = [.paragraph(TextBlock(text: allPictures ? "picture" : "text"))]
            var page = Page(number: 1, width: 100, height: 100)
            if allPictures && isRecognizable { page.readings = [] }
            read.pages = [PageRecord(drawn: page, doubts: [], seen: page)]
            return read
        }
    }

    /// A report with as many certain figures, and checks of which as many fail.
    private func report(certain: Int, failing: Int) throws -> Report {
        var report = try #require(
            ReportExtraction(forms: .builtIn()).reports(path: Project.sample("township-2020-reportlab.pdf")).first)
        report.figures = Array(report.figures.filter { $0.figure.status == .printed }.prefix(certain))
        let check = try #require(report.checks.first { $0.left != 0 })
        report.checks = (0..<6).map { index in
            var check = check
            check.holds = index >= failing
            return check
        }
        return report
    }

    private func chosen(_ input: TwoFaced, text: Report, picture: Report) throws -> (
        says: String?, reports: [Report], calls: Int
    ) {
        var calls = 0
        let (document, reports) = try DocumentReader(ocr: OCROptions(mode: .never)).read(input) { document in
            calls += 1
            return [document.blocks.first?.text?.text == "text" ? text : picture]
        }
        return (document.blocks.first?.text?.text, reports, calls)
    }

    @Test("a text whose sums are right is read once")
    func sound() throws {
        let (text, picture) = (try report(certain: 10, failing: 0), try report(certain: 90, failing: 0))
        let found = try chosen(TwoFaced(), text: text, picture: picture)
        #expect(found.says == "text")
        #expect(found.calls == 1)
    }

    @Test("one whose sums are wrong is read by its pictures, and the better reading counts, document and reports alike")
    func contradicted() throws {
        let text = try report(certain: 50, failing: 5)
        let found = try chosen(TwoFaced(), text: text, picture: report(certain: 60, failing: 0))
        #expect(found.says == "picture")
        #expect(found.reports[0].figures.count == 60)
        let worse = try chosen(TwoFaced(), text: text, picture: report(certain: 20, failing: 0))
        #expect(worse.says == "text")
        #expect(worse.reports == [text])
        #expect(worse.calls == 2)
    }

    @Test("where pictures cannot be read, or not all of them, the text stands")
    func unreadable() throws {
        let (text, picture) = (try report(certain: 50, failing: 5), try report(certain: 60, failing: 0))
        var input = TwoFaced()
        input.isRecognizable = false
        #expect(try chosen(input, text: text, picture: picture).says == "text")
        input.canReadPictures = false
        #expect(try chosen(input, text: text, picture: picture).calls == 1)
    }

    @Test("every kind of file has one reader, and every ending belongs to one")
    func formats() {
        #expect(
            InputFormats.all.map { $0.kind } == [
                .docx, .xlsx, .odt, .ods, .docx, .ofd, .picture, .pdf, .doc, .xls, .rtf, .html, .markdown, .text,
            ])
        #expect(Set(InputFormats.endings).count == InputFormats.endings.count)
        #expect(InputFormats.endings.contains("pdf") && InputFormats.endings.contains("mhtml"))
    }

    @Test("what is wrong with a file has the same kind whoever reads it")
    func kinds() throws {
        let sealed = Project.fixture("encrypted.pdf")
        func kinds(_ path: String, password: String? = nil) throws -> [ReadError.Kind?] {
            func kind(_ body: () throws -> some Any) -> ReadError.Kind? {
                do { _ = try body() } catch { return (error as? ReadError)?.kind }
                return nil
            }
            let forms = try FormLibrary.builtIn()
            return [
                kind { try ReportExtraction(forms: forms, password: password).reports(path: path) },
                kind { try TableExtraction(password: password).tables(path: path) },
                kind { try Inspection(path: path, password: password) },
                kind { try PageDrawing(forms: forms, password: password).picture(path: path, page: 1, format: .svg) },
            ]
        }
        #expect(try kinds(sealed) == [.passwordNeeded, .passwordNeeded, .passwordNeeded, .passwordNeeded])
        #expect(try kinds(sealed, password: "no") == [.wrongPassword, .wrongPassword, .wrongPassword, .wrongPassword])
        #expect(try kinds("/nowhere/a.md") == [.notFound, .notFound, .notFound, .notFound])
        #expect(try kinds("/tmp") == [.unreadable, .unreadable, .unreadable, .unreadable])
        #expect(try kinds("/dev/null") == [.empty, .empty, .empty, .empty])
    }

    @Test("pages that are not wanted are not read, and nothing more than what is wanted is kept")
    func pages() throws {
        let bytes = try FileBytes(path: Project.sample("county-2023-libreoffice.pdf"))
        let plain = try DocumentReader(.init(pages: PageSelection("2-")), ocr: OCROptions(mode: .never)).read(bytes)
        #expect(plain.pageCount == 3)
        #expect(plain.pages.map(\.number) == [2, 3])
        #expect(plain.pages.allSatisfy { $0.found == nil && $0.summary == nil })
        #expect(plain.facts == nil)
        let kept = try DocumentReader(
            .init(details: [.facts, .pageSummaries], kept: PageSelection(3)), ocr: OCROptions(mode: .never)
        ).read(bytes)
        #expect(kept.pages.filter { $0.found != nil }.map(\.number) == [3])
        #expect(kept.pages.map(\.summary?.page) == [1, 2, 3])
        #expect(kept.title == kept.facts?.title && kept.title == plain.title)
        #expect(kept.tables.count == 3)
    }

    @Test("a text laid out with blanks says that its columns are a guess, and has neither pages nor boxes")
    func laidOut() throws {
        let text = """
            信息内容        本年制发件数    本年废止件数    现行有效件数
            规章            1               0               12
            行政规范性文件  3               2               45
            行政许可        6               0               7

            """
        let document = try DocumentReader().read(FileBytes(name: "made.txt", Array(text.utf8)))
        #expect(document.tables.map(\.grid) == [.laidOut])
        #expect(document.tables.map(\.columns) == [4])
        #expect(document.tables.allSatisfy { $0.pages.isEmpty && $0.box == nil && !$0.isRuled })
        #expect(document.kind == .text)
    }
}
