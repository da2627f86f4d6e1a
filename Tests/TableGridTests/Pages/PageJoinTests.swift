import TableGrid
import Testing

@Suite("Columns from page to page")
struct PageJoinTests {
    @Test(
        "columns agree when the borders of one are among those of the other",
        arguments: [
            ([50, 150, 250], [50, 150, 250], true), ([50, 150, 250], [50, 100, 150, 250], true),
            ([50, 100, 150, 250], [50, 150, 250], true), ([50, 150, 250], [50, 250], true),
            // Within 3 points.
            ([50, 150, 250], [50, 153, 250], true), ([50, 150, 250], [50, 153.5, 250], false),
            // Moved sideways for a gutter.
            ([50, 150, 250], [80, 180, 280], true), ([50, 150, 250], [80, 190, 280], false),
            // Another width, or borders of each that the other has not.
            ([50, 150, 250], [50, 150, 260], false), ([50, 120, 250], [50, 190, 250], false),
            ([50, 100, 150, 250], [50, 150, 200, 250], false),
        ] as [([Double], [Double], Bool)])
    func agreement(left: [Double], right: [Double], expected: Bool) {
        #expect(columnsAgree(left, right, options: .standard) == expected)
        #expect(columnsAgree(right, left, options: .standard) == expected)
    }

    @Test(
        "the shift lays the outer borders on each other, and is nil where the widths differ",
        arguments: [
            ([80, 180, 280], [50, 150, 250], -30), ([50, 250], [50, 250], 0), ([50, 252], [50, 250], -1),
            ([50, 254], [50, 250], nil), ([], [50, 250], nil),
        ] as [([Double], [Double], Double?)])
    func shift(borders: [Double], target: [Double], expected: Double?) {
        #expect(sideShift(from: borders, to: target, tolerance: 3) == expected)
    }

    @Test("wider tolerance forgives more")
    func tolerance() {
        var options = TableOptions()
        options.pageJoin = 8
        #expect(columnsAgree([50, 150, 250], [50, 157, 250], options: options))
        #expect(!columnsAgree([50, 150, 250], [50, 159, 250], options: options))
    }
}
