import DocumentModel
import TableGrid

/// Glyphs of `text` on one line: Chinese characters are one em wide, all others half an em, ascent 0.8, descent 0.2.
///
/// - Parameters:
///   - x: where the line starts.
///   - y: the baseline. Text that runs down or up starts at (x, y) and has its baseline at x.
func glyphs(
    _ text: String, x: Double, y: Double, size: Double = 10, direction: Glyph.Direction = .right
) -> [Glyph] {
    var origin = Point(x: x, y: y)
    return text.unicodeScalars.map { scalar in
        let length = (isWide(scalar) ? 1 : 0.5) * size
        let (start, rise, drop) = (origin, 0.8 * size, 0.2 * size)
        let advance: Point
        let box: Box
        switch direction {
        case .right, .oblique:
            advance = Point(x: length, y: direction == .oblique ? length : 0)
            box = Box(x0: start.x, y0: start.y - rise, x1: start.x + length, y1: start.y + drop)
        case .left:
            advance = Point(x: -length, y: 0)
            box = Box(x0: start.x - length, y0: start.y - drop, x1: start.x, y1: start.y + rise)
        case .down:
            advance = Point(x: 0, y: length)
            box = Box(x0: start.x - drop, y0: start.y, x1: start.x + rise, y1: start.y + length)
        case .up:
            advance = Point(x: 0, y: -length)
            box = Box(x0: start.x - rise, y0: start.y - length, x1: start.x + drop, y1: start.y)
        }
        origin = Point(x: start.x + advance.x, y: start.y + advance.y)
        // U+FFFD stands for a glyph without Unicode.
        return Glyph(
            text: scalar == "\u{FFFD}" ? "" : String(scalar), box: box, origin: start, advance: advance, size: size)
    }
}

/// A piece of a grid's border that is not drawn.
enum Gap: Hashable {
    /// The border above `row`; the table's bottom side has the number of rows.
    case above(row: Int, column: Int)
    /// The border on the left of `column`; the table's right side has the number of columns.
    case before(row: Int, column: Int)
}

/// The rulings of a grid, one short piece per cell side as word processors draw them.
func grid(xs: [Double], ys: [Double], without gaps: Set<Gap> = []) -> [Ruling] {
    var rulings: [Ruling] = []
    for (row, y) in ys.enumerated() {
        for column in 0..<(xs.count - 1) where !gaps.contains(.above(row: row, column: column)) {
            rulings.append(Ruling(axis: .horizontal, position: y, span: xs[column]...xs[column + 1]))
        }
    }
    for (column, x) in xs.enumerated() {
        for row in 0..<(ys.count - 1) where !gaps.contains(.before(row: row, column: column)) {
            rulings.append(Ruling(axis: .vertical, position: x, span: ys[row]...ys[row + 1]))
        }
    }
    return rulings
}

/// Glyphs of texts in the squares of a grid: 7 points from the left border, in the middle of the row. `\n` starts a new line;
/// lines are 12 points apart.
func cellGlyphs(_ rows: [[String]], xs: [Double], ys: [Double], size: Double = 10) -> [Glyph] {
    rows.enumerated().flatMap { row, texts in
        texts.enumerated().flatMap { column, text in
            let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
            let first = (ys[row] + ys[row + 1]) / 2 + 0.3 * size - 6 * Double(lines.count - 1)
            return lines.enumerated().flatMap { index, line in
                glyphs(String(line), x: xs[column] + 7, y: first + 12 * Double(index), size: size)
            }
        }
    }
}

/// A page of 600 × 800 points with one grid, its texts and other `text`.
func tablePage(
    _ number: Int = 1, xs: [Double], ys: [Double], without gaps: Set<Gap> = [], _ rows: [[String]], text: [Glyph] = []
) -> Page {
    Page(
        number: number, width: 600, height: 800, glyphs: cellGlyphs(rows, xs: xs, ys: ys) + text,
        rulings: grid(xs: xs, ys: ys, without: gaps))
}
