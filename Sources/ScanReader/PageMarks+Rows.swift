internal import DocumentModel
internal import ImageCleaning

/// Marks in rows and lines. Heights and widths are in pixels.
extension PageMarks {
    struct Row {
        var box: PixelBox
        var marks: [PixelBox]
    }

    /// What most rows of several marks are high: those of a page without cells tell nothing, and 9 points are usual.
    static func middleHeight(_ rows: [Row], scale: Double) -> Double {
        // Figures are lower than Chinese characters, and their rows have few marks.
        for count in [5, 2] {
            let heights = rows.filter { $0.marks.count >= count }.map { Double($0.box.height) }
            let likely = heights.filter { (4 * scale...30 * scale).contains($0) }.sorted()
            if likely.count >= 3 { return likely[likely.count / 2] }
        }
        return 9 * scale
    }

    /// Marks without the dirt: small ones that stand apart from all others, as no full stop and no part of a character does.
    static func withoutSpecks(_ marks: [PixelBox], height: Double) -> [PixelBox] {
        let (small, near) = (0.28 * height, 0.55 * height)
        let large = marks.filter { Double(max($0.width, $0.height)) > small }.sorted { $0.y < $1.y }
        let tallest = large.map(\.height).max() ?? 0
        return marks.filter { mark in
            guard Double(max(mark.width, mark.height)) <= small else { return true }
            let first = large.partitionPoint { $0.y < mark.y - tallest - Int(near) }
            return large[first...].prefix { Double($0.y - mark.endY) <= near }.contains { other in
                Double(max(other.x - mark.endX, mark.x - other.endX)) <= near
                    && Double(max(other.y - mark.endY, mark.y - other.endY)) <= near
            }
        }
    }

    /// A cell's row without a lone dot before or behind everything else: no figure begins or ends with a point, and labels can spare
    /// theirs. Several there may be what is left of a digit, and a flat one is a sign.
    static func trimmed(_ row: Row, height: Double) -> Row {
        func isDot(_ mark: PixelBox) -> Bool {
            Double(max(mark.width, mark.height)) <= 0.2 * height && 2 * mark.width <= 3 * mark.height
        }
        guard let print = PixelBox(around: row.marks.filter { !isDot($0) }) else { return row }
        // Half-way up before a figure a dot may be what a coarse scan has left of its minus.
        let signs = Double(print.y) + 0.2 * Double(print.height)...Double(print.y) + 0.8 * Double(print.height)
        let before = row.marks.filter { $0.endX <= print.x && !signs.contains($0.midY) }
        let behind = row.marks.filter { $0.x >= print.endX }
        let dirt = [before, behind].filter { $0.count == 1 }.joined()
        let marks = row.marks.filter { !dirt.contains($0) }
        return PixelBox(around: marks).map { Row(box: $0, marks: marks) } ?? row
    }

    /// A digit that was printed over the rule between two cells goes to the cell of the digits beside it.
    static func keepTogether(_ inside: inout [[PixelBox]], cells: [PixelBox], height: Double) {
        let moves = inside.indices.flatMap { cell in
            inside[cell].filter { $0.x < cells[cell].x || $0.endX > cells[cell].endX }.map { (mark: $0, from: cell) }
        }
        for (mark, from) in moves {
            func isBeside(_ other: PixelBox) -> Bool {
                let gap = max(other.x - mark.endX, mark.x - other.endX)
                let shared = min(other.endY, mark.endY) - max(other.y, mark.y)
                return other != mark && Double(gap) <= 0.4 * height && 2 * shared > min(other.height, mark.height)
            }
            guard !inside[from].contains(where: isBeside),
                let to = inside.indices.first(where: { $0 != from && inside[$0].contains(where: isBeside) })
            else { continue }
            inside[from].removeAll { $0 == mark }
            inside[to].append(mark)
        }
    }

    /// The lines of a cell's row, without ticks beside them and rings around them, and these.
    static func lines(
        of row: Row, cell: Int, height: Double, grey: Bitmap
    ) -> (lines: [ScanLine], strays: [PixelBox]) {
        guard row.marks.count <= mostMarksOfFigures else {
            return ([ScanLine(box: row.box, cell: cell, marks: row.marks)], [])
        }
        func shape(_ mark: PixelBox) -> MarkShape? { MarkShape(mark, in: grey, textHeight: height) }
        let strays = row.marks.filter { mark in
            let others = row.marks.filter { $0 != mark }
            guard others.contains(where: { Double($0.height) >= 0.5 * height }) else { return false }
            let isAround = others.contains { $0.union(mark) == mark && Double($0.height) >= 0.4 * height }
            return isAround ? shape(mark) == .ring : others.allSatisfy { $0.midX < mark.midX } && shape(mark) == .tick
        }
        let rest = row.marks.filter { !strays.contains($0) }
        guard let box = PixelBox(around: rest) else { return ([], strays) }
        let lines = parted(Row(box: box, marks: rest), height: height).filter { isText($0, height: height) }.map {
            part in
            ScanLine(
                box: part.box, cell: cell, marks: part.marks,
                isSlash: part.marks.count == 1 && shape(part.marks[0]) == .slash, isDisturbed: !strays.isEmpty)
        }
        return (lines, strays)
    }

    /// A row of few marks, cut where there is more room than between the digits of a number: two figures, where the rule between their
    /// columns is lost, or a figure with a mark beside it.
    static func parted(_ row: Row, height: Double) -> [Row] {
        guard row.marks.count <= mostMarksOfFigures else { return [row] }
        var parts: [Row] = []
        for mark in row.marks.sorted(by: { ($0.x, $0.y) < ($1.x, $1.y) }) {
            if let last = parts.last, Double(mark.x - last.box.endX) <= widestGap * height {
                parts[parts.count - 1] = Row(box: last.box.union(mark), marks: last.marks + [mark])
            } else {
                parts.append(Row(box: mark, marks: [mark]))
            }
        }
        return parts
    }

    /// A row with more marks is a label.
    private static let mostMarksOfFigures = 12
    /// No number has a wider gap in it, as a share of the text's height.
    private static let widestGap = 0.9

    /// Marks whose heights overlap are one row: what stands between rows is a stripe of white.
    static func rows(_ marks: [PixelBox]) -> [Row] {
        var rows: [Row] = []
        for mark in marks.sorted(by: { ($0.y, $0.x) < ($1.y, $1.x) }) {
            if let last = rows.last, mark.y < last.box.endY {
                rows[rows.count - 1].box = last.box.union(mark)
                rows[rows.count - 1].marks.append(mark)
            } else {
                rows.append(Row(box: mark, marks: [mark]))
            }
        }
        return rows
    }

    /// Strokes of one character that do not touch (二) are not rows of their own.
    static func mended(_ rows: [Row], height: Double) -> [Row] {
        var result: [Row] = []
        for row in rows {
            if let last = result.last {
                let both = last.box.union(row.box)
                let isThin = Double(min(last.box.height, row.box.height)) < 0.6 * height
                if isThin, Double(both.height) <= 1.2 * height {
                    result[result.count - 1] = Row(box: both, marks: last.marks + row.marks)
                    continue
                }
            }
            result.append(row)
        }
        return result
    }

    /// Around the lines of text that the marks make, wherever they stand.
    static func runs(of marks: [PixelBox], scale: Double) -> [PixelBox] {
        let letters = marks.filter { Double(max($0.width, $0.height)) < 60 * scale }
        let height = middleHeight(rows(letters), scale: scale)
        return runs(withoutSpecks(letters, height: height), height: height).map(\.box)
    }

    /// Marks beside each other, with less than two characters' room between them.
    static func runs(_ marks: [PixelBox], height: Double) -> [Row] {
        let sorted = marks.sorted { ($0.x, $0.y) < ($1.x, $1.y) }
        var open: [Row] = []
        var done: [Row] = []
        for mark in sorted {
            done += open.filter { Double(mark.x - $0.box.endX) > 1.6 * height }
            open.removeAll { Double(mark.x - $0.box.endX) > 1.6 * height }
            let near = open.indices.filter { index in
                let other = open[index].box
                let shared = min(other.endY, mark.endY) - max(other.y, mark.y)
                return Double(shared) > 0.4 * Double(min(other.height, mark.height))
                    && Double(other.union(mark).height) < 2.2
                        * max(height, Double(max(other.height, mark.height)) / 1.5)
            }
            guard let first = near.first else {
                open.append(Row(box: mark, marks: [mark]))
                continue
            }
            for index in near.dropFirst().reversed() {
                let other = open.remove(at: index)
                open[first] = Row(box: open[first].box.union(other.box), marks: open[first].marks + other.marks)
            }
            open[first] = Row(box: open[first].box.union(mark), marks: open[first].marks + [mark])
        }
        return (done + open).sorted { ($0.box.y, $0.box.x) < ($1.box.y, $1.box.x) }
    }

    /// Not a few specks.
    static func isText(_ row: Row, height: Double) -> Bool {
        Double(row.box.height) > 0.4 * height || Double(row.box.width) > 0.45 * height
    }
}
