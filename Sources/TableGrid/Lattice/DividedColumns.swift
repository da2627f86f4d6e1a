internal import DocumentModel

/// Cells whose texts stand in columns that no rule parts: a frame with rules between the rows alone, colour bands over several columns.
///
/// A column of the grid is divided where the texts of most of its rows leave the same gaps, and most of them behind the first are
/// figures, or no row has a text across a gap.
extension TablePiece {
    /// - Parameter text: all of it that stands in the grid.
    mutating func divideColumns(_ rows: [TextRow], text: TextPart, options: TableOptions) {
        let cuts = (0..<lattice.columns).map { self.cuts(ofColumn: $0, rows: rows, options: options) }
        guard cuts.contains(where: { !$0.isEmpty }) else { return }
        var starts = [0]
        for column in cuts { starts.append(starts[starts.count - 1] + column.count + 1) }
        let old = lattice
        let xs = zip(lattice.xs, cuts + [[]]).flatMap { border, inner in [border] + inner }
        lattice = lattice.with(xs: xs, columnsFrom: starts)
        areas = areas.flatMap { area -> [GridArea] in
            let columns = starts[area.columns.lowerBound]..<starts[area.columns.upperBound]
            let inside = rows.compactMap { $0.part(in: old.box(of: area)) }
            let isAcross = inside.contains { row in
                row.segments.contains { segment in
                    columns.dropFirst().contains {
                        segment.box.x0 < xs[$0] - options.refinement.columnOverlap
                            && segment.box.x1 > xs[$0] + options.refinement.columnOverlap
                    }
                }
            }
            guard area.columns.count == 1, !isAcross else { return [GridArea(rows: area.rows, columns: columns)] }
            return columns.map { GridArea(rows: area.rows, columns: $0..<($0 + 1)) }
        }.sorted { ($0.rows.lowerBound, $0.columns.lowerBound) < ($1.rows.lowerBound, $1.columns.lowerBound) }
        texts = cellTexts(areas, lattice: lattice, text: text, options: options)
    }

    /// x of the gaps within a column of the grid; none where its texts do not stand in columns.
    private func cuts(ofColumn column: Int, rows: [TextRow], options: TableOptions) -> [Double] {
        let own = areas.filter { $0.columns == column..<(column + 1) }
        let inside = own.flatMap { area in rows.compactMap { $0.part(in: lattice.box(of: area)) } }
        let several = inside.filter { $0.segments.count > 1 }
        guard own.count >= options.refinement.fewestRows, several.count >= options.refinement.fewestRows,
            several.count.isAtLeast(options.refinement.severalTexts, of: inside.count)
        else { return [] }
        let extents = columnExtents(of: inside, borders: [], options: options.columnGaps)
        guard extents.count >= 2 else { return [] }
        let cuts = zip(extents, extents.dropFirst()).map { ($0.upperBound + $1.lowerBound) / 2 }
        let areClear = several.allSatisfy { row in
            row.segments.allSatisfy { segment in !cuts.contains { segment.box.x0 < $0 && segment.box.x1 > $0 } }
        }
        let rest = several.flatMap { $0.segments.dropFirst() }
        guard areClear, rest.count(where: \.isNumeric).isAtLeast(options.refinement.splitFigures, of: rest.count)
        else { return [] }
        return cuts
    }
}

extension Lattice {
    /// With more borders between columns, none of them drawn; `starts` tells where each column begins among the new ones.
    func with(xs: [Double], columnsFrom starts: [Int]) -> Lattice {
        var copy = self
        copy.xs = xs
        func spread(_ edges: [Bool]) -> [Bool] {
            edges.indices.flatMap { [Bool](repeating: edges[$0], count: starts[$0 + 1] - starts[$0]) }
        }
        copy.horizontalEdges = horizontalEdges.map(spread)
        (copy.isTopDrawn, copy.isBottomDrawn) = (spread(isTopDrawn), spread(isBottomDrawn))
        copy.verticalEdges = [[Bool]](repeating: [Bool](repeating: true, count: rows), count: xs.count)
        for (column, start) in starts.enumerated() { copy.verticalEdges[start] = verticalEdges[column] }
        return copy
    }
}
