import Testing

@testable import TableGrid

@Suite("Cell cover")
struct CellCoverTests {
    @Test("with all borders drawn every square is a cell, in reading order")
    func full() {
        #expect(cellCover(of: made(rows: 2, columns: 2)) == [area(0, 0), area(0, 1), area(1, 0), area(1, 1)])
    }

    @Test("a missing border makes a row span or a column span")
    func spans() {
        let cells = cellCover(
            of: made(rows: 3, columns: 3, without: [.above(row: 1, column: 0), .before(row: 0, column: 2)]))
        #expect(
            cells == [
                GridArea(rows: 0..<2, columns: 0..<1), GridArea(rows: 0..<1, columns: 1..<3), area(1, 1), area(1, 2),
                area(2, 0), area(2, 1), area(2, 2),
            ])
    }

    @Test("a block without inner borders is one cell")
    func block() {
        let gaps: Set<Gap> = [
            .above(row: 1, column: 0), .above(row: 1, column: 1), .before(row: 0, column: 1),
            .before(row: 1, column: 1),
        ]
        #expect(
            cellCover(of: made(rows: 2, columns: 3, without: gaps)) == [
                GridArea(rows: 0..<2, columns: 0..<2), area(0, 2), area(1, 2),
            ])
    }

    @Test("an area in the shape of an L is cut into rectangles, by rows")
    func ell() {
        // (0,0), (0,1) and (1,0) hang together.
        let gaps: Set<Gap> = [.before(row: 0, column: 1), .above(row: 1, column: 0)]
        #expect(
            cellCover(of: made(rows: 2, columns: 2, without: gaps)) == [
                GridArea(rows: 0..<1, columns: 0..<2), area(1, 0), area(1, 1),
            ])
    }

    @Test("an area around a corner keeps what is left of its rows together")
    func step() {
        // (0,1), (1,0) and (1,1) hang together.
        let gaps: Set<Gap> = [.above(row: 1, column: 1), .before(row: 1, column: 1)]
        #expect(
            cellCover(of: made(rows: 2, columns: 2, without: gaps)) == [
                area(0, 0), GridArea(rows: 0..<2, columns: 1..<2), area(1, 0),
            ])
    }

    @Test("a grid without any inner border is a single cell")
    func single() {
        var lattice = made(rows: 3, columns: 4)
        for row in 1..<3 { lattice.horizontalEdges[row] = [false, false, false, false] }
        for column in 1..<4 { lattice.verticalEdges[column] = [false, false, false] }
        #expect(cellCover(of: lattice) == [GridArea(rows: 0..<3, columns: 0..<4)])
    }

    @Test("whatever borders are missing, every square has exactly one cell")
    func complete() {
        var seed: UInt32 = 7
        for _ in 0..<200 {
            var lattice = made(rows: 4, columns: 5)
            func coin() -> Bool {
                seed = seed &* 1_664_525 &+ 1_013_904_223
                return seed >> 16 & 1 == 0
            }
            for row in 1..<4 { lattice.horizontalEdges[row] = (0..<5).map { _ in coin() } }
            for column in 1..<5 { lattice.verticalEdges[column] = (0..<4).map { _ in coin() } }
            var count = [Int](repeating: 0, count: 20)
            for cell in cellCover(of: lattice) {
                for row in cell.rows { for column in cell.columns { count[row * 5 + column] += 1 } }
            }
            #expect(count == [Int](repeating: 1, count: 20))
        }
    }

    private func area(_ row: Int, _ column: Int) -> GridArea {
        GridArea(rows: row..<(row + 1), columns: column..<(column + 1))
    }

    private func made(rows: Int, columns: Int, without gaps: Set<Gap> = []) -> Lattice {
        Lattice(
            xs: (0...columns).map { 50 * Double($0) }, ys: (0...rows).map { 20 * Double($0) },
            horizontalEdges: (0...rows).map { row in
                (0..<columns).map { !gaps.contains(.above(row: row, column: $0)) }
            },
            verticalEdges: (0...columns).map { column in
                (0..<rows).map { !gaps.contains(.before(row: $0, column: column)) }
            },
            isTopDrawn: [Bool](repeating: true, count: columns), isBottomDrawn: [Bool](repeating: true, count: columns))
    }
}
