internal import XMLTree

/// The styles of an OpenDocument, as far as they say what is read.
struct OpenDocumentStyles {
    private var styles: [Key: Style] = [:]
    private var lists: [String: [Int: OpenDocumentListLevel]] = [:]
    /// The numbers of headings.
    private(set) var outline: [Int: OpenDocumentListLevel] = [:]

    /// A style may have the name of one of another family.
    private struct Key: Hashable {
        var family: String
        var name: String
    }

    fileprivate struct Style {
        var parent: String?
        var isHidden: Bool?
        var isRuled: Bool?
        var list: String?
    }

    /// - Parameter groups: elements with styles in them; of styles of one name the last counts.
    init(_ groups: [XMLElement?]) {
        for element in groups.compactMap(\.self).flatMap({ Array($0.elements) }) {
            switch element.name {
            case "style:style":
                guard let name = element["style:name"], let family = element["style:family"] else { continue }
                styles[Key(family: family, name: name)] = Style(element)
            case "text:list-style":
                if let name = element["style:name"] { lists[name] = OpenDocumentListLevel.levels(of: element) }
            case "text:outline-style": outline = OpenDocumentListLevel.levels(of: element)
            default: break
            }
        }
    }

    func isHidden(_ name: String?, family: String) -> Bool { first(name, family) { $0.isHidden } ?? false }

    /// Cells of the style have a line at their left or right.
    func isRuled(_ name: String?) -> Bool { first(name, "table-cell") { $0.isRuled } ?? false }

    /// The name of the list style that a paragraph's style brings along.
    func list(ofParagraph name: String?) -> String? { first(name, "paragraph") { $0.list } }

    func levels(ofList name: String?) -> [Int: OpenDocumentListLevel] { name.flatMap { lists[$0] } ?? [:] }

    /// What a style says, or the first of those it is based on that says something.
    private func first<Value>(_ name: String?, _ family: String, _ value: (Style) -> Value?) -> Value? {
        var name = name
        // Longer chains are circles.
        for _ in 0..<50 {
            guard let style = name.flatMap({ styles[Key(family: family, name: $0)] }) else { return nil }
            if let value = value(style) { return value }
            name = style.parent
        }
        return nil
    }
}

extension OpenDocumentStyles.Style {
    fileprivate init(_ element: XMLElement) {
        parent = element["style:parent-style-name"]
        list = element["style:list-style-name"]
        for properties in element.elements {
            switch properties.name {
            case "style:text-properties": isHidden = properties["text:display"].map { $0 == "none" } ?? isHidden
            case "style:table-properties": isHidden = properties["table:display"].map { $0 == "false" } ?? isHidden
            case "style:table-cell-properties":
                let sides = ["fo:border", "fo:border-left", "fo:border-right"].compactMap { properties[$0] }
                if !sides.isEmpty { isRuled = sides.contains { !$0.contains("none") && !$0.contains("hidden") } }
            default: break
            }
        }
    }
}

/// How the numbers of one level of a list are written.
struct OpenDocumentListLevel: Hashable {
    /// As ``ListNumber`` names it; empty for bullets.
    var format = ""
    var prefix = ""
    var suffix = ""
    var start = 1
    /// How many levels' numbers are written: its own and those above it.
    var shown = 1
    /// `%1%、`; nil where prefix and suffix say it.
    var pattern: String?

    /// By levels from 1.
    static func levels(of list: XMLElement) -> [Int: OpenDocumentListLevel] {
        var levels: [Int: OpenDocumentListLevel] = [:]
        for element in list.elements {
            guard let number = element["text:level"].flatMap({ Int($0) }) else { continue }
            let isNumber = element.name == "text:list-level-style-number" || element.name == "text:outline-level-style"
            levels[number] = isNumber ? OpenDocumentListLevel(element) : OpenDocumentListLevel()
        }
        return levels
    }

    private init() {}

    private init(_ element: XMLElement) {
        format = Self.format(element["style:num-format"] ?? "")
        prefix = element["style:num-prefix"] ?? ""
        suffix = element["style:num-suffix"] ?? ""
        start = element["text:start-value"].flatMap { Int($0) } ?? 1
        shown = element.count("text:display-levels")
        pattern = element["?:num-list-format"]
    }

    /// Formats are named by what they begin with: `1`, `A`, `一, 二, 三, ...`.
    private static func format(_ example: String) -> String {
        let formats: [Character: String] = [
            "1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman",
            "一": "chineseCountingThousand", "壹": "chineseLegalSimplified", "甲": "ideographTraditional",
            "子": "ideographZodiac", "①": "decimalEnclosedCircle", "１": "decimalFullWidth", "⑴": "decimalEnclosedParen",
            "⒈": "decimalEnclosedFullstop", "㊀": "ideographEnclosedCircle", "〇": "ideographDigital",
        ]
        return example.first.map { formats[$0] ?? "decimal" } ?? ""
    }
}
