internal import DocumentModel

extension UnruledRegion {
    /// Two tables side by side, where their rows are not level: many rows stand on one side of a gap alone, on both sides of it.
    func partsSideBySide(options: TableOptions) -> [UnruledRegion] {
        guard horizontal.isEmpty, let gap = gaps(options).first(where: { parts(at: $0, options: options) }) else {
            return [self]
        }
        let sides = [
            rows.compactMap { $0.part { $0.box.center.x < gap } },
            rows.compactMap { $0.part { $0.box.center.x > gap } },
        ]
        return sides.compactMap { rows in
            rows.lazy.map(\.box).union().map { UnruledRegion(box: $0, rows: rows) }
        }.flatMap { $0.partsSideBySide(options: options) }
    }

    /// x of the middles of the gaps that no row reaches over.
    private func gaps(_ options: TableOptions) -> [Double] {
        let boxes = rows.flatMap(\.segments).map(\.box).sorted { $0.x0 < $1.x0 }
        guard let first = boxes.first, let size = rows.first?.size else { return [] }
        var gaps: [Double] = []
        var end = first.x1
        for box in boxes {
            if box.x0 - end > options.regions.sideGap * size { gaps.append((end + box.x0) / 2) }
            end = max(end, box.x1)
        }
        return gaps
    }

    private func parts(at x: Double, options: TableOptions) -> Bool {
        let full = rows.filter { $0.segments.count >= 2 }
        let left = full.count { $0.box.x1 < x }
        let right = full.count { $0.box.x0 > x }
        let fewest = options.regions.fewestApart
        return left >= fewest && right >= fewest && left + right > full.count - left - right
    }
}
