internal import DocumentModel

extension TableSearch {
    /// Between horizontal rules that are no table's yet; the largest first, for shorter rules within it are those over some of
    /// its columns.
    mutating func regionsBetweenRules() -> [UnruledRegion] {
        let free = trace.horizontal.filter { rule in
            let middle = Point(x: rule.span.middle, y: rule.position)
            return !pieces.contains {
                $0.standsAlone && $0.box.expanded(by: options.regions.ownRule).contains(middle)
            }
        }
        return UnruledRegion.betweenRules(free, rows: looseRows(), options: options.regions)
            .map { $0.withHeading(from: looseRows(), options: options) }
            .sorted { $0.box.area > $1.box.area }
    }

    /// Where texts stand under one another.
    mutating func alignedRegions() -> [UnruledRegion] {
        textColumns(looseRows(), options: options).flatMap { UnruledRegion.aligned($0, options: options) }
            .flatMap { $0.partsSideBySide(options: options) }.map { $0.withStripes(fills, options: options) }
    }

    mutating func take(_ regions: [UnruledRegion], by rule: TableRule) {
        let count = pieces.count
        for region in regions {
            if rule == .betweenRules, pieces[count...].contains(where: { $0.box.contains(region.box.center) }) {
                refuse(region.box, by: rule, because: .insideTable)
                continue
            }
            guard
                let grid = InferredGrid(
                    region.rows, in: region.box, horizontal: region.horizontal, vertical: region.vertical,
                    options: options)
            else {
                refuse(region.box, by: rule, because: .noColumns)
                continue
            }
            guard grid.isTable(isRuled: !region.horizontal.isEmpty, options: options.likeness) else {
                refuse(region.box, by: rule, because: .unlikeTable)
                continue
            }
            take(grid, region: region, by: rule)
        }
    }

    /// Reads the page, or the area looked at, as one table with the borders between columns that the caller gives.
    mutating func takeGivenColumns() {
        let area = options.area.map { frame.toText($0) } ?? page
        let rows = looseRows().compactMap { $0.part(in: area) }
        if let grid = InferredGrid(rows, in: area, borders: options.columns, options: options) {
            take(grid, region: nil, by: .givenColumns)
        }
        finish()
    }

    private mutating func take(_ grid: InferredGrid, region: UnruledRegion?, by rule: TableRule) {
        let own = free(in: grid.lattice.box)
        let part = text.part(own)
        var piece = TablePiece(
            page: number, lattice: grid.lattice, areas: grid.areas,
            texts: cellTexts(
                grid.areas, lattice: grid.lattice, text: part, keepsWords: rule != .givenColumns, options: options),
            standsAlone: true,
            rule: rule, frame: frame)
        if rule != .givenColumns {
            if piece.isChart(drawings: drawings, options: options.cells) {
                return refuse(piece.box, by: rule, because: .chart)
            }
            if ShadedRun.areBars(fills, in: piece.box, options: options.cells) {
                return refuse(piece.box, by: rule, because: .bars)
            }
        }
        if let region, let figureColumns = grid.figureColumns, options.joinsPages {
            piece.unruledSource = UnruledSource(region: region, glyphs: part.members, figureColumns: figureColumns)
        }
        add(piece, taking: own)
    }
}
