public import FileAccess
internal import ReportStandard
public import TableGrid

/// Reads a file, whatever it is, once: extract, tables, inspect, draw, check and the workers show parts of what it gives.
///
/// ```swift
/// let document = try DocumentReader().read(FileBytes(path: "report.pdf"))
/// print(document.pages.count, document.tables.count)
/// ```
public struct DocumentReader: Sendable {
    public struct Options: Hashable, Sendable {
        /// Tried on encrypted files.
        public var password: String?
        /// The pages to read; nil for all.
        public var pages: PageSelection?
        public var tables: TableOptions
        /// What else is wanted; it costs time.
        public var details: Set<Detail>
        /// The pages of which all that was found is kept, for pictures; nil for none. It takes memory.
        public var kept: PageSelection?

        public init(
            password: String? = nil, pages: PageSelection? = nil, tables: TableOptions = .standard,
            details: Set<Detail> = [], kept: PageSelection? = nil
        ) {
            (self.password, self.pages, self.tables) = (password, pages, tables)
            (self.details, self.kept) = (details, kept)
        }
    }

    public enum Detail: Hashable, Sendable {
        /// What the file says of itself: ``ReadDocument/facts``.
        case facts
        /// What each page draws, counted: ``PageRecord/summary``.
        case pageSummaries
    }

    public var options: Options
    private let engines: Engines

    /// - Parameters:
    ///   - ocr: when, and with what, pages are read by their picture.
    ///   - office: with what documents of older programs are converted.
    public init(
        _ options: Options = Options(), ocr: OCROptions = OCROptions(), office: OfficeOptions = OfficeOptions()
    ) {
        self.init(options, engines: Engines(ocr, office))
    }

    init(_ options: Options, engines: Engines) {
        self.options = options
        self.engines = engines
    }

    /// Reads a file: its text and tables, and what there is to say about its pages.
    ///
    /// - Throws: ``ReadError`` where it cannot be opened. A page that cannot be read is one of the document's
    ///   ``ReadDocument/problems``.
    public func read(_ file: FileBytes) throws(ReadError) -> ReadDocument {
        try open(file).read(allPictures: false)
    }

    /// Reads a file of reports.
    ///
    /// - Parameter reports: makes reports of a reading. Where they contradict themselves the text may not be what the page shows:
    ///   then all pages are read by their pictures, and that reading counts if it makes better reports.
    func read(
        _ file: FileBytes, as reports: (ReadDocument) -> [Report]
    ) throws(ReadError) -> (document: ReadDocument, reports: [Report]) {
        try read(open(file), as: reports)
    }

    /// Reads a file that is open.
    func read(
        _ input: any DocumentInput, as reports: (ReadDocument) -> [Report]
    ) throws(ReadError) -> (document: ReadDocument, reports: [Report]) {
        let first = try input.read(allPictures: false)
        let own = reports(first)
        guard own.contains(where: \.isContradicted), input.canReadPictures, !first.isRecognized else {
            return (first, own)
        }
        let seen = try input.read(allPictures: true)
        guard seen.isRecognized else { return (first, own) }
        let others = reports(seen)
        return others.certainty > own.certainty ? (seen, others) : (first, own)
    }

    /// Opens a file that has pages.
    func openPages(_ file: FileBytes) throws(ReadError) -> any PagedReading {
        let input = try open(file)
        if let pages = input as? any PagedReading { return pages }
        throw ReadError(.noPages, file: file.name, cause: "not a PDF, OFD file or picture: it has no pages")
    }

    private func open(_ file: FileBytes) throws(ReadError) -> any DocumentInput {
        try InputFormats.format(of: file).init(file, options: options, engines: engines)
    }
}
