package import DocumentModel

/// The part of a table that stands on one page.
package struct TablePiece: Hashable, Sendable {
    package var page: Int
    package var lattice: Lattice
    package var areas: [GridArea]
    /// In the order of `areas`.
    package var texts: [CellText]

    package var box: Box { lattice.box }

    /// One cell alone is a frame, not a table: it may still be the end of a table that starts on the page before.
    package var isFrame: Bool { areas.count < 2 }
    package var isBlank: Bool { texts.allSatisfy { $0.text.isEmpty } }
    /// All lines of text in it, for when it turns out to be no table.
    package var lines: [TextLine] { texts.flatMap(\.lines) }
}
