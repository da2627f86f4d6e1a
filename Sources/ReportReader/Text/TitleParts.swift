internal import DocumentModel
internal import ReportForms

/// The parts of a title's text, blanks removed and width folded.
struct TitleParts: Equatable {
    /// As printed; nil where the title names none, or nobody in particular.
    var agency: String?
    /// How the agency speaks of itself, where the title does not name it: 局 of 我局.
    var speaker: String?
    var year: Int?

    /// - Parameter endings: the last words of such a title; those of reports where there are none.
    init?(_ printed: String, words: ReportWords, endings: [String]? = nil) {
        let endings = endings ?? words.titles.endings
        guard let last = printed.unicodeScalars.last.map(simplifiedName),
            last == ")" || endings.contains(where: { $0.unicodeScalars.last == last })
        else { return nil }
        let simple = simplifiedNames(printed)
        // What follows the last 信息公开 must be the rest of a title, and nothing else.
        var text = simple[...]
        var lateYear: Int?
        if text.hasSuffix(")"), let open = text.lastIndex(of: "(") {
            lateYear = calendarYear(text[open...].dropFirst().prefix(4))
            text = text[..<open]
        }
        guard let end = endings.first(where: { text.hasSuffix($0) }) else { return nil }
        var rest = Self.without(words.titles.fillers, atEndOf: text.dropLast(end.count))
        // 政府信息公开工作2023年度报告: the year may stand between the subject and the word for report.
        let beforeYear = rest.hasSuffix("年") ? rest.dropLast() : rest
        if let year = calendarYear(beforeYear.suffix(4)) {
            lateYear = lateYear ?? year
            rest = Self.without(words.titles.fillers, atEndOf: beforeYear.dropLast(4))
        }
        guard let subject = words.titles.subjects.first(where: { rest.hasSuffix($0) }) else { return nil }
        rest = rest.dropLast(subject.count)
        // The year, in digits or Chinese digits, may stand before or after the agency.
        let characters = Array(rest)
        let place = characters.indices.dropLast(3).first { start in
            let isAlone = characters.dropFirst(start + 4).first.map { $0.wholeNumberValue == nil } ?? true
            return isAlone && calendarYear(String(characters[start..<(start + 4)])) != nil
        }
        var names = [Self.name(characters[...], words: words.titles)]
        if let place {
            year = calendarYear(String(characters[place..<(place + 4)]))
            names = [
                Self.name(characters[..<place], words: words.titles),
                Self.name(characters[(place + 4)...], words: words.titles),
            ]
        } else {
            year = lateYear
        }
        agency = names.compactMap(\.self).first(where: words.agencies.mayName).map {
            printedName($0, in: printed, simplified: simple)
        }
        speaker = agency == nil ? names.lazy.compactMap(\.self).compactMap(words.agencies.speaker).first : nil
    }

    private static func without(_ fillers: [String], atEndOf text: Substring) -> Substring {
        var rest = text
        while let word = fillers.first(where: rest.hasSuffix) { rest = rest.dropLast(word.count) }
        return rest
    }

    /// An agency's name out of the text around the year; nil for filling words.
    private static func name(_ text: ArraySlice<Character>, words: ReportWords.Titles) -> String? {
        var name = String(text)
        for word in words.behindYear where name.hasPrefix(word) { name.removeFirst(word.count) }
        for word in words.behindAgency {
            while name.hasSuffix(word) { name.removeLast(word.count) }
        }
        for word in words.beforeAgency where name.hasPrefix(word) { name.removeFirst(word.count) }
        name = String(name.drop { "0123456789.、,-—_".contains($0) })
        if name.first == "(", name.last == ")" { name = String(name.dropFirst().dropLast()) }
        guard name.count >= 2, name.count <= 50 else { return nil }
        return name
    }
}

extension TitleParts {
    /// The title that a file names in its properties, or a page in its own: the name of the site may stand behind it.
    init?(fileTitle: String, words: ReportWords) {
        let pieces = foldedWithoutBlanks(fileTitle).split { "-_—|·".contains($0) }.map(String.init)
        guard
            let found = ([foldedWithoutBlanks(fileTitle)] + pieces).lazy.compactMap({ TitleParts($0, words: words) })
                .first
        else { return nil }
        self = found
    }
}
