internal import DocumentModel
internal import ReportForms
internal import ReportStandard

/// Who reports, by what a document says about it, the surest first: the title, the head of the table, the signature, the sentences
/// that introduce a report, the file's own title; then, with a finding, the office to ask and the one that published the document.
/// Words that name nobody in particular (我局, 主管部门) are no agency, whoever says them: unknown rather than wrong.
struct AgencyEvidence {
    private(set) var agency: Agency?
    /// The office that published the document, where one is printed: it may publish for others.
    private(set) var publisher: Agency?
    /// Nothing but the office to ask or the publisher names the agency.
    private(set) var isUnclear = false
    /// The year in the title of a table that stands alone, or in one among metadata, where the report's own title lacks one.
    private(set) var tableYear: Int?

    private let words: ReportWords
    private let speaker: String?

    /// - Parameter metadata: the title in the file's properties; asked for only when the text names no agency.
    init(_ part: ReportParts, metadata: () -> TitleParts?, words: ReportWords) {
        self.words = words
        speaker = part.title?.speaker
        let lines = part.blocks.flatMap(Self.lines)
        let isComplete = part.title?.agency != nil && part.title?.year != nil
        let table = isComplete ? nil : readLabelledTitle(part.blocks) ?? readTableTitle(lines)
        tableYear = table?.year
        publisher = named(by: words.agencies.publishers, in: lines)
        agency = part.title?.agency ?? table?.agency ?? named(by: words.agencies.reporting, in: lines).flatMap(spoken)
        if agency != nil { return }
        let sentences = Self.sentences(lines)
        agency =
            signature(of: part.blocks).flatMap(spoken)
            ?? first(of: words.agencies.regexes, in: sentences).flatMap(spoken)
            ?? metadata()?.agency.map { Agency(name: $0) }
        if agency != nil { return }
        agency =
            first(of: words.agencies.contactRegexes, in: sentences).flatMap(spoken)
            ?? publisher.flatMap(spoken)
            .flatMap { isGovernmentOffice($0) ? nil : $0 }
        isUnclear = agency != nil
    }

    /// nil where the title speaks of another kind of body.
    private func spoken(_ agency: Agency) -> Agency? {
        words.agencies.mayBe(agency.name, speaker: speaker) ? agency : nil
    }

    /// A government and its offices publish the reports of all its bodies; a township has none.
    private func isGovernmentOffice(_ agency: Agency) -> Bool {
        let name = simplifiedNames(foldedWithoutBlanks(agency.name))
        if let level = AgencyPlaces(name, words: words.agencies).level, [.township, .subdistrict].contains(level) {
            return false
        }
        return words.agencies.governments.contains(where: name.contains) || !words.agencies.beginsWithPlace(name)
    }

    // MARK: Lines

    /// A block's text; of a table what stands alone in its first rows, and in a small one, such as that of metadata over a web page,
    /// every two cells side by side.
    private static func lines(of block: Block) -> [TextBlock] {
        guard let table = block.table else { return block.text.map { [$0] } ?? [] }
        let head = table.cells.lazy.filter { $0.rows.lowerBound < headRows && !$0.isBlank }.map { cell in
            TextBlock(text: cell.text, page: cell.page, box: cell.box)
        }
        guard table.cells.count <= largestTable else { return Array(head) }
        let pairs = zip(table.cells, table.cells.dropFirst()).filter { $0.row == $1.row && !$0.isBlank }
        return head
            + pairs.map { label, value in
                let isMarked = label.text.last.map { ":：".contains($0) } == true
                let label = isMarked ? String(label.text.dropLast()) : label.text
                return TextBlock(text: label + ":" + value.text, page: value.page, box: value.box)
            }
    }

    /// Cells of a table of metadata, at most.
    private static let largestTable = 40
    /// Rows that may hold a table's title and who filled it in.
    private static let headRows = 4

    // MARK: What names an agency

    /// The title of a table that may stand alone: 政府信息公开情况统计表（2017年度）, the year on the same line or the next.
    private func readTableTitle(_ lines: [TextBlock]) -> (agency: Agency?, year: Int?)? {
        for (index, line) in lines.enumerated() where line.text.hasAtMost(Self.longestLine) {
            let text = foldedWithoutBlanks(line.text)
            guard let title = tableTitle(in: text),
                let parts = TitleParts(title, words: words, endings: words.titles.tableEndings)
            else { continue }
            let below = lines[(index + 1)...].first.flatMap { ReportTitle.year(alone: $0.text) }
            let agency = parts.agency.map { Agency(name: $0, page: line.page, box: line.box) }
            return (agency, parts.year ?? below)
        }
        return nil
    }

    /// The title that a table of metadata names: 标题 | 琥珀市水务局2021年政府信息公开工作年度报告.
    private func readLabelledTitle(_ blocks: [Block]) -> (agency: Agency?, year: Int?)? {
        for line in blocks.lazy.filter({ $0.table != nil }).flatMap(Self.lines) where line.text.hasAtMost(100) {
            guard foldedWithoutBlanks(line.text).holds(":"),
                let title = ReportTitle.line(line.text, words: words), let parts = TitleParts(title, words: words)
            else { continue }
            return (parts.agency.map { Agency(name: $0, page: line.page, box: line.box) }, parts.year)
        }
        return nil
    }

    /// The part of a line that may be a table's title: up to its last word, with the year in brackets behind it. Lines that follow
    /// one another may have been joined.
    private func tableTitle(in text: String) -> String? {
        let simple = simplifiedNames(text)
        let ends = words.titles.tableEndings.lazy.compactMap { simple.range(ofWord: $0)?.upperBound }
        guard let last: String.Index = ends.first else { return nil }
        let end = text.index(text.startIndex, offsetBy: simple.distance(from: simple.startIndex, to: last))
        let rest = text[end...]
        let year = rest.first == "(" ? rest.firstIndex(of: ")").map { rest[...$0] } : nil
        return String(text[..<end]) + (year ?? "")
    }

    /// The agency behind one of the labels, with a colon between.
    private func named(by labels: [String], in lines: [TextBlock]) -> Agency? {
        // Most lines have no label.
        for line in lines where line.text.unicodeScalars.contains(where: { foldedScalar($0) == ":" }) {
            guard line.text.hasAtMost(Self.longestLine) else { continue }
            let text = foldedWithoutBlanks(line.text)
            let metadata = MetadataLine(text, behindNames: words.agencies.behindNames)
            let name = metadata.name(behind: labels) { name in
                let simple = simplifiedNames(name)
                return words.agencies.mayName(name)
                    && (words.agencies.organs.contains(where: simple.hasSuffix) || words.agencies.isBeginning(name))
            }
            if let name { return Agency(name: name, page: line.page, box: line.box) }
        }
        return nil
    }

    /// Characters of a line of metadata, at most.
    private static let longestLine = 200

    /// Lines as they are searched for sentences that name the agency; of a text longer than any report its beginning.
    private static func sentences(_ lines: [TextBlock]) -> [(line: TextBlock, text: String)] {
        var left = longestReport
        var result: [(line: TextBlock, text: String)] = []
        for line in lines {
            let text = line.text.prefix(left)
            left -= text.count
            result.append((line, foldedWithoutBlanks(String(text))))
            if left == 0 { break }
        }
        return result
    }

    /// Characters of a report, at most: ministries' have some twenty thousand.
    private static let longestReport = 100_000

    private func first(
        of patterns: [Regex<(Substring, name: Substring)>], in sentences: [(line: TextBlock, text: String)]
    ) -> Agency? {
        for pattern in patterns {
            for (line, text) in sentences {
                if let match = text.firstMatch(of: pattern), match.output.name.count >= 3,
                    words.agencies.mayName(String(match.output.name))
                {
                    return Agency(name: String(match.output.name), page: line.page, box: line.box)
                }
            }
        }
        return nil
    }

    /// The agency that signed the report: a line with its whole name above a date, or before one, among the last lines. nil where
    /// several did.
    private func signature(of blocks: [Block]) -> Agency? {
        let lines = blocks.compactMap(\.text).suffix(Self.lastLines).map { ($0, foldedWithoutBlanks($0.text)) }
        var found: [Agency] = []
        for (index, (block, text)) in lines.enumerated() where text.hasAtMost(60) {
            let name = Self.withoutDate(text)
            let isDated =
                name.count < text.count || index + 1 < lines.count && Self.withoutDate(lines[index + 1].1).isEmpty
            guard isDated, words.agencies.isWholeName(String(name)) else { continue }
            found.append(Agency(name: String(name), page: block.page, box: block.box))
        }
        return Set(found.map { AgencyName($0.name) }).count == 1 ? found.last : nil
    }

    /// A line without the date at its end: 2022年1月5日, 二〇二二年一月五日.
    private static func withoutDate(_ line: String) -> Substring {
        guard line.hasSuffix("日"), let year = line.lastIndex(of: "年"),
            calendarYear(line[..<year].suffix(4)) != nil,
            line[year...].dropFirst().allSatisfy({ "0123456789一二三四五六七八九十月日".contains($0) })
        else { return line[...] }
        return line[..<year].dropLast(4)
    }

    /// Lines at a report's end where its signature may stand.
    private static let lastLines = 10
}
