internal import DocumentModel
internal import ReportForms
internal import ReportStandard

/// Two reports that stand beside each other, page after page: this year's and last year's, or two agencies'.
///
/// Shown by the tables, each of which has one of the same labels beside it, all left ones left of all right ones; whose they are by
/// the line above the first pair, which says one year or agency for the left side and another for the right. Without such a line
/// nobody knows which report is whose, and they stay together, in doubt.
struct SideBySideReports {
    let left: ReportParts
    let right: ReportParts

    init?(_ blocks: [Block], words: ReportWords) {
        guard let gutter = Self.gutter(between: blocks.compactMap(\.table)) else { return nil }
        let first = blocks.firstIndex { $0.table != nil } ?? 0
        let above = blocks[..<first].compactMap(\.text)
        guard let sides = Self.heads(above, gutter: gutter, words: words) else { return nil }
        let shared = above.lazy.compactMap { Self.agency(beginning: $0, words: words) }.first
        func part(_ side: Side, _ head: Head) -> ReportParts {
            let own = blocks.flatMap { Self.blocks(of: $0, on: side, gutter: gutter, words: words) }
            var part = ReportParts.single(own, words: words)
            part.year = head.year
            part.agency = head.agency ?? shared
            return part
        }
        left = part(.left, sides.left)
        right = part(.right, sides.right)
    }

    // MARK: Tables

    /// The x between all left tables and all right ones, in points; nil where not all tables stand in pairs.
    private static func gutter(between tables: [Table]) -> Double? {
        let placed = tables.compactMap { table in table.box.map { (table: table, box: $0) } }
        guard placed.count == tables.count, placed.count >= 2, placed.count.isMultiple(of: 2) else { return nil }
        var rightmost = -Double.infinity
        var leftmost = Double.infinity
        for (number, (table, box)) in placed.enumerated() {
            let beside = placed.indices.filter { other in
                other != number && placed[other].table.pages.first == table.pages.first
                    && isBeside(placed[other].box, box)
            }
            guard beside.count == 1, let other = beside.first, haveSameLabels(table, placed[other].table) else {
                return nil
            }
            if box.x1 <= placed[other].box.x0 {
                rightmost = max(rightmost, box.x1)
            } else {
                leftmost = min(leftmost, box.x0)
            }
        }
        return rightmost <= leftmost ? (rightmost + leftmost) / 2 : nil
    }

    /// True where they have half of the lower one's height in common, and no x.
    private static func isBeside(_ first: Box, _ second: Box) -> Bool {
        let common = min(first.y1, second.y1) - max(first.y0, second.y0)
        return 2 * common >= min(first.height, second.height) && (first.x1 <= second.x0 || second.x1 <= first.x0)
    }

    /// True where nearly all labels of each are the other's too: a table over the left half that is another one is none of a pair.
    private static func haveSameLabels(_ first: Table, _ second: Table) -> Bool {
        let (one, other) = (labels(of: first), labels(of: second))
        return 10 * one.intersection(other).count >= 9 * max(one.count, other.count) && !one.isEmpty
    }

    private static func labels(of table: Table) -> Set<String> {
        Set(table.cells.lazy.filter { !$0.isBlank && !$0.text.looksLikeFigure }.map { foldedWithoutBlanks($0.text) })
    }

    // MARK: Heads

    private enum Side {
        case left, right

        /// nil for what stands over both.
        init?(of box: Box, gutter: Double) {
            if box.x1 <= gutter { self = .left } else if box.x0 >= gutter { self = .right } else { return nil }
        }
    }

    /// Whose report a side is.
    private struct Head: Equatable {
        var year: Int?
        var agency: Agency?

        static func == (one: Self, other: Self) -> Bool {
            one.year == other.year && one.agency?.name == other.agency?.name
        }

        /// A title, or a line that begins with a year: 2023年报告.
        init?(_ text: TextBlock, words: ReportWords) {
            let line = foldedWithoutBlanks(text.text)
            let title = TitleParts(line, words: words)
            year = title?.year ?? calendarYear(line.prefix(4))
            agency = title?.agency.map { Agency(name: $0, page: text.page, box: text.box) }
            if year == nil, agency == nil { return nil }
        }
    }

    /// The heads of both sides; nil unless each has one, and they differ.
    private static func heads(_ above: [TextBlock], gutter: Double, words: ReportWords) -> (left: Head, right: Head)? {
        func head(_ side: Side) -> Head? {
            let found = above.compactMap { text in
                halves(of: text, gutter: gutter)[side].flatMap { Head($0, words: words) }
            }
            // Of several lines the last one, which stands next to the table, unless they contradict each other.
            return Set(found.compactMap(\.year)).count <= 1 ? found.last : nil
        }
        guard let left = head(.left), let right = head(.right), left != right else { return nil }
        // One that lacks what the other one has may be the other one's.
        return (left.year == nil) == (right.year == nil) ? (left, right) : nil
    }

    /// The body whose whole name a line begins with.
    private static func agency(beginning text: TextBlock, words: ReportWords) -> Agency? {
        guard let word = text.text.split(whereSeparator: \.isWhitespace).first.map(String.init),
            words.agencies.isWholeName(word)
        else { return nil }
        return Agency(name: word, page: text.page, box: text.box)
    }

    // MARK: Blocks

    private struct Halves {
        var left: TextBlock?
        var right: TextBlock?

        subscript(side: Side) -> TextBlock? { side == .left ? left : right }
    }

    /// What of a text stands on which side. A line over both is two where as many words are in each half and each begins with its
    /// own year or name; otherwise it is neither side's own.
    private static func halves(of text: TextBlock, gutter: Double) -> Halves {
        guard let box = text.box else { return Halves() }
        switch Side(of: box, gutter: gutter) {
        case .left: return Halves(left: text)
        case .right: return Halves(right: text)
        case nil: break
        }
        let line = text.text.split(whereSeparator: \.isWhitespace)
        guard line.count.isMultiple(of: 2), text.text.hasAtMost(longestHead) else { return Halves() }
        func half(_ words: ArraySlice<Substring>, x0: Double, x1: Double) -> TextBlock {
            let part = Box(x0: x0, y0: box.y0, x1: x1, y1: box.y1)
            return TextBlock(text: words.joined(), page: text.page, box: part, size: text.size)
        }
        let middle = line.count / 2
        return Halves(
            left: half(line[..<middle], x0: box.x0, x1: gutter), right: half(line[middle...], x0: gutter, x1: box.x1))
    }

    /// Characters of a line that says whose the reports are, at most.
    private static let longestHead = 120

    /// A block as one side has it. What goes over both sides belongs to both while it says nothing: figures in it may be the other
    /// report's.
    private static func blocks(of block: Block, on side: Side, gutter: Double, words: ReportWords) -> [Block] {
        guard let box = block.table?.box ?? block.text?.box else { return [block] }
        if let own = Side(of: box, gutter: gutter) { return own == side ? [block] : [] }
        guard let text = block.text else { return [block] }
        let halves = halves(of: text, gutter: gutter)
        if let own = halves[side], let left = halves.left.flatMap({ Head($0, words: words) }),
            let right = halves.right.flatMap({ Head($0, words: words) }), left != right
        {
            return [.paragraph(own)]
        }
        return text.text.contains(where: \.isNumber) ? [] : [block]
    }
}
