internal import XMLTree

/// The numbers of lists, counted on from paragraph to paragraph (ECMA-376, part 1, section 17.9).
struct WordNumbering {
    private var definitions: [String: [Int: Level]] = [:]
    private var lists: [String: List] = [:]
    /// Of each definition the numbers reached on each level: lists of one definition count on from each other.
    private var counters: [String: [Int: Int]] = [:]
    /// The levels that have begun with a number of the list's own.
    private var begun: Set<Begin> = []

    private struct Level {
        var start = 1
        var format = "decimal"
        /// `%1、`, `（%2）`.
        var text = ""
        /// A level, from 1, whose numbers let this one begin again; 0 for none, nil for all above it.
        var restart: Int?
        var isDecimal = false
        /// What stands between number and text: `tab`, `space` or `nothing`.
        var suffix = "tab"
        /// The style whose paragraphs are on this level.
        var style: String?
    }

    private struct List {
        var definition: String
        var starts: [Int: Int] = [:]
        var levels: [Int: Level] = [:]
    }

    private struct Begin: Hashable {
        var list: String
        var level: Int
    }

    /// The deepest level, from 0.
    private static let deepest = 8

    init(_ root: XMLElement?, styles: WordStyles) {
        guard let root else { return }
        var links: [String: String] = [:]
        for element in root.elements {
            switch element.name {
            case "w:abstractNum":
                guard let id = element["w:abstractNumId"] else { continue }
                definitions[id] = Self.levels(of: element)
                links[id] = element.value("w:numStyleLink")
            case "w:num":
                guard let id = element["w:numId"], let definition = element.value("w:abstractNumId") else { continue }
                var list = List(definition: definition)
                for override in element.elements where override.name == "w:lvlOverride" {
                    guard let level = override["w:ilvl"].flatMap({ Int($0) }) else { continue }
                    list.starts[level] = override.value("w:startOverride").flatMap { Int($0) }
                    list.levels[level] = override.first("w:lvl").map(Self.level)
                }
                lists[id] = list
            default: break
            }
        }
        // A definition may stand for that of a list style.
        for (id, style) in links {
            guard let list = styles.list(style)?.number.flatMap({ lists[$0] }) else { continue }
            for (number, other) in lists where other.definition == id { lists[number]?.definition = list.definition }
        }
    }

    private static func levels(of definition: XMLElement) -> [Int: Level] {
        var levels: [Int: Level] = [:]
        for element in definition.elements where element.name == "w:lvl" {
            guard let number = element["w:ilvl"].flatMap({ Int($0) }) else { continue }
            levels[number] = level(element)
        }
        return levels
    }

    private static func level(_ element: XMLElement) -> Level {
        var level = Level()
        level.start = element.value("w:start").flatMap { Int($0) } ?? 0
        // A format that only newer programs know stands beside one for older ones.
        let format =
            element.first("w:numFmt") ?? element.first("mc:AlternateContent")?.chosenAlternative?.first("w:numFmt")
        level.format = format?["w:val"] ?? "decimal"
        if level.format == "custom", let example = format?["w:format"] { level.format = customFormat(example) }
        level.text = element.value("w:lvlText") ?? ""
        level.restart = element.value("w:lvlRestart").flatMap { Int($0) }
        level.isDecimal = element.isOn("w:isLgl") ?? false
        level.suffix = element.value("w:suff") ?? "tab"
        level.style = element.value("w:pStyle")
        return level
    }

    /// `001, 002, 003, ...` and the like.
    private static func customFormat(_ example: String) -> String { example.hasPrefix("0") ? "decimalZero" : "decimal" }

    /// The text before a paragraph of a list: `一、`, `（二）`, `3. `; empty for none. Counts on.
    ///
    /// - Parameter style: the paragraph's; a level may be bound to it.
    mutating func label(_ place: WordListPlace, style: String?) -> String {
        guard let id = place.number, id != "0", let list = lists[id] else { return "" }
        let definition = list.definition
        let bound = definitions[definition]?.first { $0.value.style != nil && $0.value.style == style }?.key
        let number = place.level ?? bound ?? 0
        guard 0...Self.deepest ~= number, let level = level(number, of: list) else { return "" }
        count(number, of: list, id: id)
        let text = shown(level, of: list)
        // A tab behind 一、 is as wide as nothing.
        let isSpaced = level.suffix == "space" || level.suffix == "tab" && text.last?.isASCII == true
        return isSpaced && !text.isEmpty ? text + " " : text
    }

    private func level(_ number: Int, of list: List) -> Level? {
        list.levels[number] ?? definitions[list.definition]?[number]
    }

    private mutating func count(_ number: Int, of list: List, id: String) {
        var reached = counters[list.definition] ?? [:]
        if let start = list.starts[number], begun.insert(Begin(list: id, level: number)).inserted {
            reached[number] = start
        } else {
            let start = list.starts[number] ?? level(number, of: list)?.start ?? 1
            reached[number] = reached[number].map { $0 &+ 1 } ?? start
        }
        for above in 0..<number where reached[above] == nil {
            reached[above] = list.starts[above] ?? level(above, of: list)?.start ?? 1
        }
        for below in (number + 1)..<(Self.deepest + 2) {
            let restart = level(below, of: list)?.restart
            if restart.map({ $0 != 0 && number + 1 <= $0 }) ?? true { reached[below] = nil }
        }
        counters[list.definition] = reached
    }

    /// The level's text with the numbers of the levels it names.
    private func shown(_ level: Level, of list: List) -> String {
        if level.format == "bullet" || level.format == "none" && !level.text.contains("%") { return "" }
        var text = ""
        var rest = level.text[...]
        while let sign = rest.firstIndex(of: "%") {
            text += rest[..<sign]
            rest = rest[rest.index(after: sign)...]
            guard let place = rest.first?.wholeNumberValue, 1...9 ~= place else {
                text += "%"
                continue
            }
            rest = rest.dropFirst()
            let named = self.level(place - 1, of: list)
            let number = counters[list.definition]?[place - 1] ?? named?.start ?? 1
            let format = level.isDecimal ? "decimal" : named?.format ?? "decimal"
            text += ListNumber.text(number, format: format) ?? ""
        }
        return text + rest
    }
}
