/// Brightness of a picture with shades taken out that are printed as a screen of dots: where the greater part of some square is
/// darker than paper, what its dots vary between is paper, and print is what is darker still.
///
/// - Parameters:
///   - grey: brightness, row by row, on paper as bright as ``CleanImage/paper``.
///   - scale: pixels a point.
/// - Returns: nil where there are no such shades.
func withoutHalftone(_ grey: [UInt8], width: Int, height: Int, scale: Double) -> [UInt8]? {
    let tiles = ShadeTiles(grey, width: width, height: height, side: max(8, Int(ShadeTiles.side * scale)))
    guard tiles.isShaded else { return nil }
    var result = grey
    let paper = Int(CleanImage.paper)
    for row in 0..<tiles.rows {
        for column in 0..<tiles.columns {
            guard let level = tiles.level(row: row, column: column) else { continue }
            let curve = (0..<256).map { $0 >= level ? UInt8(max($0, paper)) : UInt8($0 * paper / level) }
            for y in (row * tiles.side)..<min((row + 1) * tiles.side, height) {
                for place in (y * width + column * tiles.side)..<(y * width + min((column + 1) * tiles.side, width)) {
                    result[place] = curve[Int(grey[place])]
                }
            }
        }
    }
    return result
}

/// Squares of a picture, each with the brightness of its shade.
private struct ShadeTiles {
    /// Of a square, in pixels.
    let side: Int
    let rows: Int
    let columns: Int
    private var levels: [Int?]
    /// Squares of shade without print, which is what tells a shade from small print.
    private var isPlain: [Bool]

    /// Of a square, in points: no print fills the greater part of one, and the row of a table is no lower.
    static let side = 9.0
    /// Paper's middle brightness is no lower.
    private static let shade = 214
    /// The darkest dots are this many times further below the middle than the brightest gaps are above it.
    private static let spread = 1.3
    /// Nine tenths of a square of shade without print are brighter.
    private static let plain = 150
    /// So many of them must stand beside others on a page, and one this near to each that is taken for shade, in squares.
    private static let fewest = 20
    private static let near = 3
    /// Darker, an area is no shade that print could be read on.
    private static let darkest = 90

    init(_ grey: [UInt8], width: Int, height: Int, side: Int) {
        self.side = side
        (rows, columns) = ((height + side - 1) / side, (width + side - 1) / side)
        (levels, isPlain) = ([], [])
        for row in 0..<rows {
            for column in 0..<columns {
                var counts = [Int](repeating: 0, count: 256)
                for y in stride(from: row * side, to: min((row + 1) * side, height), by: 3) {
                    for x in (column * side)..<min((column + 1) * side, width) { counts[Int(grey[y * width + x])] += 1 }
                }
                let tones = Tones(counts)
                levels.append(Self.level(tones))
                isPlain.append(levels[levels.count - 1] != nil && tones.dark >= Self.plain)
            }
        }
    }

    var isShaded: Bool {
        let beside = isPlain.indices.count { index in
            isPlain[index] && index % columns > 0 && index % columns < columns - 1 && levels[index - 1] != nil
                && levels[index + 1] != nil
        }
        return beside >= Self.fewest
    }

    /// The darkest shade in a square and those around it: a shade begins anywhere in a square.
    func level(row: Int, column: Int) -> Int? {
        let rows = max(0, row - Self.near)...min(rows - 1, row + Self.near)
        let columns = max(0, column - Self.near)...min(self.columns - 1, column + Self.near)
        guard rows.contains(where: { y in columns.contains { isPlain[y * self.columns + $0] } }) else { return nil }
        var level: Int?
        for y in max(rows.lowerBound, row - 1)...min(rows.upperBound, row + 1) {
            for x in max(columns.lowerBound, column - 1)...min(columns.upperBound, column + 1) {
                if let own = levels[y * self.columns + x] { level = min(own, level ?? own) }
            }
        }
        return level
    }

    /// The brightness below which a tenth, half and nine tenths of a square's pixels are.
    private struct Tones {
        var dark = 0
        var middle = 0
        var bright = 0

        init(_ counts: [Int]) {
            let all = counts.reduce(0, +)
            func quantile(_ tenths: Int) -> Int {
                var sum = 0
                return counts.firstIndex { count in
                    sum += count
                    return 10 * sum >= tenths * all
                } ?? 0
            }
            (dark, middle, bright) = (quantile(1), quantile(5), quantile(9))
        }
    }

    private static func level(_ tones: Tones) -> Int? {
        let level = tones.middle - Int(spread * Double(max(4, tones.bright - tones.middle)))
        return tones.middle < shade && level >= darkest ? level : nil
    }
}
