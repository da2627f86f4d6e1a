import DocumentModel
import ImageCleaning
import Testing

@testable import ScanReader

/// Pictures of 1000 × 600 pixels, 200 dpi: a point is 2.8 pixels, text of 9 points 25 high.
@Suite("Ink put into cells and lines")
struct PageMarksTests {
    private static let xs = [100, 350, 600, 850]
    private static let ys = [100, 200, 300]
    private static let digit = (width: 16, height: 22)

    /// Two rows of three cells, with boxes of ink.
    private func marks(
        grid: (xs: [Int], ys: [Int])? = (xs, ys), _ ink: [PixelBox]
    ) throws -> PageMarks {
        var canvas = Canvas(width: 1000, height: 600)
        if let grid { canvas.grid(xs: grid.xs, ys: grid.ys) }
        for box in ink { canvas.fill(x: box.x..<box.endX, y: box.y..<box.endY) }
        let rulings = grid.map { Self.rulings(xs: $0.xs, ys: $0.ys) } ?? []
        let image = try CleanImage(canvas.image, straightens: false)
        return PageMarks(try PageInk(image, without: rulings), rulings: rulings)
    }

    /// The lines of a canvas's grid, in points.
    private static func rulings(xs: [Int], ys: [Int]) -> [Ruling] {
        let scale = 200.0 / 72
        func ruling(_ axis: Axis, _ place: Int, _ ends: [Int]) -> Ruling {
            Ruling(
                axis: axis, position: Double(place + 1) / scale,
                span: Double(ends[0]) / scale...Double(ends[ends.count - 1] + 2) / scale, thickness: 2 / scale,
                source: .image)
        }
        return ys.map { ruling(.horizontal, $0, xs) } + xs.map { ruling(.vertical, $0, ys) }
    }

    private func digit(_ x: Int, _ y: Int) -> PixelBox {
        PixelBox(x: x, y: y, width: Self.digit.width, height: Self.digit.height)
    }

    // MARK: Cells

    @Test("the cells are the fields between the lines, without these")
    func cells() throws {
        let cells = try marks([digit(460, 138)]).cells
        #expect(cells.count == 6)
        for (index, cell) in cells.enumerated() {
            let (column, row) = (index % 3, index / 3)
            #expect((Self.xs[column]...(Self.xs[column] + 4)).contains(cell.x))
            #expect(((Self.xs[column + 1] - 2)...(Self.xs[column + 1] + 2)).contains(cell.endX))
            #expect((Self.ys[row]...(Self.ys[row] + 4)).contains(cell.y))
            #expect(((Self.ys[row + 1] - 2)...(Self.ys[row + 1] + 2)).contains(cell.endY))
        }
    }

    @Test("a frame around the page is no cell")
    func frame() throws {
        let marks = try marks(grid: ([20, 970], [20, 570]), [digit(460, 138)])
        #expect(marks.cells.isEmpty)
        #expect(marks.lines.map(\.cell) == [nil])
    }

    @Test("ink belongs to the cell around its middle, and to none outside of tables")
    func places() throws {
        let marks = try marks([digit(460, 138), digit(150, 238), digit(460, 400)])
        #expect(marks.lines.map(\.cell) == [1, 3, nil])
        #expect(marks.lines.map(\.box) == [digit(460, 138), digit(150, 238), digit(460, 400)])
    }

    @Test("what is left of a line is no text, nor is what is larger than letters are")
    func noText() throws {
        let rest = PixelBox(x: 350, y: 310, width: 2, height: 12)
        let picture = PixelBox(x: 100, y: 350, width: 200, height: 200)
        // Where no line is known it may be a stroke.
        #expect(try marks(grid: nil, [rest, picture]).lines.map(\.box) == [rest])
        var drawn = Canvas(width: 1000, height: 600)
        drawn.fill(x: 350..<352, y: 310..<322)
        let rulings = Self.rulings(xs: [350], ys: [100, 330])
        let image = try PageInk(CleanImage(drawn.image, straightens: false), without: [])
        #expect(image.marks == [rest])
        #expect(PageMarks(image, rulings: rulings).specks.isEmpty)
        #expect(PageMarks(image, rulings: rulings).lines.isEmpty)
    }

    // MARK: Lines

    @Test("rows of a cell that white parts are lines; marks beside each other are one")
    func rows() throws {
        let marks = try marks([digit(400, 110), digit(420, 112), digit(400, 160)])
        #expect(marks.lines.map(\.cell) == [1, 1])
        #expect(marks.lines.map(\.marks.count) == [2, 1])
        #expect(marks.lines[0].box == digit(400, 110).union(digit(420, 112)))
    }

    @Test("strokes of one character that do not touch are one line, two rows are not")
    func mended() throws {
        let strokes = [PixelBox(x: 400, y: 140, width: 24, height: 4), PixelBox(x: 396, y: 158, width: 32, height: 4)]
        #expect(try marks(strokes).lines.map(\.box) == [strokes[0].union(strokes[1])])
        let rows = [PixelBox(x: 400, y: 120, width: 24, height: 4), PixelBox(x: 396, y: 170, width: 32, height: 4)]
        #expect(try marks(rows).lines.map(\.box) == rows)
    }

    @Test("outside of tables less than two characters' room makes no new line", arguments: [(30, 1), (60, 2)])
    func runs(gap: Int, lines: Int) throws {
        let ink = [digit(200, 400), digit(200 + Self.digit.width + gap, 402)]
        let marks = try marks(grid: nil, ink)
        #expect(marks.lines.count == lines)
        #expect(marks.lines.flatMap(\.marks) == ink)
    }

    @Test("a page's text is as high as most of its rows, and 9 points where there are too few")
    func height() throws {
        #expect(try marks([digit(400, 140)]).textHeight == 25)
        #expect(try marks(grid: nil, (0..<4).map { digit(200 + 20 * $0, 400) }).textHeight == 25)
        let rows = [110, 140, 170].flatMap { y in [digit(400, y), digit(420, y)] }
        #expect(try marks(rows).textHeight == 22)
    }

    // MARK: Dirt

    @Test("a small mark by itself is a speck; one beside others is a point")
    func specks() throws {
        let point = PixelBox(x: 420, y: 156, width: 4, height: 4)
        let lone = PixelBox(x: 560, y: 120, width: 4, height: 4)
        let marks = try marks([digit(400, 138), point, digit(428, 138), lone])
        #expect(marks.specks == [lone])
        #expect(marks.lines.map { Set($0.marks) } == [[digit(400, 138), point, digit(428, 138)]])
    }

    @Test(
        "a lone dot before or behind a figure is dirt, but not half-way up before it, nor where there are several",
        arguments: [
            ([PixelBox(x: 388, y: 156, width: 4, height: 4)], true),
            ([PixelBox(x: 420, y: 156, width: 4, height: 4)], true),
            ([PixelBox(x: 388, y: 147, width: 4, height: 3)], false),
            ([PixelBox(x: 420, y: 140, width: 4, height: 4), PixelBox(x: 420, y: 154, width: 4, height: 4)], false),
        ])
    func lone(dots: [PixelBox], areDirt: Bool) throws {
        let marks = try marks([digit(400, 138)] + dots)
        #expect(Set(marks.specks) == (areDirt ? Set(dots) : []))
        #expect(marks.lines.map { Set($0.marks) } == [Set([digit(400, 138)] + (areDirt ? [] : dots))])
    }

    @Test("a few dots are no text, in a cell or outside")
    func dots() throws {
        let dots = [PixelBox(x: 400, y: 140, width: 5, height: 5), PixelBox(x: 700, y: 400, width: 5, height: 5)]
        #expect(try marks(dots).lines.isEmpty)
    }

    // MARK: Parts of a row

    @Test("a cell's row is cut where more room is than between digits", arguments: [(16, 1), (40, 2)])
    func parted(gap: Int, lines: Int) throws {
        let ink = [digit(400, 138), digit(400 + Self.digit.width + gap, 138)]
        let marks = try marks(ink)
        #expect(marks.lines.count == lines)
        #expect(marks.lines.flatMap(\.marks) == ink)
    }

    @Test("digits printed over the rule behind their cell stay with those before them")
    func overRule() throws {
        let marks = try marks([digit(325, 138), digit(345, 138), digit(460, 138)])
        #expect(marks.lines.map(\.cell) == [0, 1])
        #expect(marks.lines[0].marks.count == 2)
    }
}
