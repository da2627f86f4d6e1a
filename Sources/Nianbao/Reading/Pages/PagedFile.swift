internal import DocumentModel
internal import FileAccess
internal import PDFReader
internal import ReportStandard

/// A file of pages, open for reading: what its pages draw, and what they look like.
protocol PagedFile: SendableMetatype {
    static var kind: Source.Kind { get }
    /// Endings of the names that such files have, in lower case.
    static var endings: Set<String> { get }
    /// As ``DocumentInput/evidence(in:)``.
    static func evidence(in file: FileBytes) throws(ReadError) -> FormatEvidence?

    /// - Parameter password: tried where it is encrypted.
    init(_ file: FileBytes, password: String?) throws(ReadError)

    /// Not fewer than one.
    var pageCount: Int { get }
    /// What was repaired while it was opened.
    var messages: [String] { get }
    /// What is wrong with parts that have been read so far.
    var damages: [String] { get }
    /// What its metadata call it.
    var title: String? { get }
    func facts() -> DocumentFacts?

    /// What page `number` draws, from 1.
    func content(page number: Int) throws(ReadError) -> Page
    /// Page `number` in colour.
    func picture(page number: Int, resolution: Double) throws(ReadError) -> PageImage
    /// The brightness of page `number`.
    func brightness(page number: Int, resolution: Double) throws(ReadError) -> Bitmap
    /// Page `number` as a PNG image, with `overlay` painted over it.
    func png(page number: Int, resolution: Double, overlay: Drawing) throws(ReadError) -> [UInt8]
}

extension PagedFile {
    var messages: [String] { [] }
    var damages: [String] { [] }
}
