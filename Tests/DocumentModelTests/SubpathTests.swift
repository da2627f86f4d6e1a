import DocumentModel
import Testing

@Suite("Subpath")
struct SubpathTests {
    @Test(
        "four corners with straight sides are a rectangle, wherever they start and whichever way they go",
        arguments: [
            [(10, 20), (40, 20), (40, 60), (10, 60)], [(10, 20), (10, 60), (40, 60), (40, 20)],
            [(40, 60), (10, 60), (10, 20), (40, 20)], [(40, 60), (40, 20), (10, 20), (10, 60), (40, 60)],
        ] as [[(Double, Double)]])
    func rectangle(corners: [(Double, Double)]) {
        #expect(subpath(corners).rectangle(within: 0.5) == Box(x0: 10, y0: 20, x1: 40, y1: 60))
    }

    @Test(
        "anything else is no rectangle",
        arguments: [
            [(10, 20), (40, 20), (40, 60)], [(10, 20), (40, 20), (40, 60), (20, 60)], [(10, 20), (40, 60)],
            [(10, 20), (40, 20), (40, 60), (10, 60), (10, 40)],
            [(10, 20), (40, 20), (40, 60), (25, 60), (10, 60)], [],
        ] as [[(Double, Double)]])
    func noRectangle(corners: [(Double, Double)]) {
        #expect(subpath(corners).rectangle(within: 0.5) == nil)
    }

    @Test("sides off their axis by no more than the slack are straight")
    func slack() {
        let corners = [(10, 20), (40, 20.4), (40.4, 60), (10, 60)]
        #expect(subpath(corners).rectangle(within: 0.5) == Box(x0: 10, y0: 20, x1: 40.4, y1: 60))
        #expect(subpath(corners).rectangle(within: 0.3) == nil)
    }

    @Test("curves make no rectangle and no thin outline")
    func curved() {
        let box = Subpath(
            points: [Point(x: 0, y: 0), Point(x: 50, y: 0), Point(x: 50, y: 1), Point(x: 0, y: 1)], isClosed: true,
            isCurved: true)
        #expect(box.rectangle(within: 0.5) == nil)
        #expect(box.thinOutline(3) == nil)
    }

    @Test("a long thin polygon is a line with cut ends")
    func thin() {
        let across = subpath([(0, 10), (100, 10), (99, 11), (1, 11)])
        #expect(across.thinOutline(3) == Box(x0: 0, y0: 10, x1: 100, y1: 11))
        let down = subpath([(5, 0), (7, 2), (7, 98), (5, 100)])
        #expect(down.thinOutline(3) == Box(x0: 5, y0: 0, x1: 7, y1: 100))
    }

    @Test(
        "a polygon too thick, too short or without area is none",
        arguments: [
            [(0, 10), (100, 10), (99, 13.1), (1, 13.1)], [(0, 10), (9, 10), (8, 12), (1, 12)], [(0, 10), (100, 10)],
        ] as [[(Double, Double)]])
    func notThin(corners: [(Double, Double)]) {
        #expect(subpath(corners).thinOutline(3) == nil)
    }

    private func subpath(_ corners: [(Double, Double)]) -> Subpath {
        Subpath(points: corners.map { Point(x: $0.0, y: $0.1) }, isClosed: true, isCurved: false)
    }
}
