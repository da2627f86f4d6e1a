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

    /// Finds the tables of one page, as ``TableFinder`` does.
    public init(_ page: Page, options: TableOptions = .standard) {
        self = TableFinder(options).layout(of: page)
    }

    /// - Parameters:
    ///   - search: the page's, but for what is set on its side.
    ///   - sideways: tables on their side.
    ///   - readings: how sure the text is, for pages read by their pictures.
    ///   - frame: that of the readings' boxes.
    init(_ search: TableSearch, sideways: [TablePiece], readings: [Reading]?, in frame: PageFrame) {
        let own = search.frame
        (self.frame, number, width, height) = (own, search.number, search.page.width, search.page.height)
        pieces = (search.pieces + sideways).map { (piece: $0, place: own.toText($0.pageBox)) }
            .sorted { ($0.place.y0, $0.place.x0) < ($1.place.y0, $1.place.x0) }.map(\.piece)
        lines = search.trace.lines
        guard let readings else { return }
        for index in pieces.indices { pieces[index].attach(readings, in: frame) }
    }

    /// Where a piece stands in the frame of the page's text; a table on its side has a frame of its own.
    package func place(of piece: Int) -> Box { frame.toText(pieces[piece].pageBox) }

    /// The groups of crossing rules among `rulings`.
    package static func groups(of rulings: [Ruling], options: TableOptions) -> [RuleGroup] {
        ruleGroups(
            horizontal: mergedRules(rulings, axis: .horizontal, options: options),
            vertical: mergedRules(rulings, axis: .vertical, options: options),
            options: options)
    }
}
