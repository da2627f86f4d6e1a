public import DocumentModel

/// Text whose blanks keep the places on the page, as `pdftotext -layout` writes it: columns by counting characters.
public struct LayoutText: Sendable {
    // A character's square on the page that the text is laid out on, in points; only proportions matter. A blank is a gap between
    // columns, but a single one between texts only a gap between words; lines on both sides of a line of figures may still be one
    // label's.
    private static let width = 12.0
    private static let height = 12.0
    private static let fontSize = 13.5

    /// A report of a thousand pages has less; each character takes hundreds of bytes once it is laid out.
    private static let mostBytes = 1_000_000

    private let pages: [[[Character]]]
    /// Columns that an ideograph takes up.
    private let wide: Int
    /// The lines of its tables, where characters draw them.
    private let drawing: BoxDrawing?

    /// - Returns: nil where neither blanks nor drawn lines set a table: fewer than three lines hold three texts or more far apart, tabs
    ///   part the cells, or the text is too long for a report's.
    public init?(_ text: String) {
        guard text.utf8.count <= Self.mostBytes, !Self.hasTabsBetweenCells(text) else { return nil }
        pages = text.split(omittingEmptySubsequences: false) { $0 == "\u{0C}" }.flatMap { page in
            Self.parts(of: page.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(Self.untabbed))
        }
        let lines = Array(pages.joined())
        drawing = BoxDrawing(lines)
        if let drawing {
            wide = drawing.bars(in: lines, wide: 2) < drawing.bars(in: lines, wide: 1) ? 2 : 1
            return
        }
        let rows = lines.filter { Self.texts(in: $0).count >= 3 }
        guard rows.count >= 3, !lines.contains(where: { $0.contains("|") }) else { return nil }
        // Writers count an ideograph as one column or as two: right is what sets more texts under one another.
        wide = Self.places(of: rows, wide: 2) < Self.places(of: rows, wide: 1) ? 2 : 1
    }

    /// The text set out on pages, a glyph a character.
    public var layout: [Page] {
        pages.enumerated().map { index, lines in
            var glyphs: [Glyph] = []
            var rulings: [Ruling] = []
            for (row, line) in lines.enumerated() {
                let y = Self.height * Double(row + 1)
                var line = line
                if let drawing {
                    let columns = placed(line).map(\.column)
                    rulings += drawing.rulings(of: line, columns: columns, square: Self.square(onBaseline: y))
                    line = drawing.text(of: line)
                }
                let bridged = Self.bridgedBlanks(in: line)
                for (index, (column, character)) in placed(line).enumerated() {
                    // One blank behind a word tells it from the next one.
                    if character.isWhitespace, index == 0 || line[index - 1].isWhitespace { continue }
                    let columns = Double(character.isIdeographic ? wide : 1) + (bridged.contains(index + 1) ? 0.5 : 0)
                    glyphs.append(glyph(character, x: Self.width * Double(column), y: y, columns: columns))
                }
            }
            let longest = lines.map { placed($0).last?.column ?? 0 }.max() ?? 0
            return Page(
                number: index + 1, width: Self.width * Double(longest + 10),
                height: Self.height * Double(lines.count + 2),
                glyphs: glyphs, rulings: rulings)
        }
    }

    /// The square of a line's first character.
    private static func square(onBaseline y: Double) -> Box {
        let middle = y - 0.3 * fontSize
        return Box(x0: 0, y0: middle - height / 2, x1: width, y1: middle + height / 2)
    }

    private func glyph(_ character: Character, x: Double, y: Double, columns: Double) -> Glyph {
        let width = Self.width * columns
        let box = Box(x0: x, y0: y - 0.8 * Self.fontSize, x1: x + width, y1: y + 0.2 * Self.fontSize)
        return Glyph(
            text: String(character), box: box, origin: Point(x: x, y: y), advance: Point(x: width, y: 0),
            size: Self.fontSize)
    }

    /// Indexes of single blanks that part words: in a row, not those beside figures.
    private static func bridgedBlanks(in line: [Character]) -> Set<Int> {
        let words = words(in: line)
        let isRow = texts(in: line).count > 1
        func isFigure(_ word: Range<Int>) -> Bool { isRow && String(line[word]).isFigureWord }
        return Set(
            zip(words, words.dropFirst()).filter { left, right in
                right.lowerBound == left.upperBound + 1 && !isFigure(left) && !isFigure(right)
            }.map(\.0.upperBound))
    }

    private static func words(in line: [Character]) -> [Range<Int>] {
        line.indices.split { line[$0].isWhitespace }.compactMap { word in
            word.first.map { $0..<($0 + word.count) }
        }
    }

    private func placed(_ line: [Character]) -> [(column: Int, character: Character)] {
        var column = 0
        return line.map { character in
            defer { column += character.isIdeographic ? wide : 1 }
            return (column, character)
        }
    }

    /// Cuts a page before the headings of sections: no table goes on under one.
    private static func parts(of lines: [[Character]]) -> [[[Character]]] {
        var parts: [[[Character]]] = [[]]
        for (index, line) in lines.enumerated() {
            let isAfterBlank = index > 0 && lines[index - 1].allSatisfy(\.isWhitespace)
            if isAfterBlank && isHeading(line) { parts.append([]) }
            parts[parts.count - 1].append(line)
        }
        return parts
    }

    /// A line of one text that begins with a Chinese numeral and a comma.
    private static func isHeading(_ line: [Character]) -> Bool {
        let texts = texts(in: line)
        guard texts.count == 1, let text = texts.first, text.count > 4 else { return false }
        let numeral = line[text].prefix { "一二三四五六七八九十".contains($0) }
        return !numeral.isEmpty && line[text].dropFirst(numeral.count).first == "、"
    }

    /// Most lines of three texts or more have nothing but single tabs between them: a cell ends with each, wherever it would stand.
    private static func hasTabsBetweenCells(_ text: String) -> Bool {
        let rows = text.split(whereSeparator: \.isNewline).filter { texts(in: untabbed($0)).count >= 3 }
        return 2 * rows.count { $0.contains("\t") && !$0.contains("  ") } > rows.count
    }

    private static func untabbed(_ line: Substring) -> [Character] {
        var characters: [Character] = []
        for character in line {
            if character == "\t" {
                characters += [Character](repeating: " ", count: 8 - characters.count % 8)
            } else {
                characters.append(character == "\u{A0}" || character == "\u{3000}" ? " " : character)
            }
        }
        return characters
    }

    /// The texts of a line that two blanks or more part, as ranges of characters.
    private static func texts(in line: [Character]) -> [Range<Int>] {
        var texts: [Range<Int>] = []
        for (index, character) in line.enumerated() where !character.isWhitespace {
            if let last = texts.last, index - last.upperBound < 2 {
                texts[texts.count - 1] = last.lowerBound..<(index + 1)
            } else {
                texts.append(index..<(index + 1))
            }
        }
        return texts
    }

    /// At how many different places the texts of all rows but their first begin, end and have their middles.
    private static func places(of rows: [[Character]], wide: Int) -> Int {
        var starts = Set<Int>()
        var ends = Set<Int>()
        var middles = Set<Int>()
        for row in rows {
            var columns = [0]
            for character in row { columns.append((columns.last ?? 0) + (character.isIdeographic ? wide : 1)) }
            for text in texts(in: row).dropFirst() {
                let (start, end) = (columns[text.lowerBound], columns[text.upperBound])
                starts.insert(start)
                ends.insert(end)
                middles.insert(start + end)
            }
        }
        return starts.count + ends.count + middles.count
    }
}

extension Character {
    /// Takes up a square in East Asian type.
    var isIdeographic: Bool {
        unicodeScalars.first.map { isWide($0) } ?? false
    }
}
