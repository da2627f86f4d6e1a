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
        if rule == .rules && options.mode == .auto { piece.refine(along: own, options: options) }
        if !piece.isRuled && piece.isChart(drawings: drawings, options: options.cells) {
            return refuse(piece.box, by: rule, because: .chart)
        }
        add(piece, taking: glyphs)
        if TableTrace.Grid(piece) != drawn { noteDisplaced(drawn) }
    }

    /// A single cell around tables, or around most of the page.
    private func isFrame(_ box: Box) -> Bool {
        pieces.contains { box.contains($0.box.center) } || box.area > options.cells.frameArea * page.area
    }
}
