internal import DocumentModel

/// Filled boxes of one height that touch side by side: the shaded cells of a table's row, or the parts of a chart's bar.
struct Bar {
    var box: Box
    /// x of the borders between its parts.
    var inner: [Double]

    /// Puts boxes together, sorted from left to right.
    static func bars(_ boxes: [Box]) -> [Bar] {
        var bars: [Bar] = []
        for box in boxes.sorted(by: { ($0.y0.rounded(), $0.x0) < ($1.y0.rounded(), $1.x0) }) {
            if let last = bars.last?.box, abs(last.y0 - box.y0) < 1, abs(last.y1 - box.y1) < 1, box.x0 - last.x1 < 1 {
                bars[bars.count - 1].inner.append(box.x0)
                bars[bars.count - 1].box = last.union(box)
            } else {
                bars.append(Bar(box: box, inner: []))
            }
        }
        return bars.sorted { $0.box.x0 < $1.box.x0 }
    }

    /// Stands over or under `other` in the same columns.
    func isAligned(with other: Bar) -> Bool {
        guard abs(other.box.x0 - box.x0) < 3, abs(other.box.x1 - box.x1) < 3, abs(other.box.y0 - box.y0) > 3 else {
            return false
        }
        return inner.isEmpty || other.inner.isEmpty
            || inner.allSatisfy { x in other.inner.contains { abs($0 - x) < 3 } }
    }
}
