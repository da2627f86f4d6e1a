internal import CPoppler
internal import DocumentModel
internal import PageCanvas
internal import PopplerContent

/// The same file opened through poppler-glib, the library's public interface: for drawing, document facts, and a second
/// reading of the text.
final class GlibDocument {
    let file: String
    private let handle: OpaquePointer  // one owned PopplerDocument

    /// - Parameter content: must stay alive and unchanged for as long as this object lives.
    init(_ content: UnsafeRawBufferPointer, file: String, password: String?) throws(PDFError) {
        if let cause = PageCanvas.loadFailure { throw PDFError(.drawing, file: file, cause: cause) }
        PDFLibrary.initialise()
        self.file = file
        let data = g_bytes_new_static(content.baseAddress, gsize(content.count))
        defer { g_bytes_unref(data) }
        var failure: UnsafeMutablePointer<GError>?
        guard let handle = poppler_document_new_from_bytes(data, password, &failure) else {
            throw PDFError(taking: failure, file: file)
        }
        self.handle = handle
    }

    deinit { g_object_unref(UnsafeMutableRawPointer(handle)) }

    func withPage<T>(_ number: Int, _ body: (OpaquePointer) throws(PDFError) -> T) throws(PDFError) -> T {
        guard let page = poppler_document_get_page(handle, Int32(clamping: number - 1)) else {
            throw PDFError(.noSuchPage, file: file, page: number, cause: "no such page, or the page is damaged")
        }
        defer { g_object_unref(UnsafeMutableRawPointer(page)) }
        return try body(page)
    }

    func facts() -> DocumentFacts {
        DocumentFacts(
            title: text(poppler_document_get_title(handle)),
            author: text(poppler_document_get_author(handle)),
            subject: text(poppler_document_get_subject(handle)),
            keywords: text(poppler_document_get_keywords(handle)),
            creator: text(poppler_document_get_creator(handle)),
            producer: text(poppler_document_get_producer(handle)),
            created: date(poppler_document_get_creation_date_time(handle)),
            modified: date(poppler_document_get_modification_date_time(handle)),
            version: text(poppler_document_get_pdf_version_string(handle)),
            isLinearized: poppler_document_is_linearized(handle) != 0)
    }

    /// Copies a string that the library has handed over, and frees it.
    private func text(_ owned: UnsafeMutablePointer<gchar>?) -> String? {
        guard let owned else { return nil }
        defer { g_free(owned) }
        let value = String(cString: owned)
        return value.isEmpty ? nil : value
    }

    private func date(_ owned: OpaquePointer?) -> String? {
        guard let owned else { return nil }
        defer { g_date_time_unref(owned) }
        return text(g_date_time_format_iso8601(owned))
    }
}

extension PDFError {
    /// Copies what `error` says and frees it; `error` must not be used again.
    init(taking error: UnsafeMutablePointer<GError>?, file: String, page: Int? = nil) {
        guard let error else {
            self.init(.damaged, file: file, page: page, cause: "the PDF library gives no reason")
            return
        }
        defer { g_error_free(error) }
        let encrypted = error.pointee.domain == poppler_error_quark() && error.pointee.code == 1
        self.init(
            encrypted ? .passwordNeeded : .damaged, file: file, page: page,
            cause: String(cString: error.pointee.message))
    }
}
