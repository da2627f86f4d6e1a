public import DocumentModel
internal import FileAccess
internal import PDFReader
internal import ReportStandard
public import TableGrid

/// Finds the tables of a PDF, a web page or a Markdown file, whatever it is about.
public struct TableExtraction: Sendable {
    public var options: TableOptions
    public var password: String?
    /// The pages to look at; nil for all.
    public var pages: PageSelection?
    private let engine: ScanEngine?

    public init(
        options: TableOptions = .standard, password: String? = nil, pages: PageSelection? = nil,
        ocr: OCROptions = OCROptions()
    ) {
        self.options = options
        self.password = password
        self.pages = pages
        engine = ocr.mode == .never ? nil : ScanEngine(ocr)
    }

    /// The tables of the file at `path`, `-` for standard input, in reading order.
    ///
    /// - Parameter damaged: told of every page that cannot be read; the others are read all the same.
    /// - Throws: where the file cannot be opened, or none of its pages can be read.
    public func tables(path: String, damaged: (ReadError) -> Void = { _ in }) throws(ReadError) -> [Table] {
        let bytes = try FileBytes.reading(path)
        if let kind = try? Source.Kind(of: bytes), kind != .pdf {
            return try ReadText(bytes, kind: kind).blocks.compactMap(\.table)
        }
        let document: PDFDocument
        do { document = try PDFDocument(bytes, password: password) } catch { throw ReadError(error) }
        var layouts: [PageLayout] = []
        var last: ReadError?
        for number in 1...document.pageCount where pages?.contains(number) ?? true {
            do {
                try layouts.append(
                    PageLayout(
                        document.page(number, engine: engine) { error in
                            damaged(ReadError(.picture, file: bytes.name, page: number, cause: error.cause))
                        }, options: options))
            } catch {
                let error = ReadError(error)
                damaged(error)
                last = error
            }
        }
        if let last, layouts.isEmpty { throw last }
        return DocumentLayout(layouts, options: options).tables
    }
}

/// Page numbers and ranges: `1-3,7,10-`.
public struct PageSelection: Hashable, Sendable {
    private let ranges: [ClosedRange<Int>]

    /// nil where the text is no list of page numbers and ranges.
    public init?(_ text: String) {
        var ranges: [ClosedRange<Int>] = []
        for part in text.split(separator: ",", omittingEmptySubsequences: false) {
            let ends = part.split(separator: "-", omittingEmptySubsequences: false)
            guard let first = ends.first.flatMap({ Int($0) }), first >= 1, ends.count <= 2 else { return nil }
            guard ends.count == 2 else {
                ranges.append(first...first)
                continue
            }
            guard let last = ends[1].isEmpty ? Int.max : Int(ends[1]), last >= first else { return nil }
            ranges.append(first...last)
        }
        guard !ranges.isEmpty else { return nil }
        self.ranges = ranges
    }

    public func contains(_ page: Int) -> Bool { ranges.contains { $0.contains(page) } }
}
