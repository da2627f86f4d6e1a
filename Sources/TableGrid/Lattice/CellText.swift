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

/// Gives each glyph to the cell its middle lies in, and reads each cell by itself.
///
/// - Returns: a text for every area, in the order of `areas`.
package func cellTexts(
    _ areas: [GridArea], lattice: Lattice, glyphs: [Glyph], options: TableOptions = .standard
) -> [CellText] {
    let text = PageText(glyphs, typography: options.typography).all
    return cellTexts(areas, lattice: lattice, text: text, options: options)
}

/// - Parameter keepsWords: no border runs through a word, for nobody drew them.
func cellTexts(
    _ areas: [GridArea], lattice: Lattice, text: TextPart, keepsWords: Bool = false, options: TableOptions
) -> [CellText] {
    let shares = TextShares(areas, lattice: lattice, text: text, keepsWords: keepsWords)
    return areas.indices.map { index in
        let box = lattice.box(of: areas[index])
        let own = TextPart(glyphs: text.glyphs, places: shares.members[index], typography: text.typography)
        let lines = own.part { !isBackdrop($0, of: box, options: options.cells) }.lines
        let axis = lines.first?.direction.axis ?? .horizontal
        // Between borders that nobody drew no number was broken.
        let room = keepsWords ? .infinity : box.extent(along: axis).length - 2 * options.cells.padding
        return CellText(
            text: joined(lines, room: room),
            doubt: lines.contains(where: \.hasUnknown) ? .unreadable : shares.overrun.contains(index) ? .overrun : nil,
            lines: lines)
    }
}

/// Which glyphs stand in which area of a grid.
private struct TextShares {
    /// For every area, sorted by baseline.
    var members: [[GlyphPlace]]
    /// Areas that share a number with another: it was drawn over the border between them.
    var overrun = Set<Int>()

    init(_ areas: [GridArea], lattice: Lattice, text: TextPart, keepsWords: Bool) {
        let middles = keepsWords ? text.wordMiddles : [:]
        var owner = [Int](repeating: 0, count: lattice.rows * lattice.columns)
        for (index, area) in areas.enumerated() {
            for row in area.rows {
                for column in area.columns { owner[row * lattice.columns + column] = index }
            }
        }
        members = [[GlyphPlace]](repeating: [], count: areas.count)
        var placed: [(index: Int, area: Int)] = []
        for place in text.places {
            let center = middles[place.index] ?? text.glyphs[place.index].box.center
            guard let row = interval(of: center.y, in: lattice.ys), let column = interval(of: center.x, in: lattice.xs)
            else { continue }
            let area = owner[row * lattice.columns + column]
            members[area].append(place)
            placed.append((place.index, area))
        }
        placed.sort { $0.index < $1.index }
        for (previous, next) in zip(placed, placed.dropFirst()) where previous.area != next.area {
            if isOneNumber(text.glyphs[previous.index], text.glyphs[next.index], typography: text.typography) {
                overrun.formUnion([previous.area, next.area])
            }
        }
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
private func isOneNumber(_ left: Glyph, _ right: Glyph, typography: Typography) -> Bool {
    guard left.direction == .right, right.direction == .right, let last = left.text.unicodeScalars.last,
        let first = right.text.unicodeScalars.first, last.isPartOfNumber, first.isPartOfNumber
    else { return false }
    let gap = right.box.x0 - left.box.x1
    return abs(left.origin.y - right.origin.y) < typography.sameNumber * left.size
        && abs(gap) < typography.digitGap * left.size
}

/// A glyph much larger than the cell it falls into was not set in it: a watermark or a stamp behind the table.
private func isBackdrop(_ glyph: Glyph, of cell: Box, options: CellOptions) -> Bool {
    glyph.size > options.backdropSize
        && (glyph.size > options.backdropScale * cell.height || glyph.size > options.backdropScale * cell.width)
}

/// Index of the interval between neighbouring marks that holds `value`, nil outside.
private func interval(of value: Double, in marks: [Double]) -> Int? {
    guard let first = marks.first, let last = marks.last, value >= first, value <= last else { return nil }
    return min(max(marks.partitionPoint { $0 <= value } - 1, 0), marks.count - 2)
}
