internal import DocumentModel

extension TableSearch {
    /// Tables of rules that cross: lattice → cells → text → refinement.
    mutating func take(_ groups: [RuleGroup], by rule: TableRule) {
        // Inner tables first: a glyph belongs to the smallest grid around it.
        for group in groups.sorted(by: { ($0.box.area, $0.box.y0, $0.box.x0) < ($1.box.area, $1.box.y0, $1.box.x0) }) {
            let inside = free(in: group.box.expanded(by: options.joinGap))
            guard !inside.isEmpty else {
                refuse(group.box, by: rule, because: .noText)
                continue
            }
            guard let lattice = Lattice(group, glyphs: inside.map { text[$0] }, options: options) else {
                refuse(group.box, by: rule, because: .encloseNothing)
                continue
            }
            let own = inside.filter { lattice.box.contains(text[$0].box.center) }
            take(lattice, glyphs: own, by: rule)
        }
    }

    private mutating func take(_ lattice: Lattice, glyphs: [Int], by rule: TableRule) {
        let areas = cellCover(of: lattice)
        if areas.count == 1 && isFrame(lattice.box) { return refuse(lattice.box, by: rule, because: .frame) }
        let own = text.part(glyphs)
        let texts = cellTexts(areas, lattice: lattice, text: own, options: options)
        let isTable =
            rule == .rules ? areas.count >= 2 : lattice.rows >= 2 && lattice.columns >= 2 && areas.count >= 4
        var piece = TablePiece(
            page: number, lattice: lattice, areas: areas, texts: texts, standsAlone: isTable, rule: rule, frame: frame)
        // One text in a few squares is a box with a shadow.
        if areas.count <= options.cells.shadowCells && piece.filledCells < 2 { piece.standsAlone = false }
        if piece.isBlank { return refuse(piece.box, by: rule, because: .blank) }
        if piece.isChart(drawings: drawings, options: options.cells) {
            return refuse(piece.box, by: rule, because: .chart)
        }
        // Edges of backgrounds decorate more than tables: two rows and columns at least make one, with text in most cells. Less may
        // be the end or the start of one on a neighbouring page.
        if rule != .rules {
            if !piece.isMostlyFilled(options.cells) { return refuse(piece.box, by: rule, because: .mostlyEmpty) }
            if isTable != (rule == .boxEdges) { return refuse(piece.box, by: rule, because: .otherShape) }
        }
        let drawn = TableTrace.Grid(piece)
        if options.mode == .auto { piece.refine(along: own, options: options) }
        if !piece.isRuled && piece.isChart(drawings: drawings, options: options.cells) {
            return refuse(piece.box, by: rule, because: .chart)
        }
        if rule != .rules && isRunOver(piece) { return refuse(piece.box, by: rule, because: .prose) }
        let widened = widen(piece, by: rule)
        add(widened, taking: widened == piece ? glyphs : free(in: widened.box))
        if TableTrace.Grid(piece) != drawn { noteDisplaced(drawn) }
    }

    /// With the labels on its left and rows without a shade.
    private mutating func widen(_ piece: TablePiece, by rule: TableRule) -> TablePiece {
        guard piece.isRuled, options.mode == .auto, piece.standsAlone else { return piece }
        let rows = looseRows()
        var wide = piece
        if let labels = SideLabels(of: piece, rows: rows, options: options) { wide.addFirstColumn(from: labels.left) }
        if rule == .boxEdges {
            for side in [OpenRow.Side.above, .below] {
                guard let row = OpenRow(side, of: wide, rows: rows, options: options) else { continue }
                wide.addRow(height: row.height, isAbove: side == .above)
            }
        }
        guard wide != piece else { return piece }
        wide.texts = cellTexts(
            wide.areas, lattice: wide.lattice, text: text.part(free(in: wide.box)), keepsWords: rule == .boxEdges,
            options: options)
        return wide
    }

    /// Coloured words in running text: in most rows a text runs on over the side of the grid.
    private mutating func isRunOver(_ piece: TablePiece) -> Bool {
        let (box, rows) = (piece.box, looseRows())
        let inside = rows.filter { row in
            row.baseline > box.y0 && row.baseline < box.y1
                && row.segments.contains { $0.box.x1 > box.x0 && $0.box.x0 < box.x1 }
        }
        let over = inside.count { row in
            row.segments.contains { segment in
                [box.x0, box.x1].contains { segment.box.x0 < $0 - segment.size && segment.box.x1 > $0 + segment.size }
            }
        }
        return over.isAtLeast(options.cells.runOver, of: inside.count)
    }

    /// A single cell around tables, or around most of the page.
    private func isFrame(_ box: Box) -> Bool {
        pieces.contains { box.contains($0.box.center) } || box.area > options.cells.frameArea * page.area
    }
}
