internal import DocumentModel
internal import ImageCleaning
internal import TableGrid

/// The ink of a page, put into cells and lines.
struct PageMarks {
    /// In pixels, inside of their borders.
    let cells: [PixelBox]
    private(set) var lines: [ScanLine] = []
    /// What most lines of the page are high, in pixels.
    let textHeight: Double
    /// Dirt that is left out of lines.
    private(set) var specks: [PixelBox] = []
    /// What readers have drawn at figures: ticks, rings.
    private(set) var strays: [PixelBox] = []

    init(_ image: PageInk, rulings: [Ruling]) {
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
        let height = Self.middleHeight(inside.map(Self.rows).flatMap { $0 }, scale: scale)
        textHeight = height
        Self.keepTogether(&inside, cells: cells, height: height)
        for (cell, marks) in inside.enumerated() {
            let rows = Self.mended(Self.rows(Self.withoutSpecks(marks, height: height)), height: height)
                .map { Self.trimmed($0, height: height) }
            let kept = Set(rows.flatMap(\.marks))
            specks += marks.filter { !kept.contains($0) }
            for row in rows {
                let (own, others) = Self.lines(of: row, cell: cell, height: height, grey: image.grey)
                strays += others
                lines += own.map { line in
                    var line = line
                    line.isDisturbed = line.isDisturbed || line.box.touchesSide(of: cells[cell], within: 0.4 * scale)
                    return line
                }
            }
        }
        for row in Self.runs(Self.withoutSpecks(outside, height: height), height: height)
        where Self.isText(row, height: height) {
            lines.append(ScanLine(box: row.box, cell: nil, marks: row.marks))
        }
    }

    /// What is left of a ruling that is too short to be told from a stroke by its length: it lies on the ruling or at its side, and is
    /// long along it, or a crumb.
    private static func isPart(_ mark: PixelBox, of rulings: [Ruling], scale: Double) -> Bool {
        let box = mark.box(scale: scale)
        return rulings.contains { ruling in
            let (across, along) = (box.extent(along: ruling.axis.other), box.extent(along: ruling.axis))
            let rim = ruling.thickness / 2 + 0.8
            // At its side a thin digit may stand as well, which is broader than what straightening has left of a rule.
            let isIt =
                across.contains(ruling.position)
                || across.length <= 1 && across.overlaps((ruling.position - rim)...(ruling.position + rim))
            return isIt && across.length < ruling.thickness + 1.5
                && (along.length > 1.5 * across.length || along.length < 1.5)
                && ruling.span.contains((along.lowerBound + along.upperBound) / 2)
        }
    }

    // MARK: Cells

    private static func cells(_ rulings: [Ruling], marks: [PixelBox], image: PageInk) -> [PixelBox] {
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
}

extension PixelBox {
    /// True where it comes as near as that to a side of what it stands in, or reaches over it.
    fileprivate func touchesSide(of cell: PixelBox, within reach: Double) -> Bool {
        [x - cell.x, y - cell.y, cell.endX - endX, cell.endY - endY].contains { Double($0) < reach }
    }

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
