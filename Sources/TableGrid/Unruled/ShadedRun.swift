internal import DocumentModel

/// Filled boxes of one height that touch side by side: the shaded cells of a table's row, or the parts of a chart's bar.
struct ShadedRun {
    var box: Box
    /// x of the borders between its parts.
    var inner: [Double]

    /// Filled boxes with text in them whose sides stand in no columns: the bars of a chart.
    static func areBars(_ fills: [Box], in area: Box, options: CellOptions) -> Bool {
        let boxes = fills.filter { fill in
            area.contains(fill.center) && fill.width < options.widestBar * area.width
                && fill.height < options.highestBar * area.height
        }
        guard boxes.count >= options.fewestBars else { return false }
        let runs = runs(of: boxes, options: options)
        let heights = Set(runs.map { ($0.box.y0 / options.sameSide).rounded() })
        guard heights.count >= options.fewestBarRows else { return false }
        let aligned = runs.count { run in
            // Only its neighbours from left to right can begin where it begins.
            runs[runs.partitionPoint { $0.box.x0 <= run.box.x0 - options.sameSide }...]
                .prefix { $0.box.x0 < run.box.x0 + options.sameSide }
                .contains { run.isAligned(with: $0, within: options.sameSide) }
        }
        return !aligned.isAtLeast(options.alignedBars, of: runs.count)
    }

    /// Puts boxes together, sorted from left to right.
    private static func runs(of boxes: [Box], options: CellOptions) -> [ShadedRun] {
        var runs: [ShadedRun] = []
        for box in boxes.sorted(by: { ($0.y0.rounded(), $0.x0) < ($1.y0.rounded(), $1.x0) }) {
            if let last = runs.last?.box, abs(last.y0 - box.y0) < options.sameBar,
                abs(last.y1 - box.y1) < options.sameBar, box.x0 - last.x1 < options.sameBar
            {
                runs[runs.count - 1].inner.append(box.x0)
                runs[runs.count - 1].box = last.union(box)
            } else {
                runs.append(ShadedRun(box: box, inner: []))
            }
        }
        return runs.sorted { $0.box.x0 < $1.box.x0 }
    }

    /// Stands over or under `other` in the same columns.
    private func isAligned(with other: ShadedRun, within slack: Double) -> Bool {
        guard abs(other.box.x0 - box.x0) < slack, abs(other.box.x1 - box.x1) < slack,
            abs(other.box.y0 - box.y0) > slack
        else { return false }
        return inner.isEmpty || other.inner.isEmpty
            || inner.allSatisfy { x in other.inner.contains { abs($0 - x) < slack } }
    }
}
