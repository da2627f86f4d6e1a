internal import DocumentModel
internal import XMLTree

/// The fonts of a page, each opened when it is first used.
final class FontShelf {
    /// In the order of their first use.
    private(set) var fonts: [Font] = []
    private(set) var faces: [EmbeddedFont?] = []
    private var numbers: [String: Int] = [:]
    private let document: OFDDocument

    init(of document: OFDDocument) { self.document = document }

    /// - Returns: nil for a font that is not declared.
    func font(_ id: String, resources: Resources) -> (index: Int, face: EmbeddedFont?)? {
        if let number = numbers[id] { return (number, faces[number]) }
        guard let entry = resources[.font, id] else { return nil }
        let file = entry.element.value("FontFile").flatMap { document.path($0, in: entry.folder) }
        let face = file.flatMap(document.face)
        let name = entry.element["FontName"] ?? entry.element["FamilyName"] ?? ""
        numbers[id] = fonts.count
        fonts.append(Font(name: name, isEmbedded: face != nil, isType3: false, hasToUnicode: true))
        faces.append(face)
        return (fonts.count - 1, face)
    }

    func path(_ location: String, in folder: String) -> String? { document.path(location, in: folder) }
}
