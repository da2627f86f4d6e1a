public import DocumentModel

/// Reads Markdown: headings, paragraphs and pipe tables (GitHub Flavored Markdown, section 4.10), the form in which converters
/// and text recognition hand reports down, and tables written in HTML where cells are merged. Lenient: rows may be shorter or longer
/// than the header, and a table needs no header.
public struct MarkdownReader: Sendable {
    public init() {}

    /// The text's blocks in reading order. Blocks have no page and no box.
    public func blocks(of text: String) -> [Block] {
        var blocks: [Block] = []
        var paragraph: [Substring] = []
        var rows: [[String]] = []
        var hasDelimiter = false

        func finishParagraph() {
            guard !paragraph.isEmpty else { return }
            blocks.append(.paragraph(TextBlock(text: joinedLines(paragraph))))
            paragraph = []
        }
        func finishTable() {
            if !rows.isEmpty { blocks.append(.table(table(rows, hasDelimiter: hasDelimiter))) }
            rows = []
            hasDelimiter = false
        }
        let text = text.hasPrefix("\u{FEFF}") ? text.dropFirst() : text[...]
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        let html = HTMLTableLines(lines)
        var next = 0
        while next < lines.count {
            let trimmed = lines[next].trimmed
            if let block = html.block(at: next) {
                finishParagraph()
                finishTable()
                blocks += block.blocks
                next = block.end
                continue
            }
            if let end = openTable(in: lines, at: next) {
                finishParagraph()
                finishTable()
                let cells = lines[next..<end].compactMap { tableRow($0.trimmed, isOpen: true) }
                blocks.append(.table(table(cells.filter { !isDelimiter($0) }, hasDelimiter: true)))
                next = end
                continue
            }
            next += 1
            if let cells = tableRow(trimmed) {
                finishParagraph()
                if rows.count > 1 || !isDelimiter(cells) { rows.append(cells) } else { hasDelimiter = true }
                continue
            }
            finishTable()
            if trimmed.isEmpty {
                finishParagraph()
            } else if let heading = heading(trimmed) {
                finishParagraph()
                blocks.append(.heading(TextBlock(text: heading)))
            } else if !paragraph.isEmpty, Self.isUnderline(trimmed) {
                blocks.append(.heading(TextBlock(text: joinedLines(paragraph))))
                paragraph = []
            } else {
                paragraph.append(trimmed)
            }
        }
        finishParagraph()
        finishTable()
        return blocks
    }

    private func heading(_ line: Substring) -> String? {
        let marks = line.prefix { $0 == "#" }
        guard (1...6).contains(marks.count), line.dropFirst(marks.count).first?.isWhitespace == true else { return nil }
        var title = line.dropFirst(marks.count).trimmed
        // Closing marks, where a blank sets them off.
        let closed = title.reversed().drop { $0 == "#" }
        if closed.first?.isWhitespace == true { title = title.dropLast(title.count - closed.count).trimmed }
        let text = plain(Self.withoutAttributes(title))
        return text.isEmpty ? nil : text
    }

    /// Pandoc's attributes behind a heading are no part of it: `{#name .title}`.
    private static func withoutAttributes(_ title: Substring) -> Substring {
        guard title.last == "}", let open = title.lastIndex(of: "{"),
            title[open...].dropFirst().first.map({ "#.".contains($0) }) == true
        else { return title }
        return title[..<open].trimmed
    }

    /// A line that makes the paragraph above it a heading: nothing but `=`, or as good as ever `-`; fewer dashes may be a cell's.
    private static func isUnderline(_ line: Substring) -> Bool {
        guard let first = line.first, first == "=" || first == "-" else { return false }
        return line.count >= (first == "=" ? 3 : 5) && line.allSatisfy { $0 == first }
    }

    // MARK: Tables

    /// The cells of a line that starts with a pipe, or of any line where bars are not needed at its ends; nil for a line with more
    /// than any table has.
    private func tableRow(_ line: Substring, isOpen: Bool = false) -> [String]? {
        guard line.first == "|" || isOpen, line.count > 1,
            line.utf8.count(where: { $0 == UInt8(ascii: "|") }) <= mostCellsOfLine
        else { return nil }
        var cells: [String] = []
        var cell = ""
        var isEscaped = false
        for character in line.first == "|" ? line.dropFirst() : line {
            if isEscaped {
                cell += character == "|" ? "|" : "\\" + String(character)
                isEscaped = false
            } else if character == "\\" {
                isEscaped = true
            } else if character == "|" {
                cells.append(cell)
                cell = ""
            } else {
                cell.append(character)
            }
        }
        if isEscaped { cell += "\\" }
        if !cell.trimmed.isEmpty { cells.append(cell) }
        return cells.map { plain($0.trimmed) }
    }

    /// The line behind a table whose rows have bars between their cells only: what follows the row of dashes, up to a blank line.
    /// Single cells stand without any bar.
    ///
    /// - Returns: nil where no such table begins.
    private func openTable(in lines: [Substring], at start: Int) -> Int? {
        guard lines[start].trimmed.first != "|", !lines[start].trimmed.isEmpty, start + 1 < lines.count,
            let dashes = tableRow(lines[start + 1].trimmed, isOpen: true), isDelimiter(dashes)
        else { return nil }
        let end = lines[(start + 2)...].firstIndex { $0.trimmed.isEmpty } ?? lines.count
        return lines[start..<end].contains { $0.contains("|") } ? end : nil
    }

    /// `|---|:-:|`, the line below a table's first. Dashes alone, one a cell, are figures left out.
    private func isDelimiter(_ cells: [String]) -> Bool {
        cells.allSatisfy { cell in
            let dashes = cell.drop { $0 == ":" }.prefix { $0 == "-" }
            return !dashes.isEmpty && cell.count - dashes.count <= 2 && cell.allSatisfy { "-:".contains($0) }
        } && cells.contains { $0.count > 1 }
    }

    /// Columns are certain where the row of dashes is there: without it lines with bars may be anything that was flattened.
    private func table(_ rows: [[String]], hasDelimiter: Bool) -> Table {
        hasDelimiter ? Table(countedOff: rows) : Table(lostGrid: rows)
    }

    // MARK: Text

    /// Without emphasis, code marks and tags; `<br>` inside a cell only wraps its text.
    private func plain(_ text: Substring) -> String {
        guard text.utf8.contains(where: { "<*`&".utf8.contains($0) }) else { return String(text.trimmed) }
        var result = ""
        var rest = text
        while let character = rest.first {
            if character == "<", let end = rest.firstIndex(of: ">"), isTag(rest[..<end]) {
                rest = rest[rest.index(after: end)...]
            } else {
                if character != "*" && character != "`" { result.append(character) }
                rest = rest.dropFirst()
            }
        }
        for (name, character) in [("&nbsp;", " "), ("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&")] {
            result = result.split(separator: name, omittingEmptySubsequences: false).joined(separator: character)
        }
        return String(result[...].trimmed)
    }

    /// `<br`, `</th`, `<b`: what stands before the closing bracket of a tag.
    private func isTag(_ text: Substring) -> Bool {
        let name = text.dropFirst().drop { $0 == "/" }.prefix { $0.isLetter || $0.isNumber }
        return ["br", "b", "i", "u", "em", "strong", "sup", "sub", "span", "p", "th", "td", "div"].contains(
            name.lowercased())
    }

    /// Lines of one paragraph: without a blank between ideographs.
    private func joinedLines(_ lines: [Substring]) -> String {
        lines.reduce(into: "") { text, line in
            let line = plain(line)
            if let last = text.last, let first = line.first, last.isASCII, first.isASCII { text += " " }
            text += line
        }
    }
}

/// A line with more cells than this is a text with bars in it, no row of a table: what is wide and long would fill the memory.
let mostCellsOfLine = 200

extension StringProtocol {
    /// Without white space at either end.
    var trimmed: SubSequence {
        // By indexes: dropping one character after the other counts those that are left each time.
        guard let start = firstIndex(where: { !$0.isWhitespace }),
            let last = lastIndex(where: { !$0.isWhitespace })
        else { return self[endIndex...] }
        return self[start...last]
    }
}
