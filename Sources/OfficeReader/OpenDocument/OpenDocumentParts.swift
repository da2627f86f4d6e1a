internal import DocumentModel
internal import XMLTree

/// The namespaces of OpenDocument 1.3, with the prefixes under which their names are read here.
private let openDocumentPrefixes: [String: String] = {
    let names = [
        "office", "text", "table", "style", "drawing", "meta", "datastyle", "manifest", "xsl-fo-compatible",
    ]
    let prefixes = ["drawing": "draw", "datastyle": "number", "xsl-fo-compatible": "fo"]
    var found = ["http://purl.org/dc/elements/1.1/": "dc", "http://www.w3.org/XML/1998/namespace": "xml"]
    for name in names { found["urn:oasis:names:tc:opendocument:xmlns:\(name):1.0"] = prefixes[name] ?? name }
    return found
}()

/// What OpenDocument texts and spreadsheets have in common (OASIS, OpenDocument 1.3, part 3).
struct OpenDocumentParts {
    let body: XMLElement
    let styles: OpenDocumentStyles
    var document = OfficeDocument()

    /// - Throws: where there is no document in the file, or it is encrypted.
    init(_ bytes: ArraySlice<UInt8>) throws(OfficeError) {
        var package = try OfficePackage(bytes, prefixes: openDocumentPrefixes)
        let manifest = package.part("META-INF/manifest.xml")?.root
        if manifest?.descendants.contains(where: { $0.name == "manifest:encryption-data" }) ?? false {
            throw OfficeError(kind: .encrypted, cause: "the document is encrypted")
        }
        let content = try package.mainPart("content.xml", root: "office:document-content")
        let named = package.part("styles.xml")?.root
        guard let body = content.first("office:body") else {
            throw OfficeError(
                kind: .damaged, cause: "a document without a body: \(package.damages.last ?? "content.xml")")
        }
        self.body = body
        styles = OpenDocumentStyles([
            named?.first("office:styles"), named?.first("office:automatic-styles"),
            content.first("office:automatic-styles"),
        ])
        document.properties = DocumentProperties(package.part("meta.xml")?.root)
        document.damages = package.damages
    }
}

extension DocumentProperties {
    fileprivate init(_ root: XMLElement?) {
        guard let meta = root?.first("office:meta") else { return }
        func value(_ name: String) -> String? {
            (meta.first(name)?.text.trimmed).flatMap { $0.isEmpty ? nil : $0 }
        }
        title = value("dc:title")
        subject = value("dc:subject")
        let words = meta.elements.filter { $0.name == "meta:keyword" }.map(\.text)
        keywords = words.isEmpty ? nil : words.joined(separator: ", ")
        author = value("meta:initial-creator") ?? value("dc:creator")
        company = meta.elements.first { $0["meta:name"]?.lowercased() == "company" }?.text
        application = value("meta:generator")
        created = value("meta:creation-date")
        modified = value("dc:date")
    }
}

extension XMLElement {
    /// The value of a number of repetitions or spanned cells: 1 where there is none.
    func count(_ name: String) -> Int { max(1, self[name].flatMap { Int($0) } ?? 1) }
}
