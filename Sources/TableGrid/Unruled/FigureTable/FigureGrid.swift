internal import DocumentModel

/// The grid of a table of figures: labels on the left, columns of figures on the right, headings above them and between them.
///
/// Each line of figures is a row. Labels and headings may have several lines and reach over several rows or columns: where
/// they stand to the figures tells which.
struct FigureGrid {
    let xs: [Double]
    /// From top to bottom.
    private(set) var rows: [GridRow] = []
    /// Cells over several rows or columns, and nothing else; they do not overlap.
    private(set) var spans: [GridArea] = []

    struct GridRow {
        /// The lines it is made of.
        var rows: [TextRow]
        var baseline: Double
        /// From the top of its text to its bottom.
        var extent: ClosedRange<Double>
        var holdsFigures: Bool
    }

    private let columns: FigureColumns
    private let rules: [Double]
    private let options: TableOptions

    /// - Parameters:
    ///   - extents: of all columns, from left to right.
    ///   - rules: y of drawn lines across the whole table.
    ///   - seams: y of page breaks.
    /// - Returns: nil where the text is no table of figures, its labels do not stand level with them, or a later page begins with
    ///   another heading.
    init?(
        _ rows: [TextRow], extents: [ClosedRange<Double>], rules: [Double], seams: [Double] = [], options: TableOptions
    ) {
        guard let columns = FigureColumns(rows.pages(seams), extents: extents, options: options) else { return nil }
        self.options = options
        self.columns = columns
        self.rules = rules
        xs = columns.borders
        var heading: [TextRow] = []
        for (page, rows) in columns.pages.enumerated() {
            let runs = columns.runs(of: rows, rules: rules)
            for (index, run) in runs.enumerated() {
                switch run {
                case .header(let rows):
                    if page == 0, index == 0 { heading = rows }
                    if page > 0, index == 0, !rows.says(sameAs: heading) { return nil }
                    addHeader(rows)
                case .body(let rows):
                    let cut = PageCut(
                        isAbove: page > 0 && !runs[..<index].contains(where: \.isBody),
                        isBelow: page < seams.count && !runs[(index + 1)...].contains(where: \.isBody))
                    guard addBody(rows, cut: cut) else { return nil }
                }
            }
        }
    }

    var figureColumns: Int { columns.figures.count }

    // MARK: Rows of figures

    private mutating func addBody(_ body: [TextRow], cut: PageCut) -> Bool {
        let anchors = body.filter(columns.holdsFigures)
        var lines: [LabelLine] = []
        var outer = [[LabelLine]](repeating: [], count: columns.labels.count)
        var last: (line: LabelLine, columns: Range<Int>)?
        for row in body {
            // Of several pieces on one line the outermost tells where it begins.
            let pieces = row.segments.filter(columns.isLabel).map { LabelLine($0, baseline: row.baseline) }
            for line in pieces {
                var place = columns.labelColumns(of: line.box)
                // The rest of a label that reaches over several columns may be short.
                if let last, last.columns.count > 1, last.columns.contains(place.lowerBound),
                    line.baseline - last.line.baseline < options.typography.labelPitch * line.size,
                    line.box.x0 < last.line.box.x0 + options.figures.labelIndent * line.size,
                    !line.isNumbered
                {
                    place = last.columns
                }
                if place.upperBound < columns.labels.count {
                    outer[place.lowerBound].append(line)
                } else if lines.last?.baseline != line.baseline {
                    lines.append(line)
                }
                last = (line, place)
            }
        }
        guard let shared = assignedLabels(lines, among: anchors.map(\.baseline), rules: rules, options: options)
        else { return false }
        let first = rows.count
        var starts: [Int?] = []
        for labelled in shared {
            let anchor = labelled.row.map { anchors[$0] }
            let own = lines[labelled.lines]
            let figures = anchor?.segments.filter { !columns.isLabel($0) } ?? []
            guard let box = (own.map(\.box) + figures.map(\.box)).union() else { return false }
            let baseline = anchor?.baseline ?? own.first?.baseline ?? box.y1
            rows.append(
                GridRow(
                    rows: anchor.map { [$0] } ?? [], baseline: baseline, extent: box.y0...box.y1,
                    holdsFigures: anchor != nil))
            starts.append(own.map { columns.labelColumns(of: $0.box).lowerBound }.min())
        }
        for row in body where !columns.holdsFigures(row) {
            let nearest = (first..<rows.count).min {
                abs(rows[$0].baseline - row.baseline) < abs(rows[$1].baseline - row.baseline)
            }
            if let nearest { rows[nearest].rows.append(row) }
        }
        addLabels(from: first, starts: starts, outer: outer, cut: cut)
        return true
    }

    /// - Parameters:
    ///   - starts: for every row from `first` on, the label column in which its own label begins; nil without one.
    ///   - outer: lines of the other label columns.
    private mutating func addLabels(from first: Int, starts: [Int?], outer: [[LabelLine]], cut: PageCut) {
        var starts = starts
        let inner = columns.labels.count - 1
        // A row without a label of its own takes the line of an outer column that stands level with it.
        var taken = Set<LabelLine>()
        for index in starts.indices where starts[index] == nil {
            let baseline = rows[first + index].baseline
            for column in stride(from: inner - 1, through: 0, by: -1) {
                if let line = outer[column].first(where: {
                    abs($0.baseline - baseline) < options.typography.levelWithRow * $0.size
                }) {
                    starts[index] = column
                    taken.insert(line)
                    break
                }
            }
        }
        for (index, start) in starts.enumerated() {
            if let start, start < inner {
                spans.append(GridArea(rows: (first + index)..<(first + index + 1), columns: start..<(inner + 1)))
            }
        }
        let borders = rowBorders(from: first)
        for column in 0..<max(inner, 0) {
            let blocks = blocks(outer[column].filter { !taken.contains($0) })
            // Rows whose own label begins further right leave this column to the heading of a group.
            var index = 0
            while index < starts.count {
                var end = index
                while end < starts.count, (starts[end] ?? inner) > column { end += 1 }
                let lines = outer[column].filter { !taken.contains($0) }
                if end > index, !isOfEachRow(lines, rows: (first + index)..<(first + end)) {
                    let (top, bottom) = (borders[index], borders[end])
                    let own = blocks.filter { $0 > top && $0 < bottom }
                    let ends = PageCut(isAbove: cut.isAbove && index == 0, isBelow: cut.isBelow && end == starts.count)
                    for run in centeredRuns(
                        Array(borders[index...end]), around: own, leftOver: options.figures.leftOverRow, cut: ends)
                    where run.count > 1 {
                        let rows = (first + index + run.lowerBound)..<(first + index + run.upperBound)
                        spans.append(GridArea(rows: rows, columns: column..<(column + 1)))
                    }
                }
                index = max(end, index + 1)
            }
        }
    }

    /// Whether nearly each of the rows has a line of its own, level with it: codes and dates, no heading of several lines.
    private func isOfEachRow(_ lines: [LabelLine], rows range: Range<Int>) -> Bool {
        let extent = rows[range.lowerBound].extent.lowerBound...rows[range.upperBound - 1].extent.upperBound
        let own = lines.filter { extent.contains($0.baseline) }
        let level = range.count { row in
            own.contains { abs($0.baseline - rows[row].baseline) < options.typography.levelWithRow * $0.size }
        }
        return level == own.count && level >= options.figures.fewestOwnLines
            && level.isAtLeast(options.figures.ownLines, of: range.count)
    }

    /// y of the borders between the rows from `first` on.
    private func rowBorders(from first: Int) -> [Double] {
        let extents = rows[first...].map(\.extent)
        guard let top = extents.first, let bottom = extents.last else { return [] }
        return [top.lowerBound] + zip(extents, extents.dropFirst()).map { ($0.upperBound + $1.lowerBound) / 2 }
            + [bottom.upperBound]
    }

    /// The middles of lines close under one another.
    private func blocks(_ lines: [LabelLine]) -> [Double] {
        var blocks: [[LabelLine]] = []
        for line in lines {
            if let last = blocks.last?.last, line.baseline - last.baseline < options.typography.blockPitch * line.size,
                !line.isNumbered
            {
                blocks[blocks.count - 1].append(line)
            } else {
                blocks.append([line])
            }
        }
        return blocks.compactMap { block in block.lazy.map(\.box).union()?.center.y }
    }

    // MARK: Headings

    private mutating func addHeader(_ header: [TextRow]) {
        let grid = HeaderGrid(header, columns: columns, rules: rules, options: options)
        let first = rows.count
        rows += grid.rows
        spans += grid.spans.map { span in
            GridArea(rows: (first + span.rows.lowerBound)..<(first + span.rows.upperBound), columns: span.columns)
        }
    }

    /// All cells: the spans, and one for each square they leave.
    var areas: [GridArea] {
        let count = xs.count - 1
        var isTaken = [[Bool]](repeating: [Bool](repeating: false, count: count), count: rows.count)
        var areas: [GridArea] = []
        for span in spans where !span.rows.contains(where: { row in span.columns.contains { isTaken[row][$0] } }) {
            for row in span.rows { for column in span.columns { isTaken[row][column] = true } }
            areas.append(span)
        }
        for row in rows.indices {
            for column in 0..<count where !isTaken[row][column] {
                areas.append(GridArea(rows: row..<(row + 1), columns: column..<(column + 1)))
            }
        }
        return areas.sorted {
            ($0.rows.lowerBound, $0.columns.lowerBound) < ($1.rows.lowerBound, $1.columns.lowerBound)
        }
    }
}

extension [TextRow] {
    /// The rows of each page, of which `seams` are the borders.
    fileprivate func pages(_ seams: [Double]) -> [[TextRow]] {
        let marks = [-.infinity] + seams + [.infinity]
        return zip(marks, marks.dropFirst()).map { top, bottom in filter { $0.baseline > top && $0.baseline <= bottom }
        }
    }

    fileprivate func says(sameAs other: [TextRow]) -> Bool {
        flatMap(\.segments).map(\.text) == other.flatMap(\.segments).map(\.text)
    }
}
