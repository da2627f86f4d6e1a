import Testing

@testable import TableGrid

/// Rows of 10 points each.
@Suite("Runs of rows around the headings of groups")
struct CenteredRunsTests {
    private func runs(_ rows: Int, _ middles: [Double], _ cut: PageCut = PageCut()) -> [Range<Int>] {
        centeredRuns((0...rows).map { 10 * Double($0) }, around: middles, cut: cut)
    }

    @Test("each group has its heading in its middle")
    func whole() {
        #expect(runs(8, [25, 65]) == [0..<5, 5..<8])
        #expect(runs(3, [15]) == [0..<3])
        #expect(runs(3, []) == [])
        #expect(runs(2, [5, 10, 15]) == [])
    }

    @Test("at a page break rows may be left over for a group whose heading stands on the other page")
    func cut() {
        #expect(runs(8, [65], PageCut(isAbove: true)) == [0..<5, 5..<8])
        #expect(runs(8, [25], PageCut(isBelow: true)) == [0..<5, 5..<8])
        #expect(runs(6, [], PageCut(isAbove: true)) == [0..<6])
        #expect(runs(9, [45], PageCut(isAbove: true, isBelow: true)) == [0..<9])
    }

    @Test("a heading a little off the middle leaves nothing over")
    func nearly() {
        #expect(runs(8, [41], PageCut(isAbove: true)) == [0..<8])
    }
}
