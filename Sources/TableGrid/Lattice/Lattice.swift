package import DocumentModel

/// The grid of one table on one page: where its row and column borders stand, and which of their pieces are drawn.
package struct Lattice: Hashable, Sendable {
    /// Column borders from left to right: one more than columns.
    package var xs: [Double]
    /// Row borders from top to bottom: one more than rows.
    package var ys: [Double]
    /// `horizontalEdges[j][c]`: the border `ys[j]` is drawn along column `c`.
    package var horizontalEdges: [[Bool]]
    /// `verticalEdges[i][r]`: the border `xs[i]` is drawn along row `r`.
    package var verticalEdges: [[Bool]]

    /// Whether the top and bottom sides are drawn, by column: where a page break cuts a table they may not be.
    package var isTopDrawn: [Bool]
    package var isBottomDrawn: [Bool]

    package var rows: Int { ys.count - 1 }
    package var columns: Int { xs.count - 1 }
    package var box: Box { Box(x0: xs[0], y0: ys[0], x1: xs[columns], y1: ys[rows]) }
}

extension Lattice {
    /// - Parameter glyphs: the text inside the table; it tells a double border from a narrow column.
    /// - Returns: nil where the lines enclose nothing.
    package init?(_ group: RuleGroup, glyphs: [Glyph], options: TableOptions) {
        let centers = glyphs.map(\.box.center)
        let horizontal =
            group.horizontal + Self.closing(group.vertical, by: group.horizontal, glyphs: centers, options: options)
        let vertical =
            group.vertical + Self.closing(group.horizontal, by: group.vertical, glyphs: centers, options: options)
        // What is narrower than a character holds no text: a double border, a spacer between columns.
        let sizes = glyphs.map(\.size).sorted()
        let narrowest = max(options.doubleBorder, sizes.isEmpty ? 0 : sizes[sizes.count / 2])
        // Where not even half a character fits, the text of a merged cell runs across.
        let same = max(options.snap.nextUp, min(narrowest, sizes.first ?? 0) / 2)
        guard
            let ys = Self.borders(horizontal, glyphs: centers.map(\.y), same: same, narrowest: narrowest),
            let xs = Self.borders(vertical, glyphs: centers.map(\.x), same: same, narrowest: narrowest)
        else { return nil }
        self.xs = xs.positions
        self.ys = ys.positions
        horizontalEdges = Self.edges(horizontal, at: ys, between: xs.positions, options: options)
        verticalEdges = Self.edges(vertical, at: xs, between: ys.positions, options: options)
        // The outline is closed whether it is drawn or not.
        let drawn = Self.edges(group.horizontal, at: ys, between: xs.positions, options: options)
        isTopDrawn = drawn[0]
        isBottomDrawn = drawn[drawn.count - 1]
        for side in [0, rows] { horizontalEdges[side] = horizontalEdges[side].map { _ in true } }
        for side in [0, columns] { verticalEdges[side] = verticalEdges[side].map { _ in true } }
    }

    /// Borders that the drawing leaves open: where `lines` stick out beyond the outermost of the lines that cross them, and
    /// text stands in that part, a border is added at their common end (tables without side borders, tables cut by a page).
    private static func closing(
        _ lines: [Rule], by crossing: [Rule], glyphs: [Point], options: TableOptions
    ) -> [Rule] {
        guard let axis = lines.first?.axis else { return [] }
        let positions = crossing.map(\.position)
        guard let first = positions.min(), let last = positions.max() else { return [] }
        let across = lines.map(\.position)
        let extent = (across.min() ?? 0)...(across.max() ?? 0)
        func side(_ inner: Double, _ end: (Rule) -> Double, _ isOut: (Double) -> Bool) -> OpenSide? {
            let out = lines.filter { isOut(end($0)) }
            let side = OpenSide(inner: inner, lines: out.map { ($0, end($0)) }, crossing: crossing, options: options)
            return side.map { side in
                var side = side
                side.holdsText = glyphs.contains {
                    let along = $0.position(along: axis)
                    return along > min(side.end, inner) && along < max(side.end, inner)
                        && extent.contains($0.position(along: axis.other))
                }
                return side
            }
        }
        let sides = [
            side(first, \.span.lowerBound) { $0 < first - options.openSide },
            side(last, \.span.upperBound) { $0 > last + options.openSide },
        ].compactMap(\.self)
        // Open on one side for certain, it is open on the other, even where nothing stands there on this page.
        let isOpen = sides.contains { $0.isCommon && $0.holdsText }
        return sides.filter { $0.holdsText || isOpen && !$0.isCommon }.map {
            Rule(axis: axis.other, position: $0.end, span: extent)
        }
    }

    /// A side on which lines stick out beyond the outermost line that crosses them.
    private struct OpenSide {
        /// Where the lines end.
        var end: Double
        /// Several lines end there.
        var isCommon: Bool
        var holdsText = false

        /// - Returns: nil for one line alone that does not part two cells: it may be the table's frame, or run on to elsewhere.
        init?(inner: Double, lines: [(line: Rule, end: Double)], crossing: [Rule], options: TableOptions) {
            guard let outermost = lines.max(by: { abs($0.end - inner) < abs($1.end - inner) }) else { return nil }
            end = outermost.end
            isCommon = lines.count { abs($0.end - outermost.end) <= options.joinGap } >= 2
            if isCommon { return }
            let marks = crossing.map(\.position).sorted()
            let longest = zip(marks, marks.dropFirst()).map { $1 - $0 }.max() ?? 0
            let position = outermost.line.position
            guard lines.count == 1, abs(end - inner) <= longest,
                crossing.contains(where: { $0.span.lowerBound < position - options.openSide }),
                crossing.contains(where: { $0.span.upperBound > position + options.openSide })
            else { return nil }
        }
    }

    /// Positions of borders, and for each line the border it belongs to.
    private struct Borders {
        var positions: [Double]
        /// Upper limit of the positions that belong to each border.
        var limits: [Double]

        func index(of position: Double) -> Int {
            min(limits.partitionPoint { $0 < position }, positions.count - 1)
        }
    }

    /// Collapses lines that are one border to the eye: nearer than `same`, or than `narrowest` with no text between.
    private static func borders(_ lines: [Rule], glyphs: [Double], same: Double, narrowest: Double) -> Borders? {
        let sorted = lines.sorted { $0.position < $1.position }
        let text = glyphs.sorted()
        var clusters: [[Rule]] = []
        for line in sorted {
            guard let first = clusters.last?.first, let last = clusters.last?.last else {
                clusters.append([line])
                continue
            }
            let gap = line.position - last.position
            let isEmpty = text.partitionPoint { $0 <= last.position } == text.partitionPoint { $0 < line.position }
            let isSame = gap < same || gap <= narrowest && isEmpty
            if isSame && line.position - first.position <= 2 * narrowest {
                clusters[clusters.count - 1].append(line)
            } else {
                clusters.append([line])
            }
        }
        guard clusters.count >= 2 else { return nil }
        return Borders(
            positions: clusters.map { cluster in ((cluster.first?.position ?? 0) + (cluster.last?.position ?? 0)) / 2 },
            limits: clusters.map { $0.last?.position ?? 0 })
    }

    private static func edges(
        _ lines: [Rule], at borders: Borders, between marks: [Double], options: TableOptions
    ) -> [[Bool]] {
        let count = marks.count - 1
        var covered = [[Double]](repeating: [Double](repeating: 0, count: count), count: borders.positions.count)
        for line in lines {
            let border = borders.index(of: line.position)
            var index = max(0, marks.partitionPoint { $0 <= line.span.lowerBound } - 1)
            while index < count, marks[index] < line.span.upperBound {
                let low = max(line.span.lowerBound, marks[index])
                let high = min(line.span.upperBound, marks[index + 1])
                // Of several lines in one border the longest counts: they lie beside each other.
                if high > low { covered[border][index] = max(covered[border][index], high - low) }
                index += 1
            }
        }
        return covered.map { lengths in
            lengths.indices.map { lengths[$0] >= options.coverage * (marks[$0 + 1] - marks[$0]) }
        }
    }
}
