internal import DocumentModel
internal import XMLTree

/// Reads word-processing documents (ECMA-376, part 1, section 17): what they show in print, without headers, footers and notes.
public struct WordReader: Sendable {
    public init() {}

    /// - Throws: where there is no document in the file.
    public func document(_ bytes: ArraySlice<UInt8>) throws(OfficeError) -> OfficeDocument {
        var package = try OfficePackage(bytes, prefixes: openXMLPrefixes)
        let root = Relationships(of: "", in: &package)
        let main = root.path(type: "officeDocument") ?? "word/document.xml"
        let body = try package.mainPart(main, root: "w:document")
        let parts = Relationships(of: main, in: &package)
        let styles = WordStyles(parts.path(type: "styles").flatMap { package.part($0)?.root })
        let numbering = WordNumbering(
            parts.path(type: "numbering").flatMap { package.part($0)?.root }, styles: styles)
        var flow = WordFlow(styles: styles, numbering: numbering)
        var document = OfficeDocument()
        for item in body.first("w:body").map({ flow.items(of: $0, isStory: true) }) ?? [] {
            if let block = item.block {
                document.blocks.append(block)
            } else if case .picture(let id) = item, document.pictures.count < Self.mostPictures,
                let bytes = parts.path(id: id, type: "image").flatMap({ package.bytes($0) })
            {
                document.pictures.append(OfficePicture(place: document.blocks.count, bytes: bytes))
            }
        }
        document.omissions = flow.omissions
        document.properties = DocumentProperties(of: root, in: &package)
        document.damages = package.damages
        return document
    }

    /// More pictures than a report has pages.
    private static let mostPictures = 100
}

extension XMLElement {
    /// The value of a child's attribute `w:val`.
    func value(_ name: String) -> String? { first(name)?["w:val"] }

    /// A child that switches something on or off (ECMA-376, part 1, section 17.17.4); nil where it is not there.
    func isOn(_ name: String) -> Bool? {
        guard let element = first(name) else { return nil }
        return !["0", "false", "off"].contains(element["w:val"])
    }

    /// Of the alternatives of `mc:AlternateContent` the one to read: the others say the same in another way.
    var chosenAlternative: XMLElement? { first("mc:Choice") ?? first("mc:Fallback") }
}
