internal import DocumentModel

/// What a line of metadata says behind a label and a colon: 琥珀市水务局 of 索引号：01523 发布机构：琥珀市水务局 成文日期：2024-01-20.
struct MetadataLine {
    /// Width folded, blanks removed.
    private let printed: String
    /// The same in simplified characters.
    private let text: String
    /// What begins the next member of the line.
    private let behindNames: [String]

    init(_ text: String, behindNames: [String]) {
        printed = text
        self.text = text.holds(":") ? simplifiedNames(text) : text
        self.behindNames = behindNames
    }

    /// The name behind one of the labels: up to a mark, or to what `isName` accepts before the next member; nil where there is none.
    func name(behind labels: [String], isName: (String) -> Bool) -> String? {
        guard text.holds(":") else { return nil }
        for label in labels {
            guard let start = value(behind: label) else { continue }
            if let name = name(at: text[start...], isName: isName) {
                return printedName(name, in: printed, simplified: text)
            }
        }
        return nil
    }

    /// Where the value behind a label starts; the label may have a short note in brackets: 填报单位（盖章）：.
    private func value(behind label: String) -> String.Index? {
        guard let range = text.range(ofWord: label) else { return nil }
        // 来源 is no label in 数据来源.
        let before = text[..<range.lowerBound].last
        guard before.map({ !Self.isIdeograph($0) || "日号度".contains($0) }) ?? true else { return nil }
        var rest = text[range.upperBound...]
        if rest.first == "(", let close = rest.prefix(8).firstIndex(of: ")") { rest = rest[close...].dropFirst() }
        guard rest.first == ":" else { return nil }
        rest = rest.dropFirst()
        for note in ["(盖章)", "(公章)"] where rest.hasPrefix(note) { rest = rest.dropFirst(note.count) }
        return rest.startIndex
    }

    private func name(at text: Substring, isName: (String) -> Bool) -> String? {
        let end = text.firstIndex { ":,，。;；|([【《".contains($0) } ?? text.endIndex
        let value = text[..<end]
        let isCut = end != text.endIndex && text[end] == ":"
        let cuts = value.indices.filter { index in behindNames.contains { value[index...].hasPrefix($0) } }
        return (cuts + (isCut ? [] : [value.endIndex])).lazy.map { String(value[..<$0]) }.first { name in
            name.count >= 3 && name.count <= 40 && isName(name)
        }
    }

    private static func isIdeograph(_ character: Character) -> Bool {
        character.unicodeScalars.allSatisfy { 0x4E00...0x9FFF ~= $0.value }
    }
}
