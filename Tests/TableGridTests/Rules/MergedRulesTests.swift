import DocumentModel
import TableGrid
import TestSupport
import Testing

@Suite("Merged lines")
struct MergedRulesTests {
    @Test("pieces end to end are one line, whatever their order")
    func endToEnd() {
        let pieces = [(80.0...120.0), (0...40), (40...80)].map { ruling(50, $0) }
        #expect(merged(pieces) == [Rule(axis: .horizontal, position: 50, span: 0...120, halfWidth: 0.25)])
    }

    @Test("overlapping pieces are one line, a piece inside another changes nothing")
    func overlapping() {
        #expect(merged([ruling(50, 0...70), ruling(50, 60...120), ruling(50, 20...30)]).map(\.span) == [0...120])
    }

    @Test("a gap of up to 3 points is bridged", arguments: [(2.9, 1), (3, 1), (3.1, 2), (20, 2)])
    func gap(width: Double, count: Int) {
        #expect(merged([ruling(50, 0...40), ruling(50, (40 + width)...100)]).count == count)
    }

    @Test(
        "dashes may stand 1.2 times their length apart, but no more than 6 points",
        arguments: [
            (4.0, 4.75, 1), (4, 4.85, 4), (2, 3, 1), (2, 3.1, 4), (8, 6, 1), (8, 6.1, 4), (12, 3.1, 4),
        ])
    func dashes(length: Double, gap: Double, lines: Int) {
        let dashes = (0..<4).map { index in
            let start = Double(index) * (length + gap)
            return ruling(50, start...(start + length))
        }
        #expect(merged(dashes).count == lines)
    }

    @Test("close parallels are one line; its place is weighted by length")
    func snap() {
        #expect(merged([ruling(50, 0...100), ruling(51, 0...100)]).map(\.position.roundedToHundredths) == [50.5])
        // (50 × 100 + 51 × 10) / 110
        #expect(merged([ruling(50, 0...100), ruling(51, 0...10)]).map(\.position.roundedToHundredths) == [50.09])
    }

    @Test("parallels further apart than 1.5 points stay two lines", arguments: [(1.5, 1), (1.6, 2)])
    func apart(distance: Double, count: Int) {
        #expect(merged([ruling(50, 0...100), ruling(50 + distance, 0...100)]).count == count)
    }

    @Test("a chain of close lines does not run away")
    func chain() {
        let lines = merged([10, 11, 12, 13].map { ruling($0, 0...100) })
        #expect(lines.map(\.position.roundedToHundredths) == [10.5, 12.5])
    }

    @Test("the thickest piece gives the line's width")
    func width() {
        let pieces = [
            Ruling(axis: .horizontal, position: 50, span: 0...50, thickness: 0.5),
            Ruling(axis: .horizontal, position: 50, span: 50...60, thickness: 1.5),
        ]
        #expect(merged(pieces).map(\.halfWidth) == [0.75])
    }

    @Test("only rulings of the axis asked for are taken; lines come by position, then start")
    func sorted() {
        let rulings = [
            ruling(80, 0...10), ruling(20, 50...60), ruling(20, 0...10),
            Ruling(axis: .vertical, position: 5, span: 0...100),
        ]
        #expect(merged(rulings).map(\.position) == [20, 20, 80])
        #expect(merged(rulings).map(\.span) == [0...10, 50...60, 0...10])
        #expect(
            mergedRules(rulings, axis: .vertical, options: .standard)
                == [Rule(axis: .vertical, position: 5, span: 0...100, halfWidth: 0.25)])
        #expect(merged([]) == [])
    }

    @Test("wider options bridge and snap more")
    func options() {
        var wide = TableOptions()
        wide.joinGap = 10
        wide.snap = 4
        let rulings = [ruling(50, 0...40), ruling(53.5, 48...100)]
        #expect(merged(rulings).count == 2)
        #expect(mergedRules(rulings, axis: .horizontal, options: wide).map(\.span) == [0...100])
    }

    private func ruling(_ position: Double, _ span: ClosedRange<Double>) -> Ruling {
        Ruling(axis: .horizontal, position: position, span: span)
    }

    private func merged(_ rulings: [Ruling]) -> [Rule] {
        mergedRules(rulings, axis: .horizontal, options: .standard)
    }
}
