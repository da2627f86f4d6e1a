public import DocumentModel
public import FileAccess
public import TableGrid

/// Finds the tables of a file of any kind that is read, whatever it is about.
public struct TableExtraction: Sendable {
    public var options: TableOptions
    public var password: String?
    /// The pages to look at; nil for all.
    public var pages: PageSelection?
    private let engines: Engines

    public init(
        options: TableOptions = .standard, password: String? = nil, pages: PageSelection? = nil,
        ocr: OCROptions = OCROptions(), office: OfficeOptions = OfficeOptions()
    ) {
        self.options = options
        self.password = password
        self.pages = pages
        engines = Engines(ocr, office)
    }

    /// The tables of the file at `path`, `-` for standard input, in reading order.
    ///
    /// - Parameter damaged: told of every page that cannot be read; the others are read all the same.
    /// - Throws: where the file cannot be opened, or none of its pages can be read.
    public func tables(path: String, damaged: (ReadError) -> Void = { _ in }) throws(ReadError) -> [Table] {
        try tables(in: .reading(path), damaged: damaged)
    }

    /// The tables of a file that is in memory.
    public func tables(in file: FileBytes, damaged: (ReadError) -> Void = { _ in }) throws(ReadError) -> [Table] {
        let reader = DocumentReader(.init(password: password, pages: pages, tables: options), engines: engines)
        let document = try reader.read(file)
        document.problems.forEach(damaged)
        if document.pages.isEmpty, let last = document.problems.last { throw last }
        return document.tables
    }
}

/// Page numbers and ranges: `1-3,7,10-`.
public struct PageSelection: Hashable, Sendable {
    private let ranges: [ClosedRange<Int>]

    /// All pages there are.
    public static let all = PageSelection(ranges: [1...Int.max])

    private init(ranges: [ClosedRange<Int>]) { self.ranges = ranges }

    /// One page.
    public init(_ page: Int) { ranges = [page...page] }

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
