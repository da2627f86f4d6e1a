public import DocumentModel
public import FileAccess
internal import PopplerContent

/// An open PDF file.
///
/// Not `Sendable` on purpose: the PDF library keeps state in a document, so one task opens it, reads it and lets it go.
/// Several documents may be read side by side. Everything that leaves it is a value.
public final class PDFDocument {
    /// The path as given, `-` for standard input.
    public let file: String
    public let pageCount: Int
    /// The library's complaints while opening: a repaired cross-reference table, a missing end.
    public let messages: [String]

    /// The version of the PDF library that is in use.
    public static var libraryVersion: String { PDFLibrary.version }

    /// How often the content of a page has been interpreted, which is most of the work.
    package private(set) var interpretations = 0

    private let bytes: FileBytes
    private let password: String?
    /// The library reads from this copy for as long as the document is open.
    private let storage: UnsafeMutableRawBufferPointer
    private let handle: OpaquePointer  // one owned pc_document
    /// The same file through the library's public interface, from the first time that it is needed.
    private var publicDocument: GlibDocument?

    /// Opens the file at `path`, or standard input for `-`.
    public convenience init(path: String, password: String? = nil) throws(PDFError) {
        let bytes: FileBytes
        do { bytes = try FileBytes(path: path) } catch {
            throw PDFError(error.kind == .notFound ? .notFound : .unreadable, file: error.path, cause: error.cause)
        }
        try self.init(bytes, password: password)
    }

    /// Opens a file that is in memory.
    ///
    /// - Parameters:
    ///   - password: the owner's or the user's; nil opens what needs none.
    /// - Throws: ``PDFError`` with kind `empty`, `notPDF`, `damaged`, `passwordNeeded`, `wrongPassword` or `noPages`.
    public init(_ bytes: FileBytes, password: String? = nil) throws(PDFError) {
        let file = bytes.name
        guard bytes.count > 0 else { throw PDFError(.empty, file: file, cause: "the file is empty") }
        guard Self.isPDF(bytes) else {
            throw PDFError(.notPDF, file: file, cause: "not a PDF file: it has no %PDF header")
        }

        let storage = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 16)
        bytes.withBytes { storage.copyMemory(from: $0) }
        PDFLibrary.initialise()
        let handle = pc_document_open(storage.baseAddress, storage.count, password)!
        let messages = lines(of: pc_document_messages(handle))
        let count = Int(pc_document_page_count(handle))
        if let error = Self.failure(
            of: pc_document_status(handle), file: file, password: password, pages: count, messages: messages)
        {
            pc_document_free(handle)
            storage.deallocate()
            throw error
        }
        self.file = file
        self.bytes = bytes
        self.password = password
        self.storage = storage
        self.handle = handle
        self.messages = messages
        pageCount = count
    }

    /// The SHA-256 of the file in lower-case hexadecimal.
    public var sha256: String { bytes.sha256 }

    /// The title in the file's metadata, the same as that of ``facts()``, which has to open the file once more; nil for none.
    public var title: String? {
        pc_document_title(handle).map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
    }

    deinit {
        publicDocument = nil
        pc_document_free(handle)
        storage.deallocate()
    }

    /// True where the bytes hold a PDF header among the first 1024, as readers accept it (ISO 32000-1, annex H, note 13).
    public static func isPDF(_ bytes: FileBytes) -> Bool {
        let head = bytes.prefix(1024 + 5)
        let mark = Array("%PDF-".utf8)
        return head.indices.contains { head[$0...].starts(with: mark) }
    }

    /// Reads one page, from 1: one interpretation of its content.
    public func page(_ number: Int) throws(PDFError) -> Page {
        var content = pc_page()
        guard pc_page_read(handle, Int32(clamping: number), &content) == PC_OK else { throw noPage(number) }
        defer { pc_page_free(&content) }
        interpretations += 1
        return Page(number: number, content: content)
    }

    /// How large page `number` is and how it is turned, without a look at its content.
    func geometry(page number: Int) throws(PDFError) -> pc_geometry {
        var geometry = pc_geometry()
        guard pc_page_geometry(handle, Int32(clamping: number), &geometry) == PC_OK else { throw noPage(number) }
        return geometry
    }

    /// The document for what only the library's public interface can: opened once, and kept.
    func opened() throws(PDFError) -> GlibDocument {
        if let publicDocument { return publicDocument }
        let document = try GlibDocument(UnsafeRawBufferPointer(storage), file: file, password: password)
        publicDocument = document
        return document
    }

    private func noPage(_ number: Int) -> PDFError {
        PDFError(
            .noSuchPage, file: file, page: number,
            cause: number >= 1 && number <= pageCount
                ? "the page is damaged" : "no such page; the file has \(pageCount)")
    }

    private static func failure(
        of status: pc_status, file: String, password: String?, pages: Int, messages: [String]
    ) -> PDFError? {
        switch status {
        case PC_OK where pages > 0:
            nil
        case PC_OK:
            PDFError(.noPages, file: file, cause: "the PDF has no pages" + detail(messages))
        case PC_ENCRYPTED where password == nil:
            PDFError(.passwordNeeded, file: file, cause: "encrypted; give its password with --password")
        case PC_ENCRYPTED:
            PDFError(.wrongPassword, file: file, cause: "encrypted, and the password given does not open it")
        default:
            PDFError(.damaged, file: file, cause: "the PDF is damaged beyond repair" + detail(messages))
        }
    }

    private static func detail(_ messages: [String]) -> String {
        messages.first.map { " (\($0))" } ?? ""
    }
}

/// The lines of a C string that the library owns, copied.
func lines(of text: UnsafePointer<CChar>?) -> [String] {
    guard let text else { return [] }
    return String(cString: text).split(separator: "\n").map(String.init)
}
