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
                if !between.isEmpty && between.count(where: { $0.segments.count >= 2 }) * 2 < between.count { finish() }
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
        func finish() {
            if current.count(where: { $0.segments.count >= 2 }) >= 3 {
                runs.append(titles(above, of: current) + current)
            }
            above = waiting
            current = []
            waiting = []
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
            } else if !current.isEmpty {
                waiting.append(row)
                // The label of a group in a narrow column has many lines between two rows.
                if let last = current.last, waiting.count > 2, row.baseline - last.baseline > 3 * last.size { finish() }
            } else {
                above.append(row)
            }
        }
        finish()
        return runs.compactMap { run in
            run.lazy.map(\.box).union().map { OpenRegion(box: $0, rows: run) }
        }
    }

    /// The last of the lines above a run of rows that belong to it: the first line of a label, or titles over some of its
    /// columns, which stand close to it, in its type, and over its right part. What stands over its middle is a caption.
    private static func titles(_ above: [TextRow], of run: [TextRow]) -> [TextRow] {
        guard let first = run.first, let box = run.lazy.map(\.box).union() else { return [] }
        var titles: [TextRow] = []
        for row in above.reversed() {
            let next = titles.first ?? first
            // Half beside the first row: the first line of its label.
            if titles.isEmpty, next.baseline - row.baseline < 0.9 * min(row.size, first.size) {
                titles = [row]
                continue
            }
            let text = row.box
            guard titles.count < 3, next.baseline - row.baseline < 2.2 * first.size,
                abs(row.size - first.size) < 0.1 * first.size,
                text.center.x > box.center.x + 0.04 * box.width, text.x0 > box.x0 + 2 * row.size, text.x1 < box.x1
            else { break }
            titles.insert(row, at: 0)
        }
        return titles
    }
}
