internal import DocumentModel

/// Several records between two rules: lines level with each other in several cells of one row, none of them broken for want of room,
/// are a row each.
extension TablePiece {
    /// - Parameter text: all of it that stands in the grid.
    mutating func divideRows(text: TextPart, options: TableOptions) {
        let cuts = (0..<lattice.rows).map { self.cuts(ofRow: $0, options: options) }
        guard cuts.contains(where: { !$0.isEmpty }) else { return }
        // Where each row of the drawn grid begins among the new ones.
        var starts = [0]
        for row in cuts { starts.append(starts[starts.count - 1] + row.count + 1) }
        let blocks = areas.indices.map { self.blocks(of: $0, cuts: cuts) }
        let ys = zip(lattice.ys, cuts + [[]]).flatMap { border, inner in [border] + inner }
        areas = areas.indices.flatMap { index -> [GridArea] in
            let area = areas[index]
            let (first, end) = (starts[area.rows.lowerBound], starts[area.rows.upperBound])
            guard blocks[index] > 1 else { return [GridArea(rows: first..<end, columns: area.columns)] }
            return (first..<end).map { GridArea(rows: $0..<($0 + 1), columns: area.columns) }
        }.sorted { ($0.rows.lowerBound, $0.columns.lowerBound) < ($1.rows.lowerBound, $1.columns.lowerBound) }
        lattice = lattice.with(ys: ys, rowsFrom: starts)
        texts = cellTexts(areas, lattice: lattice, text: text, options: options)
    }

    /// y of the borders of the records in a row of the grid; none where it is one.
    private func cuts(ofRow row: Int, options: TableOptions) -> [Double] {
        let own = areas.indices.filter { areas[$0].rows == row..<(row + 1) && !texts[$0].lines.isEmpty }
        let several = own.filter { texts[$0].lines.count > 1 }
        guard let first = several.first, several.count >= 2 else { return [] }
        let baselines = texts[first].lines.map(\.baseline)
        let size = texts[first].lines[0].size
        let areLevel = several.allSatisfy { index in
            let lines = texts[index].lines
            return lines.count == baselines.count
                && zip(lines, baselines).allSatisfy {
                    $0.direction == .right && abs($0.baseline - $1) < options.typography.levelWithRow * size
                }
        }
        guard areLevel else { return [] }
        let figures = several.filter { texts[$0].lines.allSatisfy(\.text.looksLikeFigure) }
        // Figures vouch for the lines beside them; words alone must all have had room.
        let isRecord =
            figures.count >= options.records.fewestFigures
            ? figures.allSatisfy { !isBroken($0, options: options) }
            : several.count == areas.count(where: { $0.rows.contains(row) })
                && baselines.count >= options.records.fewestLines
                && several.allSatisfy { !isBroken($0, options: options) }
        guard isRecord else { return [] }
        return zip(texts[first].lines, texts[first].lines.dropFirst()).map { ($0.box.y1 + $1.box.y0) / 2 }
    }

    /// One line of it has no room for the first word of the next.
    private func isBroken(_ index: Int, options: TableOptions) -> Bool {
        let room = lattice.box(of: areas[index]).width - 2 * options.cells.padding
        let lines = texts[index].lines
        return zip(lines, lines.dropFirst()).contains { line, next in
            // Two points are in no number, so nothing was broken.
            if line.text.isDecimal && next.text.isDecimal { return false }
            let blank = line.text.looksLikeFigure ? 0 : options.typography.blank * line.size
            return line.box.width + next.firstWordWidth + blank > room
        }
    }

    /// Into how many records the cuts of its row divide a cell; 1 for a cell with one line, which belongs to all of them.
    private func blocks(of index: Int, cuts: [[Double]]) -> Int {
        let area = areas[index]
        guard area.rows.count == 1, texts[index].lines.count > 1 else { return 1 }
        return cuts[area.rows.lowerBound].count + 1
    }
}

extension TextLine {
    /// What cannot be broken at its start: a word, as its share of the line's characters; of a Chinese text one character.
    var firstWordWidth: Double {
        guard let first = text.unicodeScalars.first else { return 0 }
        if isWide(first) { return firstAdvance }
        return box.width * Double(text.prefix { $0 != " " }.count) / Double(text.count)
    }
}

extension Lattice {
    /// With more borders between rows, none of them drawn before; `starts` tells where each row begins among the new ones.
    func with(ys: [Double], rowsFrom starts: [Int]) -> Lattice {
        var copy = self
        copy.ys = ys
        copy.horizontalEdges = [[Bool]](repeating: [Bool](repeating: true, count: columns), count: ys.count)
        copy.verticalEdges = verticalEdges.map { edges in
            edges.indices.flatMap { [Bool](repeating: edges[$0], count: starts[$0 + 1] - starts[$0]) }
        }
        for (row, start) in starts.enumerated() { copy.horizontalEdges[start] = horizontalEdges[row] }
        return copy
    }
}

/// When what stands between two rules is several records.
public struct RecordOptions: Hashable, Sendable, Codable {
    /// So many cells must hold nothing but a figure on each line.
    public var fewestFigures = 2
    /// Words in all cells are records from so many lines on.
    public var fewestLines = 3

    public init() {}
}
