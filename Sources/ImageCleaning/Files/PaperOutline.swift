internal import DocumentModel

extension PageImage {
    /// The sheet of paper that lies on something darker in a photograph; nil where none is seen, or it fills the picture.
    func paperOutline() -> Quadrilateral? {
        let step = max(1, max(width, height) / 600)
        let small = reduced(by: step)
        guard small.width > 20, small.height > 20, let mask = small.paperMask() else { return nil }
        return mask.quadrilateral()?.scaled(by: Double(step))
    }

    /// Brightness of every `step`th pixel of every `step`th row, as a mean over what lies between.
    private func reduced(by step: Int) -> Bitmap {
        let (newWidth, newHeight) = (width / step, height / step)
        let small = [UInt8](unsafeUninitializedCapacity: newWidth * newHeight) { buffer, count in
            pixels.withUnsafeBufferPointer { pixels in
                for y in 0..<newHeight {
                    for x in 0..<newWidth {
                        var sum = 0
                        for row in (y * step)..<(y * step + step) {
                            for place in (row * width + x * step)..<(row * width + x * step + step) {
                                sum += Int(pixels[3 * place]) + Int(pixels[3 * place + 1]) + Int(pixels[3 * place + 2])
                            }
                        }
                        buffer[y * newWidth + x] = UInt8(sum / (3 * step * step))
                    }
                }
            }
            count = newWidth * newHeight
        }
        return Bitmap(width: newWidth, height: newHeight, pixels: small, scale: 1)
    }
}

extension Quadrilateral {
    fileprivate func scaled(by factor: Double) -> Quadrilateral {
        let moved = corners.map { Point(x: $0.x * factor, y: $0.y * factor) }
        return Quadrilateral(moved[0], moved[1], moved[2], moved[3])
    }
}

extension Bitmap {
    /// The largest bright piece of a picture whose edges are dark.
    fileprivate func paperMask() -> PaperMask? {
        let threshold = brightnessBetween(brightnessCounts(pixels))
        var piece = [Int](repeating: 0, count: pixels.count)
        var largest = (number: 0, count: 0)
        var number = 0
        for start in pixels.indices where pixels[start] > threshold && piece[start] == 0 {
            number += 1
            let count = fill(&piece, from: start, with: number, above: threshold)
            if count > largest.count { largest = (number, count) }
        }
        let mask = PaperMask(
            width: width, height: height, isPaper: piece.map { $0 == largest.number })
        guard (0.15...0.97).contains(Double(mask.area) / Double(pixels.count)) else { return nil }
        return 2 * mask.paperAtEdges < mask.edgeLength ? mask : nil
    }

    /// - Returns: how many pixels belong to the piece.
    private func fill(_ piece: inout [Int], from start: Int, with number: Int, above threshold: UInt8) -> Int {
        var open = [start]
        var count = 0
        piece[start] = number
        while let place = open.popLast() {
            count += 1
            let x = place % width
            for next in [x > 0 ? place - 1 : -1, x < width - 1 ? place + 1 : -1, place - width, place + width]
            where pixels.indices.contains(next) && piece[next] == 0 && pixels[next] > threshold {
                piece[next] = number
                open.append(next)
            }
        }
        return count
    }
}

/// The brightness that parts the bright from the dark best (N. Otsu, A Threshold Selection Method from Gray-Level Histograms, 1979).
private func brightnessBetween(_ counts: [Int]) -> UInt8 {
    let all = Double(counts.reduce(0, +))
    let sum = counts.indices.reduce(0.0) { $0 + Double($1 * counts[$1]) }
    var (below, sumBelow, best) = (0.0, 0.0, (level: 127, spread: 0.0))
    for level in counts.indices {
        below += Double(counts[level])
        sumBelow += Double(level * counts[level])
        guard below > 0, below < all else { continue }
        let difference = sumBelow / below - (sum - sumBelow) / (all - below)
        let spread = below * (all - below) * difference * difference
        if spread > best.spread { best = (level, spread) }
    }
    return UInt8(best.level)
}

/// Which pixels of a picture are a sheet of paper.
private struct PaperMask {
    let width: Int
    let height: Int
    let isPaper: [Bool]

    /// With what is printed on it: lines close off parts of a sheet.
    var area: Int {
        (0..<height).reduce(0) { sum, y in
            let row = isPaper[(y * width)..<(y * width + width)]
            guard let first = row.firstIndex(of: true), let last = row.lastIndex(of: true) else { return sum }
            return sum + last - first + 1
        }
    }

    var edgeLength: Int { 2 * (width + height) }

    var paperAtEdges: Int {
        (0..<width).count { isPaper[$0] } + (0..<width).count { isPaper[(height - 1) * width + $0] }
            + (0..<height).count { isPaper[$0 * width] } + (0..<height).count { isPaper[$0 * width + width - 1] }
    }

    /// The first and the last paper pixel of each row and each column.
    private var outline: [Point] {
        var points: [Point] = []
        for y in 0..<height {
            let row = isPaper[(y * width)..<(y * width + width)]
            guard let first = row.firstIndex(of: true), let last = row.lastIndex(of: true) else { continue }
            points += [first - y * width, last - y * width + 1].map { Point(x: Double($0), y: Double(y) + 0.5) }
        }
        for x in 0..<width {
            let column = (0..<height).lazy.filter { isPaper[$0 * width + x] }
            guard let first = column.first, let last = column.last else { continue }
            points += [first, last + 1].map { Point(x: Double(x) + 0.5, y: Double($0)) }
        }
        return points
    }

    func quadrilateral() -> Quadrilateral? {
        let points = outline
        func extreme(_ measure: (Point) -> Double) -> Point? { points.min { measure($0) < measure($1) } }
        guard let topLeft = extreme({ $0.x + $0.y }), let topRight = extreme({ $0.y - $0.x }),
            let bottomRight = extreme({ -$0.x - $0.y }), let bottomLeft = extreme({ $0.x - $0.y })
        else { return nil }
        let rough = [topLeft, topRight, bottomRight, bottomLeft]
        let sides = (0..<4).compactMap { Side(from: rough[$0], to: rough[($0 + 1) % 4], along: points) }
        guard sides.count == 4 else { return nil }
        let corners = (0..<4).compactMap { sides[($0 + 3) % 4].meeting(sides[$0]) }
        guard corners.count == 4 else { return nil }
        let found = Quadrilateral(corners[0], corners[1], corners[2], corners[3])
        // A sheet is all paper, and the paper is all of it.
        guard found.isSheet, (0.93...1.07).contains(Double(area) / found.area) else { return nil }
        return found
    }
}

/// A straight side of a sheet: a point on it, and its direction.
private struct Side {
    var point: Point
    var way: Point

    /// The line along the points near the way from one rough corner to the other.
    init?(from start: Point, to end: Point, along points: [Point]) {
        let (dx, dy) = (end.x - start.x, end.y - start.y)
        let length = (dx * dx + dy * dy).squareRoot()
        guard length > 10 else { return nil }
        (point, way) = (start, Point(x: dx / length, y: dy / length))
        // Corners are round, or in the shadow.
        var near = points.filter { point in
            let along = (point.x - start.x) * way.x + (point.y - start.y) * way.y
            return along > 0.06 * length && along < 0.94 * length && distance(to: point) < 0.03 * length + 2
        }
        for _ in 0..<3 {
            guard near.count >= 10 else { return nil }
            fit(near)
            let distances = near.map(distance).sorted()
            let limit = max(1, 2.5 * distances[distances.count / 2])
            near.removeAll { distance(to: $0) > limit }
        }
    }

    /// By least squares of the distances.
    private mutating func fit(_ points: [Point]) {
        let count = Double(points.count)
        let middle = Point(x: points.reduce(0) { $0 + $1.x } / count, y: points.reduce(0) { $0 + $1.y } / count)
        var (xx, xy, yy) = (0.0, 0.0, 0.0)
        for point in points {
            let (dx, dy) = (point.x - middle.x, point.y - middle.y)
            (xx, xy, yy) = (xx + dx * dx, xy + dx * dy, yy + dy * dy)
        }
        let root = ((xx - yy) * (xx - yy) + 4 * xy * xy).squareRoot()
        let other =
            abs(xx - yy + root) > abs(yy - xx + root)
            ? Point(x: xx - yy + root, y: 2 * xy) : Point(x: 2 * xy, y: yy - xx + root)
        let length = (other.x * other.x + other.y * other.y).squareRoot()
        guard length > 0 else { return }
        (point, way) = (middle, Point(x: other.x / length, y: other.y / length))
    }

    func distance(to other: Point) -> Double {
        abs((other.x - point.x) * way.y - (other.y - point.y) * way.x)
    }

    func meeting(_ other: Side) -> Point? {
        let cross = way.x * other.way.y - way.y * other.way.x
        guard abs(cross) > 0.2 else { return nil }
        let along = ((other.point.x - point.x) * other.way.y - (other.point.y - point.y) * other.way.x) / cross
        return Point(x: point.x + along * way.x, y: point.y + along * way.y)
    }
}
