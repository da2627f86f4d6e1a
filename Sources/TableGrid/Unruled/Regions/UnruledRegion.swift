internal import DocumentModel

/// A part of a page that may be a table without full rules.
struct UnruledRegion: Hashable, Sendable {
    var box: Box
    var rows: [TextRow]
    /// y of drawn lines across it.
    var horizontal: [Double]
    /// x of drawn lines between its columns.
    var vertical: [Double]

    /// Regions between horizontal rules of one width: three-line tables, and tables with a rule under every row.
    static func betweenRules(_ rules: [Rule], rows: [TextRow], options: RegionOptions) -> [UnruledRegion] {
        var groups: [[Rule]] = []
        for rule in rules.sorted(by: { $0.position < $1.position }) where rule.span.length > options.shortestRule {
            let group = groups.firstIndex { group in
                guard let first = group.first else { return false }
                return abs(first.span.lowerBound - rule.span.lowerBound) < options.sameWidth
                    && abs(first.span.upperBound - rule.span.upperBound) < options.sameWidth
            }
            if let group { groups[group].append(rule) } else { groups.append([rule]) }
        }
        return groups.filter { $0.count >= 2 }.flatMap { stretches(of: $0, rows: rows, options: options) }
    }

    /// Cuts a group of rules where running prose stands between two of them.
    private static func stretches(of group: [Rule], rows: [TextRow], options: RegionOptions) -> [UnruledRegion] {
        var regions: [UnruledRegion] = []
        var current: [Rule] = []
        func finish() {
            if current.count >= 2, let region = UnruledRegion(current, rows: rows, options: options) {
                regions.append(region)
            }
            current = []
        }
        for line in group {
            if let last = current.last {
                let between = UnruledRegion([last, line], rows: rows, options: options)?.rows ?? []
                let start = between.figuresStart
                let prose = between.count { $0.segments.count == 1 && !$0.isLabel(before: start) }
                let isProse =
                    prose.isMoreThan(options.prose, of: between.count) || start == .infinity && prose == between.count
                if !between.isEmpty && isProse { finish() }
            }
            current.append(line)
        }
        finish()
        return regions
    }

    private init?(_ lines: [Rule], rows: [TextRow], options: RegionOptions) {
        guard let first = lines.first, let last = lines.last, last.position > first.position else { return nil }
        box = Box(
            x0: first.span.lowerBound - options.sideMargin, y0: first.position - options.ruleMargin,
            x1: first.span.upperBound + options.sideMargin, y1: last.position + options.ruleMargin)
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
}

extension TextRow {
    /// x of its first figure behind a label; infinite for none.
    var figuresStart: Double {
        segments.dropFirst().first(where: \.isNumeric)?.box.x0 ?? .infinity
    }

    /// Stands wholly on the left of the figures.
    func isLabel(before figures: Double) -> Bool { figures < .infinity && box.x1 < figures }
}

extension [TextRow] {
    fileprivate var figuresStart: Double { lazy.map(\.figuresStart).min() ?? .infinity }
}
