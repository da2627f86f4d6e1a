public import FileAccess
public import ReportForms
internal import ReportReader
public import ReportStandard
public import TableGrid

/// Reads reports out of files: the whole way from bytes to the standard model.
public struct ReportExtraction: Sendable {
    public var forms: FormLibrary {
        didSet {
            reader = ReportReader(forms: forms)
            order = FigureOrder(forms: forms)
        }
    }
    /// Tried on encrypted files.
    public var password: String?
    /// How tables are found.
    public var tables: TableOptions
    private let engine: ScanEngine
    /// Forms are made ready for matching once, not for every file.
    private var reader: ReportReader
    private var order: FigureOrder

    /// - Parameter ocr: when, and with what, pages are read by their picture.
    public init(
        forms: FormLibrary, password: String? = nil, tables: TableOptions = .standard, ocr: OCROptions = OCROptions()
    ) {
        self.forms = forms
        self.password = password
        self.tables = tables
        engine = ScanEngine(ocr)
        reader = ReportReader(forms: forms)
        order = FigureOrder(forms: forms)
    }

    /// The reports of the file at `path`, `-` for standard input: one, or several for a compiled volume.
    ///
    /// A file that can be opened gives a report, however little is in it; its findings say what is missing.
    public func reports(path: String) throws(ReadError) -> [Report] {
        try reports(in: .reading(path))
    }

    /// The reports of the file at `path`, or those that it holds as JSON, extracted before.
    public func readOrStoredReports(path: String) throws(ReadError) -> [Report] {
        let bytes = try FileBytes.reading(path)
        guard StoredReports.isStored(bytes) else { return try reports(in: bytes) }
        return try StoredReports.reports(in: bytes).map(order.ordered)
    }

    /// The reports of a file that is in memory.
    public func reports(in file: FileBytes) throws(ReadError) -> [Report] {
        try documents().read(file) { reports(of: $0, in: file) }.reports
    }

    /// A file of pages as it was read, and the reports in it.
    ///
    /// - Parameter kept: the pages of which all that was found is kept.
    func reading(
        of file: FileBytes, kept: PageSelection
    ) throws(ReadError) -> (file: any PagedReading, document: ReadDocument, reports: [Report]) {
        let documents = documents(kept: kept)
        let input = try documents.openPages(file)
        let (document, reports) = try documents.read(input) { self.reports(of: $0, in: file) }
        return (input, document, reports)
    }

    private func documents(kept: PageSelection? = nil) -> DocumentReader {
        DocumentReader(.init(password: password, tables: tables, kept: kept), engine: engine)
    }

    private func reports(of document: ReadDocument, in file: FileBytes) -> [Report] {
        let source = Source(file: file.name, sha256: file.sha256, kind: document.kind, pages: document.pageCount)
        return reader.reports(
            in: document.blocks, source: source, quality: document.quality, documentTitle: document.title,
            findings: document.findings)
    }
}
