internal import DocumentModel

extension UnruledRegion {
    /// Runs of neighbouring rows with several segments each: tables without any rule.
    static func aligned(_ rows: [TextRow], options: TableOptions) -> [UnruledRegion] {
        var search = AlignedRows(options: options)
        for row in rows { search.append(row) }
        return search.finished.compactMap { run in
            run.lazy.map(\.box).union().map { UnruledRegion(box: $0, rows: run) }
        }
    }
}

/// Runs of rows with several segments each, as they grow from row to row.
private struct AlignedRows {
    private let options: RegionOptions
    private let typography: Typography
    private var runs: [[TextRow]] = []
    private var current: [TextRow] = []
    /// Single lines after the run, which may go on behind them.
    private var waiting: [TextRow] = []
    /// Single lines above the run.
    private var above: [TextRow] = []
    /// x where the figures of the run begin; infinite while it has none.
    private var figures = Double.infinity
    /// A wider gap than rows have stands before the lines that wait.
    private var isAfterGap = false

    init(options: TableOptions) { (self.options, typography) = (options.regions, options.typography) }

    var finished: [[TextRow]] {
        var copy = self
        copy.finish()
        return copy.runs
    }

    mutating func append(_ row: TextRow) {
        if let last = waiting.last ?? current.last {
            let pitch = (row.baseline - last.baseline) / max(row.size, last.size)
            if pitch > typography.rowPitch {
                if pitch > typography.partPitch || !goesOnAfterGap(row) { finish() } else { isAfterGap = true }
            }
        }
        // What follows a wide gap has to prove by its figures that it is the same table.
        if isAfterGap, row.segments.count >= 2 {
            if !hasCommonEnd(row) { finish() }
            isAfterGap = false
        }
        // A line in larger type begins what follows.
        if let last = current.last, row.segments.count == 1, row.size > typography.newStart * last.size { finish() }
        if row.segments.count >= 2 {
            current += waiting + [row]
            waiting = []
            figures = min(figures, row.figuresStart)
        } else if !current.isEmpty {
            waiting.append(row)
            // Labels have many lines between two rows of figures, running text reaches further.
            let other = waiting.count { !$0.isLabel(before: figures) }
            if other > options.mostOtherLines || waiting.count > options.mostLabelLines { finish() }
        } else {
            above.append(row)
        }
    }

    /// Begins where labels of the run begin, and is a label or has figures in the run's columns.
    private func goesOnAfterGap(_ row: TextRow) -> Bool {
        guard figures < .infinity, let first = row.segments.first else { return false }
        let isAligned = current.contains {
            $0.segments.first.map { abs($0.box.x0 - first.box.x0) < options.sameEdge } ?? false
        }
        return isAligned && (row.segments.count >= 2 ? hasCommonEnd(row) : row.isLabel(before: figures))
    }

    /// All figures of the row end where figures of the run end.
    private func hasCommonEnd(_ row: TextRow) -> Bool {
        let ends = current.flatMap(\.segments).filter(\.isNumeric).map(\.box.x1)
        let own = row.segments.dropFirst().filter(\.isNumeric)
        return !own.isEmpty
            && own.allSatisfy { segment in
                ends.contains { abs($0 - segment.box.x1) < options.sameEdge }
            }
    }

    private mutating func finish() {
        if current.count(where: { $0.segments.count >= 2 }) >= options.fewestRows {
            let rest = rest
            runs.append(titles(of: current + rest) + current + rest)
            waiting.removeFirst(rest.count)
        }
        above = waiting
        current = []
        waiting = []
        figures = .infinity
        isAfterGap = false
    }

    /// Lines below the last figures that belong to its label: a label of several lines is centred on its figures, so each line below
    /// mirrors one above, or each record has a second line.
    private var rest: [TextRow] {
        if let second = waiting.first, recurs(second) { return [second] }
        guard let last = current.last(where: { $0.figuresStart < .infinity }) else { return [] }
        return Array(waiting.prefix { $0.isLabel(before: figures) && isMirrored($0, in: current, at: last) })
    }

    /// True for a line as far below the last row, and from the left, as single lines stand below other rows of the run.
    private func recurs(_ line: TextRow) -> Bool {
        guard let last = current.last, last.segments.count >= 2 else { return false }
        let others = zip(current, current.dropFirst()).count { row, below in
            row.segments.count >= 2 && below.segments.count == 1
                && abs(below.box.x0 - line.box.x0) < options.sameEdge
                && abs((below.baseline - row.baseline) - (line.baseline - last.baseline))
                    < typography.mirrored * line.size
                && abs(below.size - line.size) < typography.sameType * line.size
        }
        return others >= options.fewestSecondLines
    }

    /// The last of the lines above a run of rows that belong to it: the first lines of a label, or titles over some of its
    /// columns, which stand close to it, in its type, and over its right part. What stands over its middle is a caption.
    private func titles(of run: [TextRow]) -> [TextRow] {
        guard let first = run.first, let box = run.lazy.map(\.box).union() else { return [] }
        var titles: [TextRow] = []
        // Lines of the text in the corner beside titles: they count where a title stands above them.
        var corner: [TextRow] = []
        for row in above.reversed() {
            if first.figuresStart < .infinity, row.isLabel(before: figures), isMirrored(row, in: run, at: first) {
                titles.insert(row, at: 0)
                continue
            }
            let next = titles.first ?? first
            guard titles.count < options.mostTitles,
                next.baseline - row.baseline
                    < (isYear(row, over: run) ? typography.partPitch : typography.titlePitch) * first.size,
                abs(row.size - first.size) < typography.sameType * first.size
            else { break }
            if isTitle(row, over: box) {
                titles = [row] + corner + titles
                corner = []
            } else if row.isLabel(before: figures) {
                corner.insert(row, at: 0)
            } else {
                break
            }
        }
        return titles
    }

    /// A single figure that ends where those of the run do.
    private func isYear(_ row: TextRow, over run: [TextRow]) -> Bool {
        guard row.segments.count == 1, let own = row.segments.first, own.isNumeric else { return false }
        let below = run.flatMap { $0.segments.dropFirst() }.filter(\.isNumeric)
        return below.count { abs($0.box.x1 - own.box.x1) < options.sameEdge } >= options.fewestRows
    }

    private func isTitle(_ row: TextRow, over box: Box) -> Bool {
        let text = row.box
        return text.center.x > box.center.x + options.titleOffset * box.width
            && text.x0 > box.x0 + options.titleIndent * row.size && text.x1 < box.x1
    }

    /// Another line stands as far from the figures of `middle`, on their other side, as this one, and as far to the left.
    private func isMirrored(_ row: TextRow, in rows: [TextRow], at middle: TextRow) -> Bool {
        rows.contains { other in
            abs(other.baseline + row.baseline - 2 * middle.baseline) < typography.mirrored * row.size
                && other.baseline != row.baseline
                && other.segments.contains { segment in
                    row.segments.contains {
                        abs($0.box.x0 - segment.box.x0) < options.sameLabel * row.size
                            || abs($0.box.center.x - segment.box.center.x) < options.sameLabel * row.size
                    }
                }
        }
    }
}
