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
    /// How the agency speaks of itself, where the title does not name it: 局 of 我局.
    var speaker: String?
    var year: Int?

    /// The title that starts at block `index`, if one does: of up to four short blocks the fewest that make it complete.
    init?(in blocks: [Block], at index: Int, words: ReportWords) {
        var lines: [String] = []
        var first: TextBlock?
        for end in index..<min(index + 4, blocks.count) {
            guard let block = blocks[end].text, let line = Self.line(block.text, words: words) else {
                return nil
            }
            first = first ?? block
            lines.append(line)
            guard let parts = TitleParts(lines.joined(), words: words) else {
                // A whole line of another kind (汇编, 目录) that only speaks of reports.
                if words.titles.otherLines.contains(where: line.holds) { return nil }
                continue
            }
            if Self.startsLater(lines, parts: parts, words: words) { return nil }
            let isAmbiguous = Self.holdsTwoNames(lines, words: words)
            agency = isAmbiguous ? nil : parts.agency.map { Agency(name: $0, page: first?.page, box: first?.box) }
            speaker = parts.speaker
            year = parts.year
            start = index
            self.end = end + 1
            // （2023年度）may be a line of its own.
            if year == nil, end + 1 < blocks.count,
                let below = blocks[end + 1].text.flatMap({ Self.year(alone: $0.text) })
            {
                year = below
                self.end = end + 2
            }
            readAgencyBelow(in: blocks, isAmbiguous: isAmbiguous, words: words)
            return
        }
        return nil
    }

    /// A body's whole name alone below a title that names none is that of the agency.
    private mutating func readAgencyBelow(in blocks: [Block], isAmbiguous: Bool, words: ReportWords) {
        guard agency == nil, !isAmbiguous, speaker == nil, end < blocks.count, let below = blocks[end].text,
            below.text.hasAtMost(40)
        else { return }
        var name = foldedWithoutBlanks(below.text)
        if name.first == "(", name.last == ")" { name = String(name.dropFirst().dropLast()) }
        guard words.agencies.isWholeName(name) else { return }
        agency = Agency(name: name, page: below.page, box: below.box)
        end += 1
    }

    /// An agency counts for more than a year.
    var completeness: Int { (agency == nil ? 0 : 2) + (year == nil ? 0 : 1) }

    // MARK: Lines

    /// A line that can be part of a title, without what labels or quotes it: short, and no sentence.
    static func line(_ text: String, words: ReportWords) -> String? {
        var line = foldedWithoutBlanks(text)[...]
        if let colon = line.firstIndex(of: ":"),
            words.titles.labels.contains(where: { line[..<colon].withoutLastDigits == $0 })
        {
            line = line[colon...].dropFirst()
        }
        if line.first == "《", line.last == "》" { line = line.dropFirst().dropLast() }
        for ending in fileEndings where line.hasSuffix(ending) { line = line.dropLast(ending.count) }
        guard !line.isEmpty, String(line).hasAtMost(70), !holdsMarks(line) else { return nil }
        // The name of the site may stand behind it.
        if let mark = line.firstIndex(where: { "-_—".contains($0) }), TitleParts(String(line), words: words) == nil,
            TitleParts(String(line[..<mark]), words: words) != nil
        {
            line = line[..<mark]
        }
        return String(line)
    }

    private static let fileEndings = [".docx", ".doc", ".wps", ".pdf", ".html"]

    /// True for what has marks of sentences or of lists in it.
    private static func holdsMarks(_ text: Substring) -> Bool {
        text.unicodeScalars.contains { scalar in
            switch foldedScalar(scalar) {
            case "。", ";", ":", ">", "|", "!", "?", "《", "》": true
            default: false
            }
        }
    }

    /// The year of a line that holds nothing else: （2017年度）.
    static func year(alone text: String) -> Int? {
        guard text.hasAtMost(40) else { return nil }
        var line = foldedWithoutBlanks(text)[...]
        let isBracketed = line.first == "(" && line.last == ")"
        if isBracketed { line = line.dropFirst().dropLast() }
        guard let year = calendarYear(line.prefix(4)), line.count >= 4 else { return nil }
        let rest = line.dropFirst(4)
        if rest == "年" || rest == "年度" || isBracketed && rest.isEmpty { return year }
        return isBracketed ? Period(in: String(line))?.year : nil
    }

    // MARK: Where it starts

    /// True where what stands above one of the lines is no part of the title: the lines from there on name a place's agency
    /// themselves, or all that a title needs.
    private static func startsLater(_ lines: [String], parts: TitleParts, words: ReportWords) -> Bool {
        lines.indices.dropFirst().contains { start in
            guard !words.agencies.isBeginning(lines[..<start].joined()),
                let later = TitleParts(lines[start...].joined(), words: words), let agency = later.agency
            else { return false }
            if words.agencies.beginsWithPlace(agency) { return true }
            let isContinued = parts.agency.map(words.agencies.beginsWithPlace) ?? false
            return start == lines.count - 1 && later.year != nil && !isContinued
        }
    }

    /// True where one line is a body's whole name, and the next one begins with what may be another's: a site's name above
    /// the title, or a body's above its office's. Which one it is cannot be told.
    private static func holdsTwoNames(_ lines: [String], words: ReportWords) -> Bool {
        lines.indices.dropFirst().contains { start in
            let above = lines[..<start].joined()
            return !words.agencies.isBeginning(above) && words.agencies.isWholeName(above)
                && TitleParts(lines[start...].joined(), words: words)?.agency != nil
        }
    }
}

extension Substring {
    /// Without the digits at its end: 附件 of 附件1.
    fileprivate var withoutLastDigits: Substring {
        var rest = self
        while rest.last?.isNumber == true { rest = rest.dropLast() }
        return rest
    }
}
