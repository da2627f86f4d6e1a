import DocumentModel
import TestSupport
import Testing

@testable import TableGrid

@Suite("Grids of any text")
struct FigureGridPropertyTests {
    @Test("whatever stands where, cells cover the grid, each square once", arguments: 0..<400)
    func cover(seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        let columns = (0..<Int.random(in: 2...8, using: &random)).map { 60 + 45 * Double($0) }
        var text: [Glyph] = []
        var y = 100.0
        for _ in 0..<Int.random(in: 2...30, using: &random) {
            y += [4.0, 12, 12, 14, 20, 40].randomElement(using: &random) ?? 12
            for x in columns where Int.random(in: 0..<4, using: &random) > 0 {
                let word =
                    ["0", "12", "3456", "-", "甲", "结果维持", "1.属于国家秘密", "一个标题 跨列", "(一)", "总计"].randomElement(
                        using: &random) ?? "0"
                text += glyphs(word, x: x + Double(Int.random(in: -25...25, using: &random)), y: y)
            }
        }
        let rules = (0..<Int.random(in: 0...3, using: &random)).map { _ in
            100 + Double(Int.random(in: 0...400, using: &random))
        }
        guard !text.isEmpty, let grid = InferredGrid(text, horizontal: rules.sorted()) else { return }
        let (height, width) = (grid.lattice.rows, grid.lattice.columns)
        var owners = [Int](repeating: 0, count: height * width)
        for area in grid.areas {
            for row in area.rows { for column in area.columns { owners[row * width + column] += 1 } }
        }
        #expect(owners.allSatisfy { $0 == 1 })
        #expect(grid.lattice.xs == grid.lattice.xs.sorted())
    }
}
