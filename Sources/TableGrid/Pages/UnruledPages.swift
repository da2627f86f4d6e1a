internal import DocumentModel

/// What a piece of a table of figures without full rules was inferred from.
///
/// A page tells only a part of the columns: rows whose labels reach over all label columns hide the borders between them, and
/// a page in the midst of a table has no heading. Pieces on consecutive pages are therefore read again together.
struct UnruledSource: Hashable, Sendable {
    var region: UnruledRegion
    var glyphs: [Glyph]
    /// How many columns of figures the page alone shows.
    var figureColumns: Int
}

/// Reads pieces on consecutive pages as one table without full rules.
///
/// - Returns: the pieces with the columns of all; nil where they are not such a table.
func readTogether(_ pieces: [TablePiece], options: TableOptions) -> [TablePiece]? {
    let texts = pieces.compactMap(\.unruledSource)
    guard texts.count == pieces.count, let first = texts.first, texts.allSatisfy({ $0.region.vertical.isEmpty }) else {
        return nil
    }
    var sheets: [Sheet] = []
    for text in texts { sheets.append(Sheet(text.region, below: sheets.last)) }
    guard let box = sheets.map(\.region.box).union(),
        let grid = InferredGrid(
            sheets.flatMap(\.region.rows), in: box, horizontal: sheets.flatMap(\.region.horizontal), vertical: [],
            seams: sheets.dropFirst().map(\.seam), options: options),
        grid.figureColumns == first.figureColumns, texts.allSatisfy({ $0.figureColumns == first.figureColumns })
    else { return nil }
    var row = 0
    return zip(pieces, zip(texts, sheets)).map { piece, page in
        let (text, sheet) = page
        let first = row
        while row < grid.rows.count, let place = grid.rows[row].first?.baseline, place < sheet.region.box.y1 {
            row += 1
        }
        let rows = first..<row
        var ys = Array(grid.lattice.ys[rows.lowerBound...rows.upperBound])
        ys[0] = sheet.region.box.y0
        ys[rows.count] = sheet.region.box.y1
        var piece = piece
        piece.lattice = Lattice(xs: grid.lattice.xs, ys: ys.map { $0 - sheet.shift })
        piece.areas = grid.areas.filter { rows.contains($0.rows.lowerBound) }.map { area in
            GridArea(rows: (area.rows.lowerBound - first)..<(area.rows.upperBound - first), columns: area.columns)
        }
        piece.texts = cellTexts(piece.areas, lattice: piece.lattice, glyphs: text.glyphs, options: options)
        return piece
    }
}

/// A region moved down to lie under that of the page before.
private struct Sheet {
    var region: UnruledRegion
    let shift: Double
    /// y between it and the one above.
    var seam: Double { region.box.y0 - Self.gap / 2 }

    /// Further than any two lines that have to do with each other, in points.
    private static let gap = 1000.0

    init(_ region: UnruledRegion, below last: Sheet?) {
        let shift = last.map { $0.region.box.y1 + Self.gap - region.box.y0 } ?? 0
        self.shift = shift
        self.region = region.moved(down: shift)
    }
}

extension UnruledRegion {
    fileprivate func moved(down shift: Double) -> UnruledRegion {
        var copy = self
        copy.box = box.moved(down: shift)
        copy.rows = rows.map { row in
            var row = row
            row.baseline += shift
            for index in row.segments.indices {
                row.segments[index].box = row.segments[index].box.moved(down: shift)
                row.segments[index].words = row.segments[index].words.map { $0.moved(down: shift) }
            }
            return row
        }
        copy.horizontal = horizontal.map { $0 + shift }
        return copy
    }
}

extension Box {
    fileprivate func moved(down shift: Double) -> Box { Box(x0: x0, y0: y0 + shift, x1: x1, y1: y1 + shift) }
}
