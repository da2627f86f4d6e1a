public import FileAccess
internal import PDFReader
public import ReportStandard
internal import TextReader

extension Source.Kind {
    /// What a file is: a PDF or a web page by its content, other text by the ending of its name.
    ///
    /// - Throws: ``ReadError`` where the file is empty, or not what its name says.
    public init(of bytes: FileBytes) throws(ReadError) {
        let ending = FileName(bytes.name).ending
        if PDFDocument.isPDF(bytes) {
            self = .pdf
            return
        }
        guard bytes.count > 0 else { throw ReadError(.empty, file: bytes.name, cause: "the file is empty") }
        if ending == "pdf" {
            throw ReadError(.notPDF, file: bytes.name, cause: "not a PDF file: it has no %PDF header")
        }
        let start = bytes.prefix(8192)
        let isText = ["md", "markdown", "txt", "text"].contains(ending)
        switch ending {
        case _ where WebArchive.isArchive(start) || markup(in: start) == .page: self = .html
        // Markdown may hold tags, and begin with one.
        case _ where markup(in: start) == .fragment && !isText: self = .html
        case "html", "htm", "shtml", "xhtml", "xht", "mht", "mhtml": self = .html
        case "txt", "text": self = .text
        case "md", "markdown": self = .markdown
        default: self = isMarkdown(bytes.prefix(1 << 18)) ? .markdown : .text
        }
    }
}

private enum Markup {
    /// Says that it is a web page.
    case page
    /// Begins with an element that is found in pages.
    case fragment
}

/// What the first tag says, after comments and the XML declaration.
private func markup(in start: ArraySlice<UInt8>) -> Markup? {
    // Zero bytes left out, UTF-16 shows its ASCII characters too.
    let text = String(decoding: start.filter { $0 != 0 }, as: UTF8.self).lowercased()
    var rest = text.drop { $0.isWhitespace || !$0.isASCII }
    while let end = ["<!--": "-->", "<?": ">"].first(where: { rest.hasPrefix($0.key) })?.value,
        let close = rest.firstRange(of: end)
    {
        rest = rest[close.upperBound...].drop(while: \.isWhitespace)
    }
    guard rest.first == "<" else { return nil }
    let tag = rest.dropFirst().prefix { !$0.isWhitespace && $0 != ">" && $0 != "/" }
    switch tag {
    case "html": return .page
    case "!doctype":
        return rest.dropFirst(tag.count + 1).drop(while: \.isWhitespace).hasPrefix("html") ? .page : nil
    case "head", "body", "meta", "title", "link", "style", "script", "base", "table", "div", "p", "span", "font",
        "center", "h1", "h2", "h3", "br", "b", "a", "iframe":
        return .fragment
    default: return nil
    }
}

/// Has headings with number signs, or tables with their row of dashes.
private func isMarkdown(_ start: ArraySlice<UInt8>) -> Bool {
    String(decoding: start, as: UTF8.self).split(whereSeparator: \.isNewline).contains { line in
        let line = line.drop(while: \.isWhitespace)
        let marks = line.prefix { $0 == "#" }.count
        if marks > 0 { return marks <= 6 && line.dropFirst(marks).first?.isWhitespace == true }
        return line.contains("|") && line.contains("--") && line.allSatisfy { "|-: ".contains($0) }
    }
}
