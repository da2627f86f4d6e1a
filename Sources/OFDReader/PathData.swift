internal import DocumentModel
internal import Posix

/// A path's AbbreviatedData, with curves as rows of short lines (GB/T 33190-2016, section 9.1).
struct PathData {
    private(set) var subpaths: [Subpath] = []
    private var points: [Point] = []
    private var isCurved = false
    private var here = Point(x: 0, y: 0)
    private var start = Point(x: 0, y: 0)

    init(_ text: String) {
        var scanner = NumberScanner(text)
        var token = scanner.next()
        while case .letter(let letter)? = token {
            var values: [Double] = []
            token = scanner.next()
            while case .number(let value)? = token {
                values.append(value)
                token = scanner.next()
            }
            take(letter, values)
        }
        finish(isClosed: false)
    }

    private mutating func take(_ letter: UInt8, _ values: [Double]) {
        guard let count = Self.counts[letter] else { return }
        if count == 0 { return close() }
        // A letter's numbers may come several times over.
        for first in stride(from: 0, through: values.count - count, by: count) {
            let numbers = values[first..<(first + count)]
            let ends = stride(from: numbers.startIndex, to: numbers.endIndex - 1, by: 2)
                .map { Point(x: numbers[$0], y: numbers[$0 + 1]) }
            switch letter {
            case UInt8(ascii: "M"), UInt8(ascii: "S"):
                if first == 0 { move(to: ends[0]) } else { line(to: ends[0]) }
            case UInt8(ascii: "L"): line(to: ends[0])
            case UInt8(ascii: "Q"):
                let (control, end) = (ends[0], ends[1])
                curve(here.between(control, 2 / 3), end.between(control, 2 / 3), end)
            case UInt8(ascii: "B"): curve(ends[0], ends[1], ends[2])
            default: arc(Array(numbers))
            }
        }
    }

    /// How many numbers follow each letter.
    private static let counts: [UInt8: Int] = [
        UInt8(ascii: "M"): 2, UInt8(ascii: "S"): 2, UInt8(ascii: "L"): 2, UInt8(ascii: "Q"): 4, UInt8(ascii: "B"): 6,
        UInt8(ascii: "A"): 7, UInt8(ascii: "C"): 0,
    ]

    private mutating func move(to point: Point) {
        finish(isClosed: false)
        (here, start) = (point, point)
    }

    private mutating func line(to point: Point) {
        if points.isEmpty { points = [here] }
        points.append(point)
        here = point
    }

    private mutating func close() {
        finish(isClosed: true)
        here = start
    }

    private mutating func finish(isClosed: Bool) {
        if points.count > 1 { subpaths.append(Subpath(points: points, isClosed: isClosed, isCurved: isCurved)) }
        (points, isCurved) = ([], false)
    }

    /// Lines that a curve is cut into.
    private static let pieces = 8

    private mutating func curve(_ one: Point, _ other: Point, _ end: Point) {
        let begin = here
        for piece in 1...Self.pieces {
            let share = Double(piece) / Double(Self.pieces)
            let (a, b, c) = (begin.between(one, share), one.between(other, share), other.between(end, share))
            line(to: a.between(b, share).between(b.between(c, share), share))
        }
        isCurved = true
    }

    /// An elliptical arc by its end points, as in SVG 1.1, appendix F.6: radii, turn in degrees, large, clockwise, end.
    private mutating func arc(_ numbers: [Double]) {
        let (begin, end) = (here, Point(x: numbers[5], y: numbers[6]))
        var (rx, ry) = (abs(numbers[0]), abs(numbers[1]))
        guard rx > 1e-9, ry > 1e-9, begin != end else { return line(to: end) }
        // In the frame of the ellipse, around the middle of its ends.
        let turn = Transform.turn(byDegrees: numbers[2])
        let back = Transform.turn(byDegrees: -numbers[2])
        let half = back.linear(Point(x: (begin.x - end.x) / 2, y: (begin.y - end.y) / 2))
        let reach = half.x * half.x / (rx * rx) + half.y * half.y / (ry * ry)
        if reach > 1 { (rx, ry) = (rx * reach.squareRoot(), ry * reach.squareRoot()) }
        let ways = rx * rx * half.y * half.y + ry * ry * half.x * half.x
        let root =
            max(0, (rx * rx * ry * ry - ways) / ways).squareRoot() * ((numbers[3] != 0) == (numbers[4] != 0) ? -1 : 1)
        let center = Point(x: root * rx * half.y / ry, y: -root * ry * half.x / rx)
        let from = atan2((half.y - center.y) / ry, (half.x - center.x) / rx)
        var sweep = atan2((-half.y - center.y) / ry, (-half.x - center.x) / rx) - from
        if numbers[4] != 0, sweep < 0 { sweep += 2 * .pi }
        if numbers[4] == 0, sweep > 0 { sweep -= 2 * .pi }
        guard sweep.isFinite else { return line(to: end) }
        let middle = Point(x: (begin.x + end.x) / 2, y: (begin.y + end.y) / 2)
        for piece in 1..<(2 * Self.pieces) {
            let angle = from + sweep * Double(piece) / Double(2 * Self.pieces)
            let way = turn.linear(Point(x: center.x + rx * cos(angle), y: center.y + ry * sin(angle)))
            line(to: Point(x: middle.x + way.x, y: middle.y + way.y))
        }
        line(to: end)
        isCurved = true
    }
}

extension Point {
    /// `share` of the way to `other`.
    func between(_ other: Point, _ share: Double) -> Point {
        Point(x: x + (other.x - x) * share, y: y + (other.y - y) * share)
    }
}
