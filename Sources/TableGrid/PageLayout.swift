public import DocumentModel

/// What one page holds once its lines and glyphs have been put together: pieces of tables, and lines of text outside them.
///
/// Much smaller than the ``Page`` it is made from, which is not needed any more: reading a long document page by page keeps
/// memory flat.
public struct PageLayout: Hashable, Sendable {
    public let number: Int
    /// Where it stands on the page as displayed: sizes, lines and the pieces' grids are in the frame of its text.
    package let frame: PageFrame
    package let width: Double
    package let height: Double
    /// From top to bottom.
    package internal(set) var pieces: [TablePiece]
    /// In reading order.
    package let lines: [TextLine]

    /// Finds the tables of one page: lines → merged lines → groups → grids → cells → text.
    public init(_ page: Page, options: TableOptions = .standard) {
        let direction = page.direction
        var rest = options.area.map { page.cut(to: page.frame.toText($0)) } ?? page
        var sideways: [TablePiece] = []
        if options.columns.isEmpty {
            for part in sidewaysParts(of: rest, besides: direction, options: options) {
                let found = PieceFinder(tablesOn: rest.cut(to: part.box).turned(to: part.direction), options: options)
                    .pieces.filter { $0.standsAlone && $0.filledCells >= Self.leastSideways }
                sideways += found
                for piece in found { rest.remove(rest.frame.toText(piece.pageBox)) }
            }
        }
        let page = rest.turned(to: direction)
        let frame = page.frame
        var finder: PieceFinder
        if options.columns.isEmpty {
            finder = PieceFinder(tablesOn: page, options: options)
        } else {
            finder = PieceFinder(page, options: options)
            finder.read(options.area.map { frame.toText($0) } ?? page.box, columns: options.columns)
        }
        self.frame = frame
        number = page.number
        width = page.width
        height = page.height
        pieces = (finder.pieces + sideways).map { (piece: $0, place: frame.toText($0.pageBox)) }
            .sorted { ($0.place.y0, $0.place.x0) < ($1.place.y0, $1.place.x0) }.map(\.piece)
        lines = textLines(finder.looseGlyphs)
        if let readings = rest.readings {
            for index in pieces.indices { pieces[index].attach(readings, in: rest.frame) }
        }
    }

    /// Fewer cells with text on their side are headings of narrow columns, or the names of a chart's axes.
    private static let leastSideways = 4

    /// Where a piece stands in the frame of the page's text; a table on its side has a frame of its own.
    package func place(of piece: Int) -> Box { frame.toText(pieces[piece].pageBox) }

    /// Where the lines of `page` cross, on the page as displayed: for drawing.
    package func crossings(on page: Page, options: TableOptions = .standard) -> [Point] {
        let rulings = visibleRulings(of: page.turned(to: page.direction), options: options)
        return PageLayout.groups(of: rulings, options: options).flatMap(\.crossings).map { frame.toPage($0) }
    }

    /// The groups of crossing lines among `rulings`.
    package static func groups(of rulings: [Ruling], options: TableOptions) -> [LineGroup] {
        lineGroups(
            horizontal: mergedLines(rulings, axis: .horizontal, options: options),
            vertical: mergedLines(rulings, axis: .vertical, options: options),
            options: options)
    }
}

extension Page {
    /// Takes away what lies in `area`.
    fileprivate mutating func remove(_ area: Box) {
        glyphs.removeAll { area.contains($0.box.center) }
        rulings.removeAll { area.expanded(by: 1).contains($0.box.center) }
        boxes.removeAll { area.expanded(by: 1).contains($0.box.center) }
    }

    /// The page with nothing but what lies in `area`.
    fileprivate func cut(to area: Box) -> Page {
        var page = self
        page.glyphs.removeAll { !area.contains($0.box.center) }
        page.rulings = rulings.compactMap { ruling in
            guard let inside = ruling.box.intersection(area) else { return nil }
            var ruling = ruling
            ruling.span = inside.extent(along: ruling.axis)
            return ruling
        }
        page.boxes.removeAll { $0.box.intersection(area) == nil }
        page.otherPaths.removeAll { $0.intersection(area) == nil }
        return page
    }
}
