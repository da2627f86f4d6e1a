internal import DocumentModel

/// Tables that were flattened to one cell a line: their rows are found again by what a form prints beside and above figures.
///
/// What a line is follows from its words and its neighbours; columns stay lost. Only text without pages is looked at: on a page
/// the cells' places say more.
struct FlatRows {
    private var matcher: LabelMatcher
    private let titles: [Int]
    private let columns: [Int]
    private let labels: [Int]
    private let sections: [Int]
    private let units: Set<String>

    /// Less alike than this, a line is not the form's.
    private static let least = 0.75
    /// From here on a line is as good as the form's own words.
    private static let same = 0.95
    /// Longer lines are prose.
    private static let longest = 60
    /// Fewer lines of a form are a mention, no table.
    private static let leastKnown = 3

    /// `document` with flattened tables put together.
    static func blocks(of document: [Block], index: FormIndex) -> [Block] {
        guard document.contains(where: isCandidate) else { return document }
        var rows = FlatRows(index)
        return rows.blocks(of: document)
    }

    private init(_ index: FormIndex) {
        matcher = LabelMatcher(index)
        units = index.units
        let tables = index.forms.flatMap(\.tables)
        func wordings(_ isWanted: (FormItem) -> Bool) -> [Int] {
            Array(Set(tables.flatMap(\.items).filter(isWanted).flatMap { $0.wordings + $0.outer }))
        }
        titles = wordings { if case .title = $0.kind { true } else { false } }
        labels = wordings { if case .line = $0.kind { true } else if case .heading = $0.kind { true } else { false } }
            .filter { [titles] in !titles.contains($0) }
        columns = Array(
            Set(tables.flatMap(\.blocks).flatMap { $0.wordings.flatMap(\.self) + $0.corner + $0.groups }))
        sections = Array(Set(index.forms.flatMap(\.sections).flatMap(\.wordings)))
    }

    /// A line without a page, or a table of single cells.
    private static func isCandidate(_ block: Block) -> Bool {
        if let table = block.table { return table.grid == .lost && table.columns == 1 }
        return block.text.map { $0.page == nil && $0.text.count <= longest } ?? false
    }

    private mutating func blocks(of document: [Block]) -> [Block] {
        var result: [Block] = []
        var stretch: [(block: Block, cells: [FlatCell])] = []
        func finish(_ stretch: [(block: Block, cells: [FlatCell])]) -> [Block] {
            // Lines before the first of the form and behind the last figure are no part of the table.
            guard let first = stretch.firstIndex(where: { $0.cells.contains(where: \.isKnown) }),
                let last = stretch.lastIndex(where: { $0.cells.contains { $0.isKnown || $0.isFigure } }),
                stretch[first...last].flatMap(\.cells).count(where: \.isKnown) >= Self.leastKnown,
                stretch[first...last].contains(where: { $0.cells.contains(where: \.isFigure) })
            else { return stretch.map(\.block) }
            let rows = Self.rows(of: stretch[first...last].flatMap(\.cells))
            return stretch[..<first].map(\.block) + [.table(Table(lostGrid: rows))]
                + stretch[(last + 1)...].map(\.block)
        }
        for block in document {
            let cells = Self.isCandidate(block) ? cells(of: block) : nil
            if let cells {
                stretch.append((block, cells))
            } else {
                result += finish(stretch)
                stretch = []
                result.append(block)
            }
        }
        return result + finish(stretch)
    }

    // MARK: Cells

    /// nil for the heading of a section, and for a sentence.
    private mutating func cells(of block: Block) -> [FlatCell]? {
        guard let text = block.text?.text else { return block.table?.cells.flatMap { cells(of: $0.text) } }
        if FigureText(text, units: units).isNumber || FigureText(text) == .none { return cells(of: text) }
        let number = matcher.number(text)
        let label = matcher.likeness(number, to: labels + columns + titles)
        if matcher.likeness(number, to: sections) > max(label, Self.least) { return nil }
        if label < Self.least && text.contains(where: { "。；：，".contains($0) }) && glued(text) == nil { return nil }
        return cells(of: text)
    }

    private mutating func cells(of text: String) -> [FlatCell] {
        switch FigureText(text, units: units) {
        case .empty: return [FlatCell(text: "", kind: .blank)]
        case .none, .number: return [FlatCell(text: text, kind: .figure)]
        case .unclear: break
        }
        if let (label, figures) = glued(text) {
            return cells(of: label) + figures.map { FlatCell(text: $0, kind: .figure) }
        }
        if let names = gluedNames(text) { return names.flatMap { cells(of: $0) } }
        let number = matcher.number(text)
        let likeness: [(FlatCell.Kind, Double)] = [
            (.label, matcher.likeness(number, to: labels)), (.column, matcher.likeness(number, to: columns)),
            (.title, matcher.likeness(number, to: titles)),
        ]
        let best = likeness.max { $0.1 < $1.1 }
        guard let best, best.1 >= Self.least else { return [FlatCell(text: text, kind: .unknown)] }
        let isBoth = min(likeness[0].1, likeness[1].1) >= Self.same
        return [FlatCell(text: text, kind: isBoth ? .labelOrColumn : best.0)]
    }

    /// A label that runs into digits, 规章000: a digit each, the only way to cut as many digits as there are columns. Told apart
    /// when the columns are counted.
    private mutating func glued(_ text: String) -> (label: String, figures: [String])? {
        let digits = text.reversed().prefix { $0.isASCII && $0.isNumber }.count
        guard digits > 0, digits < text.count else { return nil }
        let label = String(text.dropLast(digits))
        guard matcher.likeness(matcher.number(label), to: labels) >= Self.least else { return nil }
        return (label, text.suffix(digits).map(String.init))
    }

    /// Headings of columns that run into each other: cut where all parts are headings of a form.
    private mutating func gluedNames(_ text: String) -> [String]? {
        let characters = Array(text.filter { !$0.isWhitespace })
        guard characters.count <= Self.longest else { return nil }
        // parts[i]: the cut of the first i characters into the fewest headings.
        var parts = [[String]?](repeating: nil, count: characters.count + 1)
        parts[0] = []
        for end in 1...max(1, characters.count) where end <= characters.count {
            for start in 0..<end where end - start >= 2 {
                guard let before = parts[start], before.count + 1 < parts[end]?.count ?? .max else { continue }
                let name = String(characters[start..<end])
                if matcher.likeness(matcher.number(name), to: columns) >= 1 { parts[end] = before + [name] }
            }
        }
        guard let names = parts[characters.count], names.count > 1 else { return nil }
        return names
    }

    // MARK: Rows

    /// Cells as rows: titles, headings of columns, and labels with the figures that follow.
    private static func rows(of cells: [FlatCell]) -> [[String]] {
        var rows: [[String]] = []
        var texts: [FlatCell] = []
        var figures: [FlatCell] = []
        func close() {
            guard !texts.isEmpty || !figures.isEmpty else { return }
            let label = figures.isEmpty ? texts.endIndex : labelStart(texts)
            rows += textRows(texts[..<label])
            if !figures.isEmpty { rows.append((texts[label...] + figures).map(\.text)) }
            (texts, figures) = ([], [])
        }
        for cell in cells {
            switch cell.kind {
            case .figure: figures.append(cell)
            // A blank after a text that takes no figures is what is left of merged columns.
            case .blank: if !texts.isEmpty || !figures.isEmpty { figures.append(cell) }
            default:
                if !figures.isEmpty { close() }
                texts.append(cell)
            }
        }
        close()
        return rows.filter { row in row.contains { !$0.isEmpty } }
    }

    /// Where the label of the figures that follow begins among the texts before them: the last text, with the headings of its
    /// group before it. Figures right behind a heading of columns have no label.
    private static func labelStart(_ texts: [FlatCell]) -> Int {
        guard let last = texts.last else { return texts.endIndex }
        if last.kind == .column || last.kind == .title { return texts.endIndex }
        let before = texts.dropLast().last?.kind
        if last.kind == .labelOrColumn, before == .column || before == .labelOrColumn { return texts.endIndex }
        var start = texts.endIndex - 1
        while start > 0, texts[start - 1].kind == .label { start -= 1 }
        return start
    }

    /// Texts without figures: each title and label a row, headings of columns that follow one another one row.
    private static func textRows(_ texts: ArraySlice<FlatCell>) -> [[String]] {
        var rows: [[String]] = []
        var isHeader = false
        for text in texts {
            let isColumn = text.kind != .title && text.kind != .label
            if isColumn && isHeader { rows[rows.count - 1].append(text.text) } else { rows.append([text.text]) }
            isHeader = isColumn
        }
        return rows
    }
}

/// A cell of a flattened table.
private struct FlatCell {
    var text: String
    var kind: Kind

    enum Kind {
        case title, column, label, labelOrColumn, figure, blank
        /// None of the form's words.
        case unknown
    }

    var isFigure: Bool { kind == .figure }
    var isKnown: Bool { kind != .figure && kind != .blank && kind != .unknown }
}
