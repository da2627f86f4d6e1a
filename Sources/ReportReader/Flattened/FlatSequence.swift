internal import DocumentModel

/// Cells in the order of a flattened table, put into rows: titles, headings of columns, and labels with the figures behind them.
struct FlatSequence {
    private var rows: [[String]] = []
    /// Rows whose figures are cut out of digits that run together.
    private var cut: Set<Int> = []
    private var texts: [FlatCell] = []
    private var figures: [FlatCell] = []
    /// A row's label was left without figures: those behind the next label may be its own.
    private var isDisplaced = false

    mutating func add(_ cells: [FlatCell]) {
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
    }

    var table: Table {
        let filled = rows.indices.filter { row in rows[row].contains { !$0.isEmpty } }
        var table = Table(lostGrid: filled.map { rows[$0] })
        for index in table.cells.indices {
            if isDisplaced {
                table.cells[index].doubt = .displaced
            } else if cut.contains(filled[table.cells[index].row]) {
                table.cells[index].doubt = .cut
            }
        }
        return table
    }

    private mutating func close() {
        defer { (texts, figures) = ([], []) }
        guard !figures.isEmpty else {
            addTexts(texts[...])
            return
        }
        let bunch = bunch()
        let start = bunch.first.map { _ in texts.count - bunch.count } ?? labelStart
        addTexts(texts[..<start])
        if bunch.count > 1 {
            let width = figures.count / bunch.count
            for (index, label) in bunch.enumerated() {
                rows.append([label.text] + figures[(index * width)..<((index + 1) * width)].map(\.text))
            }
        } else {
            if figures.contains(where: \.isCut) { cut.insert(rows.count) }
            // The heading of a group has no figures of its own.
            if texts.last?.kind == .group { isDisplaced = true }
            rows.append((texts[start...] + figures).map(\.text))
        }
    }

    /// Labels that stand before all their figures: as many rows of figures as labels, each as long as the form says.
    private func bunch() -> [FlatCell] {
        var start = texts.count
        while start > 0, texts[start - 1].kind == .label {
            start -= 1
            let labels = texts[start...]
            let width = figures.count / labels.count
            if labels.count > 1, figures.count == width * labels.count, labels.allSatisfy({ $0.columns == [width] }) {
                return Array(labels)
            }
        }
        return []
    }

    /// Where the label of the figures begins among the texts before them: the last text, with the headings of its group before
    /// it. Figures right behind a heading of columns have no label.
    private var labelStart: Int {
        guard let last = texts.last else { return texts.endIndex }
        if last.kind == .column || last.kind == .title { return texts.endIndex }
        let before = texts.dropLast().last?.kind
        if last.kind == .labelOrColumn, before == .column || before == .labelOrColumn { return texts.endIndex }
        var start = texts.endIndex - 1
        while start > 0, texts[start - 1].kind == .group || texts[start - 1].isHeading { start -= 1 }
        return start
    }

    /// Texts without figures: each title and label a row, headings of columns that follow one another one row.
    private mutating func addTexts(_ texts: ArraySlice<FlatCell>) {
        var isHeader = false
        for text in texts {
            if text.kind == .label && !text.isHeading && !rows.isEmpty { isDisplaced = true }
            let isColumn = text.kind == .column || text.kind == .labelOrColumn || text.kind == .unknown
            if isColumn && isHeader { rows[rows.count - 1].append(text.text) } else { rows.append([text.text]) }
            isHeader = isColumn
        }
    }
}
