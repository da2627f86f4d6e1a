internal import DocumentModel
public import PDFReader
public import ReportStandard

extension Source.Kind {
    /// What a file is: a PDF by its content, text by the ending of its name.
    ///
    /// - Throws: ``ReadError`` where the file is empty, of a kind that is not read, or not what its name says.
    public init(of bytes: FileBytes) throws(ReadError) {
        let ending = fileEnding(bytes.name)
        if PDFDocument.isPDF(bytes) {
            self = .pdf
            return
        }
        guard bytes.count > 0 else { throw ReadError(file: bytes.name, cause: "the file is empty") }
        if ending == "pdf" {
            throw ReadError(file: bytes.name, cause: "not a PDF file: it has no %PDF header")
        }
        // A zero byte or an unreadable one is no text.
        guard bytes.withBytes({ String(validating: $0, as: UTF8.self) }) != nil, !bytes.prefix(4096).contains(0) else {
            throw ReadError(file: bytes.name, cause: "neither a PDF nor text in UTF-8")
        }
        switch ending {
        case "html", "htm", "xhtml", "mht", "mhtml":
            throw ReadError(file: bytes.name, cause: "web pages are not read yet; save the page as PDF")
        case "txt", "text": self = .text
        default: self = .markdown
        }
    }
}

/// The ending of a file's name in lower case, without its dot.
private func fileEnding(_ path: String) -> String {
    let name = path.split(separator: "/").last ?? ""
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return "" }
    return name[name.index(after: dot)...].lowercased()
}
