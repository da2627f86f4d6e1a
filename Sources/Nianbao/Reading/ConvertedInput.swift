internal import FileAccess
internal import LibreOffice
internal import OfficeReader
internal import ReportStandard
internal import TableGrid

/// A kind of document that is read by way of LibreOffice.
protocol ConvertedKind: SendableMetatype {
    static var kind: Source.Kind { get }
    static var endings: Set<String> { get }
    /// What to convert it by; nil for a file of another kind.
    static func filter(for file: FileBytes) throws(ReadError) -> OfficeFilter?
}

/// Documents of Word 97 to 2003 and of WPS Writer, whatever they are called; those that are one XML file too.
enum WordFileKind: ConvertedKind {
    static let kind = Source.Kind.doc
    static let endings: Set = ["doc", "dot", "wps", "wpt"]

    static func filter(for file: FileBytes) throws(ReadError) -> OfficeFilter? {
        if TextStart(file).says("progid=\"word.document\"") { return .wordXML }
        guard let compound = CompoundFile(file.prefix(file.count)), compound.names.contains("WordDocument") else {
            return nil
        }
        // The header's flags ([MS-DOC], section 2.5.2): the bit fEncrypted.
        if let start = compound.stream("WordDocument", count: 12), start.count == 12, start[11] & 1 != 0 {
            throw .encrypted(file)
        }
        return .doc
    }
}

/// Workbooks of Excel 95 to 2003 and of WPS Spreadsheets; those that are one XML file too.
enum ExcelFileKind: ConvertedKind {
    static let kind = Source.Kind.xls
    static let endings: Set = ["xls", "xlt", "et", "ett"]

    static func filter(for file: FileBytes) throws(ReadError) -> OfficeFilter? {
        if TextStart(file).says("progid=\"excel.sheet\"") { return .excelXML }
        guard let compound = CompoundFile(file.prefix(file.count)),
            let stream = ["Workbook", "Book"].first(where: compound.names.contains)
        else { return nil }
        if hasPassword(compound.stream(stream, count: 4096) ?? compound.stream(stream) ?? []) { throw .encrypted(file) }
        return .xls
    }

    /// A record FilePass behind the first one ([MS-XLS], section 2.4.117).
    private static func hasPassword(_ stream: [UInt8]) -> Bool {
        func number(_ place: Int) -> Int { Int(stream[place]) | Int(stream[place + 1]) << 8 }
        var place = 0
        for _ in 0..<8 where place + 4 <= stream.count {
            if number(place) == 0x2F { return true }
            place += 4 + number(place + 2)
        }
        return false
    }
}

/// Rich text.
enum RichTextKind: ConvertedKind {
    static let kind = Source.Kind.rtf
    static let endings: Set = ["rtf"]

    static func filter(for file: FileBytes) -> OfficeFilter? {
        file.prefix(5).elementsEqual("{\\rtf".utf8) ? .rtf : nil
    }
}

/// A document of an older program: converted, and the outcome read as any office document.
struct ConvertedInput<Converted: ConvertedKind>: DocumentInput {
    static var kind: Source.Kind { Converted.kind }
    static var endings: Set<String> { Converted.endings }
    static var isConverted: Bool { true }

    private let file: FileBytes
    private let tables: TableOptions
    private let office: OfficeEngine
    /// Reads pictures; nil reads none.
    private let pictures: ScanEngine?

    static func evidence(in file: FileBytes) throws(ReadError) -> FormatEvidence? {
        try Converted.filter(for: file) == nil ? nil : .certain
    }

    init(_ file: FileBytes, options: DocumentReader.Options, engines: Engines) throws(ReadError) {
        (self.file, tables) = (file, options.tables)
        (office, pictures) = (engines.office, engines.pictures)
    }

    func read(allPictures: Bool) throws(ReadError) -> ReadDocument {
        guard let filter = try Converted.filter(for: file) else {
            throw ReadError(
                .damaged, file: file.name, cause: "not what its name says: no \(Self.kind.rawValue) document")
        }
        let made = try office.converted(file, by: filter)[...]
        do throws(OfficeError) {
            let document = try filter.makesWorkbook ? WorkbookReader().document(made) : WordReader().document(made)
            return ReadDocument(
                kind: Self.kind, document, name: file.name, tables: tables, engine: pictures)
        } catch {
            throw ReadError(error, file: file.name)
        }
    }
}

extension ReadError {
    fileprivate static func encrypted(_ file: FileBytes) -> ReadError {
        ReadError(
            .passwordNeeded, file: file.name,
            cause: "an encrypted document of an older program; save it without its password and read that")
    }
}

/// The first lines of a text, in lower case, whatever its encoding.
private struct TextStart {
    private let text: String

    init(_ file: FileBytes) {
        let start = file.prefix(2048)
        text =
            start.contains(UInt8(ascii: "<"))
            ? String(decoding: start.filter { $0 != 0 }, as: UTF8.self).lowercased() : ""
    }

    func says(_ words: String) -> Bool { text.contains("<?mso-application") && text.contains(words) }
}
