internal import DocumentModel

/// A part of a page that may be a table without full rules.
struct OpenRegion: Hashable {
    var box: Box
    var rows: [TextRow]
    /// y of drawn lines across it.
    var horizontal: [Double]
    /// x of drawn lines between its columns.
    var vertical: [Double]

    /// Regions between horizontal lines of one width: three-line tables, and tables with a line under every row.
    static func betweenLines(_ lines: [Line], rows: [TextRow]) -> [OpenRegion] {
        var groups: [[Line]] = []
        for line in lines.sorted(by: { $0.position < $1.position }) where line.span.length > 60 {
            let group = groups.firstIndex { group in
                guard let first = group.first else { return false }
                return abs(first.span.lowerBound - line.span.lowerBound) < 6
                    && abs(first.span.upperBound - line.span.upperBound) < 6
            }
            if let group { groups[group].append(line) } else { groups.append([line]) }
        }
        return groups.filter { $0.count >= 2 }.flatMap { stretches(of: $0, rows: rows) }
    }

    /// Cuts a group of lines where running prose stands between two of them.
    private static func stretches(of group: [Line], rows: [TextRow]) -> [OpenRegion] {
        var regions: [OpenRegion] = []
        var current: [Line] = []
        func finish() {
            if current.count >= 2, let region = OpenRegion(current, rows: rows) { regions.append(region) }
            current = []
        }
        for line in group {
            if let last = current.last {
                let between = OpenRegion([last, line], rows: rows)?.rows ?? []
                let start = between.figuresStart
                let prose = between.count { $0.segments.count == 1 && !$0.isLabel(before: start) }
                if !between.isEmpty && (2 * prose > between.count || start == .infinity && prose == between.count) {
                    finish()
                }
            }
            current.append(line)
        }
        finish()
        return regions
    }

    private init?(_ lines: [Line], rows: [TextRow]) {
        guard let first = lines.first, let last = lines.last, last.position > first.position else { return nil }
        box = Box(
            x0: first.span.lowerBound - 2, y0: first.position - 1, x1: first.span.upperBound + 2, y1: last.position + 1)
        let area = box
        self.rows = rows.compactMap { $0.part(in: area) }
        horizontal = lines.map(\.position)
        vertical = []
        guard !self.rows.isEmpty else { return nil }
    }

    init(box: Box, rows: [TextRow], horizontal: [Double] = [], vertical: [Double] = []) {
        self.box = box
        self.rows = rows
        self.horizontal = horizontal
        self.vertical = vertical
    }

    /// Runs of neighbouring rows with several segments each: tables without any rule.
    static func aligned(_ rows: [TextRow]) -> [OpenRegion] {
        var runs: [[TextRow]] = []
        var current: [TextRow] = []
        var waiting: [TextRow] = []
        // Single lines above the run.
        var above: [TextRow] = []
        // Where the figures of the run begin.
        var figures = Double.infinity
        func finish() {
            if current.count(where: { $0.segments.count >= 2 }) >= 3 {
                let rest = rest(waiting, of: current, before: figures)
                runs.append(titles(above, of: current + rest, before: figures) + current + rest)
                waiting.removeFirst(rest.count)
            }
            above = waiting
            current = []
            waiting = []
            figures = .infinity
        }
        for row in rows {
            if let last = waiting.last ?? current.last, row.baseline - last.baseline > 2.6 * max(row.size, last.size) {
                finish()
            }
            // A line in larger type begins what follows.
            if let last = current.last, row.segments.count == 1, row.size > 1.15 * last.size { finish() }
            if row.segments.count >= 2 {
                current += waiting + [row]
                waiting = []
                figures = min(figures, row.figuresStart)
            } else if !current.isEmpty {
                waiting.append(row)
                // Labels have many lines between two rows of figures, running text reaches further.
                let other = waiting.count { !$0.isLabel(before: figures) }
                if other > 2 || waiting.count > mostLabelLines { finish() }
            } else {
                above.append(row)
            }
        }
        finish()
        return runs.compactMap { run in
            run.lazy.map(\.box).union().map { OpenRegion(box: $0, rows: run) }
        }
    }

    /// More lines than these between two rows of figures are no labels.
    private static let mostLabelLines = 12

    /// The first of the lines under a run of rows that go on with its last label: as far below the last figures as other lines
    /// of that label stand above them.
    private static func rest(_ waiting: [TextRow], of run: [TextRow], before figures: Double) -> [TextRow] {
        guard let last = run.last(where: { $0.figuresStart < .infinity }) else { return [] }
        return Array(waiting.prefix { $0.isLabel(before: figures) && $0.isMirrored(in: run, at: last) })
    }

    /// The last of the lines above a run of rows that belong to it: the first lines of a label, or titles over some of its
    /// columns, which stand close to it, in its type, and over its right part. What stands over its middle is a caption.
    private static func titles(_ above: [TextRow], of run: [TextRow], before figures: Double) -> [TextRow] {
        guard let first = run.first, let box = run.lazy.map(\.box).union() else { return [] }
        var titles: [TextRow] = []
        // Lines of the text in the corner beside titles: they count where a title stands above them.
        var corner: [TextRow] = []
        for row in above.reversed() {
            if first.figuresStart < .infinity, row.isLabel(before: figures), row.isMirrored(in: run, at: first) {
                titles.insert(row, at: 0)
                continue
            }
            let next = titles.first ?? first
            let text = row.box
            guard titles.count < 6, next.baseline - row.baseline < 2.2 * first.size,
                abs(row.size - first.size) < 0.1 * first.size
            else { break }
            if text.center.x > box.center.x + 0.04 * box.width, text.x0 > box.x0 + 2 * row.size, text.x1 < box.x1 {
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
}

extension TextRow {
    /// x of its first figure behind a label; infinite for none.
    fileprivate var figuresStart: Double {
        segments.dropFirst().first(where: \.isNumeric)?.box.x0 ?? .infinity
    }

    /// Stands wholly on the left of the figures.
    fileprivate func isLabel(before figures: Double) -> Bool { figures < .infinity && box.x1 < figures }

    /// Another line stands as far from the figures of `middle`, on their other side, as this one, and as far to the left.
    fileprivate func isMirrored(in rows: [TextRow], at middle: TextRow) -> Bool {
        rows.contains { other in
            abs(other.baseline + baseline - 2 * middle.baseline) < 0.25 * size && other.baseline != baseline
                && other.segments.contains { segment in
                    segments.contains {
                        abs($0.box.x0 - segment.box.x0) < 0.5 * size
                            || abs($0.box.center.x - segment.box.center.x) < 0.5 * size
                    }
                }
        }
    }
}

extension [TextRow] {
    fileprivate var figuresStart: Double { lazy.map(\.figuresStart).min() ?? .infinity }
}
