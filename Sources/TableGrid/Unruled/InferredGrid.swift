internal import DocumentModel

/// A grid read off the text alone, with what rules there are: columns from gaps, rows from baselines, spans from text that
/// reaches over several columns.
struct InferredGrid {
    let lattice: Lattice
    let areas: [GridArea]
    /// Text rows of each grid row.
    let rows: [[TextRow]]
    /// How many rows stand under labels and headings with nothing but figures; nil where no columns are such.
    let figureRows: Int?
    /// How many columns hold nothing but figures under their headings; nil where no columns are such.
    let figureColumns: Int?

    /// - Parameters:
    ///   - rows: the text in `area`.
    ///   - horizontal: drawn lines across the whole area, which no row reaches over.
    ///   - vertical: drawn lines between columns.
    ///   - seams: y of page breaks, where the text stands on several pages put under one another.
    init?(
        _ rows: [TextRow], in area: Box, horizontal: [Double], vertical: [Double], seams: [Double] = [],
        options: TableOptions
    ) {
        let rows = withCurrencyMarks(rowsCutAtCommonEdges(rows, options: options.columnGaps))
        let columns = columnExtents(of: rows, borders: vertical, options: options.columnGaps)
        if vertical.isEmpty, !Self.isFullyRuled(rows, rules: horizontal, options: options.grid),
            let grid = FigureGrid(rows, extents: columns, rules: horizontal, seams: seams, options: options)
        {
            self.init(grid, in: area, rules: horizontal)
        } else {
            self.init(rows, in: area, horizontal: horizontal, columns: columns, options: options)
        }
    }

    private init?(_ grid: FigureGrid, in area: Box, rules: [Double]) {
        guard grid.rows.count >= 2 else { return nil }
        rows = grid.rows.map(\.rows)
        figureRows = grid.rows.count(where: \.holdsFigures)
        figureColumns = grid.figureColumns
        var xs = grid.xs
        xs[0] = min(area.x0, xs[0])
        xs[xs.count - 1] = max(area.x1, xs[xs.count - 1])
        lattice = Lattice(xs: xs, ys: Self.borders(between: grid.rows.map(\.extent), in: area, rules: rules))
        areas = grid.areas
    }

    /// - Parameter borders: x of all borders between columns.
    init?(_ rows: [TextRow], in area: Box, borders: [Double], options: TableOptions) {
        let inner = borders.sorted().filter { $0 > area.x0 && $0 < area.x1 }
        let marks = [area.x0] + inner + [area.x1]
        // They part words that stand a blank apart.
        func column(_ box: Box) -> Int { inner.partitionPoint { $0 <= box.center.x } }
        let rows = rows.map { row in
            var row = row
            row.segments = row.segments.flatMap { segment in
                segment.cut { column(segment.words[$0]) != column(segment.words[$0 - 1]) }
            }
            return row
        }
        self.init(
            rows, in: area, horizontal: [], columns: zip(marks, marks.dropFirst()).map { $0...$1 }, options: options)
    }

    private init?(
        _ rows: [TextRow], in area: Box, horizontal: [Double], columns: [ClosedRange<Double>], options: TableOptions
    ) {
        guard columns.count >= 2, rows.count >= 2 else { return nil }
        let placed = rows.map { PlacedRow($0, columns: columns, options: options) }
        let groups = Self.groups(placed, rules: horizontal, columns: columns, options: options)
        guard groups.count >= 2 else { return nil }
        self.rows = groups.map { $0.map(\.row) }
        figureRows = nil
        figureColumns = nil
        let xs =
            [min(area.x0, columns[0].lowerBound)]
            + zip(columns, columns.dropFirst()).map { ($0.upperBound + $1.lowerBound) / 2 }
            + [max(area.x1, columns[columns.count - 1].upperBound)]
        let ys = Self.rowBorders(groups, in: area, rules: horizontal)
        lattice = Lattice(xs: xs, ys: ys)
        areas = groups.enumerated().flatMap { index, group in
            Self.areas(of: group, row: index, columns: columns.count)
        }
    }

    // MARK: Rows

    private static func groups(
        _ rows: [PlacedRow], rules: [Double], columns: [ClosedRange<Double>], options: TableOptions
    ) -> [[PlacedRow]] {
        let (grid, typography) = (options.grid, options.typography)
        let isFullyRuled = isFullyRuled(rows.map(\.row), rules: rules, options: grid)
        let firstBody = rows.firstIndex { $0.hasFigures } ?? 0
        var groups: [[PlacedRow]] = []
        for (index, row) in rows.enumerated() {
            guard let last = groups.last?.last else {
                groups.append([row])
                continue
            }
            let top = last.row.baseline - grid.ruleOnBaseline
            let bottom = row.row.baseline - typography.ruleUnderBaseline * row.row.size
            let isDivided = rules.contains { $0 > top && $0 < bottom }
            // Lines that overlap stand side by side: figures beside the middle of a label of two lines. But a heading set
            // between two rows of figures does not make them one.
            let overlaps =
                row.row.baseline - last.row.baseline < grid.sideBySide * min(row.row.size, last.row.size)
                && !(row.hasFigures && groups[groups.count - 1].contains(where: \.hasFigures))
            let goesOn =
                !isDivided
                && (isFullyRuled || overlaps
                    || row.continues(last, isHeader: index < firstBody, columns: columns, options: options))
            if goesOn { groups[groups.count - 1].append(row) } else { groups.append([row]) }
        }
        return groups
    }

    /// A rule under nearly every row: what stands between two rules is one row.
    private static func isFullyRuled(_ rows: [TextRow], rules: [Double], options: InferredGridOptions) -> Bool {
        guard let first = rows.first, let last = rows.last else { return false }
        let inner = rules.filter { $0 > first.baseline && $0 < last.baseline }
        let bands = inner.count + 1
        guard bands >= options.fewestBands else { return false }
        if bands.isAtLeast(options.rulePerRow, of: rows.count) { return true }
        // Wrapped rows: figures stand once between two rules, everywhere but in the heading. Where none but the heading has
        // several lines, they may be headings over headings, which are rows of their own.
        let marks = [-.infinity] + inner + [.infinity]
        let lines = zip(marks, marks.dropFirst()).map { top, bottom in
            rows.filter { $0.baseline > top && $0.baseline <= bottom }
        }
        let figures = lines.map { $0.count { $0.figuresStart < .infinity } }
        return bands > options.fewestBands && figures.dropFirst().allSatisfy { $0 == 1 } && figures[0] <= 1
            && lines.dropFirst().contains { $0.count > 1 }
    }

    private static func rowBorders(_ groups: [[PlacedRow]], in area: Box, rules: [Double]) -> [Double] {
        let boxes = groups.map { $0.lazy.map(\.row.box).union() ?? area }
        return borders(between: boxes.map { $0.y0...$0.y1 }, in: area, rules: rules)
    }

    /// y of the borders of rows that reach over `extents`: drawn lines between them, or the middle.
    private static func borders(between extents: [ClosedRange<Double>], in area: Box, rules: [Double]) -> [Double] {
        let inner = zip(extents, extents.dropFirst()).map { upper, lower -> Double in
            rules.first { $0 > upper.middle && $0 < lower.middle } ?? (upper.upperBound + lower.lowerBound) / 2
        }
        let top = min(area.y0, extents.first?.lowerBound ?? area.y0)
        let bottom = max(area.y1, extents.last?.upperBound ?? area.y1)
        return [top] + inner + [bottom]
    }

    // MARK: Cells

    /// The cells of one grid row: one a column, text over several columns as one.
    private static func areas(of group: [PlacedRow], row: Int, columns: Int) -> [GridArea] {
        var ends = Array(1...columns)
        for placed in group {
            for range in placed.ranges where range.count > 1 {
                // A span may not swallow the text of another line of the row.
                let isShared = group.contains { other in
                    other.ranges.contains { $0 != range && $0.overlaps(range) }
                }
                if !isShared { ends[range.lowerBound] = range.upperBound }
            }
        }
        var areas: [GridArea] = []
        var column = 0
        while column < columns {
            areas.append(GridArea(rows: row..<(row + 1), columns: column..<ends[column]))
            column = ends[column]
        }
        return areas
    }
}

extension Lattice {
    /// A grid with all borders closed.
    init(xs: [Double], ys: [Double]) {
        self.xs = xs
        self.ys = ys
        let (columns, rows) = (xs.count - 1, ys.count - 1)
        horizontalEdges = [[Bool]](repeating: [Bool](repeating: true, count: columns), count: ys.count)
        verticalEdges = [[Bool]](repeating: [Bool](repeating: true, count: rows), count: xs.count)
        isTopDrawn = [Bool](repeating: false, count: columns)
        isBottomDrawn = [Bool](repeating: false, count: columns)
    }
}

/// A text row with the columns that its segments stand in.
private struct PlacedRow {
    let row: TextRow
    let ranges: [Range<Int>]

    init(_ row: TextRow, columns: [ClosedRange<Double>], options: TableOptions) {
        self.row = row
        ranges = row.segments.map { segment in
            let slack = options.grid.columnSlack * segment.size
            let met = columns.indices.filter {
                segment.box.x1 > columns[$0].lowerBound + slack && segment.box.x0 < columns[$0].upperBound - slack
            }
            if let first = met.first, let last = met.last { return first..<(last + 1) }
            let nearest =
                columns.indices.min {
                    columns[$0].distance(to: segment.box.center.x) < columns[$1].distance(to: segment.box.center.x)
                } ?? 0
            return nearest..<(nearest + 1)
        }
    }

    var hasFigures: Bool {
        zip(row.segments, ranges).contains { $0.isNumeric && $1.lowerBound > 0 }
    }

    private var filled: Set<Int> { Set(ranges.joined()) }
    private var isSpanning: Bool { ranges.contains { $0.count > 1 } }

    /// True where this line is the rest of the cells of `last`: close below it, without figures of its own.
    func continues(
        _ last: PlacedRow, isHeader: Bool, columns: [ClosedRange<Double>], options: TableOptions
    ) -> Bool {
        let pitch = row.baseline - last.row.baseline
        guard pitch <= options.typography.cellPitch * max(row.size, last.row.size),
            !isSpanning || isHeader && filled == last.filled
        else { return false }
        if isHeader { return !last.isSpanning }
        if !hasFigures {
            // Text under text: no new first column, or one that only goes on from a full line.
            if !filled.contains(0) { return filled.isSubset(of: last.filled) }
            return filled == [0] && last.filled.count > 1
                && last.isFirstColumnFull(columns, share: options.grid.fullColumn)
        }
        // The first line of a long label, its figures beside the last line.
        return last.filled == [0] && filled.contains(0)
            && last.isFirstColumnFull(columns, share: options.grid.fullColumn)
    }

    private func isFirstColumnFull(_ columns: [ClosedRange<Double>], share: Double) -> Bool {
        guard let first = row.segments.first, ranges.first?.lowerBound == 0 else { return false }
        return first.box.x1 - columns[0].lowerBound > share * columns[0].length
    }
}

extension ClosedRange<Double> {
    fileprivate func distance(to value: Double) -> Double {
        value < lowerBound ? lowerBound - value : value > upperBound ? value - upperBound : 0
    }
}
