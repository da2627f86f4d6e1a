import DocumentModel
import Testing

@testable import TableGrid

@Suite("Indexes and sets")
struct BoxIndexTests {
    @Test("the index finds what meets an area, high or low, in the original order")
    func meeting() {
        let boxes = [
            Box(x0: 0, y0: 90, x1: 10, y1: 95), Box(x0: 0, y0: 0, x1: 10, y1: 5), Box(x0: 0, y0: 0, x1: 300, y1: 900),
            Box(x0: 0, y0: -40, x1: 10, y1: -20), Box(x0: 50, y0: 92, x1: 60, y1: 93),
        ]
        let index = BoxIndex(Array(boxes.enumerated()), box: \.element)
        func found(_ area: Box) -> [Int] { index.meeting(area).map(\.offset) }
        #expect(found(Box(x0: 0, y0: 91, x1: 100, y1: 92)) == [0, 2, 4])
        #expect(found(Box(x0: 0, y0: 91, x1: 20, y1: 92)) == [0, 2])
        #expect(found(Box(x0: 0, y0: -30, x1: 20, y1: 3)) == [1, 2, 3])
        #expect(found(Box(x0: 0, y0: 890, x1: 20, y1: 950)) == [2])
        #expect(found(Box(x0: 400, y0: 0, x1: 500, y1: 900)) == [])
        // Edges that touch meet.
        #expect(found(Box(x0: 10, y0: 95, x1: 20, y1: 96)) == [0, 2])
    }

    @Test("joined sets have one root, the lowest, in whatever order they are joined")
    func sets() {
        for joins in [[(4, 2), (2, 7), (1, 5)], [(2, 7), (7, 4), (5, 1)]] {
            var sets = DisjointSets(count: 8)
            for (left, right) in joins { sets.join(left, right) }
            #expect((0..<8).map { sets.root(of: $0) } == [0, 1, 2, 3, 2, 1, 6, 2])
        }
    }

    @Test("the partition point is the first that fails", arguments: [(0, 0), (5, 2), (6, 3), (10, 5)])
    func partition(limit: Int, expected: Int) {
        #expect([1, 3, 5, 7, 9].partitionPoint { $0 < limit } == expected)
    }
}
