internal import DocumentModel

/// The rows of a heading over columns of figures, or between them: titles over several columns above the columns' own.
struct HeaderGrid {
    private(set) var rows: [FigureGrid.GridRow] = []
    /// With rows counted from the heading's first.
    private(set) var spans: [GridArea] = []

    private let columns: FigureColumns
    private let options: FigureTableOptions
    private let typography: Typography
    /// What stands in each column of figures below the row at hand.
    private var extents: [ClosedRange<Double>]

    init(_ header: [TextRow], columns: FigureColumns, rules: [Double], options: TableOptions) {
        (self.options, typography) = (options.figures, options.typography)
        self.columns = columns
        extents = columns.figures
        let levels = levels(header, rules: rules)
        rows = levels.map { level in
            let box = level.rows.lazy.map(\.box).union() ?? Box(x0: 0, y0: 0, x1: 0, y1: 0)
            return FigureGrid.GridRow(
                rows: level.rows, baseline: level.rows.first?.baseline ?? box.y1, extent: box.y0...box.y1,
                holdsFigures: false)
        }
        addSpans(levels)
        addCorner(levels)
    }

    /// Lines that make one row of the grid.
    private struct Level {
        var rows: [TextRow]
        /// Texts over columns of figures that are not the columns' own, with the columns they stand over at least.
        var titles: [(segment: TextSegment, columns: Range<Int>)] = []
        var isTitle: Bool
    }

    /// From the lowest line up: lines of the columns' own headings belong together, lines with titles over several columns
    /// stand for themselves.
    private mutating func levels(_ header: [TextRow], rules: [Double]) -> [Level] {
        var levels: [Level] = []
        // Lines of labels alone go where the lines beside them go.
        var corner: [TextRow] = []
        // Baselines of each column's own headings so far, from the lowest up.
        var stacks = [[Double]](repeating: [], count: extents.count)
        for row in header.reversed() {
            var row = row
            row.segments = row.segments.flatMap(columnParts)
            let own = row.segments.filter { !columns.isLabel($0) }
            guard !own.isEmpty else {
                corner.append(row)
                continue
            }
            let places = own.map { place($0) }
            // Over a title there are only titles; and one text alone over complete headings, unless it goes on below.
            let isAlone =
                own.count == 1
                && (!overlapsColumns(own[0])
                    || stacks.count > 1 && !stacks.contains(where: \.isEmpty)
                        && !goesOn(row, stacks[places[0].lowerBound]))
            let isTitle = isAlone || levels.last?.isTitle == true || places.contains { $0.count > 1 }
            let isApart = levels.last.map { level in
                let below = level.rows[0]
                return below.baseline - row.baseline > typography.blockPitch * row.size
                    || rules.contains {
                        $0 > row.baseline && $0 < below.baseline - typography.ruleUnderBaseline * below.size
                    }
            }
            if let last = levels.last, !isTitle, !last.isTitle, isApart == false {
                levels[levels.count - 1].rows.insert(row, at: 0)
            } else {
                levels.append(Level(rows: [row], isTitle: isTitle))
            }
            if isTitle {
                levels[levels.count - 1].titles = zip(own, places).map { ($0, $1) }
            } else {
                for (segment, place) in zip(own, places) {
                    let extent = extents[place.lowerBound]
                    extents[place.lowerBound] =
                        min(extent.lowerBound, segment.box.x0)...max(extent.upperBound, segment.box.x1)
                    stacks[place.lowerBound].append(row.baseline)
                }
            }
        }
        levels.reverse()
        for row in corner.reversed() { add(row, to: &levels) }
        return levels
    }

    /// Whether a line stands above those of `stack` as they stand above each other: the first line of one heading.
    private func goesOn(_ row: TextRow, _ stack: [Double]) -> Bool {
        guard let nearest = stack.last else { return false }
        let pitch = stack.count > 1 ? stack[stack.count - 2] - nearest : typography.usualPitch * row.size
        return abs(nearest - row.baseline - pitch) < typography.samePitch * row.size
    }

    /// A line of labels: with the lines it stands beside, or in a row of its own.
    private func add(_ row: TextRow, to levels: inout [Level]) {
        let index = levels.firstIndex { $0.rows.contains { $0.baseline > row.baseline } }
        let isBeside = levels.contains { level in
            let box = level.rows.lazy.map(\.box).union()
            return box.map { $0.y0 < row.box.y1 && $0.y1 > row.box.y0 } ?? false
        }
        if row.segments.contains(where: { $0.box.x0 < columns.labelReach }), levels.count > 1 || isBeside {
            // The corner beside headings: the lowest level that begins above it.
            let place = levels.lastIndex { $0.rows[0].baseline <= row.baseline + options.cornerOffset * row.size } ?? 0
            levels[place].rows.append(row)
        } else if let index {
            levels.insert(Level(rows: [row], isTitle: true), at: index)
        } else {
            levels.append(Level(rows: [row], isTitle: true))
        }
    }

    private func overlapsColumns(_ segment: TextSegment) -> Bool {
        extents.contains { segment.box.x1 > $0.lowerBound && segment.box.x0 < $0.upperBound }
    }

    /// Headings of narrow columns nearly touch: a text of several words is cut into those of the columns it stands over, if
    /// each column has its own.
    private func columnParts(_ segment: TextSegment) -> [TextSegment] {
        let place = place(segment)
        guard !columns.isLabel(segment), place.count > 1, segment.words.count >= place.count else { return [segment] }
        let places = segment.words.map { self.place($0, size: segment.size) }
        guard places.allSatisfy({ $0.count == 1 }) else { return [segment] }
        let parts = segment.cut { places[$0] != places[$0 - 1] }
        return parts.count == place.count ? parts : [segment]
    }

    /// The columns of figures, from 0, that a text stands over: those whose texts it overlaps, or the two it stands between.
    private func place(_ segment: TextSegment) -> Range<Int> { place(segment.box, size: segment.size) }

    private func place(_ box: Box, size: Double) -> Range<Int> {
        let slack = options.headingSlack * size
        let met = extents.indices.filter {
            box.x1 > extents[$0].lowerBound + slack && box.x0 < extents[$0].upperBound - slack
        }
        if let first = met.first, let last = met.last { return first..<(last + 1) }
        let x = box.center.x
        let right = extents.firstIndex { $0.lowerBound > x } ?? extents.count
        guard right > 0, right < extents.count else { return right == 0 ? 0..<1 : (right - 1)..<right }
        let gaps = (x - extents[right - 1].upperBound, extents[right].lowerBound - x)
        // In the middle of a gap it stands over both sides.
        if abs(gaps.0 - gaps.1) < options.evenGap * (gaps.0 + gaps.1) { return (right - 1)..<(right + 1) }
        return gaps.0 < gaps.1 ? (right - 1)..<right : right..<(right + 1)
    }

    // MARK: Spans

    private mutating func addSpans(_ levels: [Level]) {
        let centers = extents.map { ($0.lowerBound + $0.upperBound) / 2 }
        guard let leaf = levels.lastIndex(where: { !$0.isTitle && $0.rows.contains(where: holdsHeadings) }) else {
            for (row, level) in levels.enumerated() { addTitles(level, row: row, centers: centers, blocked: []) }
            return
        }
        let raised = raisedColumns(levels[leaf])
        for column in raised where leaf > 0 {
            let own = middle(of: column, in: levels[leaf])
            if let top = top(among: Array(0..<leaf), of: own, endingWith: leaf),
                levels[top..<leaf].allSatisfy({ level in !level.titles.contains { $0.columns.contains(column) } })
            {
                let place = columns.labels.count + column
                spans.append(GridArea(rows: top..<(leaf + 1), columns: place..<(place + 1)))
            }
        }
        for (row, level) in levels.enumerated() {
            let blocked = Set(
                spans.filter { $0.rows.contains(row) }.flatMap { $0.columns.map { $0 - columns.labels.count } })
            addTitles(level, row: row, centers: centers, blocked: blocked)
        }
    }

    /// The row whose top puts `middle` in the middle of a cell that ends with row `last`.
    private func top(among candidates: [Int], of middle: Double, endingWith last: Int) -> Int? {
        let bottom = rows[last].extent.upperBound
        func misfit(_ row: Int) -> Double { abs((rows[row].extent.lowerBound + bottom) / 2 - middle) }
        return candidates.min { misfit($0) < misfit($1) }
    }

    private func holdsHeadings(_ row: TextRow) -> Bool { row.segments.contains { !columns.isLabel($0) } }

    /// Titles, each over as many columns as stand evenly on both sides of its middle.
    private mutating func addTitles(_ level: Level, row: Int, centers: [Double], blocked: Set<Int>) {
        for (index, title) in level.titles.enumerated() {
            let low = index > 0 ? level.titles[index - 1].columns.upperBound : 0
            let high = index + 1 < level.titles.count ? level.titles[index + 1].columns.lowerBound : centers.count
            var best = title.columns
            // A parent's columns bound those of the titles under it.
            let parent = spans.last {
                $0.rows.upperBound == row && $0.columns.contains(columns.labels.count + best.lowerBound)
            }
            let offset = columns.labels.count
            let first = parent.map { max(low, $0.columns.lowerBound - offset) } ?? low
            let end = parent.map { min(high, $0.columns.upperBound - offset) } ?? high
            let bounds = first..<max(first, end)
            let x = title.segment.box.center.x
            for first in bounds where first <= title.columns.lowerBound {
                for last in bounds where last >= title.columns.upperBound - 1 {
                    let pitch = last > first ? (centers[last] - centers[first]) / Double(last - first) : 0
                    guard abs((centers[first] + centers[last]) / 2 - x) <= options.titleOffset * pitch,
                        last + 1 - first > best.count, !blocked.contains(where: { $0 >= first && $0 <= last })
                    else { continue }
                    best = first..<(last + 1)
                }
            }
            if best.count > 1 {
                spans.append(
                    GridArea(rows: row..<(row + 1), columns: (best.lowerBound + offset)..<(best.upperBound + offset)))
            }
        }
    }

    /// Columns whose heading stands higher than those of most others: its cell begins further up.
    private func raisedColumns(_ leaf: Level) -> [Int] {
        let middles = columns.figures.indices.map { middle(of: $0, in: leaf) }
        let sorted = middles.filter { $0 > 0 }.sorted()
        guard let size = leaf.rows.first?.size, !sorted.isEmpty else { return [] }
        let usual = sorted[sorted.count / 2]
        return columns.figures.indices.filter { middles[$0] > 0 && middles[$0] < usual - typography.raised * size }
    }

    /// y of the middle of a column's own heading; 0 for none.
    private func middle(of column: Int, in level: Level) -> Double {
        let boxes = level.rows.flatMap { row in
            row.segments.filter { !columns.isLabel($0) && place($0) == column..<(column + 1) }.map(\.box)
        }
        return boxes.union()?.center.y ?? 0
    }

    /// Text over the label columns: one cell beside all headings, or a title over the whole table.
    private mutating func addCorner(_ levels: [Level]) {
        let labels = columns.labels.count
        let corner = levels.indices.filter {
            levels[$0].rows.contains { row in
                row.segments.contains { columns.isLabel($0) && $0.box.x0 < columns.labelReach }
            }
        }
        let titles = levels.indices.filter { index in
            levels[index].isTitle && levels[index].titles.isEmpty
        }
        for index in titles {
            spans.append(GridArea(rows: index..<(index + 1), columns: 0..<columns.count))
        }
        guard labels > 0, let first = corner.first, let last = corner.last,
            !titles.contains(where: { $0 >= first && $0 <= last })
        else {
            return
        }
        // One text beside several levels of headings belongs to all of them; of one line, to those it stands in the middle of.
        let isOne = corner.count == 1 && levels[first].rows.contains { !holdsHeadings($0) } || corner.count > 1
        var rows = first..<(last + 1)
        if isOne && titles.isEmpty {
            rows = 0..<levels.count
        } else if first == last, let own = cornerMiddle(levels[first]) {
            let free = (0...first).filter { row in !titles.contains { $0 >= row } }
            rows = (top(among: free, of: own, endingWith: last) ?? first)..<(last + 1)
        }
        // A heading over each column of labels is that column's own.
        if rows.count == 1, labels > 1, ownHeadings(levels[first]) { return }
        if rows.count > 1 || labels > 1 { spans.append(GridArea(rows: rows, columns: 0..<labels)) }
    }

    /// Whether the texts over the label columns begin in several of them.
    private func ownHeadings(_ level: Level) -> Bool {
        let texts = level.rows.flatMap(\.segments).filter(columns.isLabel)
        return Set(texts.map { columns.labelColumns(of: $0.box).lowerBound }).count > 1
    }

    private func cornerMiddle(_ level: Level) -> Double? {
        level.rows.flatMap(\.segments).filter(columns.isLabel).map(\.box).union()?.center.y
    }
}
