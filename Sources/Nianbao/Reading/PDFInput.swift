internal import DocumentModel
internal import FileAccess
internal import PDFReader
internal import ReportStandard
internal import ScanReader
internal import TableGrid

/// A PDF: its pages by their text or, where that is missing or cannot be trusted, by their pictures.
struct PDFInput: DocumentInput {
    static let kind = Source.Kind.pdf
    static let endings: Set = ["pdf"]

    let document: PDFDocument
    private let options: DocumentReader.Options
    /// Reads pictures; nil reads none.
    private let engine: ScanEngine?

    static func evidence(in file: FileBytes) throws(ReadError) -> FormatEvidence? {
        if PDFDocument.isPDF(file) { return .certain }
        guard file.count > 0, endings.contains(FileName(file.name).ending) else { return nil }
        throw ReadError(.notPDF, file: file.name, cause: "not a PDF file: it has no %PDF header")
    }

    init(_ file: FileBytes, options: DocumentReader.Options, engine: ScanEngine?) throws(ReadError) {
        do { document = try PDFDocument(file, password: options.password) } catch { throw ReadError(error) }
        self.options = options
        self.engine = engine?.options.mode == .never ? nil : engine
    }

    var canReadPictures: Bool { engine?.isInstalled ?? false }

    func read(allPictures: Bool) -> ReadDocument {
        var read = ReadDocument(kind: .pdf)
        var layouts: [PageLayout] = []
        let finder = TableFinder(options.tables)
        read.findings = document.messages.prefix(1).map { Finding(.fileRepaired, [.cause: $0]) }
        for number in 1...document.pageCount where options.pages?.contains(number) ?? true {
            do throws(PDFError) {
                let page = try page(number, byPicture: allPictures)
                let (layout, trace) = finder.traced(page.seen)
                layouts.append(layout)
                read.pages.append(record(of: page, layout: layout, trace: trace))
                read.findings += findings(on: page)
                if page.seen.unmappedGlyphs > 0 || page.seen.isRecognized { read.quality = .uncertain }
                if let cause = page.failure?.cause {
                    read.problems.append(ReadError(.picture, file: document.file, page: number, cause: cause))
                }
            } catch {
                read.findings.append(Finding(.pageDamaged, [.cause: error.cause], page: number))
                read.problems.append(ReadError(error))
            }
        }
        let layout = DocumentLayout(layouts, options: options.tables)
        read.blocks = layout.blocks
        for index in read.pages.indices { read.pages[index].found?.layout = layout.pages[index] }
        (read.pageCount, read.messages) = (document.pageCount, document.messages)
        if options.details.contains(.facts) { read.facts = try? document.facts() }
        read.title = document.title
        return read
    }

    // MARK: A page

    /// What the file draws, and what was read.
    private struct ReadPage {
        var drawn: Page
        var doubts: [TextDoubt]
        var seen: Page
        /// Why its picture was not read, though it should have been.
        var failure: ScanError?
    }

    private func page(_ number: Int, byPicture: Bool) throws(PDFError) -> ReadPage {
        let drawn = try drawnPage(number)
        let doubts = drawn.textDoubts
        var page = ReadPage(drawn: drawn, doubts: doubts, seen: drawn)
        guard let engine, byPicture || engine.options.mode == .always || !doubts.isEmpty else { return page }
        do throws(ScanError) { page.seen = try engine.read(drawn, of: document) } catch { page.failure = error }
        return page
    }

    /// A page with the lines of a picture that stands behind its text.
    private func drawnPage(_ number: Int) throws(PDFError) -> Page {
        var page = try document.page(number)
        if page.mayHoldLinesInImages {
            // 150 pixels an inch: the thinnest lines of a form are two pixels.
            page.rulings += bitmapRulings(try document.bitmap(page: number, resolution: 150))
        }
        return page
    }

    private func record(of page: ReadPage, layout: PageLayout, trace: TableTrace) -> PageRecord {
        var record = PageRecord(drawn: page.drawn, doubts: page.doubts, seen: page.seen)
        if options.details.contains(.pageSummaries) { record.summary = PageSummary(page.drawn, doubts: page.doubts) }
        if options.kept?.contains(record.number) ?? false {
            record.found = PageRecord.Found(page: page.seen, layout: layout, trace: trace)
        }
        return record
    }

    private func findings(on page: ReadPage) -> [Finding] {
        let (number, seen) = (page.drawn.number, page.seen)
        if seen.isRecognized {
            var details: [Finding.Detail: String] = [:]
            details[.cause] = engine?.singleReadingCause
            return [Finding(.pageRecognized, details, page: number)]
        }
        var findings: [Finding] = []
        let kind = seen.contentKind(page.doubts)
        if kind == .scan || kind == .scanWithHiddenText {
            let reason: Finding.Reason = kind == .scan ? .image : .hiddenText
            var details: [Finding.Detail: String] = [.reason: reason.rawValue]
            details[.cause] = page.failure?.cause
            findings.append(Finding(.pageWithoutText, details, page: number))
        } else if let failure = page.failure {
            findings.append(Finding(.pageDamaged, [.cause: failure.cause], page: number))
        }
        if seen.unmappedGlyphs > 0 {
            findings.append(Finding(.textUntrusted, [.count: String(seen.unmappedGlyphs)], page: number))
        }
        if seen.isTruncated { findings.append(Finding(.pageDamaged, page: number)) }
        return findings
    }
}
