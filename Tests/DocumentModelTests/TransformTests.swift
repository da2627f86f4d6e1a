import DocumentModel
import TestSupport
import Testing

@Suite("Transform")
struct TransformTests {
    private let point = Point(x: 3, y: 4)

    @Test("maps are applied one after the other, in the order in which they are written")
    func order() {
        let map = Transform.scale(2, 3).then(.shift(10, 20))
        #expect(map(point) == Point(x: 16, y: 32))
        #expect(Transform.shift(10, 20).then(.scale(2, 3))(point) == Point(x: 26, y: 72))
        #expect(Transform.identity(point) == point)
    }

    @Test("a turn is clockwise where y grows downwards; ways do not move")
    func turn() {
        let turned = Transform.turn(byDegrees: 90).then(.shift(100, 0)).linear(Point(x: 1, y: 0))
        #expect(abs(turned.x) < 1e-12 && abs(turned.y - 1) < 1e-12)
    }

    @Test("a box becomes the box around its corners, a length grows by the mean")
    func box() {
        let map = Transform(0, 2, -2, 0, 0, 0)
        #expect(map.box(Box(x0: 1, y0: 2, x1: 3, y1: 5)) == Box(x0: -10, y0: 2, x1: -4, y1: 6))
        #expect(map.growth == 2)
        #expect(Transform.scale(.infinity, 1).isFinite == false)
    }
}
