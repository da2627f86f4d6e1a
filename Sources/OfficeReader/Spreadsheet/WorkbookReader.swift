internal import DocumentModel
internal import XMLTree

/// Reads workbooks (ECMA-376, part 1, section 18): what their sheets show.
public struct WorkbookReader: Sendable {
    public init() {}

    /// - Throws: where there is no workbook in the file.
    public func document(_ bytes: ArraySlice<UInt8>) throws(OfficeError) -> OfficeDocument {
        var package = try OfficePackage(bytes, prefixes: openXMLPrefixes)
        let root = Relationships(of: "", in: &package)
        let main = root.path(type: "officeDocument") ?? "xl/workbook.xml"
        let workbook = try package.mainPart(main, root: "x:workbook")
        let parts = Relationships(of: main, in: &package)
        let startsIn1904 = workbook.first("x:workbookPr")?["date1904"].map { ["1", "true"].contains($0) } ?? false
        let reader = WorksheetReader(
            styles: CellStyles(parts.path(type: "styles").flatMap { package.part($0)?.root }),
            strings: Self.strings(parts.path(type: "sharedStrings").flatMap { package.part($0)?.root }),
            startsIn1904: startsIn1904)
        var document = OfficeDocument()
        for element in workbook.elements(in: "x:sheets") {
            // Sheets of nothing but a chart have another type.
            guard let path = element["r:id"].flatMap({ parts.path(id: $0, type: "worksheet") }) else { continue }
            if let state = element["state"], state != "visible" {
                document.omissions.hiddenSheets += 1
            } else if let sheet = package.part(path)?.root {
                var damage: String?
                let content = reader.sheet(sheet, damage: &damage)
                document.add(content, damage: &damage)
                if let damage { document.damages.append("\(path): \(damage)") }
            }
        }
        document.properties = DocumentProperties(of: root, in: &package)
        document.damages += package.damages
        return document
    }

    private static func strings(_ root: XMLElement?) -> [String] {
        root?.elements.filter { $0.name == "x:si" }.map(richText) ?? []
    }
}

/// The text of a string with or without formats, without phonetic hints.
func richText(_ element: XMLElement) -> String {
    var text = ""
    for part in element.elements {
        if part.name == "x:t" { text += part.text }
        if part.name == "x:r" { text += part.first("x:t")?.text ?? "" }
    }
    return text.contains("_x") ? unescaped(text) : text
}

/// Characters that XML cannot hold are written `_x000D_` (ECMA-376, part 1, section 22.9.2.19).
private func unescaped(_ text: String) -> String {
    text.replacing(#/_x([0-9A-Fa-f]{4})_/#) { match in
        UInt32(match.output.1, radix: 16).flatMap(Unicode.Scalar.init).map { String(Character($0)) } ?? ""
    }
}

extension OfficeDocument {
    /// Adds what a sheet shows, and counts what it hides.
    mutating func add(_ sheet: Sheet, damage: inout String?) {
        var layout = SheetLayout(sheet)
        blocks += layout.items().compactMap(\.block)
        damage = damage ?? layout.damage
        omissions.hiddenRows += layout.hiddenRows
        omissions.hiddenColumns += layout.hiddenColumns
    }
}
