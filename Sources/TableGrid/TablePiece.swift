package import DocumentModel

/// The part of a table that stands on one page.
package struct TablePiece: Hashable, Sendable {
    package var page: Int
    package internal(set) var lattice: Lattice
    package internal(set) var areas: [GridArea]
    /// In the order of `areas`.
    package var texts: [CellText]
    /// False for what is a table only as the end or the start of one on a neighbouring page: a single cell, a single row of
    /// filled boxes.
    package var standsAlone: Bool
    /// False where the grid is inferred from the text.
    package var isRuled: Bool

    /// What the grid was inferred from; nil for another.
    var openText: OpenText?

    /// How the page was turned; nil where it stands upright.
    package internal(set) var turn: PageTurn?

    /// In the frame in which its text runs to the right.
    package var box: Box { lattice.box }

    /// On the page as displayed.
    package func pageBox(of area: GridArea) -> Box { onPage(lattice.box(of: area)) }
    package var pageBox: Box { onPage(lattice.box) }

    private func onPage(_ box: Box) -> Box { turn?.original(box) ?? box }

    package var isBlank: Bool { texts.allSatisfy { $0.text.isEmpty } }
    var filledCells: Int { texts.count { !$0.text.isEmpty } }
    /// All lines of text in it, for when it turns out to be no table.
    package var lines: [TextLine] { texts.flatMap(\.lines) }
}
