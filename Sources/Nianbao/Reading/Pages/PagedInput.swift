internal import DocumentModel
internal import FileAccess
internal import PDFReader
internal import ReportStandard
internal import ScanReader
internal import TableGrid

/// An input with pages, for who wants more than what was read.
protocol PagedReading: DocumentInput {
    var pageCount: Int { get }
    func content(page number: Int) throws(ReadError) -> Page
    func png(page number: Int, resolution: Double, overlay: Drawing) throws(ReadError) -> [UInt8]
}

/// A file of pages: each by its text or, where that is missing or cannot be trusted, by its picture.
struct PagedInput<File: PagedFile>: PagedReading {
    static var kind: Source.Kind { File.kind }
    static var endings: Set<String> { File.endings }

    private let name: String
    private let sha256: () -> String
    let file: File
    private let options: DocumentReader.Options
    /// Reads pictures; nil reads none.
    private let engine: ScanEngine?

    static func evidence(in file: FileBytes) throws(ReadError) -> FormatEvidence? { try File.evidence(in: file) }

    init(_ file: FileBytes, options: DocumentReader.Options, engines: Engines) throws(ReadError) {
        self.file = try File(file, password: options.password)
        (name, sha256) = (file.name, { file.sha256 })
        self.options = options
        engine = engines.pictures
    }

    var pageCount: Int { file.pageCount }

    func content(page number: Int) throws(ReadError) -> Page { try file.content(page: number) }

    func png(page number: Int, resolution: Double, overlay: Drawing) throws(ReadError) -> [UInt8] {
        try file.png(page: number, resolution: resolution, overlay: overlay)
    }

    var canReadPictures: Bool { engine?.isInstalled ?? false }

    func read(allPictures: Bool) -> ReadDocument {
        var read = ReadDocument(kind: Self.kind)
        var layouts: [PageLayout] = []
        let finder = TableFinder(options.tables)
        read.findings = file.messages.prefix(1).map { Finding(.fileRepaired, [.cause: $0]) }
        for number in 1...file.pageCount where options.pages?.contains(number) ?? true {
            do throws(ReadError) {
                let page = try page(number, byPicture: allPictures)
                let (layout, trace) = finder.traced(page.seen)
                layouts.append(layout)
                read.pages.append(record(of: page, layout: layout, trace: trace))
                read.findings += findings(on: page)
                if page.seen.unmappedGlyphs > 0 || page.seen.isRecognized { read.quality = .uncertain }
                if let cause = page.failure?.cause {
                    read.problems.append(ReadError(.picture, file: name, page: number, cause: cause))
                }
            } catch {
                read.findings.append(Finding(.pageDamaged, [.cause: error.cause], page: number))
                read.problems.append(error)
            }
        }
        let layout = DocumentLayout(layouts, options: options.tables)
        read.blocks = layout.blocks
        for index in read.pages.indices { read.pages[index].found?.layout = layout.pages[index] }
        (read.pageCount, read.messages) = (file.pageCount, file.messages)
        read.findings += file.damages.map { Finding(.pageDamaged, [.cause: $0]) }
        if options.details.contains(.facts) { read.facts = file.facts() }
        read.title = file.title
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

    private func page(_ number: Int, byPicture: Bool) throws(ReadError) -> ReadPage {
        let drawn = try drawnPage(number)
        let doubts = drawn.textDoubts
        var page = ReadPage(drawn: drawn, doubts: doubts, seen: drawn)
        guard let engine, byPicture || engine.options.mode == .always || !doubts.isEmpty else { return page }
        do throws(ScanError) {
            page.seen = try engine.read(drawn, of: file, sha256: sha256())
        } catch {
            page.failure = error
        }
        return page
    }

    /// A page with the lines of a picture that stands behind its text.
    private func drawnPage(_ number: Int) throws(ReadError) -> Page {
        var page = try file.content(page: number)
        if page.mayHoldLinesInImages {
            // 150 pixels an inch: the thinnest lines of a form are two pixels.
            page.rulings += bitmapRulings(try file.brightness(page: number, resolution: 150))
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
