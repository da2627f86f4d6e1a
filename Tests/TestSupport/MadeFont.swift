/// TrueType fonts made glyph by glyph: every glyph but the first is a filled square half an em high.
public enum MadeFont {
    /// - Parameters:
    ///   - glyphs: how many there are.
    ///   - map: which glyph each character has; nil for a font without a map of characters.
    public static func trueType(glyphs: Int, map: [UInt16: UInt16]?) -> [UInt8] {
        let square =
            number(1, 2) + number(100, 2) + number(0, 2) + number(600, 2) + number(500, 2)
            + number(3, 2) + number(0, 2) + [1, 1, 1, 1]
            + [100, 500, 0, -500].flatMap { number($0, 2) } + [0, 0, 500, 0].flatMap { number($0, 2) }
        let length = square.count + square.count % 2
        let outlines = (1..<glyphs).flatMap { _ in square + [UInt8](repeating: 0, count: length - square.count) }
        let places = [0, 0] + (1..<glyphs).map { $0 * length }
        let head =
            number(0x10000, 4) + number(0x10000, 4) + number(0, 4) + number(0x5F0F_3CF5, 4) + number(0, 2)
            + number(1000, 2) + number(0, 16) + number(0, 2) + number(0, 2) + number(1000, 2) + number(1000, 2)
            + number(0, 2) + number(8, 2) + number(2, 2) + number(1, 2) + number(0, 2)
        let hhea =
            number(0x10000, 4) + number(880, 2) + number(-120, 2) + number(0, 2) + number(1000, 2)
            + number(0, 22) + number(glyphs, 2)
        let maxp =
            number(0x10000, 4) + number(glyphs, 2) + number(4, 2) + number(1, 2) + number(0, 4) + number(2, 2)
            + number(0, 16)
        var tables: [(String, [UInt8])] = [
            ("glyf", outlines), ("head", head), ("hhea", hhea),
            ("hmtx", (0..<glyphs).flatMap { _ in number(800, 2) + number(100, 2) }),
            ("loca", places.flatMap { number($0, 4) }), ("maxp", maxp),
        ]
        if let map { tables.insert(("cmap", characterMap(map)), at: 0) }
        var bytes = number(0x10000, 4) + number(tables.count, 2) + number(0, 6)
        var place = bytes.count + 16 * tables.count
        for (tag, table) in tables {
            bytes += Array(tag.utf8) + number(0, 4) + number(place, 4) + number(table.count, 4)
            place += (table.count + 3) / 4 * 4
        }
        for (_, table) in tables { bytes += table + [UInt8](repeating: 0, count: (4 - table.count % 4) % 4) }
        return bytes
    }

    /// Format 4, a segment a character.
    private static func characterMap(_ map: [UInt16: UInt16]) -> [UInt8] {
        let codes = map.keys.sorted().map(Int.init) + [0xFFFF]
        let deltas = map.keys.sorted().map { Int(map[$0] ?? 0) - Int($0) } + [1]
        let body =
            number(0, 2) + number(2 * codes.count, 2) + number(0, 6) + codes.flatMap { number($0, 2) }
            + number(0, 2) + codes.flatMap { number($0, 2) } + deltas.flatMap { number($0, 2) }
            + codes.flatMap { _ in number(0, 2) }
        return number(0, 2) + number(1, 2) + number(3, 2) + number(1, 2) + number(12, 4)
            + number(4, 2) + number(body.count + 4, 2) + body
    }

    /// The highest byte first.
    private static func number(_ value: Int, _ count: Int) -> [UInt8] {
        (0..<count).reversed().map { $0 >= 8 ? 0 : UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }
}
