/// Office documents made of a few parts.
public enum MadePackage {
    /// A word-processing document with `body` in it, in transitional namespaces; `w:` is bound, and what drawings need.
    ///
    /// - Parameter pictures: of each its id, and the bytes of its file.
    public static func word(
        _ body: String, styles: String? = nil, numbering: String? = nil, parts: [(String, String)] = [],
        pictures: [(id: String, bytes: [UInt8])] = []
    ) -> [UInt8] {
        let images = pictures.map { ($0.id, "image", "media/\($0.id).bmp") }
        var files = [
            ("[Content_Types].xml", #"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>"#),
            ("_rels/.rels", relationships([("1", "officeDocument", "word/document.xml")])),
            ("word/document.xml", "<w:document \(wordNamespaces)><w:body>\(body)</w:body></w:document>"),
            (
                "word/_rels/document.xml.rels",
                relationships([("1", "styles", "styles.xml"), ("2", "numbering", "numbering.xml")] + images)
            ),
        ]
        if let styles { files.append(("word/styles.xml", "<w:styles \(wordNamespaces)>\(styles)</w:styles>")) }
        if let numbering {
            files.append(("word/numbering.xml", "<w:numbering \(wordNamespaces)>\(numbering)</w:numbering>"))
        }
        return ZipBytes.archive(
            (files + parts).map { ($0.0, Array($0.1.utf8)) } + pictures.map { ("word/media/\($0.id).bmp", $0.bytes) })
    }

    /// A workbook with sheets, each as what is in its `worksheet` element.
    ///
    /// - Parameters:
    ///   - sheets: their attributes beside name and id, such as `state="hidden"`, and their content.
    ///   - strings: the `si` elements.
    public static func workbook(
        _ sheets: [(attributes: String, content: String)], styles: String? = nil, strings: String = "",
        properties: String = ""
    ) -> [UInt8] {
        let names = sheets.indices.map { "worksheets/sheet\($0 + 1).xml" }
        let list = sheets.enumerated().map { number, sheet in
            #"<sheet name="\#(number + 1)" sheetId="\#(number + 1)" \#(sheet.attributes) r:id="s\#(number + 1)"/>"#
        }
        var files = [
            ("_rels/.rels", relationships([("1", "officeDocument", "xl/workbook.xml")])),
            (
                "xl/workbook.xml",
                "<workbook \(sheetNamespaces)>\(properties)<sheets>\(list.joined())</sheets></workbook>"
            ),
            (
                "xl/_rels/workbook.xml.rels",
                relationships(
                    names.enumerated().map { ("s\($0 + 1)", "worksheet", $1) } + [
                        ("a", "styles", "styles.xml"), ("b", "sharedStrings", "/xl/sharedStrings.xml"),
                    ])
            ),
            ("xl/sharedStrings.xml", "<sst \(sheetNamespaces)>\(strings)</sst>"),
        ]
        if let styles { files.append(("xl/styles.xml", "<styleSheet \(sheetNamespaces)>\(styles)</styleSheet>")) }
        for (name, sheet) in zip(names, sheets) {
            files.append(("xl/" + name, "<worksheet \(sheetNamespaces)>\(sheet.content)</worksheet>"))
        }
        return archive(files)
    }

    /// An OpenDocument of `type`, `text` or `spreadsheet`, with `body` in its element.
    public static func openDocument(
        _ type: String, _ body: String, automaticStyles: String = "", styles: String = "", manifest: String = ""
    ) -> [UInt8] {
        archive([
            ("mimetype", "application/vnd.oasis.opendocument.\(type)"),
            (
                "content.xml",
                """
                <office:document-content \(openNamespaces)><office:automatic-styles>\(automaticStyles)\
                </office:automatic-styles><office:body><office:\(type)>\(body)</office:\(type)></office:body>\
                </office:document-content>
                """
            ),
            (
                "styles.xml",
                "<office:document-styles \(openNamespaces)><office:styles>\(styles)</office:styles></office:document-styles>"
            ),
            ("META-INF/manifest.xml", "<manifest:manifest \(openNamespaces)>\(manifest)</manifest:manifest>"),
        ])
    }

    public static func archive(_ parts: [(String, String)]) -> [UInt8] {
        ZipBytes.archive(parts.map { ($0.0, Array($0.1.utf8)) })
    }

    private static func relationships(_ list: [(id: String, type: String, target: String)]) -> String {
        let type = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
        let items = list.map { #"<Relationship Id="\#($0.id)" Type="\#(type)\#($0.type)" Target="\#($0.target)"/>"# }
        return #"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">"#
            + items.joined() + "</Relationships>"
    }

    public static let wordNamespaces = """
        xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" \
        xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" \
        xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml" \
        xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" \
        xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" \
        xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        """

    private static let sheetNamespaces = """
        xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" \
        xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        """

    private static let openNamespaces =
        ["office", "text", "table", "style", "manifest"].map {
            #"xmlns:\#($0)="urn:oasis:names:tc:opendocument:xmlns:\#($0):1.0""#
        }.joined(separator: " ")
        + #" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0""#
        + #" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0""#
}
