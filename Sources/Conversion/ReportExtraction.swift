internal import DocumentModel
public import FileAccess
internal import PDFReader
public import ReportForms
internal import ReportReader
public import ReportStandard
internal import TableGrid

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
    private let engine: ScanEngine?
    /// Forms are made ready for matching once, not for every file.
    private var reader: ReportReader
    private var order: FigureOrder

    /// - Parameter ocr: when, and with what, pages are read by their picture.
    public init(forms: FormLibrary, password: String? = nil, ocr: OCROptions = OCROptions()) {
        self.forms = forms
        self.password = password
        engine = ocr.mode == .never ? nil : ScanEngine(ocr)
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

    private func reports(of document: ReadDocument, in pdf: PDFDocument, source: Source) -> [Report] {
        reader.reports(
            in: document.blocks, source: source, quality: document.isTextCertain ? .certain : .uncertain,
            documentTitle: try? pdf.facts().title, findings: document.findings)
    }

    /// The reports of a file that is in memory.
    public func reports(in bytes: FileBytes) throws(ReadError) -> [Report] {
        let kind = try Source.Kind(of: bytes)
        var source = Source(file: bytes.name, sha256: bytes.sha256, kind: kind)
        if kind == .pdf {
            let pdf: PDFDocument
            do {
                pdf = try PDFDocument(bytes, password: password)
                let document = try ReadDocument(pdf, engine: engine)
                source.pages = document.pageCount
                let reports = reports(of: document, in: pdf, source: source)
                guard let engine, engine.isInstalled, !document.isRecognized, reports.contains(where: \.isContradicted)
                else { return reports }
                // The text may lie: does the picture say the same?
                let seen = try ReadDocument(pdf, engine: engine, always: true)
                guard seen.isRecognized else { return reports }
                let other = self.reports(of: seen, in: pdf, source: source)
                return other.certainty > reports.certainty ? other : reports
            } catch {
                throw ReadError(error)
            }
        }
        let text = try ReadText(bytes, kind: kind)
        // A web page is as its agency published it; Markdown and plain text have been made from something else.
        let isCertain = kind == .html && text.isTextCertain
        return reader.reports(
            in: text.blocks, source: source, quality: isCertain ? .certain : .uncertain, documentTitle: text.title,
            findings: text.findings)
    }
}
