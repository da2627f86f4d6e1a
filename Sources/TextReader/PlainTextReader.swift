public import DocumentModel

/// Reads plain text as people get it: copied from pages and documents, one paragraph or one cell a line, rows with bars or tabs
/// between their cells.
///
/// What such text has lost is not made up: tables have rows and the order of their cells, or only cells, but no columns.
public struct PlainTextReader: Sendable {
    public init() {}

    /// The text's blocks in reading order: a paragraph a line, and tables whose grid is lost. Blocks have no page and no box.
    public func blocks(of text: String) -> [Block] {
        var lines = TextLines(text).lines
        let mark = CellSeparator.mark(in: lines)
        if mark != nil { lines = Self.records(lines) }
        var blocks: [Block] = []
        var stretch: [CellLine] = []
        func finish() {
            blocks += tables(stretch).map(Block.table)
            stretch = []
        }
        var isAfterBlank = false
        for line in lines {
            if line.trimmed.isEmpty {
                isAfterBlank = true
                continue
            }
            defer { isAfterBlank = false }
            // A line of bars between lines of text parts their cells, and holds none.
            if stretch.isEmpty, line.allSatisfy({ $0.isWhitespace || CellSeparator.isBar($0) }) { continue }
            if let row = CellLine(line) ?? mark.flatMap({ CellLine(line, separatedBy: $0) }) {
                // Tables of another width stand behind a blank line.
                if isAfterBlank, let last = stretch.last, last.cells.count != row.cells.count { finish() }
                stretch.append(row)
            } else {
                finish()
                blocks.append(.paragraph(TextBlock(text: String(line.trimmed))))
            }
        }
        finish()
        return blocks
    }

    /// Lines of one width keep the columns of their cells; other lines that follow one another are rows where most hold several
    /// texts; else cells, one after the other.
    private func tables(_ lines: [CellLine]) -> [Table] {
        guard !lines.isEmpty else { return [] }
        let filled = lines.filter { !$0.isBlank }
        let isRows = 2 * filled.count { $0.texts > 1 } >= filled.count
        if isRows, lines.count >= Self.leastRows, lines.allSatisfy({ $0.cells.count == lines[0].cells.count }) {
            return [Table(countedOff: lines.map(\.cells))]
        }
        return [isRows ? Table(lostGrid: lines.map(\.cells)) : Table(lostGrid: lines.flatMap(\.cells).map { [$0] })]
    }

    /// Lines that a value in quotation marks goes over, put together.
    private static func records(_ lines: [Substring]) -> [Substring] {
        var records: [Substring] = []
        var open: [Substring] = []
        for line in lines {
            let isOdd = line.utf8.count { $0 == UInt8(ascii: "\"") } % 2 == 1
            if open.isEmpty {
                if isOdd { open = [line] } else { records.append(line) }
                continue
            }
            open.append(line)
            if isOdd {
                records.append(open.joined(separator: " ")[...])
                open = []
            } else if open.count == mostLines {
                records += open
                open = []
            }
        }
        return records + open
    }

    /// Fewer lines may be of one width by chance.
    private static let leastRows = 3

    /// No value has more lines.
    private static let mostLines = 8
}
