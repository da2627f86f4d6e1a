internal import DocumentModel
internal import FileAccess
internal import ReportStandard
internal import TextReader

/// A web page, or an MHTML file with one and its frames.
struct WebPageInput: DocumentInput {
    static let kind = Source.Kind.html
    static let endings: Set = ["html", "htm", "shtml", "xhtml", "xht", "mht", "mhtml"]

    private let file: FileBytes

    static func evidence(in file: FileBytes) -> FormatEvidence? {
        let start = file.prefix(8192)
        if WebArchive.isArchive(start) { return .certain }
        // Markdown may hold tags, and begin with one.
        return Markup(of: start).map { $0 == .page ? .certain : .likely }
    }

    init(_ file: FileBytes, options: DocumentReader.Options, engines: Engines) { self.file = file }

    func read(allPictures: Bool) throws(ReadError) -> ReadDocument {
        var input = InputText(of: file)
        var read = ReadDocument(kind: Self.kind)
        let content = file.prefix(file.count)
        let parts: [(ArraySlice<UInt8>, TextEncoding?)] =
            WebArchive(content)?.pages.map { ($0.bytes[...], $0.encoding) } ?? [(content, nil)]
        guard !parts.isEmpty else {
            throw ReadError(.damaged, file: file.name, cause: "no web page in the MHTML file")
        }
        for (bytes, encoding) in parts {
            let text = try input.text(of: bytes, declared: encoding).text
            let page: WebPage
            do { page = try HTMLReader().page(of: text) } catch {
                throw ReadError(.damaged, file: file.name, cause: error.cause)
            }
            read.blocks += page.blocks
            read.title = read.title ?? page.title
            if page.isTruncated { input.note(Finding(.pageDamaged)) }
        }
        read.findings = input.findings
        // It is as its agency published it, if its characters are.
        read.quality = input.isCertain ? .certain : .uncertain
        return read
    }
}

/// What the first tag of a text says.
private enum Markup {
    /// It is a web page.
    case page
    /// It begins with an element that is found in pages.
    case fragment

    /// - Returns: nil where there is no such tag behind comments and the XML declaration.
    init?(of start: ArraySlice<UInt8>) {
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
        case "html": self = .page
        case "!doctype" where rest.dropFirst(tag.count + 1).drop(while: \.isWhitespace).hasPrefix("html"): self = .page
        case "head", "body", "meta", "title", "link", "style", "script", "base", "table", "div", "p", "span", "font",
            "center", "h1", "h2", "h3", "br", "b", "a", "iframe":
            self = .fragment
        default: return nil
        }
    }
}
