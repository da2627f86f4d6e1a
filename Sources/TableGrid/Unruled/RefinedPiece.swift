internal import DocumentModel

/// Tables whose rules tell only a part of the grid: a header with all its borders over rows without any, a frame round rows of
/// figures. Where the text of the cells itself stands in rows and columns, they are cut along it.
extension TablePiece {
    /// - Parameter text: all of it that stands in the grid.
    mutating func refine(along text: TextPart, options: TableOptions) {
        let rows = text.rows
        splitMergedRows(rows, text: text, options: options)
        inferRows(rows, text: text, options: options)
        guard isRuled else { return }
        divideColumns(rows, text: text, options: options)
        divideRows(text: text, options: options)
    }

    // MARK: Borders that only the header has

    /// Cells over several of the grid's columns that hold a figure in each: cut along those columns.
    private mutating func splitMergedRows(_ rows: [TextRow], text: TextPart, options: TableOptions) {
        let splits = areas.indices.compactMap { index in
            split(areas[index], rows: rows, options: options.refinement).map { (index: index, areas: $0) }
        }
        // One such row may be a sentence with wide gaps; several alike are rows of a table.
        guard splits.count >= options.refinement.fewestSplits else { return }
        var cut = areas
        for split in splits.reversed() { cut.replaceSubrange(split.index...split.index, with: split.areas) }
        areas = cut.sorted { ($0.rows.lowerBound, $0.columns.lowerBound) < ($1.rows.lowerBound, $1.columns.lowerBound) }
        texts = cellTexts(areas, lattice: lattice, text: text, options: options)
    }

    private func split(_ area: GridArea, rows: [TextRow], options: RefinementOptions) -> [GridArea]? {
        guard area.columns.count >= 2 else { return nil }
        let parts = rows.compactMap { $0.part(in: lattice.box(of: area)) }
        guard parts.count == 1, let segments = parts.first?.segments, segments.count >= 2,
            segments.dropFirst().count(where: \.isNumeric).isMoreThan(options.splitFigures, of: segments.count - 1)
        else { return nil }
        var result: [GridArea] = []
        var next = area.columns.lowerBound
        for segment in segments {
            let columns = area.columns.filter {
                segment.box.x1 > lattice.xs[$0] + options.columnOverlap
                    && segment.box.x0 < lattice.xs[$0 + 1] - options.columnOverlap
            }
            guard let first = columns.first, let last = columns.last, first >= next else { return nil }
            result += (next..<first).map { GridArea(rows: area.rows, columns: $0..<($0 + 1)) }
            result.append(GridArea(rows: area.rows, columns: first..<(last + 1)))
            next = last + 1
        }
        result += (next..<area.columns.upperBound).map { GridArea(rows: area.rows, columns: $0..<($0 + 1)) }
        return result
    }

    // MARK: Frames round rows

    /// Rows that hold whole columns of figures under one another: the grid is read off the text, with the rules that there are.
    private mutating func inferRows(_ rows: [TextRow], text: TextPart, options: TableOptions) {
        guard areas.contains(where: { isOpen($0, rows: rows, options: options) }) else { return }
        let inner = 1..<max(lattice.rows, 1)
        let horizontal = inner.filter { border in
            lattice.horizontalEdges[border].count(where: \.self).isAtLeast(
                options.refinement.rowRule, of: lattice.columns)
        }.map { lattice.ys[$0] }
        let vertical = (1..<max(lattice.columns, 1)).filter { border in
            lattice.verticalEdges[border].count(where: \.self).isAtLeast(
                options.refinement.columnRule, of: lattice.rows)
        }.map { lattice.xs[$0] }
        guard let grid = InferredGrid(rows, in: box, horizontal: horizontal, vertical: vertical, options: options),
            grid.isTable(isRuled: true, options: options.likeness)
        else { return }
        lattice = grid.lattice
        areas = grid.areas
        texts = cellTexts(areas, lattice: lattice, text: text, keepsWords: true, options: options)
        isRuled = false
        standsAlone = true
    }

    /// At least three lines of figures under one another, level with lines of a neighbouring cell or of another column in it.
    private func isOpen(_ area: GridArea, rows: [TextRow], options: TableOptions) -> Bool {
        let fewest = options.refinement.fewestRows
        let own = rows.compactMap { $0.part(in: lattice.box(of: area)) }
        let figures = own.filter { $0.segments.contains(where: \.isNumeric) }
        guard figures.count >= fewest, figures.count.isAtLeast(options.refinement.figureLines, of: own.count) else {
            return false
        }
        if figures.count(where: { $0.segments.count >= 2 }) >= fewest { return true }
        // Figures under one another have a label each, level with them. A number broken over lines has one label in all.
        let labelled = figures.count { figure in
            rows.contains { row in
                abs(row.baseline - figure.baseline) < options.typography.levelWithRow * figure.size
                    && row.segments.contains { !$0.isNumeric && !lattice.box(of: area).contains($0.box.center) }
            }
        }
        return labelled >= fewest && labelled.isAtLeast(options.refinement.labelledLines, of: figures.count)
    }
}
