public import DocumentModel

/// Finds the tables of a page. This is the order of all rules; what each does stands in the file named after it.
///
/// ```swift
/// let layout = TableFinder().layout(of: page)
/// ```
public struct TableFinder: Sendable {
    public var options: TableOptions

    public init(_ options: TableOptions = .standard) { self.options = options }

    /// What the page holds: pieces of tables, and lines of text outside them.
    public func layout(of page: Page) -> PageLayout { traced(page).layout }

    /// As ``layout(of:)``, with every step on the way to it.
    package func traced(_ page: Page) -> (layout: PageLayout, trace: TableTrace) {
        let direction = page.direction(options.pages)
        var rest = options.area.map { page.cut(to: page.frame.toText($0)) } ?? page
        // What is set on its side is read first, each part in the frame in which its text runs to the right.
        let sideways = options.columns.isEmpty ? searchSideways(&rest, besides: direction) : []
        let search = search(rest.turned(to: direction))
        let layout = PageLayout(search, sideways: sideways.flatMap(\.pieces), readings: rest.readings, in: rest.frame)
        return (layout, TableTrace(page: page.number, parts: (sideways + [search]).map(\.trace)))
    }

    /// All rules, the surest first: each takes its text from those after it.
    private func search(_ page: Page) -> TableSearch {
        var search = TableSearch(page, options: options)
        guard options.columns.isEmpty else {
            search.takeGivenColumns()
            return search
        }
        // Rulings → visible rules → merged rules.
        search.findRules(on: page)
        if options.mode != .inferred {
            // Rules that cross → groups → lattices → cells → text → refinement along the text.
            search.findGroups()
            search.take(search.trace.groups, by: .rules)
            // Edges of backgrounds, only where no drawn rules have made a table.
            search.findEdgeGroups(on: page)
            search.take(search.trace.edgeGroups, by: .boxEdges)
        }
        if options.mode != .ruled {
            // Lines → segments → columns from gaps → rows from baselines → cells → text.
            search.take(search.regionsBetweenRules(), by: .betweenRules)
            search.take(search.alignedRegions(), by: .alignment)
        }
        if options.mode != .inferred {
            // Single rows of backgrounds last: they are shaded rows of a table without rules more often than the end of one with cells.
            search.take(search.trace.edgeGroups, by: .shadedRows)
        }
        search.finish()
        return search
    }

    /// Takes tables on their side out of `page`.
    private func searchSideways(_ page: inout Page, besides direction: Glyph.Direction) -> [TableSearch] {
        sidewaysParts(of: page, besides: direction, options: options).map { part in
            var search = search(page.cut(to: part.box).turned(to: part.direction))
            search.keep { $0.standsAlone && $0.filledCells >= options.pages.fewestSidewaysCells }
            for piece in search.pieces { page.remove(page.frame.toText(piece.pageBox)) }
            return search
        }
    }
}
