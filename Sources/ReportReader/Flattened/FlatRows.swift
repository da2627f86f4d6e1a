internal import DocumentModel

/// Tables that were flattened to one cell a line: their rows are found again by what a form prints beside and above figures.
///
/// What a line is follows from its words and its neighbours: lines that only together say what a form says are one label, figures
/// belong to the labels before them. Columns stay lost. Only text without pages is looked at: on a page the cells' places say
/// more.
struct FlatRows {
    private var words: FlatWords

    /// Longer words, up to a blank, are prose.
    private static let longest = 60
    /// No row of a form takes up more.
    private static let mostBytes = 2000
    /// Fewer lines of a form are a mention, no table.
    private static let leastKnown = 3

    /// `document` with flattened tables put together.
    static func blocks(of document: [Block], index: FormIndex) -> [Block] {
        guard document.contains(where: isCandidate) else { return document }
        var rows = FlatRows(words: FlatWords(index))
        return rows.blocks(of: document)
    }

    /// A line without a page, or a table of single cells.
    private static func isCandidate(_ block: Block) -> Bool {
        if let table = block.table { return table.grid == .lost && table.columns == 1 }
        guard let text = block.text, text.page == nil, text.text.utf8.count <= mostBytes else { return false }
        return text.text.split(whereSeparator: \.isWhitespace).allSatisfy { $0.count <= longest }
    }

    private mutating func blocks(of document: [Block]) -> [Block] {
        var result: [Block] = []
        var stretch: [(block: Block, cells: [FlatCell])] = []
        for block in document {
            if Self.isCandidate(block), let cells = cells(of: block) {
                stretch.append((block, cells))
            } else {
                result += tables(in: stretch) + [block]
                stretch = []
            }
        }
        return result + tables(in: stretch)
    }

    /// The blocks of a stretch of cells: a table, and around it the lines before the first of the form and behind the last
    /// figure.
    private mutating func tables(in stretch: [(block: Block, cells: [FlatCell])]) -> [Block] {
        guard let first = stretch.firstIndex(where: { $0.cells.contains(where: \.isKnown) }),
            let last = stretch.lastIndex(where: { $0.cells.contains { $0.isKnown || $0.kind == .figure } })
        else { return stretch.map(\.block) }
        let cells = words.joined(stretch[first...last].flatMap(\.cells))
        guard cells.count(where: \.isKnown) >= Self.leastKnown, cells.contains(where: { $0.kind == .figure }) else {
            return stretch.map(\.block)
        }
        var sequence = FlatSequence()
        sequence.add(cells)
        return stretch[..<first].map(\.block) + [.table(sequence.table)] + stretch[(last + 1)...].map(\.block)
    }

    /// nil for the heading of a section, and for a sentence.
    private mutating func cells(of block: Block) -> [FlatCell]? {
        guard let text = block.text?.text else { return block.table?.cells.flatMap { words.cells(of: $0.text) } }
        return words.isHeading(text) ? nil : words.isSentence(text) ? nil : words.cells(of: text)
    }
}
