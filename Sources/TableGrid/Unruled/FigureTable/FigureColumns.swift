internal import DocumentModel

/// The columns of a table of figures: label columns, then columns of figures.
struct FigureColumns: Sendable {
    /// Extents of the label columns; none for a table of figures alone.
    let labels: [ClosedRange<Double>]
    /// Extents of the figures' columns.
    let figures: [ClosedRange<Double>]
    /// The rows, page by page, with labels cut at the columns they stand in.
    let pages: [[TextRow]]
    /// Where the columns of labels end and those of figures begin.
    private let border: Double
    /// How far the labels beside figures reach.
    let labelReach: Double
    /// Where the last label column ends for labels in the middle of their cells; nil for other labels.
    private let centeredEnd: Double?
    private let options: FigureTableOptions
    private let typography: Typography

    var count: Int { labels.count + figures.count }
    var all: [ClosedRange<Double>] { labels + figures }

    /// x of the borders of all columns.
    var borders: [Double] {
        let all = all
        return [all[0].lowerBound] + zip(all, all.dropFirst()).map { ($0.upperBound + $1.lowerBound) / 2 }
            + [all[all.count - 1].upperBound]
    }

    /// - Parameters:
    ///   - pages: the rows, page by page.
    ///   - extents: of the columns as gaps in the text show them.
    /// - Returns: nil unless all columns from one on hold figures.
    init?(_ pages: [[TextRow]], extents: [ClosedRange<Double>], options: TableOptions) {
        guard extents.count >= 2 else { return nil }
        (self.options, typography) = (options.figures, options.typography)
        let options = options.figures
        let start = Self.firstFigures(
            pages.flatMap(\.self).filter { $0.segments.contains(where: \.isNumeric) }, extents: extents,
            share: options.figureShare)
        guard start < extents.count else { return nil }
        let figures = Array(extents[start...])
        self.figures = figures
        guard start > 0 else {
            (labels, border, labelReach, centeredEnd) = ([], -.infinity, -.infinity, nil)
            self.pages = pages
            return
        }
        let border = (extents[start - 1].upperBound + extents[start].lowerBound) / 2
        self.border = border
        let pages = pages.map { Self.cut($0, border: border, leastStarts: options.leastStarts) }
        self.pages = pages
        let rows = pages.flatMap(\.self)
        let body = rows.filter { Self.holdsFigures($0, border: border) }
        guard body.count >= options.fewestRows else { return nil }
        let own = body.flatMap { Self.labelLines($0, border: border) }
        guard let reach = own.map(\.box).union() else { return nil }
        labelReach = reach.x1
        // Lines between the rows of figures, unless they are headings: over the figures, or beside all labels.
        let between = pages.flatMap { page -> [TextRow] in
            guard let first = page.first(where: { Self.holdsFigures($0, border: border) }) else { return [] }
            return page.filter { row in
                row.baseline > first.baseline - options.labelsAbove * row.size
                    && !Self.holdsFigures(row, border: border)
                    && row.segments.allSatisfy {
                        $0.box.center.x < border && $0.box.x0 < reach.x1 && $0.box.x1 > reach.x0
                    }
            }
        }
        var labels = TableGrid.labelColumns(
            of: own + between.flatMap { Self.labelLines($0, border: border) }, options: options)
        guard let last = labels.last, last.upperBound < figures[0].lowerBound else { return nil }
        centeredEnd = isCenteredText(own.map(\.box), options: options) ? last.upperBound : nil
        // A text in the corner may be wider than all labels.
        let ends = rows.flatMap { Self.labelLines($0, border: border) }.map(\.box.x1).filter {
            $0 < figures[0].lowerBound
        }
        labels[labels.count - 1] = last.lowerBound...max(last.upperBound, ends.max() ?? 0)
        self.labels = labels
    }

    /// Index of the first of the columns that hold nothing but figures, a heading among them aside.
    private static func firstFigures(_ rows: [TextRow], extents: [ClosedRange<Double>], share: Double) -> Int {
        var start = extents.count
        while start > 0 {
            let own = rows.lazy.flatMap(\.segments).filter { extents[start - 1].contains($0.box.center.x) }
            let numeric = own.count(where: \.isNumeric)
            guard numeric > 0, numeric.isAtLeast(share, of: own.count) else { break }
            start -= 1
        }
        return start
    }

    /// Labels that a single blank parts from the heading of their group: cut before words that begin where other labels begin.
    private static func cut(_ rows: [TextRow], border: Double, leastStarts: Int) -> [TextRow] {
        let starts = Dictionary(
            rows.lazy.flatMap(\.segments).filter { $0.box.center.x < border }.map { ($0.box.x0.rounded(), 1) },
            uniquingKeysWith: +)
        return rows.map { row in
            var row = row
            row.segments = row.segments.flatMap { segment in
                segment.box.center.x < border
                    ? segment.cut { starts[segment.words[$0].x0.rounded()] ?? 0 >= leastStarts } : [segment]
            }
            return row
        }
    }

    private static func labelLines(_ row: TextRow, border: Double) -> [LabelLine] {
        row.segments.filter { $0.box.center.x < border }.map { LabelLine($0, baseline: row.baseline) }
    }

    func isLabel(_ segment: TextSegment) -> Bool { segment.box.center.x < border }

    func holdsFigures(_ row: TextRow) -> Bool { Self.holdsFigures(row, border: border) }

    private static func holdsFigures(_ row: TextRow, border: Double) -> Bool {
        row.segments.contains { $0.isNumeric && $0.box.center.x > border }
    }

    /// The label columns that a line stands in.
    func labelColumns(of box: Box) -> Range<Int> {
        let met = labels.indices.filter { index in
            // A line that runs into the next column reaches over it.
            let next = index + 1 < labels.count ? labels[index + 1].lowerBound - options.columnSlack : Double.infinity
            return box.x0 < max(labels[index].upperBound, next)
                && box.x1 > labels[index].lowerBound + options.columnSlack
                && (index + 1 == labels.count || box.x0 < next)
        }
        guard let first = met.first, let last = met.last else { return (labels.count - 1)..<labels.count }
        guard let centeredEnd, last == labels.count - 1 else { return first..<(last + 1) }
        // A label in the middle of its cell may begin far to the right of it.
        func misfit(_ start: Int) -> Double { abs((labels[start].lowerBound + centeredEnd) / 2 - box.center.x) }
        return ((0...first).min { misfit($0) < misfit($1) } ?? first)..<(last + 1)
    }

    /// Rows of one kind that follow one another.
    enum Run {
        case header([TextRow])
        /// Rows of figures and lines of their labels.
        case body([TextRow])

        var isBody: Bool {
            if case .body = self { true } else { false }
        }
    }

    /// - Parameter rules: y of drawn lines, each of which ends a header.
    func runs(of rows: [TextRow], rules: [Double]) -> [Run] {
        var runs: [Run] = []
        var current: [TextRow] = []
        var isHeader = true
        func close() -> [Run] {
            guard !current.isEmpty else { return [] }
            return [isHeader ? .header(current) : .body(current)]
        }
        for (index, row) in rows.enumerated() {
            let kind = isHeading(row, at: index, in: rows, rules: rules)
            if kind != isHeader {
                runs += close()
                current = []
                isHeader = kind
            }
            current.append(row)
        }
        return runs + close()
    }

    /// Text over the figures, or text between such lines; or a line of its own where no label stands.
    private func isHeading(_ row: TextRow, at index: Int, in rows: [TextRow], rules: [Double]) -> Bool {
        if holdsFigures(row) { return false }
        if row.segments.contains(where: { !isLabel($0) }) { return true }
        if row.segments.allSatisfy({ $0.box.x0 > labelReach }) { return true }
        // A line beside a label column: a heading's when the next line with figures or over them is a heading.
        func isOver(_ other: TextRow) -> Bool { !holdsFigures(other) && other.segments.contains { !isLabel($0) } }
        let next = rows[(index + 1)...].first { holdsFigures($0) || isOver($0) }
        let last = rows[..<index].last { holdsFigures($0) || isOver($0) }
        if let next, isOver(next) {
            if let last { return isOver(last) || next.baseline - row.baseline < row.baseline - last.baseline }
            return true
        }
        // Under the heading's last line, a rule parts it from the first label.
        guard let next, last.map(isOver) ?? true else { return false }
        return rules.contains { $0 > row.baseline && $0 < next.baseline - typography.ruleUnderBaseline * row.size }
    }
}

/// Whether more texts of different lengths have their middle in common than their left side.
func isCenteredText(_ boxes: [Box], options: FigureTableOptions) -> Bool {
    func agree(_ place: (Box) -> Double) -> Int {
        boxes.count { box in
            boxes.contains {
                abs($0.width - box.width) > options.sameWidth && abs(place($0) - place(box)) < options.sameMiddle
            }
        }
    }
    return agree(\.center.x) > agree(\.x0)
}
