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

    package var box: Box { lattice.box }

    package var isBlank: Bool { texts.allSatisfy { $0.text.isEmpty } }
    /// All lines of text in it, for when it turns out to be no table.
    package var lines: [TextLine] { texts.flatMap(\.lines) }
}
