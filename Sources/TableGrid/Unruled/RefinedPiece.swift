internal import DocumentModel

/// Tables whose rules tell only a part of the grid: a header with all its borders over rows without any, a frame round rows of
/// figures. Where the text of the cells itself stands in rows and columns, they are cut along it.
extension TablePiece {
    mutating func refine(glyphs: [Glyph]) {
        splitMergedRows(glyphs: glyphs)
        inferRows(glyphs: glyphs)
    }

    // MARK: Borders that only the header has

    /// Cells over several of the grid's columns that hold a figure in each: cut along those columns.
    private mutating func splitMergedRows(glyphs: [Glyph]) {
        let rows = textRows(glyphs)
        let splits = areas.indices.compactMap { index in
            split(areas[index], rows: rows).map { (index: index, areas: $0) }
        }
        // One such row may be a sentence with wide gaps; several alike are rows of a table.
        guard splits.count >= 2 else { return }
        var cut = areas
        for split in splits.reversed() { cut.replaceSubrange(split.index...split.index, with: split.areas) }
        areas = cut.sorted { ($0.rows.lowerBound, $0.columns.lowerBound) < ($1.rows.lowerBound, $1.columns.lowerBound) }
        texts = cellTexts(areas, lattice: lattice, glyphs: glyphs)
    }

    private func split(_ area: GridArea, rows: [TextRow]) -> [GridArea]? {
        guard area.columns.count >= 2 else { return nil }
        let parts = rows.compactMap { $0.part(in: lattice.box(of: area)) }
        guard parts.count == 1, let segments = parts.first?.segments, segments.count >= 2,
            segments.dropFirst().count(where: \.isNumeric) * 2 > segments.count - 1
        else { return nil }
        var result: [GridArea] = []
        var next = area.columns.lowerBound
        for segment in segments {
            let columns = area.columns.filter {
                segment.box.x1 > lattice.xs[$0] + 1 && segment.box.x0 < lattice.xs[$0 + 1] - 1
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
    private mutating func inferRows(glyphs: [Glyph]) {
        let rows = textRows(glyphs)
        let open = areas.filter { isOpen($0, rows: rows) }
        guard !open.isEmpty else { return }
        let inner = 1..<max(lattice.rows, 1)
        let horizontal = inner.filter { border in
            10 * lattice.horizontalEdges[border].count(where: \.self) >= 9 * lattice.columns
        }.map { lattice.ys[$0] }
        let vertical = (1..<max(lattice.columns, 1)).filter { border in
            2 * lattice.verticalEdges[border].count(where: \.self) >= lattice.rows
        }.map { lattice.xs[$0] }
        guard let grid = InferredGrid(rows, in: box, horizontal: horizontal, vertical: vertical),
            grid.isTable(isRuled: true)
        else { return }
        lattice = grid.lattice
        areas = grid.areas
        texts = cellTexts(areas, lattice: lattice, glyphs: glyphs)
        isRuled = false
        standsAlone = true
    }

    /// At least three lines of figures under one another, level with lines of a neighbouring cell or of another column in it.
    private func isOpen(_ area: GridArea, rows: [TextRow]) -> Bool {
        let own = rows.compactMap { $0.part(in: lattice.box(of: area)) }
        let figures = own.filter { $0.segments.contains(where: \.isNumeric) }
        guard figures.count >= 3, 2 * figures.count >= own.count else { return false }
        if figures.count(where: { $0.segments.count >= 2 }) >= 3 { return true }
        // Figures under one another have a label each, level with them. A number broken over lines has one label in all.
        let labelled = figures.count { figure in
            rows.contains { row in
                abs(row.baseline - figure.baseline) < 0.3 * figure.size
                    && row.segments.contains { !$0.isNumeric && !lattice.box(of: area).contains($0.box.center) }
            }
        }
        return labelled >= 3 && 4 * labelled >= 3 * figures.count
    }
}
