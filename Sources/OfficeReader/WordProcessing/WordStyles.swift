internal import XMLTree

/// The styles of a document, as far as they say what is read.
struct WordStyles {
    private var styles: [String: Style] = [:]
    private var defaultParagraph: String?

    private struct Style {
        var base: String?
        var name = ""
        var outline: Int?
        var list: WordListPlace?
        var isHidden: Bool?
    }

    init(_ root: XMLElement?) {
        guard let root else { return }
        for element in root.elements where element.name == "w:style" {
            guard let id = element["w:styleId"] else { continue }
            var style = Style(base: element.value("w:basedOn"))
            style.name = element.value("w:name")?.lowercased() ?? ""
            let properties = element.first("w:pPr")
            style.outline = properties?.value("w:outlineLvl").flatMap { Int($0) }
            style.list = properties?.first("w:numPr").map(WordListPlace.init)
            style.isHidden = element.first("w:rPr")?.isOn("w:vanish")
            styles[id] = style
            if element["w:type"] == "paragraph", ["1", "true", "on"].contains(element["w:default"]) {
                defaultParagraph = id
            }
        }
    }

    /// The style of a paragraph that names none.
    func paragraphStyle(_ id: String?) -> String? { id ?? defaultParagraph }

    /// A heading's: by its outline level, or by its name where an application's own style has lost it.
    func isHeading(_ id: String?) -> Bool {
        if let outline = first(of: id, { $0.outline }) { return outline < 9 }
        return first(of: id) { style in
            ["heading ", "标题", "title"].contains(where: style.name.hasPrefix) ? true : nil
        } ?? false
    }

    func list(_ id: String?) -> WordListPlace? {
        guard let number = first(of: id, { $0.list?.number }) else { return nil }
        return WordListPlace(number: number, level: first(of: id) { $0.list?.level })
    }

    func isHidden(_ id: String?) -> Bool { first(of: id) { $0.isHidden } ?? false }

    /// What a style says, or the first of those it is based on that says something.
    private func first<Value>(of id: String?, _ value: (Style) -> Value?) -> Value? {
        var id = id
        // Longer chains are circles.
        for _ in 0..<50 {
            guard let style = id.flatMap({ styles[$0] }) else { return nil }
            if let value = value(style) { return value }
            id = style.base
        }
        return nil
    }
}

/// Which list a paragraph is in, and how deep.
struct WordListPlace: Hashable {
    /// `0` for none.
    var number: String?
    var level: Int?

    init(number: String?, level: Int?) { (self.number, self.level) = (number, level) }

    init(_ element: XMLElement) {
        number = element.value("w:numId")
        level = element.value("w:ilvl").flatMap { Int($0) }
    }
}
