import DocumentModel

@testable import TableGrid

/// Glyphs of rows without any lines: each text starts at the `x` of its place, rows are `pitch` apart; "" leaves a place empty.
func spacedGlyphs(_ rows: [[String]], xs: [Double], y: Double = 100, pitch: Double = 20) -> [Glyph] {
    rows.enumerated().flatMap { row, texts in
        zip(xs, texts).flatMap { x, text in glyphs(text, x: x, y: y + pitch * Double(row)) }
    }
}

/// A page of 600 × 800 points with text, lines and boxes.
func looseTextPage(_ glyphs: [Glyph], rulings: [Ruling] = [], boxes: [FilledBox] = []) -> Page {
    Page(number: 1, width: 600, height: 800, glyphs: glyphs, rulings: rulings, boxes: boxes)
}

/// Horizontal lines of one width.
func rules(_ ys: [Double], _ span: ClosedRange<Double>) -> [Ruling] {
    ys.map { Ruling(axis: .horizontal, position: $0, span: span) }
}

extension InferredGrid {
    /// The grid of all `glyphs`.
    init?(_ glyphs: [Glyph], horizontal: [Double] = [], vertical: [Double] = []) {
        guard let area = glyphs.map(\.box).union() else { return nil }
        self.init(textRows(glyphs), in: area, horizontal: horizontal, vertical: vertical, options: .standard)
    }

    /// As a table with the texts of `glyphs`.
    func table(_ glyphs: [Glyph]) -> Table {
        let texts = cellTexts(areas, lattice: lattice, glyphs: glyphs)
        return Table(
            rows: lattice.rows, columns: lattice.columns,
            cells: zip(areas, texts).map { Cell(rows: $0.rows, columns: $0.columns, text: $1.text) })
    }
}
