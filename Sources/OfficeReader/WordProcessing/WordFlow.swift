internal import DocumentModel
internal import XMLTree

/// Goes through a document's text in its order.
struct WordFlow {
    let styles: WordStyles
    var numbering: WordNumbering
    var omissions = OfficeDocument.Omissions()
    var fields: WordFields?
    /// The text of paragraphs whose end is deleted or hidden: it goes on in the next one.
    private var carried = ""

    init(styles: WordStyles, numbering: WordNumbering) {
        (self.styles, self.numbering) = (styles, numbering)
    }

    /// The lines and tables in a body, a cell or a text box.
    ///
    /// - Parameter isStory: fields in it begin and end in it.
    mutating func items(of container: XMLElement, isStory: Bool = false) -> [FlowItem] {
        let outer = (fields, carried)
        if isStory { fields = WordFields(in: container) }
        carried = ""
        var items: [FlowItem] = []
        read(container, into: &items)
        items += FlowItem.lines(carried)
        carried = outer.1
        if isStory { fields = outer.0 }
        return items
    }

    private mutating func read(_ container: XMLElement, into items: inout [FlowItem]) {
        for element in container.elements {
            switch element.name {
            case "w:p": items += paragraph(element)
            case "w:tbl": items += table(element)
            case "w:sdt", "w:ins", "w:moveTo", "w:customXml", "w:sdtContent", "w:smartTag": read(element, into: &items)
            case "w:del", "w:moveFrom": omissions.deletions += 1
            case "mc:AlternateContent": element.chosenAlternative.map { read($0, into: &items) }
            default: break
            }
        }
    }

    private mutating func paragraph(_ element: XMLElement) -> [FlowItem] {
        let properties = element.first("w:pPr")
        let style = styles.paragraphStyle(properties?.value("w:pStyle"))
        var line = WordLine(style: style, text: carried)
        carried = ""
        let before = omissions
        read(runs: element, into: &line)
        // The paragraph's own mark: without it the paragraph is one with the next.
        let mark = properties?.first("w:rPr")
        let isMarkHidden = mark?.isOn("w:vanish") ?? styles.isHidden(style)
        if mark?.first("w:del") != nil || mark?.first("w:moveFrom") != nil || isMarkHidden {
            if omissions == before, mark?.first("w:del") != nil { omissions.deletions += 1 }
            carried = line.text
            return line.boxes
        }
        let isHeading = properties?.value("w:outlineLvl").flatMap { Int($0) }.map { $0 < 9 } ?? styles.isHeading(style)
        let own = properties?.first("w:numPr").map(WordListPlace.init)
        let inherited = styles.list(style)
        let place = WordListPlace(
            number: own?.number ?? inherited?.number, level: own?.level ?? (own == nil ? inherited?.level : nil))
        let label = numbering.label(place, style: style)
        return FlowItem.lines(label + line.text, isHeading: isHeading) + line.boxes
    }
}

/// A paragraph as far as it has been read.
struct WordLine {
    /// The paragraph's style.
    let style: String?
    /// A line feed at each break.
    var text: String
    /// What is in the text boxes anchored in it.
    var boxes: [FlowItem] = []
}
