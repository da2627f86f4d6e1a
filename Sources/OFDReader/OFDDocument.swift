public import DocumentModel
internal import XMLTree

/// An open OFD file (GB/T 33190-2016): fixed pages, as a PDF has them.
///
/// Not `Sendable` on purpose: it keeps what it has opened, so one task opens it, reads it and lets it go. Everything that leaves it
/// is a value.
public final class OFDDocument {
    public let pageCount: Int
    public let properties: OFDProperties

    private var package: OFDPackage
    /// One for each document in the file; their pages follow each other.
    private let bodies: [DocumentBody]
    private var templates: [String: XMLElement?] = [:]
    private var faces: [String: EmbeddedFont?] = [:]

    /// Pages beyond which nobody reads on.
    private static let mostPages = 10_000

    /// - Throws: ``OFDError`` where the file is none, or no document in it has a page.
    public init(_ bytes: ArraySlice<UInt8>) throws(OFDError) {
        var package = try OFDPackage(bytes)
        guard let entry = package.path("OFD.xml", in: ""), let root = package.root(entry) else {
            throw Self.unreadable(package, "without its entry OFD.xml")
        }
        let parts = root.elements.filter { $0.name == "DocBody" }
        properties = parts.first.map(OFDProperties.init) ?? OFDProperties()
        var bodies: [DocumentBody] = []
        var count = 0
        for part in parts {
            guard let path = Self.documentRoot(of: part, in: &package), let document = package.root(path) else {
                continue
            }
            let body = DocumentBody(document, path: path, atMost: Self.mostPages - count, in: &package)
            bodies.append(body)
            count += body.pages.count
        }
        guard !bodies.isEmpty else { throw Self.unreadable(package, "without a document") }
        guard count > 0 else { throw OFDError(kind: .noPages, cause: "the OFD file has no pages") }
        (self.package, self.bodies, pageCount) = (package, bodies, count)
    }

    /// True where the bytes are a zip archive with an entry that every OFD file begins with.
    public static func isOFD(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard bytes.starts(with: [0x50, 0x4B]), let package = try? OFDPackage(bytes) else { return false }
        return package.has("OFD.xml")
    }

    /// What is wrong with parts that have been read so far.
    public var damages: [String] { package.damages }

    private static func unreadable(_ package: OFDPackage, _ lack: String) -> OFDError {
        if package.isEncrypted || package.has("Encryptions.xml") {
            return OFDError(kind: .encrypted, cause: "encrypted; save it without its protection and read that")
        }
        return OFDError(kind: .damaged, cause: package.damages.last ?? "an OFD file \(lack)")
    }

    /// The root file of a document, in its current version.
    private static func documentRoot(of part: XMLElement, in package: inout OFDPackage) -> String? {
        let current = part.elements(in: "Versions").first { $0.flag("Current") == true }
        if let location = current?["BaseLoc"], let path = package.path(location, in: ""),
            let root = package.root(path)?.value("DocRoot"),
            let document = package.path(root, in: OFDPackage.folder(of: path))
        {
            return document
        }
        return part.value("DocRoot").flatMap { package.path($0, in: "") }
    }

    // MARK: Pages

    /// Reads one page, from 1.
    ///
    /// - Throws: ``OFDError`` of kind `noSuchPage` for a page that is not there, or cannot be read at all.
    public func page(_ number: Int) throws(OFDError) -> Page { try content(number).page(number) }

    /// What page `number` looks like, with the fonts and pictures that the file brings along.
    package func painting(page number: Int) throws(OFDError) -> (painting: Painting, width: Double, height: Double) {
        let content = try content(number)
        return (content.painting, content.width, content.height)
    }

    private func content(_ number: Int) throws(OFDError) -> PageContent {
        var index = number - 1
        for body in bodies where index >= 0 {
            if index < body.pages.count {
                guard let root = package.root(body.pages[index]) else {
                    throw OFDError(kind: .noSuchPage, cause: "the page cannot be read")
                }
                return PageContent(root, path: body.pages[index], of: body, in: self)
            }
            index -= body.pages.count
        }
        throw OFDError(kind: .noSuchPage, cause: "no such page; the file has \(pageCount)")
    }

    // MARK: What pages refer to

    func path(_ location: String, in folder: String) -> String? { package.path(location, in: folder) }

    func bytes(_ path: String) -> [UInt8]? { package.bytes(path) }

    func root(_ path: String) -> XMLElement? { package.root(path) }

    func note(_ damage: String) { package.note(damage) }

    /// A template page, which many pages share.
    func template(_ path: String) -> XMLElement? {
        if let known = templates[path] { return known }
        let root = package.root(path)
        templates[path] = root
        return root
    }

    func face(_ path: String) -> EmbeddedFont? {
        if let known = faces[path] { return known }
        let face = package.bytes(path).flatMap(EmbeddedFont.init)
        faces[path] = face
        return face
    }
}

/// What a file says of itself.
public struct OFDProperties: Hashable, Sendable {
    public var title: String?
    public var author: String?
    public var subject: String?
    public var keywords: String?
    /// The program it was made with.
    public var creator: String?
    /// ISO 8601.
    public var created: String?
    public var modified: String?

    public init() {}

    init(_ part: XMLElement) {
        guard let facts = part.first("DocInfo") else { return }
        title = facts.value("Title")
        author = facts.value("Author")
        subject = facts.value("Subject")
        let words = facts.elements(in: "Keywords").map(\.text.trimmed).filter { !$0.isEmpty }
        keywords = words.isEmpty ? nil : words.joined(separator: ", ")
        creator = [facts.value("Creator"), facts.value("CreatorVersion")].compactMap(\.self).joined(separator: " ")
        if creator?.isEmpty ?? true { creator = nil }
        created = facts.value("CreationDate")
        modified = facts.value("ModDate")
    }
}
