internal import DocumentModel
internal import XMLTree

extension TextDocumentFlow {
    /// Reads what stands in a paragraph, or in a part of one.
    mutating func read(_ container: XMLElement, into line: inout TextDocumentLine) {
        for child in container.children {
            switch child {
            case .text(let text): line.text += collapsed(text, after: line.text)
            case .element(let element): read(element: element, into: &line)
            }
        }
    }

    private mutating func read(element: XMLElement, into line: inout TextDocumentLine) {
        switch element.name {
        case "text:span":
            if styles.isHidden(element["text:style-name"], family: "text") {
                omissions.hiddenTexts += 1
            } else {
                read(element, into: &line)
            }
        case "text:s": line.text += String(repeating: " ", count: min(element.count("text:c"), 1000))
        case "text:tab": line.text += " "
        case "text:line-break": line.text += "\n"
        case "text:ruby": element.first("text:ruby-base").map { read($0, into: &line) }
        case "text:hidden-text":
            if element["text:is-hidden"] == "true" { omissions.hiddenTexts += 1 } else { read(element, into: &line) }
        // Notes, comments, deleted text, what stands for something else.
        case "text:note", "office:annotation", "office:annotation-end", "text:change", "text:tracked-changes",
            "text:ruby-text", "text:number", "text:hidden-paragraph", "office:event-listeners", "text:toc-mark",
            "text:script", "text:bibliography-mark":
            break
        case "draw:frame", "draw:g", "draw:custom-shape", "draw:rect", "draw:text-box":
            line.boxes += drawn(element)
        default:
            if !element.name.hasPrefix("draw:") { read(element, into: &line) }
        }
    }

    /// What is in the text boxes and shapes of a drawing.
    private mutating func drawn(_ element: XMLElement) -> [FlowItem] {
        switch element.name {
        case "draw:frame", "draw:g":
            // A frame shows the first of its contents that can be shown.
            let box = element.first("draw:text-box")
            return box.map { items(of: $0) } ?? element.elements.flatMap { drawn($0) }
        case "draw:custom-shape", "draw:rect", "draw:text-box": return items(of: element)
        default: return []
        }
    }

    /// White space is a single blank (OpenDocument 1.3, part 3, section 6.1.2).
    private func collapsed(_ text: String, after before: String) -> String {
        guard text.utf8.contains(where: { $0 <= 0x20 }) else { return text }
        var collapsed = String.UnicodeScalarView()
        var isBlank = before.last.map { $0 == " " || $0 == "\n" } ?? true
        for scalar in text.unicodeScalars {
            let isSpace = scalar.value <= 0x20
            if isSpace && isBlank { continue }
            collapsed.append(isSpace ? " " : scalar)
            isBlank = isSpace
        }
        return String(collapsed)
    }
}
