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
    /// How many archives may be one in another.
    public var depth = 3
    /// How tables are found.
    public var tables: TableOptions
    private let engines: Engines
    /// Forms are made ready for matching once, not for every file.
    private var reader: ReportReader
    private var order: FigureOrder

    /// - Parameters:
    ///   - ocr: when, and with what, pages are read by their picture.
    ///   - office: with what documents of older programs are converted.
    public init(
        forms: FormLibrary, password: String? = nil, tables: TableOptions = .standard, ocr: OCROptions = OCROptions(),
        office: OfficeOptions = OfficeOptions()
    ) {
        self.forms = forms
        self.password = password
        self.tables = tables
        engines = Engines(ocr, office)
        reader = ReportReader(forms: forms)
        order = FigureOrder(forms: forms)
    }

    /// The reports of the file at `path`, `-` for standard input: one, or several for a compiled volume or an archive.
    ///
    /// A file that can be opened gives a report, however little is in it; its findings say what is missing. Only in an archive a file
    /// that has nothing of a report is none, and reports are numbered over all of its files.
    ///
    /// - Parameters:
    ///   - takesStored: true for reports that were extracted before, too: JSON.
    ///   - passedOver: told of every file in an archive that gives no report.
    public func reports(
        path: String, takesStored: Bool = false, passedOver: (DocumentFiles.PassedOver) -> Void = { _ in }
    ) throws(ReadError) -> [Report] {
        try reports(at: .path(path), takesStored: takesStored, passedOver)
    }

    /// The same of a file that is in memory.
    func reports(
        in file: FileBytes, passedOver: (DocumentFiles.PassedOver) -> Void
    ) throws(ReadError) -> [Report] {
        try reports(at: .memory(file), takesStored: false, passedOver)
    }

    private enum Place {
        case path(String)
        case memory(FileBytes)

        var name: String {
            switch self {
            case .path(let path): path
            case .memory(let file): file.name
            }
        }
    }

    private func reports(
        at place: Place, takesStored: Bool, _ passedOver: (DocumentFiles.PassedOver) -> Void
    ) throws(ReadError) -> [Report] {
        var found: [(file: String, reports: Result<[Report], ReadError>)] = []
        var damage: DocumentFiles.PassedOver?
        func add(_ file: Result<FileBytes, DocumentFiles.PassedOver>) {
            switch file {
            case .success(let file): found.append((file.name, readOrStored(file, takesStored: takesStored)))
            // The archive itself, and no file in it.
            case .failure(let passed) where passed.error.file == place.name: damage = passed
            case .failure(let passed): passedOver(passed)
            }
        }
        let files = DocumentFiles(password: password, depth: depth)
        let isArchive: Bool
        switch place {
        case .path(let path): isArchive = try files.forEach(path, add)
        case .memory(let file): isArchive = try files.forEach(in: file, add)
        }
        guard isArchive else { return try found.first?.reports.get() ?? [] }
        if let damage {
            guard !found.isEmpty else { throw damage.error }
            passedOver(damage)
        }
        return try numbered(found, in: place.name, passedOver: passedOver)
    }

    private func readOrStored(_ file: FileBytes, takesStored: Bool) -> Result<[Report], ReadError> {
        Result { () throws(ReadError) in
            guard takesStored, StoredReports.isStored(file) else { return try reports(in: file) }
            return try StoredReports.reports(in: file).map(order.ordered)
        }
    }

    /// The reports of an archive's files.
    private func numbered(
        _ files: [(file: String, reports: Result<[Report], ReadError>)], in archive: String,
        passedOver: (DocumentFiles.PassedOver) -> Void
    ) throws(ReadError) -> [Report] {
        var all: [Report] = []
        for (file, result) in files {
            switch result {
            case .failure(let error): passedOver(.init(error: error, mayBeReport: true))
            case .success(let reports) where reports.allSatisfy(\.isNothing):
                let error = ReadError(.unknownFormat, file: file, cause: "nothing of a report is in it")
                passedOver(.init(error: error, mayBeReport: false))
            case .success(let reports):
                for var report in reports {
                    report.source.document = all.count + 1
                    all.append(report)
                }
            }
        }
        guard !all.isEmpty else { throw ReadError(.unknownFormat, file: archive, cause: "an archive without a report") }
        return all
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
        DocumentReader(.init(password: password, tables: tables, kept: kept), engines: engines)
    }

    private func reports(of document: ReadDocument, in file: FileBytes) -> [Report] {
        let source = Source(file: file.name, sha256: file.sha256, kind: document.kind, pages: document.pageCount)
        return reader.reports(
            in: document.blocks, source: source, quality: document.quality, documentTitle: document.title,
            findings: document.findings)
    }
}

extension Report {
    /// Neither an agency nor a year nor a figure.
    fileprivate var isNothing: Bool { agency == nil && year == nil && form == nil && figures.isEmpty }
}
