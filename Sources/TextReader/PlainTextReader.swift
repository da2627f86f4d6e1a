public import DocumentModel

/// Reads plain text as people get it: copied from pages and documents, one paragraph or one cell a line, rows with bars or tabs
/// between their cells.
///
/// What such text has lost is not made up: tables have rows and the order of their cells, or only cells, but no columns.
public struct PlainTextReader: Sendable {
    public init() {}

    /// The text's blocks in reading order: a paragraph a line, and tables whose grid is lost. Blocks have no page and no box.
    public func blocks(of text: String) -> [Block] {
        var blocks: [Block] = []
        var stretch: [BarredLine] = []
        func finish() {
            blocks += tables(stretch).map(Block.table)
            stretch = []
        }
        for line in text.split(whereSeparator: { $0.isNewline || $0 == "\u{0C}" }) {
            let trimmed = line.trimmed
            guard !trimmed.isEmpty else { continue }
            if let barred = BarredLine(line) {
                stretch.append(barred)
            } else {
                finish()
                blocks.append(.paragraph(TextBlock(text: String(trimmed))))
            }
        }
        finish()
        return blocks
    }

    /// Lines with bars that follow one another: rows where most hold several texts; else cells, one after the other.
    private func tables(_ lines: [BarredLine]) -> [Table] {
        guard !lines.isEmpty else { return [] }
        let filled = lines.filter { !$0.isBlank }
        let isRows = 2 * filled.count { $0.texts > 1 } >= filled.count
        return [isRows ? Table(lostGrid: lines.map(\.cells)) : Table(lostGrid: lines.flatMap(\.cells).map { [$0] })]
    }
}

/// A line with bars or tabs between or beside its cells.
private struct BarredLine {
    let cells: [String]

    var texts: Int { cells.count { !$0.isEmpty } }
    var isBlank: Bool { texts == 0 }

    /// nil for a line without bars and tabs, or with more than any table has. Tabs in front are cells without text where others follow; a lone one is an indent.
    init?(_ whole: Substring) {
        let hasFirstCells = whole.drop(while: { $0 == "\t" }).contains("\t")
        let line = hasFirstCells ? whole : whole.trimmed
        let isTabbed = !line.contains(where: Self.isBar)
        guard !isTabbed || line.contains("\t") else { return nil }
        var parts = line.split(omittingEmptySubsequences: false) { isTabbed ? $0 == "\t" : Self.isBar($0) }
        // A bar at either end closes a cell, and makes none.
        if !isTabbed {
            if parts.first?.trimmed.isEmpty == true, parts.count > 1 { parts.removeFirst() }
            if parts.last?.trimmed.isEmpty == true, parts.count > 1 { parts.removeLast() }
        }
        guard parts.count <= mostCellsOfLine else { return nil }
        cells = parts.map { String($0.trimmed) }
    }

    /// ASCII, full-width, and the box-drawing verticals.
    private static func isBar(_ character: Character) -> Bool { "|｜│┃║".contains(character) }
}
