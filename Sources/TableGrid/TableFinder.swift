internal import DocumentModel

/// Makes pieces of tables out of groups of lines; every glyph goes to one piece at most.
struct PieceFinder {
    private(set) var pieces: [TablePiece] = []
    private let page: Int
    private let frame: PageFrame
    private let pageArea: Double
    private let glyphs: GlyphIndex
    private let options: TableOptions
    private var taken = Set<Int>()
    /// Curves and slanted lines on the page.
    private let drawings: [Box]
    /// Coloured backgrounds.
    private let fills: [Box]

    init(_ page: Page, options: TableOptions) {
        self.page = page.number
        frame = page.frame
        pageArea = page.box.area
        drawings = page.otherPaths
        fills = page.boxes.lazy.filter { $0.color.luminance <= options.faintest && !isDot($0.box) }.map(\.box)
        self.options = options
        glyphs = GlyphIndex(visibleGlyphs(of: page, options: options))
    }

    init(tablesOn page: Page, options: TableOptions) {
        self.init(page, options: options)
        findAll(on: page)
    }

    /// Finds what there is, the surest first.
    private mutating func findAll(on page: Page) {
        let rulings = visibleRulings(of: page, options: options)
        let lines = mergedLines(rulings, axis: .horizontal, options: options)
        if options.mode != .inferred {
            find(PageLayout.groups(of: rulings, options: options))
            // Rules first; edges of boxes only where no rules have made a table.
            let unruled = page.boxes.filter { box in
                !isDot(box.box) && !pieces.contains { $0.standsAlone && $0.box.contains(box.box.center) }
            }
            let filled = unruled.count < 4 ? [] : PageLayout.groups(of: boxEdges(unruled), options: options)
            find(filled, filling: .table)
            if options.mode != .ruled { infer(lines: lines) }
            // Single rows last: they are shaded rows of a table without rules more often than the end of one with cells.
            find(filled, filling: .row)
        } else {
            infer(lines: lines)
        }
    }

    /// Reads `area` as one table with the given borders between its columns.
    mutating func read(_ area: Box, columns: [Double]) {
        let rows = textRows(looseGlyphs).compactMap { $0.part(in: area) }
        guard let grid = InferredGrid(rows, in: area, borders: columns) else { return }
        add(grid, isCertain: true)
    }

    /// What is asked of lines that are edges of backgrounds, which decorate more than tables.
    enum Filling {
        /// At least two rows and two columns, text in most cells.
        case table
        /// Less, as the end or the start of a table on a neighbouring page.
        case row
    }

    /// - Parameter filling: nil for drawn lines.
    mutating func find(_ groups: [LineGroup], filling: Filling? = nil) {
        // Inner tables first: a glyph belongs to the smallest grid around it.
        for group in groups.sorted(by: { ($0.box.area, $0.box.y0, $0.box.x0) < ($1.box.area, $1.box.y0, $1.box.x0) }) {
            let inside = glyphs.indexes(in: group.box.expanded(by: options.joinGap)).filter { !taken.contains($0) }
            guard !inside.isEmpty, let lattice = Lattice(group, glyphs: inside.map { glyphs[$0] }, options: options)
            else { continue }
            let own = inside.filter { lattice.box.contains(glyphs[$0].box.center) }
            let areas = cellCover(of: lattice)
            if areas.count == 1 && isFrame(lattice.box) { continue }
            let texts = cellTexts(areas, lattice: lattice, glyphs: own.map { glyphs[$0] })
            let isTable =
                filling == nil ? areas.count >= 2 : lattice.rows >= 2 && lattice.columns >= 2 && areas.count >= 4
            var piece = TablePiece(
                page: page, lattice: lattice, areas: areas, texts: texts, standsAlone: isTable, isRuled: true,
                frame: frame)
            // One text in a few squares is a box with a shadow.
            if areas.count <= 4 && piece.filledCells < 2 { piece.standsAlone = false }
            guard !piece.isBlank, !piece.isChart(drawings: drawings),
                filling == nil || piece.isMostlyFilled && isTable == (filling == .table)
            else { continue }
            if filling == nil && options.mode == .auto { piece.refine(glyphs: own.map { glyphs[$0] }) }
            guard piece.isRuled || !piece.isChart(drawings: drawings) else { continue }
            taken.formUnion(own)
            pieces.append(piece)
        }
    }

    /// A single cell around tables, or around most of the page.
    private func isFrame(_ box: Box) -> Bool {
        pieces.contains { box.contains($0.box.center) } || 2 * box.area > pageArea
    }

    /// Finds tables without full rules in what is left: first between horizontal lines, then by alignment alone.
    mutating func infer(lines: [Line]) {
        let free = lines.filter { line in
            let middle = Point(x: (line.span.lowerBound + line.span.upperBound) / 2, y: line.position)
            return !pieces.contains { $0.standsAlone && $0.box.expanded(by: 1).contains(middle) }
        }
        let rows = textRows(looseGlyphs)
        let count = pieces.count
        // The largest first: shorter lines within it are rules over some of its columns.
        for region in OpenRegion.betweenLines(free, rows: rows).sorted(by: { $0.box.area > $1.box.area })
        where !pieces[count...].contains(where: { $0.box.contains(region.box.center) }) {
            add(region, isRuled: true)
        }
        let rest = pieces.count == count ? rows : textRows(looseGlyphs)
        for region in textColumns(rest).flatMap(OpenRegion.aligned) { add(region, isRuled: false) }
    }

    private mutating func add(_ region: OpenRegion, isRuled: Bool) {
        guard
            let grid = InferredGrid(
                region.rows, in: region.box, horizontal: region.horizontal, vertical: region.vertical),
            grid.isTable(isRuled: isRuled)
        else { return }
        add(grid, region: region)
    }

    /// - Parameter isCertain: the caller knows that it is a table.
    private mutating func add(_ grid: InferredGrid, region: OpenRegion? = nil, isCertain: Bool = false) {
        let own = glyphs.indexes(in: grid.lattice.box).filter { !taken.contains($0) }
        let text = own.map { glyphs[$0] }
        var piece = TablePiece(
            page: page, lattice: grid.lattice, areas: grid.areas,
            texts: cellTexts(grid.areas, lattice: grid.lattice, glyphs: text), standsAlone: true, isRuled: false,
            frame: frame)
        guard isCertain || !piece.isChart(drawings: drawings) && !holdsBars(piece.box) else { return }
        if let region, let figureColumns = grid.figureColumns, options.joinsPages {
            piece.openText = OpenText(region: region, glyphs: text, figureColumns: figureColumns)
        }
        taken.formUnion(own)
        pieces.append(piece)
    }

    /// Filled boxes with text in them whose sides stand in no columns: the bars of a chart.
    private func holdsBars(_ area: Box) -> Bool {
        let boxes = fills.filter { fill in
            area.contains(fill.center) && fill.width < 0.9 * area.width && fill.height < 0.5 * area.height
        }
        let bars = Bar.bars(boxes)
        // One or two shaded rows are a header.
        guard boxes.count >= 4, Set(bars.map { ($0.box.y0 / 3).rounded() }).count >= 3 else { return false }
        let aligned = bars.count { bar in
            // Only its neighbours from left to right can begin where it begins.
            bars[bars.partitionPoint { $0.box.x0 <= bar.box.x0 - 3 }...].prefix { $0.box.x0 < bar.box.x0 + 3 }
                .contains { bar.isAligned(with: $0) }
        }
        return 2 * aligned < bars.count
    }

    /// The glyphs outside all pieces, in drawing order.
    var looseGlyphs: [Glyph] { glyphs.all.indices.filter { !taken.contains($0) }.map { glyphs[$0] } }
}
