public import DocumentModel

/// A document put together from its pages: headings, paragraphs and tables in reading order.
public struct DocumentLayout: Hashable, Sendable {
    public let blocks: [Block]
    /// With the pieces as the tables are made of them: those that go on over page breaks have been read together.
    package let pages: [PageLayout]

    public var tables: [Table] { blocks.compactMap(\.table) }

    /// - Parameter pages: in the document's order; a page missing between two is a break over which nothing is joined.
    public init(_ pages: [PageLayout], options: TableOptions = .standard) {
        let running = runningLines(of: pages, options: options.pages)
        var bodies = zip(pages, running).map { page, running in
            PageBody(page: page, lines: page.lines.indices.filter { !running.contains($0) }.map { page.lines[$0] })
        }
        if options.joinsPages { readUnruledPiecesTogether(&bodies, options: options) }
        let chains = options.joinsPages ? pageChains(bodies, options: options) : singles(bodies)
        var tables: [PieceID: Table] = [:]
        var joined = Set<PieceID>()
        for chain in chains {
            let pieces = chain.map { bodies[$0.page].page.pieces[$0.piece] }
            guard pieces.count > 1 || pieces[0].standsAlone else { continue }
            tables[chain[0]] = table(joining: pieces, options: options)
            joined.formUnion(chain)
        }
        self.pages = bodies.map(\.page)
        blocks = bodies.enumerated().flatMap { index, body in
            body.blocks(index: index, tables: tables, joined: joined, options: options)
        }
    }

    /// Finds the tables of `pages` and puts the document together.
    public init(pages: [Page], options: TableOptions = .standard) {
        self.init(pages.map(TableFinder(options).layout), options: options)
    }
}

/// A page without its headers and footers.
package struct PageBody {
    package internal(set) var page: PageLayout
    package let lines: [TextLine]

    /// Indexes of the pieces that stand in no other, from top to bottom.
    package let outermost: [Int]

    package init(page: PageLayout, lines: [TextLine]) {
        self.page = page
        self.lines = lines
        outermost = page.pieces.indices.map(page.place(of:)).outermost
    }

    fileprivate func blocks(
        index: Int, tables: [PieceID: Table], joined: Set<PieceID>, options: TableOptions
    ) -> [Block] {
        func paragraphs(_ lines: [TextLine], measure: TextMeasure?) -> [Block] {
            TableGrid.paragraphs(lines, page: page.number, measure: measure, frame: page.frame, options: options)
        }
        let ids = page.pieces.indices.map { PieceID(page: index, piece: $0) }
        let loose = ids.filter { !joined.contains($0) }.flatMap { page.pieces[$0.piece].lines }
        // Text is cut where a table stands, so that no paragraph reaches over it.
        var rest = lines + loose
        let measure = TextMeasure(rest)
        var blocks: [Block] = []
        for id in ids where joined.contains(id) {
            let top = page.place(of: id.piece).y0
            let above = rest.filter { $0.box.center.y < top }
            rest.removeAll { $0.box.center.y < top }
            blocks += paragraphs(above, measure: measure)
            if let table = tables[id] { blocks.append(.table(table)) }
        }
        return blocks + paragraphs(rest, measure: measure)
    }
}

/// A piece of a table by the index of its page and its own.
package struct PieceID: Hashable, Sendable {
    package let page: Int
    package let piece: Int
}

private func singles(_ bodies: [PageBody]) -> [[PieceID]] {
    bodies.indices.flatMap { page in
        bodies[page].page.pieces.indices.map { [PieceID(page: page, piece: $0)] }
    }
}
