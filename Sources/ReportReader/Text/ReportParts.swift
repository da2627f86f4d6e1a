internal import DocumentModel
internal import ReportForms
internal import ReportStandard

/// The part of a document that is one report.
struct ReportParts {
    var blocks: [Block]
    /// Its title, with indexes into ``blocks``.
    var title: ReportTitle?
    /// What stands over its side of the page, where it is one of two beside each other.
    var agency: Agency?
    var year: Int?

    func contains(page: Int?) -> Bool {
        guard let page else { return true }
        return pages.contains(page)
    }

    private var pages: ClosedRange<Int> {
        let pages = blocks.flatMap { block in
            block.text.map { [$0.page].compactMap(\.self) } ?? block.table?.pages ?? []
        }
        return (pages.min() ?? 1)...(pages.max() ?? .max)
    }

    /// The reports of a document: two beside each other, or one below the other.
    static func parts(of document: [Block], words: ReportWords) -> [ReportParts] {
        if let both = SideBySideReports(document, words: words) { return [both.left, both.right] }
        return successive(in: document, words: words)
    }

    /// Blocks that are one report, whatever titles are among them.
    static func single(_ document: [Block], words: ReportWords) -> ReportParts {
        let parts = successive(in: document, words: words)
        return parts.count == 1 ? parts[0] : ReportParts(blocks: document)
    }

    /// Splits a document at the titles of its reports. A title without a table or a full page of text behind it (a list of
    /// contents, a title printed twice) starts no report of its own.
    private static func successive(in document: [Block], words: ReportWords) -> [ReportParts] {
        let blocks = document.flatMap { titleOutOfTable($0, words: words) }
        var titles: [ReportTitle] = []
        var index = 0
        while index < blocks.count {
            if let title = ReportTitle(in: blocks, at: index, words: words) {
                titles.append(title)
                index = title.end
            } else {
                index += 1
            }
        }
        var kept: [ReportTitle] = []
        var above: [ReportTitle] = []
        for (number, title) in titles.enumerated() {
            let end = number + 1 < titles.count ? titles[number + 1].start : blocks.count
            // The title of the report at hand over again is a page's header.
            if let last = kept.last, title.agency?.name == last.agency?.name, title.year == last.year { continue }
            // So is one that names no year, and an agency only if the line before it does.
            if !kept.isEmpty, title.year == nil, title.agency == nil || title.end - title.start > 1 { continue }
            if hasSubstance(blocks[title.end..<end]) {
                kept.append(title.completed(by: above))
                above = []
            } else {
                above.append(title)
            }
        }
        if kept.count <= 1 {
            return [ReportParts(blocks: blocks, title: kept.first ?? titles.max { $0.completeness < $1.completeness })]
        }
        return kept.enumerated().map { number, title in
            let end = number + 1 < kept.count ? kept[number + 1].start : blocks.count
            var local = title
            local.end -= title.start
            local.start = 0
            return ReportParts(blocks: Array(blocks[title.start..<end]), title: local)
        }
    }

    /// Takes the lines above a table out of it where they are the report's title: spreadsheets rule the whole sheet.
    private static func titleOutOfTable(_ block: Block, words: ReportWords) -> [Block] {
        guard let table = block.table else { return [block] }
        // Of each row how many cells are filled, and the first of them.
        var counts = [Int](repeating: 0, count: table.rows)
        var firsts = counts
        for (number, cell) in table.cells.enumerated() where !cell.isBlank {
            for row in cell.rows {
                if counts[row] == 0 { firsts[row] = number }
                counts[row] += 1
            }
        }
        let alone = counts.indices.prefix { counts[$0] <= 1 }.filter { counts[$0] == 1 }
        let lines = alone.map { row in
            let cell = table.cells[firsts[row]]
            return Block.paragraph(TextBlock(text: cell.text, page: cell.page, box: cell.box))
        }
        return lines.indices.contains { ReportTitle(in: lines, at: $0, words: words) != nil }
            ? lines + [block] : [block]
    }

    private static func hasSubstance(_ blocks: ArraySlice<Block>) -> Bool {
        blocks.contains { $0.table != nil } || blocks.compactMap(\.text).reduce(0) { $0 + $1.text.count } > 400
    }
}

extension ReportTitle {
    /// The title with what those directly above it say, where all of them that say it agree: a title printed twice may name
    /// agency or year only once.
    fileprivate func completed(by above: [ReportTitle]) -> ReportTitle {
        let near = above.filter {
            start - $0.end <= Self.farthest && ($0.year == nil || year == nil || $0.year == year)
        }
        let agencies = near.compactMap(\.agency)
        var title = self
        if agency == nil, Set(agencies.map { AgencyName($0.name) }).count == 1 { title.agency = agencies.first }
        let years = Set(near.compactMap(\.year))
        if year == nil, years.count == 1 { title.year = years.first }
        return title
    }

    /// Blocks between a title and the one that repeats it, at most: date, source, buttons.
    private static let farthest = 6
}
