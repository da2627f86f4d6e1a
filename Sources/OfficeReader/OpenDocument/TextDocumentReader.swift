internal import DocumentModel
internal import XMLTree

/// Reads OpenDocument texts: what they show in print, without headers, footers and notes.
public struct TextDocumentReader: Sendable {
    public init() {}

    /// - Throws: where there is no document in the file, or it is encrypted.
    public func document(_ bytes: ArraySlice<UInt8>) throws(OfficeError) -> OfficeDocument {
        var parts = try OpenDocumentParts(bytes)
        guard let text = parts.body.first("office:text") else {
            throw OfficeError(kind: .damaged, cause: "an OpenDocument text without text")
        }
        var flow = TextDocumentFlow(styles: parts.styles)
        parts.document.blocks = flow.items(of: text).compactMap(\.block)
        parts.document.omissions = flow.omissions
        return parts.document
    }
}

/// Goes through a text in its order.
struct TextDocumentFlow {
    let styles: OpenDocumentStyles
    var omissions = OfficeDocument.Omissions()
    private var lists = OpenDocumentLists()

    init(styles: OpenDocumentStyles) { self.styles = styles }

    /// The lines and tables in a body, a cell, a section or a text box.
    mutating func items(of container: XMLElement) -> [FlowItem] {
        container.elements.flatMap { items(in: $0) }
    }

    private mutating func items(in element: XMLElement) -> [FlowItem] {
        switch element.name {
        case "text:p", "text:h": return paragraph(element, label: nil)
        case "table:table": return table(element)
        case "text:list":
            var list = newList(element)
            let items = items(ofList: element, level: 1, list: &list)
            lists.finish(list, id: element["xml:id"] ?? element["text:id"])
            return items
        case "text:tracked-changes":
            omissions.deletions += element.elements.count { $0.first("text:deletion") != nil }
            return []
        case "text:section":
            let isHidden = element["text:display"] == "none" || element["text:is-hidden"] == "true"
            if isHidden { omissions.hiddenTexts += 1 }
            return isHidden ? [] : items(of: element)
        case "draw:frame", "draw:text-box", "draw:g", "draw:custom-shape", "draw:rect", "text:index-body",
            "text:table-of-content", "text:illustration-index", "text:table-index", "text:user-index",
            "text:alphabetical-index", "text:index-title", "text:numbered-paragraph":
            return items(of: element)
        default: return []
        }
    }

    private mutating func paragraph(_ element: XMLElement, label: String?) -> [FlowItem] {
        let style = element["text:style-name"]
        if styles.isHidden(style, family: "paragraph") || isHiddenParagraph(element) {
            omissions.hiddenTexts += 1
            return []
        }
        var line = TextDocumentLine()
        read(element, into: &line)
        let isHeading = element.name == "text:h"
        var label = label ?? ""
        if isHeading, label.isEmpty, element["text:is-list-header"] != "true" {
            label = lists.headingLabel(
                level: element.count("text:outline-level"),
                start: element["text:restart-numbering"] == "true" ? element.count("text:start-value") : nil,
                levels: styles.outline)
        }
        return FlowItem.lines(label + line.text, isHeading: isHeading) + line.boxes
    }

    private func isHiddenParagraph(_ element: XMLElement) -> Bool {
        element.elements.contains { $0.name == "text:hidden-paragraph" && $0["text:is-hidden"] == "true" }
    }

    // MARK: Lists

    private func newList(_ element: XMLElement) -> OpenDocumentLists.List {
        let style = element["text:style-name"] ?? firstParagraphStyle(in: element)
        return OpenDocumentLists.List(
            levels: styles.levels(ofList: style), style: style,
            reached: lists.continued(
                id: element["text:continue-list"], style: style,
                goesOn: element["text:continue-numbering"] == "true"))
    }

    /// A list without a style has that of its paragraphs.
    private func firstParagraphStyle(in list: XMLElement) -> String? {
        let paragraph = list.descendants.first { $0.name == "text:p" || $0.name == "text:h" }
        return styles.list(ofParagraph: paragraph?["text:style-name"])
    }

    private mutating func items(
        ofList element: XMLElement, level: Int, list: inout OpenDocumentLists.List
    ) -> [FlowItem] {
        var found: [FlowItem] = []
        for item in element.elements where item.name == "text:list-item" || item.name == "text:list-header" {
            // Only the first paragraph of an item has its number; an item that begins with another list has none.
            var isNumbered = item.name == "text:list-item"
            let start = item["text:start-value"].flatMap { Int($0) }
            for child in item.elements {
                switch child.name {
                case "text:list": found += items(ofList: child, level: level + 1, list: &list)
                case "text:p", "text:h":
                    let label = isNumbered ? OpenDocumentLists.label(&list, level: level, start: start) : ""
                    found += paragraph(child, label: label)
                default:
                    found += items(in: child)
                    continue
                }
                isNumbered = false
            }
        }
        return found
    }
}

/// A paragraph as far as it has been read.
struct TextDocumentLine {
    /// A line feed at each break.
    var text = ""
    /// What is in the text boxes anchored in it.
    var boxes: [FlowItem] = []
}
