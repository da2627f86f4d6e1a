import DocumentModel
import Testing

@Suite("Box")
struct BoxTests {
    private let box = Box(x0: 10, y0: 20, x1: 40, y1: 60)

    @Test(
        "any two opposite corners make the same box",
        arguments: [
            Box(x0: 40, y0: 60, x1: 10, y1: 20), Box(x0: 10, y0: 60, x1: 40, y1: 20),
            Box(x0: 40, y0: 20, x1: 10, y1: 60),
        ])
    func corners(other: Box) {
        #expect(other == box)
        #expect((other.x0, other.y0, other.x1, other.y1) == (10, 20, 40, 60))
    }

    @Test("width, height and middle follow from the corners")
    func measures() {
        #expect(box.width == 30)
        #expect(box.height == 40)
        #expect(box.center == Point(x: 25, y: 40))
        #expect(box.extent(along: .horizontal) == 10...40)
        #expect(box.extent(along: .vertical) == 20...60)
    }

    @Test(
        "a box contains its inside and its edges",
        arguments: [
            (Point(x: 25, y: 40), true), (Point(x: 10, y: 20), true), (Point(x: 40, y: 60), true),
            (Point(x: 9.99, y: 40), false), (Point(x: 40.01, y: 40), false), (Point(x: 25, y: 19.99), false),
            (Point(x: 25, y: 60.01), false),
        ])
    func contains(point: Point, expected: Bool) {
        #expect(box.contains(point) == expected)
    }

    @Test("the union reaches around both boxes and what lies between them")
    func union() {
        #expect(box.union(Box(x0: 50, y0: 0, x1: 60, y1: 30)) == Box(x0: 10, y0: 0, x1: 60, y1: 60))
        #expect(box.union(Box(x0: 15, y0: 25, x1: 20, y1: 30)) == box)
    }

    @Test("the union of many reaches around all of them, the union of none is nil")
    func unionOfMany() {
        let boxes = [box, Box(x0: 0, y0: 30, x1: 5, y1: 31), Box(x0: 30, y0: 50, x1: 41, y1: 70)]
        #expect(boxes.union() == Box(x0: 0, y0: 20, x1: 41, y1: 70))
        #expect([Box]().union() == nil)
    }

    @Test(
        "the intersection is the common part, a line where boxes touch, nil where they do not meet",
        arguments: [
            (Box(x0: 30, y0: 0, x1: 50, y1: 25), Box(x0: 30, y0: 20, x1: 40, y1: 25)),
            (Box(x0: 0, y0: 0, x1: 100, y1: 100), Box(x0: 10, y0: 20, x1: 40, y1: 60)),
            (Box(x0: 40, y0: 30, x1: 50, y1: 35), Box(x0: 40, y0: 30, x1: 40, y1: 35)),
            (Box(x0: 41, y0: 30, x1: 50, y1: 35), nil),
            (Box(x0: 20, y0: 61, x1: 30, y1: 70), nil),
        ] as [(Box, Box?)])
    func intersection(other: Box, expected: Box?) {
        #expect(box.intersection(other) == expected)
        #expect(other.intersection(box) == expected)
    }

    @Test("an expanded box has grown on every side")
    func expanded() {
        #expect(box.expanded(by: 2.5) == Box(x0: 7.5, y0: 17.5, x1: 42.5, y1: 62.5))
    }
}
