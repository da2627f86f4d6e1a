internal import DocumentModel
internal import ImageCleaning
internal import TableGrid

/// A line of text in a picture, still to be read.
struct ScanLine: Hashable {
    /// Around its ink.
    var box: PixelBox
    /// Index in ``PageMarks/cells`` of the cell it stands in; nil for text outside of tables.
    var cell: Int?
    /// The ink's pieces.
    var marks: [PixelBox]
}

/// The ink of a page, put into cells and lines.
struct PageMarks {
    /// In pixels, inside of their borders.
    let cells: [PixelBox]
    private(set) var lines: [ScanLine] = []
    /// What most lines of the page are high, in pixels.
    let textHeight: Double
    /// Dirt that is left out of lines.
    private(set) var specks: [PixelBox] = []

    init(_ image: CleanImage, rulings: [Ruling]) {
        let scale = image.grey.scale
        cells = Self.cells(rulings, marks: image.marks, image: image)
        var inside = [[PixelBox]](repeating: [], count: cells.count)
        var outside: [PixelBox] = []
        let index = CellIndex(cells)
        // Larger than any letter: pictures, the dark edges of a copy.
        let largest = 60 * scale
        for mark in image.marks
        where Double(max(mark.width, mark.height)) < largest && !Self.isPart(mark, of: rulings, scale: scale) {
            if let cell = index.cell(atX: mark.midX, y: mark.midY) {
                inside[cell].append(mark)
            } else {
                outside.append(mark)
            }
        }
        let rows = inside.map(Self.rows)
        let height = Self.middleHeight(rows.flatMap { $0 }, scale: scale)
        textHeight = height
        for (cell, marks) in inside.enumerated() {
            let rows = Self.mended(Self.rows(Self.withoutSpecks(marks, height: height)), height: height)
                .map { Self.trimmed($0, height: height) }
            let kept = Set(rows.flatMap(\.marks))
            specks += marks.filter { !kept.contains($0) }
            for row in rows where Self.isText(row, height: height) {
                lines.append(ScanLine(box: row.box, cell: cell, marks: row.marks))
            }
        }
        for row in Self.runs(Self.withoutSpecks(outside, height: height), height: height)
        where Self.isText(row, height: height) {
            lines.append(ScanLine(box: row.box, cell: nil, marks: row.marks))
        }
    }

    /// What is left of a ruling that is too short to be told from a stroke by its length.
    private static func isPart(_ mark: PixelBox, of rulings: [Ruling], scale: Double) -> Bool {
        let box = mark.box(scale: scale)
        return rulings.contains { ruling in
            let (across, along) = (box.extent(along: ruling.axis.other), box.extent(along: ruling.axis))
            return across.length < ruling.thickness + 1.5 && along.length > 1.5 * across.length
                && across.contains(ruling.position) && ruling.span.contains((along.lowerBound + along.upperBound) / 2)
        }
    }

    // MARK: Cells

    private static func cells(_ rulings: [Ruling], marks: [PixelBox], image: CleanImage) -> [PixelBox] {
        let scale = image.grey.scale
        let options = TableOptions.standard
        let glyphs = marks.map { mark in
            let box = mark.box(scale: scale)
            return Glyph(
                text: "·", box: box, origin: Point(x: box.x0, y: box.y1), advance: Point(x: box.width, y: 0), size: 9)
        }
        let thickness = rulings.map(\.thickness).max() ?? 0
        let area = Double(image.grey.width * image.grey.height) / (scale * scale)
        return PageLayout.groups(of: rulings, options: options).flatMap { group -> [PixelBox] in
            let own = glyphs.filter { group.box.contains($0.box.center) }
            guard let lattice = Lattice(group, glyphs: own, options: options) else { return [] }
            let areas = cellCover(of: lattice)
            // A frame around the page is no cell.
            if areas.count == 1, 2 * lattice.box.width * lattice.box.height > area { return [] }
            return areas.compactMap { area in
                let box = lattice.box(of: area).expanded(by: -min(thickness, 2) / 2)
                let (x, y) = (Int((box.x0 * scale).rounded(.up)), Int((box.y0 * scale).rounded(.up)))
                let (width, height) = (Int(box.x1 * scale) - x, Int(box.y1 * scale) - y)
                return width > 0 && height > 0 ? PixelBox(x: x, y: y, width: width, height: height) : nil
            }
        }
    }

    // MARK: Lines

    /// What most rows of several marks are high: those of a page without cells tell nothing, and 9 points are usual.
    private static func middleHeight(_ rows: [Row], scale: Double) -> Double {
        // Figures are lower than Chinese characters, and their rows have few marks.
        for count in [5, 2] {
            let heights = rows.filter { $0.marks.count >= count }.map { Double($0.box.height) }
            let likely = heights.filter { (4 * scale...30 * scale).contains($0) }.sorted()
            if likely.count >= 3 { return likely[likely.count / 2] }
        }
        return 9 * scale
    }

    struct Row {
        var box: PixelBox
        var marks: [PixelBox]
    }

    /// Marks without the dirt: small ones that stand apart from all others, as no full stop and no part of a character does.
    private static func withoutSpecks(_ marks: [PixelBox], height: Double) -> [PixelBox] {
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
    private static func trimmed(_ row: Row, height: Double) -> Row {
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

    /// Marks whose heights overlap are one row: what stands between rows is a stripe of white.
    private static func rows(_ marks: [PixelBox]) -> [Row] {
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
    private static func mended(_ rows: [Row], height: Double) -> [Row] {
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

    /// Marks beside each other, with less than two characters' room between them.
    private static func runs(_ marks: [PixelBox], height: Double) -> [Row] {
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
    private static func isText(_ row: Row, height: Double) -> Bool {
        Double(row.box.height) > 0.4 * height || Double(row.box.width) > 0.45 * height
    }
}

extension PixelBox {
    /// In points.
    func box(scale: Double) -> Box {
        Box(x0: Double(x) / scale, y0: Double(y) / scale, x1: Double(endX) / scale, y1: Double(endY) / scale)
    }
}

/// Cells sorted by their top, for asking which one holds a point.
private struct CellIndex {
    private let cells: [PixelBox]
    private let order: [Int]
    private let tallest: Int

    init(_ cells: [PixelBox]) {
        self.cells = cells
        order = cells.indices.sorted { (cells[$0].y, $0) < (cells[$1].y, $1) }
        tallest = cells.map(\.height).max() ?? 0
    }

    /// The smallest cell around the point.
    func cell(atX x: Double, y: Double) -> Int? {
        let first = order.partitionPoint { Double(cells[$0].y) < y - Double(tallest) }
        let end = order.partitionPoint { Double(cells[$0].y) <= y }
        return order[first..<max(first, end)].filter { index in
            let cell = cells[index]
            return Double(cell.endY) >= y && Double(cell.x) <= x && Double(cell.endX) >= x
        }.min { (cells[$0].width * cells[$0].height, $0) < (cells[$1].width * cells[$1].height, $1) }
    }
}
