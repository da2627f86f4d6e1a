/// Brightness of a picture with shades taken out that are printed as a screen of dots: the dots are blurred to an even shade and that is
/// made paper, so that print on it is print on paper. Shades without dots stay: print on them is dark enough as it is.
///
/// - Parameters:
///   - grey: brightness, row by row, on paper as bright as ``CleanImage/paper``.
///   - scale: pixels a point.
/// - Returns: nil where there are no such shades.
func withoutHalftone(_ grey: [UInt8], width: Int, height: Int, scale: Double) -> [UInt8]? {
    // Finer than any stroke, no finer than a screen: twice this is the distance of its dots.
    let reach = max(1, Int((ShadeTiles.dot * scale).rounded()))
    guard
        let even = Pix(width: width, height: height, pixels: grey)?.blurred(reach: reach)?.blurred(reach: reach)?.bytes
    else { return nil }
    let tiles = ShadeTiles(grey, even: even, width: width, height: height, side: max(8, Int(ShadeTiles.side * scale)))
    guard tiles.isShaded, tiles.isScreened else { return nil }
    var result = grey
    let paper = Int(CleanImage.paper)
    for row in 0..<tiles.rows {
        for column in 0..<tiles.columns {
            guard let level = tiles.level(row: row, column: column) else { continue }
            let curve = (0..<256).map { $0 >= level ? UInt8(max($0, paper)) : UInt8($0 * paper / level) }
            for y in (row * tiles.side)..<min((row + 1) * tiles.side, height) {
                for place in (y * width + column * tiles.side)..<(y * width + min((column + 1) * tiles.side, width)) {
                    result[place] = curve[Int(even[place])]
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
    private var tiles: [Tile] = []
    /// Squares of shade without print, which is what tells a shade from small print.
    private let plain: [Bool]

    private struct Tile {
        /// The brightness below which a tenth and nine tenths of its pixels are.
        var dark: Int
        var bright: Int
        /// By how much its pixels differ from their surroundings.
        var grain: Int

        var isShade: Bool { bright < ShadeTiles.brightest && bright >= ShadeTiles.darkest }
        var isPlain: Bool { isShade && bright - dark <= ShadeTiles.even }
    }

    /// In points: half of what dots are apart.
    static let dot = 0.35
    /// Of a square, in points: no print fills the greater part of one, and the row of a table is no lower.
    static let side = 9.0
    /// Paper shows in a square where a tenth of it is brighter.
    private static let brightest = 218
    /// Darker, an area is no shade that print could be read on.
    private static let darkest = 110
    /// The brightness of a shade without print varies by no more.
    private static let even = 26
    /// So many of them must stand beside others on a page, and one this near to each that is taken for shade, in squares.
    private static let fewest = 20
    private static let near = 3
    /// With more grain a shade is a screen of dots.
    private static let smooth = 6

    init(_ grey: [UInt8], even: [UInt8], width: Int, height: Int, side: Int) {
        self.side = side
        (rows, columns) = ((height + side - 1) / side, (width + side - 1) / side)
        for row in 0..<rows {
            for column in 0..<columns {
                var counts = [Int](repeating: 0, count: 256)
                var (grain, all) = (0, 0)
                for y in stride(from: row * side, to: min((row + 1) * side, height), by: 3) {
                    for x in (column * side)..<min((column + 1) * side, width) {
                        let (value, own) = (Int(even[y * width + x]), Int(grey[y * width + x]))
                        counts[value] += 1
                        grain += abs(own - value)
                        all += 1
                    }
                }
                func quantile(_ tenths: Int) -> Int {
                    var sum = 0
                    return counts.firstIndex { count in
                        sum += count
                        return 10 * sum >= tenths * all
                    } ?? 0
                }
                tiles.append(Tile(dark: quantile(1), bright: quantile(9), grain: grain / max(1, all)))
            }
        }
        plain = tiles.map(\.isPlain)
    }

    var isShaded: Bool {
        let beside = plain.indices.count { index in
            plain[index] && index % columns > 0 && index % columns < columns - 1 && tiles[index - 1].isShade
                && tiles[index + 1].isShade
        }
        return beside >= Self.fewest
    }

    /// True where shades are dots.
    var isScreened: Bool {
        let grains = zip(tiles, plain).filter(\.1).map(\.0.grain).sorted()
        return !grains.isEmpty && grains[grains.count / 2] > Self.smooth
    }

    /// The darkest shade in a square and those around it: a shade begins anywhere in a square.
    func level(row: Int, column: Int) -> Int? {
        let rows = max(0, row - Self.near)...min(rows - 1, row + Self.near)
        let columns = max(0, column - Self.near)...min(self.columns - 1, column + Self.near)
        let near = rows.flatMap { y in columns.map { y * self.columns + $0 } }.filter { plain[$0] }.map { tiles[$0] }
        guard !near.isEmpty else { return nil }
        let spread = near.map { $0.bright - $0.dark }.sorted()[near.count / 2]
        var level: Int?
        for y in max(rows.lowerBound, row - 1)...min(rows.upperBound, row + 1) {
            for x in max(columns.lowerBound, column - 1)...min(columns.upperBound, column + 1) {
                let tile = tiles[y * self.columns + x]
                guard tile.isShade else { continue }
                let own = tile.isPlain ? tile.dark : tile.bright - spread
                level = min(own, level ?? own)
            }
        }
        // As much again below it is still a part of the shade: a tenth of it is darker than that.
        return level.map { $0 - max(4, spread / 2) }
    }
}
