internal import DocumentModel
internal import ReportForms
internal import ReportStandard

/// A report's title: <agency><year>年政府信息公开工作年度报告, on one line or several, the year first or last.
struct ReportTitle {
    /// Index of the first block of the title among the document's blocks.
    var start: Int
    /// Index after its last block.
    var end: Int
    var agency: Agency?
    var year: Int?

    /// The title that starts at block `index`, if one does: of up to four short blocks the fewest that make it complete.
    init?(in blocks: [Block], at index: Int, words: ReportWords.Titles) {
        var text = ""
        var first: TextBlock?
        var found: ReportTitle?
        for end in index..<min(index + 4, blocks.count) {
            guard let block = blocks[end].text else { break }
            guard !Self.holdsMarks(block.text) else { break }
            let line = foldedWithoutBlanks(block.text)
            guard Self.isTitleLine(line) else { break }
            first = first ?? block
            text += line
            guard let parts = TitleParts(text, words: words) else {
                // A whole line of another kind (汇编, 目录) that only speaks of reports.
                if words.otherLines.contains(where: line.holds) { break }
                continue
            }
            found = found ?? ReportTitle(start: index, end: end + 1, agency: nil, year: parts.year)
            // A line that is a whole title by itself needs nothing of what stands above it.
            if end > index, let own = TitleParts(line, words: words), own.agency != nil, own.year != nil { return nil }
            let agency = parts.agency.map { Agency(name: $0, page: first?.page, box: first?.box) }
            let candidate = ReportTitle(start: index, end: end + 1, agency: agency, year: parts.year)
            if candidate.completeness > found?.completeness ?? -1 { found = candidate }
            break
        }
        guard let found else { return nil }
        self = found
    }

    private init(start: Int, end: Int, agency: Agency?, year: Int?) {
        self.start = start
        self.end = end
        self.agency = agency
        self.year = year
    }

    /// An agency counts for more than a year.
    var completeness: Int { (agency == nil ? 0 : 2) + (year == nil ? 0 : 1) }

    /// A line that can be part of a title: short, and no sentence.
    private static func isTitleLine(_ line: String) -> Bool {
        !line.isEmpty && line.hasAtMost(70) && !holdsMarks(line)
    }

    /// True for what has marks of sentences or of lists in it.
    private static func holdsMarks(_ text: String) -> Bool {
        text.unicodeScalars.contains { scalar in
            switch foldedScalar(scalar) {
            case "。", ";", ":", ">", "|", "!", "?", "《", "》": true
            default: false
            }
        }
    }
}

/// The parts of a title's text, blanks removed and width folded.
struct TitleParts: Equatable {
    var agency: String?
    var year: Int?

    init?(_ text: String, words: ReportWords.Titles) {
        // What follows the last 信息公开 must be the rest of a title, and nothing else.
        var text = text[...]
        var lateYear: Int?
        if text.hasSuffix(")"), let open = text.lastIndex(of: "(") {
            lateYear = calendarYear(text[open...].dropFirst().prefix(4))
            text = text[..<open]
        }
        guard let end = words.endings.first(where: { text.hasSuffix($0) }) else { return nil }
        var rest = Self.without(words.fillers, atEndOf: text.dropLast(end.count))
        // 政府信息公开工作2023年度报告: the year may stand between the subject and the word for report.
        let beforeYear = rest.hasSuffix("年") ? rest.dropLast() : rest
        if let year = calendarYear(beforeYear.suffix(4)) {
            lateYear = lateYear ?? year
            rest = Self.without(words.fillers, atEndOf: beforeYear.dropLast(4))
        }
        guard let subject = words.subjects.first(where: { rest.hasSuffix($0) }) else { return nil }
        rest = rest.dropLast(subject.count)
        // The year, in digits or Chinese digits, may stand before or after the agency.
        let characters = Array(rest)
        let place = characters.indices.dropLast(3).first { start in
            let isAlone = characters.dropFirst(start + 4).first.map { $0.wholeNumberValue == nil } ?? true
            return isAlone && calendarYear(String(characters[start..<(start + 4)])) != nil
        }
        if let place {
            year = calendarYear(String(characters[place..<(place + 4)]))
            agency =
                Self.name(characters[..<place], words: words) ?? Self.name(characters[(place + 4)...], words: words)
        } else {
            agency = Self.name(characters[...], words: words)
            year = lateYear
        }
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
        guard name.count >= 2, name.count <= 50 else { return nil }
        return name
    }
}
