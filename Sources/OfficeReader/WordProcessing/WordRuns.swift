internal import DocumentModel
internal import XMLTree

extension WordFlow {
    /// Reads what stands in a paragraph, or in a part of one.
    mutating func read(runs container: XMLElement, into line: inout WordLine) {
        for element in container.elements {
            switch element.name {
            case "w:r": read(run: element, into: &line)
            case "w:ins", "w:moveTo", "w:hyperlink", "w:smartTag", "w:customXml", "w:fldSimple", "w:dir", "w:bdo",
                "w:sdt", "w:sdtContent":
                read(runs: element, into: &line)
            case "w:del", "w:moveFrom": omissions.deletions += 1
            case "mc:AlternateContent": element.chosenAlternative.map { read(runs: $0, into: &line) }
            case "m:oMath", "m:oMathPara": line.text += formula(element)
            default: break
            }
        }
    }

    private mutating func read(run: XMLElement, into line: inout WordLine) {
        let properties = run.first("w:rPr")
        if isHidden(properties, in: line.style) {
            // A field may begin in hidden text and end outside of it.
            for element in run.elements where element.name == "w:fldChar" { fields?.pass(element) }
            if run.first("w:t") != nil || run.first("w:sym") != nil { omissions.hiddenTexts += 1 }
            return
        }
        read(content: run, properties: properties, into: &line)
    }

    private mutating func read(content run: XMLElement, properties: XMLElement?, into line: inout WordLine) {
        for element in run.elements {
            switch element.name {
            case "w:fldChar": fields?.pass(element)
            case "w:t", "w:sym", "w:tab", "w:ptab", "w:br", "w:cr", "w:noBreakHyphen":
                if fields?.isShown ?? true { line.text += text(of: element, properties: properties) }
            case "w:ruby": element.first("w:rubyBase").map { read(runs: $0, into: &line) }
            case "w:footnoteReference", "w:endnoteReference":
                // A mark of the author's own stands behind the reference.
                if ["1", "true", "on"].contains(element["w:customMarkFollows"]) { return }
            case "w:drawing", "w:pict", "w:object": line.boxes += boxes(in: element)
            case "mc:AlternateContent":
                element.chosenAlternative.map { read(content: $0, properties: properties, into: &line) }
            default: break
            }
        }
    }

    private func text(of element: XMLElement, properties: XMLElement?) -> String {
        switch element.name {
        case "w:t":
            let text = element.text
            guard text.unicodeScalars.contains(where: { 0xF000...0xF0FF ~= $0.value }) else { return text }
            let font = properties?.first("w:rFonts")?["w:ascii"]
            return String(
                text.unicodeScalars.map {
                    0xF000...0xF0FF ~= $0.value ? WordSymbols.text($0.value, font: font) : Character($0)
                })
        case "w:sym":
            guard let code = element["w:char"].flatMap({ UInt32($0, radix: 16) }) else { return "" }
            return String(WordSymbols.text(code, font: element["w:font"]))
        case "w:noBreakHyphen": return "-"
        case "w:br", "w:cr": return "\n"
        default: return " "
        }
    }

    /// Text is hidden by what its run says; else its paragraph's style and its own each turn it over (ECMA-376, part 1,
    /// section 17.7.3).
    private func isHidden(_ properties: XMLElement?, in style: String?) -> Bool {
        if let isHidden = properties?.isOn("w:vanish") { return isHidden }
        return styles.isHidden(style) != styles.isHidden(properties?.value("w:rStyle"))
    }

    private func formula(_ element: XMLElement) -> String {
        element.descendants.filter { $0.name == "m:t" }.map(\.text).joined()
    }

    /// What is in the text boxes of a drawing, each once, and its pictures.
    private mutating func boxes(in drawing: XMLElement) -> [FlowItem] {
        var found: [FlowItem] = []
        for element in drawing.elements {
            switch element.name {
            case "w:txbxContent": found += items(of: element, isStory: true)
            case "mc:AlternateContent": found += element.chosenAlternative.map { boxes(in: $0) } ?? []
            case "?:blip": if let id = element["r:embed"] { found.append(.picture(id)) }
            case "?:imagedata": if let id = element["r:id"] { found.append(.picture(id)) }
            default: found += boxes(in: element)
            }
        }
        return found
    }
}
