internal import DocumentModel
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
    init?(in blocks: [Block], at index: Int) {
        var text = ""
        var first: TextBlock?
        var found: ReportTitle?
        for end in index..<min(index + 4, blocks.count) {
            guard let block = blocks[end].text else { break }
            let line = folded(block.text).filter { !$0.isWhitespace }
            guard Self.isTitleLine(line) else { break }
            first = first ?? block
            text += line
            guard let parts = TitleParts(text) else {
                // A whole line of another kind (汇编, 目录) that only speaks of reports.
                if line.contains("报告") { break }
                continue
            }
            found = found ?? ReportTitle(start: index, end: end + 1, agency: nil, year: parts.year)
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

    private var completeness: Int { (agency == nil ? 0 : 2) + (year == nil ? 0 : 1) }

    /// A line that can be part of a title: short, and no sentence.
    private static func isTitleLine(_ line: String) -> Bool {
        !line.isEmpty && line.count <= 70 && !line.contains { "。；;:>|!?《》".contains($0) }
    }
}

/// The parts of a title's text, blanks removed and width folded.
struct TitleParts: Equatable {
    var agency: String?
    var year: Int?

    init?(_ text: String) {
        // The year, in digits or Chinese digits, may stand before or after the agency.
        guard text.hasSuffix("报告") || text.hasSuffix("年报") || text.hasSuffix(")") else { return nil }
        let pattern =
            #/^(?<head>.*?)(?:(?<year>(?:\d|[〇○零Ｏ一二三四五六七八九]){4})年?度?)?(?<middle>[^\d]*?)(?:政府信息公开|政务公开|信息公开)(?:工作)?(?:情况)?(?:的)?(?:年度)?(?:工作)?(?:报告|年报)(?:[(（][^()（）]*[)）])?$/#
        guard let match = try? pattern.wholeMatch(in: text) else { return nil }
        year = match.output.year.flatMap { calendarYear($0) }
        let head = Self.name(match.output.head)
        let middle = Self.name(match.output.middle)
        agency = head ?? middle
        // Something that announces a report, or counts pages, is no title of one.
        guard year != nil || agency != nil || text.hasPrefix("政府信息公开") else { return nil }
    }

    /// An agency's name out of the text around the year; nil for filling words.
    private static func name(_ text: Substring) -> String? {
        var name = String(text)
        for word in ["关于", "的", "年度", "年"] {
            while name.hasSuffix(word) { name.removeLast(word.count) }
        }
        for word in ["关于", "附件"] where name.hasPrefix(word) { name.removeFirst(word.count) }
        name = name.trimmingPrefix(while: { "0123456789.、,-—_".contains($0) }).description
        guard name.count >= 2, name.count <= 50 else { return nil }
        return name
    }
}
