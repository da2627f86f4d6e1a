internal import DocumentModel
internal import FileAccess
internal import OfficeReader
internal import PDFReader
internal import ReportStandard
internal import TableGrid

/// A kind of office document.
protocol OfficeKind: SendableMetatype {
    static var kind: Source.Kind { get }
    static var format: OfficeFormat { get }
    static var endings: Set<String> { get }
    static func document(_ bytes: ArraySlice<UInt8>) throws(OfficeError) -> OfficeDocument
}

/// Documents of Word, and of what writes as it does.
enum WordKind: OfficeKind {
    static let kind = Source.Kind.docx
    static let format = OfficeFormat.docx
    static let endings: Set = ["docx", "docm", "dotx"]

    static func document(_ bytes: ArraySlice<UInt8>) throws(OfficeError) -> OfficeDocument {
        try WordReader().document(bytes)
    }
}

/// Workbooks of Excel, and of what writes as it does.
enum WorkbookKind: OfficeKind {
    static let kind = Source.Kind.xlsx
    static let format = OfficeFormat.xlsx
    static let endings: Set = ["xlsx", "xlsm", "xltx"]

    static func document(_ bytes: ArraySlice<UInt8>) throws(OfficeError) -> OfficeDocument {
        try WorkbookReader().document(bytes)
    }
}

/// OpenDocument texts.
enum TextDocumentKind: OfficeKind {
    static let kind = Source.Kind.odt
    static let format = OfficeFormat.odt
    static let endings: Set = ["odt", "ott"]

    static func document(_ bytes: ArraySlice<UInt8>) throws(OfficeError) -> OfficeDocument {
        try TextDocumentReader().document(bytes)
    }
}

/// OpenDocument spreadsheets.
enum SpreadsheetKind: OfficeKind {
    static let kind = Source.Kind.ods
    static let format = OfficeFormat.ods
    static let endings: Set = ["ods", "ots"]

    static func document(_ bytes: ArraySlice<UInt8>) throws(OfficeError) -> OfficeDocument {
        try SpreadsheetReader().document(bytes)
    }
}

/// An office document: exact grids, no pages.
struct OfficeInput<Office: OfficeKind>: DocumentInput {
    static var kind: Source.Kind { Office.kind }
    static var endings: Set<String> { Office.endings }

    private let file: FileBytes
    private let tables: TableOptions
    /// Reads pictures; nil reads none.
    private let engine: ScanEngine?

    static func evidence(in file: FileBytes) -> FormatEvidence? {
        OfficeFormat(file.prefix(1 << 18)) == Office.format ? .certain : nil
    }

    init(_ file: FileBytes, options: DocumentReader.Options, engines: Engines) {
        (self.file, tables) = (file, options.tables)
        engine = engines.pictures
    }

    func read(allPictures: Bool) throws(ReadError) -> ReadDocument {
        do {
            return ReadDocument(
                kind: Self.kind, try Office.document(file.prefix(file.count)), name: file.name, tables: tables,
                engine: engine)
        } catch {
            throw ReadError(error, file: file.name)
        }
    }
}

extension ReadError {
    init(_ error: OfficeError, file: String) {
        self.init(error.kind == .encrypted ? .passwordNeeded : .damaged, file: file, cause: error.cause)
    }
}

extension ReadDocument {
    /// - Parameters:
    ///   - name: of the file.
    ///   - engine: reads tables that are pictures; nil reads none.
    init(kind: Source.Kind, _ document: OfficeDocument, name: String, tables: TableOptions, engine: ScanEngine?) {
        // It is as its agency published it.
        self.init(kind: kind, quality: .certain)
        let pictured = PicturedBlocks(document.pictures, name: name, tables: tables, engine: engine)
        blocks = pictured.blocks(between: document.blocks)
        title = document.properties.title
        facts = DocumentFacts(document.properties)
        findings = Self.findings(document) + pictured.findings
        if pictured.isAny { quality = .uncertain }
    }

    private static func findings(_ document: OfficeDocument) -> [Finding] {
        let omissions = document.omissions
        let hidden: [(Finding.Reason, Int)] = [
            (.hiddenRuns, omissions.hiddenTexts), (.hiddenRows, omissions.hiddenRows),
            (.hiddenColumns, omissions.hiddenColumns), (.hiddenSheets, omissions.hiddenSheets),
        ]
        var findings = hidden.filter { $0.1 > 0 }.map { reason, count in
            Finding(.hiddenOmitted, [.reason: reason.rawValue, .count: String(count)])
        }
        if omissions.deletions > 0 {
            findings.append(Finding(.changesAccepted, [.count: String(omissions.deletions)]))
        }
        return findings + document.damages.map { Finding(.pageDamaged, [.cause: $0]) }
    }
}

extension DocumentFacts {
    fileprivate init(_ properties: DocumentProperties) {
        self.init(
            title: properties.title, author: properties.author, company: properties.company,
            subject: properties.subject, keywords: properties.keywords, creator: properties.application,
            created: properties.created, modified: properties.modified)
    }
}
