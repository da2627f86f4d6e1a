internal import FileAccess
internal import ReportStandard

/// A file of one kind that documents come in, open for reading. A new kind is one reader of this protocol, and one line in
/// ``InputFormats``.
protocol DocumentInput: SendableMetatype {
    static var kind: Source.Kind { get }
    /// Endings of the names that such files have, in lower case.
    static var endings: Set<String> { get }
    /// What speaks for the file's being one by its content; nil for nothing.
    ///
    /// - Parameter file: the file, or as much of its beginning as is needed to tell: 256 KiB.
    /// - Throws: where the file can be nothing else, and is broken.
    static func evidence(in file: FileBytes) throws(ReadError) -> FormatEvidence?

    init(_ file: FileBytes, options: DocumentReader.Options, engines: Engines) throws(ReadError)

    /// - Parameter allPictures: true to read all pages by their pictures, however good their text seems; a file without pictures
    ///   is read as ever.
    func read(allPictures: Bool) throws(ReadError) -> ReadDocument

    /// True where another program converts such files first.
    static var isConverted: Bool { get }
    /// True where pages can be read by their pictures.
    var canReadPictures: Bool { get }
}

extension DocumentInput {
    static var isConverted: Bool { false }
    var canReadPictures: Bool { false }
}

/// How much speaks for a file's being of a kind, the least first.
enum FormatEvidence: Int, Comparable {
    /// Nothing speaks against it.
    case possible
    /// It looks like one.
    case likely
    /// Its name says so.
    case named
    /// It can be nothing else.
    case certain

    static func < (one: FormatEvidence, other: FormatEvidence) -> Bool { one.rawValue < other.rawValue }
}
