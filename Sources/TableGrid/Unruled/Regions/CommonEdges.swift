internal import DocumentModel

/// Figures that stand closer than columns do, cut where other rows show that two columns meet: a figure ends where figures of other
/// rows end, and so does the next one in its own line.
func rowsCutAtCommonEdges(_ rows: [TextRow], options: ColumnGapOptions) -> [TextRow] {
    var ends: [Double: Set<Int>] = [:]
    for (index, row) in rows.enumerated() {
        for segment in row.segments where segment.isNumeric {
            // Rounded down and up, so that no boundary divides equals.
            let x = segment.box.x1 / max(options.sameEdge, 0.1)
            ends[x.rounded(.down), default: []].insert(index)
            ends[x.rounded(.up), default: []].insert(index)
        }
    }
    func isCommon(_ x: Double, except row: Int) -> Bool {
        let x = x / max(options.sameEdge, 0.1)
        return [x.rounded(.down), x.rounded(.up)].contains { place in
            (ends[place] ?? []).count { $0 != row } >= options.fewestEdges
        }
    }
    return rows.enumerated().map { index, row in
        guard row.segments.contains(where: { $0.isNumeric && $0.words.count > 1 }) else { return row }
        var row = row
        row.segments = row.segments.flatMap { segment -> [TextSegment] in
            let texts = segment.text.split(separator: " ")
            guard segment.isNumeric, texts.count == segment.words.count, texts.allSatisfy(\.looksLikeFigure),
                let last = segment.words.last, isCommon(last.x1, except: index)
            else { return [segment] }
            return segment.cut { isCommon(segment.words[$0 - 1].x1, except: index) }
        }
        return row
    }
}
