internal import DocumentModel

/// Labels left of a grid of rules that has figures in its first column: words level with most of its rows, aligned with each other.
struct SideLabels {
    /// Where their column begins.
    let left: Double

    /// - Parameter rows: the text outside all tables.
    init?(of piece: TablePiece, rows: [TextRow], options: TableOptions) {
        let (lattice, sides) = (piece.lattice, options.sides)
        let figures = piece.areas.indices.filter {
            piece.areas[$0].columns.lowerBound == 0 && !piece.texts[$0].text.isEmpty
        }
        let numeric = figures.filter { piece.texts[$0].text.looksLikeFigure }
        guard lattice.rows >= sides.fewestRows, !figures.isEmpty, numeric.count == figures.count else { return nil }
        var labels: [Box] = []
        for index in numeric {
            let area = lattice.box(of: piece.areas[index])
            let beside = rows.filter { $0.baseline > area.y0 && $0.baseline < area.y1 }.flatMap(\.segments).filter {
                $0.box.x1 <= lattice.box.x0 + sides.overlap
            }
            guard let label = beside.last, !label.isNumeric else { continue }
            guard beside.count == 1, lattice.box.x0 - label.box.x1 < sides.farthest * label.size else { return nil }
            labels.append(label.box)
        }
        guard labels.count >= sides.fewestRows, labels.count.isAtLeast(sides.labelled, of: numeric.count),
            let first = labels.first, let left = labels.map(\.x0).min()
        else { return nil }
        let areAligned =
            labels.allSatisfy { abs($0.x0 - first.x0) < sides.sameSide }
            || labels.allSatisfy { abs($0.x1 - first.x1) < sides.sameSide }
        guard areAligned else { return nil }
        self.left = left - sides.overlap
    }
}

extension TablePiece {
    /// Gives it a first column that begins at `left`.
    mutating func addFirstColumn(from left: Double) {
        lattice.xs.insert(left, at: 0)
        for index in lattice.horizontalEdges.indices { lattice.horizontalEdges[index].insert(true, at: 0) }
        lattice.verticalEdges.insert([Bool](repeating: true, count: lattice.rows), at: 0)
        lattice.isTopDrawn.insert(false, at: 0)
        lattice.isBottomDrawn.insert(false, at: 0)
        areas =
            (0..<lattice.rows).map { GridArea(rows: $0..<($0 + 1), columns: 0..<1) }
            + areas.map { GridArea(rows: $0.rows, columns: ($0.columns.lowerBound + 1)..<($0.columns.upperBound + 1)) }
        areas.sort { ($0.rows.lowerBound, $0.columns.lowerBound) < ($1.rows.lowerBound, $1.columns.lowerBound) }
    }

    /// Gives it a row above or below, of `height`, with a cell in each column.
    mutating func addRow(height: Double, isAbove: Bool) {
        let all = [Bool](repeating: true, count: lattice.columns)
        let index = isAbove ? 0 : lattice.rows
        if isAbove {
            lattice.ys.insert(lattice.ys[0] - height, at: 0)
            lattice.horizontalEdges.insert(all, at: 0)
            areas = areas.map {
                GridArea(rows: ($0.rows.lowerBound + 1)..<($0.rows.upperBound + 1), columns: $0.columns)
            }
        } else {
            lattice.ys.append(lattice.ys[lattice.rows] + height)
            lattice.horizontalEdges.append(all)
        }
        for edge in lattice.verticalEdges.indices {
            lattice.verticalEdges[edge].insert(true, at: isAbove ? 0 : lattice.verticalEdges[edge].count)
        }
        areas += (0..<lattice.columns).map { GridArea(rows: index..<(index + 1), columns: $0..<($0 + 1)) }
        areas.sort { ($0.rows.lowerBound, $0.columns.lowerBound) < ($1.rows.lowerBound, $1.columns.lowerBound) }
    }
}

/// What belongs to a grid though it stands outside. Lengths are points unless they say otherwise.
public struct SideOptions: Hashable, Sendable, Codable {
    /// Fewer labelled rows are none.
    public var fewestRows = 3
    /// Share of the rows of figures that must have a label beside them.
    public var labelled = 0.75
    /// Labels end no further off the grid than this, in font sizes.
    public var farthest = 12.0
    /// Labels whose sides differ by less are aligned.
    public var sameSide = 2.0
    /// How far a label may reach into the grid.
    public var overlap = 1.0
    /// Share of the columns over which a line above or below shaded rows must have a text.
    public var openRow = 0.75
    /// Such a line stands no further off than this, as a share of the height of the row beside it.
    public var openRowPitch = 1.3

    public init() {}
}
