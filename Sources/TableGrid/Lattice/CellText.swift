package import DocumentModel

/// A cell's glyphs as text, before it is known how the cell ends up.
package struct CellText: Hashable, Sendable {
    package var text: String
    package var doubt: Cell.Doubt?
    package var lines: [TextLine]
    /// As of ``Cell/certainty`` and ``Cell/otherReadings``.
    package var certainty: Reading.Certainty?
    package var otherReadings: [String] = []
}

/// Narrowest and widest blank that producers leave between a cell's border and its text, in points a side.
let cellPadding = 6.0

/// Gives each glyph to the cell its middle lies in, and reads each cell by itself.
///
/// - Returns: a text for every area, in the order of `areas`.
package func cellTexts(_ areas: [GridArea], lattice: Lattice, glyphs: [Glyph]) -> [CellText] {
    var owner = [Int](repeating: 0, count: lattice.rows * lattice.columns)
    for (index, area) in areas.enumerated() {
        for row in area.rows {
            for column in area.columns { owner[row * lattice.columns + column] = index }
        }
    }
    var members = [[Glyph]](repeating: [], count: areas.count)
    var overrun = Set<Int>()
    var previous: (glyph: Glyph, area: Int)?
    for glyph in glyphs {
        let center = glyph.box.center
        guard let row = interval(of: center.y, in: lattice.ys), let column = interval(of: center.x, in: lattice.xs)
        else { continue }
        let area = owner[row * lattice.columns + column]
        members[area].append(glyph)
        if let previous, previous.area != area, isOneNumber(previous.glyph, glyph) {
            overrun.formUnion([previous.area, area])
        }
        previous = (glyph, area)
    }
    return zip(areas, members).enumerated().map { index, pair in
        let (area, glyphs) = pair
        let box = lattice.box(of: area)
        let lines = textLines(glyphs.filter { !isBackdrop($0, of: box) })
        let axis = lines.first?.direction.axis ?? .horizontal
        return CellText(
            text: joined(lines, room: box.extent(along: axis).length - 2 * cellPadding),
            doubt: lines.contains(where: \.hasUnknown) ? .unreadable : overrun.contains(index) ? .overrun : nil,
            lines: lines)
    }
}

extension Lattice {
    package func box(of area: GridArea) -> Box {
        Box(
            x0: xs[area.columns.lowerBound], y0: ys[area.rows.lowerBound], x1: xs[area.columns.upperBound],
            y1: ys[area.rows.upperBound])
    }
}

/// Two characters of numbers, drawn one after the other without a gap: one number, wherever a border runs.
private func isOneNumber(_ left: Glyph, _ right: Glyph) -> Bool {
    guard left.direction == .right, right.direction == .right, let last = left.text.unicodeScalars.last,
        let first = right.text.unicodeScalars.first, isNumeric(last), isNumeric(first)
    else { return false }
    let gap = right.box.x0 - left.box.x1
    return abs(left.origin.y - right.origin.y) < 0.1 * left.size && abs(gap) < 0.08 * left.size
}

/// A glyph much larger than the cell it falls into was not set in it: a watermark or a stamp behind the table.
private func isBackdrop(_ glyph: Glyph, of cell: Box) -> Bool {
    glyph.size > 20 && (glyph.size > 1.6 * cell.height || glyph.size > 1.6 * cell.width)
}

/// Index of the interval between neighbouring marks that holds `value`, nil outside.
private func interval(of value: Double, in marks: [Double]) -> Int? {
    guard let first = marks.first, let last = marks.last, value >= first, value <= last else { return nil }
    return min(max(marks.partitionPoint { $0 <= value } - 1, 0), marks.count - 2)
}
