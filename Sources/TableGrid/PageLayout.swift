public import DocumentModel

/// What one page holds once its lines and glyphs have been put together: pieces of tables, and lines of text outside them.
///
/// Much smaller than the ``Page`` it is made from, which is not needed any more: reading a long document page by page keeps
/// memory flat.
public struct PageLayout: Hashable, Sendable {
    public let number: Int
    package let width: Double
    package let height: Double
    /// From top to bottom.
    package let pieces: [TablePiece]
    /// In reading order.
    package let lines: [TextLine]

    /// Finds the tables of one page: lines → merged lines → groups → grids → cells → text.
    public init(_ page: Page, options: TableOptions = .standard) {
        var finder = PieceFinder(page, options: options)
        let rulings = visibleRulings(of: page, options: options)
        finder.find(PageLayout.groups(of: rulings, options: options))
        // Rules first; edges of boxes only where no rules have made a table.
        let unruled = page.boxes.filter { box in
            !isDot(box.box) && !finder.pieces.contains { $0.standsAlone && $0.box.contains(box.box.center) }
        }
        if unruled.count >= 4 {
            finder.find(PageLayout.groups(of: boxEdges(unruled), options: options), isFilled: true)
        }
        finder.infer(lines: mergedLines(rulings, axis: .horizontal, options: options))
        number = page.number
        width = page.width
        height = page.height
        pieces = finder.pieces.sorted { ($0.box.y0, $0.box.x0) < ($1.box.y0, $1.box.x0) }
        lines = textLines(finder.looseGlyphs)
    }

    /// The groups of crossing lines among `rulings`.
    package static func groups(of rulings: [Ruling], options: TableOptions) -> [LineGroup] {
        lineGroups(
            horizontal: mergedLines(rulings, axis: .horizontal, options: options),
            vertical: mergedLines(rulings, axis: .vertical, options: options),
            options: options)
    }
}

/// Makes pieces of tables out of groups of lines; every glyph goes to one piece at most.
private struct PieceFinder {
    private(set) var pieces: [TablePiece] = []
    private let page: Int
    private let glyphs: GlyphIndex
    private let options: TableOptions
    private var taken = Set<Int>()
    /// Curves and slanted lines on the page.
    private let drawings: [Box]

    init(_ page: Page, options: TableOptions) {
        self.page = page.number
        drawings = page.otherPaths
        self.options = options
        glyphs = GlyphIndex(readableGlyphs(page.glyphs))
    }

    /// - Parameter isFilled: the lines are edges of backgrounds, which decorate more than tables: at least two rows and two
    ///   columns are asked for, and text in most cells.
    mutating func find(_ groups: [LineGroup], isFilled: Bool = false) {
        // Inner tables first: a glyph belongs to the smallest grid around it.
        for group in groups.sorted(by: { ($0.box.area, $0.box.y0, $0.box.x0) < ($1.box.area, $1.box.y0, $1.box.x0) }) {
            let inside = glyphs.indexes(in: group.box.expanded(by: options.joinGap)).filter { !taken.contains($0) }
            guard !inside.isEmpty, let lattice = Lattice(group, glyphs: inside.map { glyphs[$0] }, options: options)
            else { continue }
            let own = inside.filter { lattice.box.contains(glyphs[$0].box.center) }
            let areas = cellCover(of: lattice)
            let texts = cellTexts(areas, lattice: lattice, glyphs: own.map { glyphs[$0] })
            var piece = TablePiece(
                page: page, lattice: lattice, areas: areas, texts: texts,
                standsAlone: areas.count >= (isFilled ? 4 : 2)
                    && (!isFilled || lattice.rows >= 2 && lattice.columns >= 2),
                isRuled: true)
            guard !piece.isBlank, !piece.isChart(drawings: drawings), !isFilled || piece.isMostlyFilled else {
                continue
            }
            if !isFilled { piece.refine(glyphs: own.map { glyphs[$0] }) }
            guard piece.isRuled || !piece.isChart(drawings: drawings) else { continue }
            taken.formUnion(own)
            pieces.append(piece)
        }
    }

    /// Finds tables without full rules in what is left: first between horizontal lines, then by alignment alone.
    mutating func infer(lines: [Line]) {
        let free = lines.filter { line in
            let middle = Point(x: (line.span.lowerBound + line.span.upperBound) / 2, y: line.position)
            return !pieces.contains { $0.standsAlone && $0.box.expanded(by: 1).contains(middle) }
        }
        for region in OpenRegion.betweenLines(free, rows: textRows(looseGlyphs)) { add(region, isRuled: true) }
        for region in OpenRegion.aligned(textRows(looseGlyphs)) { add(region, isRuled: false) }
    }

    private mutating func add(_ region: OpenRegion, isRuled: Bool) {
        guard
            let grid = InferredGrid(
                region.rows, in: region.box, horizontal: region.horizontal, vertical: region.vertical),
            grid.isTable(isRuled: isRuled)
        else { return }
        let own = glyphs.indexes(in: grid.lattice.box).filter { !taken.contains($0) }
        let piece = TablePiece(
            page: page, lattice: grid.lattice, areas: grid.areas,
            texts: cellTexts(grid.areas, lattice: grid.lattice, glyphs: own.map { glyphs[$0] }), standsAlone: true,
            isRuled: false)
        guard !piece.isChart(drawings: drawings) else { return }
        taken.formUnion(own)
        pieces.append(piece)
    }

    /// The glyphs outside all pieces, in drawing order.
    var looseGlyphs: [Glyph] { glyphs.all.indices.filter { !taken.contains($0) }.map { glyphs[$0] } }
}

extension TablePiece {
    /// The grid of a chart: most squares are empty, and the text runs over the lines or curves run over the squares. A grid that
    /// is inferred has to be cleaner: without any of that.
    fileprivate func isChart(drawings: [Box]) -> Bool {
        let filled = texts.filter { !$0.text.isEmpty }
        guard !isRuled || areas.count > 2 * filled.count || filled.count < 2 else { return false }
        let curves = drawings.count { drawing in
            guard let inside = drawing.intersection(box) else { return false }
            return 8 * max(inside.width, inside.height) > max(box.width, box.height)
        }
        return filled.count { $0.doubt == .overrun } > 1 || curves > 0
    }

    /// Several cells, half of them with text.
    fileprivate var isMostlyFilled: Bool {
        areas.count >= 2 && 2 * texts.count { !$0.text.isEmpty } >= areas.count
    }
}

/// Glyphs sorted by the height of their middle, for asking which lie in a box.
private struct GlyphIndex {
    let all: [Glyph]
    /// Indexes into `all` by rising middle, and those middles.
    private let order: [Int]
    private let middles: [Double]

    init(_ glyphs: [Glyph]) {
        all = glyphs
        order = glyphs.indices.sorted { (glyphs[$0].box.center.y, $0) < (glyphs[$1].box.center.y, $1) }
        middles = order.map { glyphs[$0].box.center.y }
    }

    subscript(index: Int) -> Glyph { all[index] }

    /// In the order of `all`.
    func indexes(in box: Box) -> [Int] {
        let first = middles.partitionPoint { $0 < box.y0 }
        let end = middles.partitionPoint { $0 <= box.y1 }
        return order[first..<end].filter { box.contains(all[$0].box.center) }.sorted()
    }
}

extension LineGroup {
    /// Around all of its lines.
    package var box: Box {
        let horizontalSpan = horizontal.map(\.span)
        let verticalSpan = vertical.map(\.span)
        let xs = horizontalSpan.map(\.lowerBound) + horizontalSpan.map(\.upperBound) + vertical.map(\.position)
        let ys = verticalSpan.map(\.lowerBound) + verticalSpan.map(\.upperBound) + horizontal.map(\.position)
        return Box(x0: xs.min() ?? 0, y0: ys.min() ?? 0, x1: xs.max() ?? 0, y1: ys.max() ?? 0)
    }
}

extension Box {
    fileprivate var area: Double { width * height }
}
