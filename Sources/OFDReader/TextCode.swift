internal import DocumentModel
internal import XMLTree

/// The characters of one TextCode, with the glyphs that the CGTransforms before it name, and the ways between them.
struct TextCode {
    private(set) var items: [Item] = []
    private let dx: [Double]?
    private let dy: [Double]?

    struct Item: Hashable {
        /// nil where a glyph is all there is.
        var text: String?
        var glyph: Int?
    }

    init(_ element: XMLElement, transforms: [XMLElement], atMost limit: Int) {
        // Line ends come of pretty printing.
        let text = element.text
        let scalars = Array(
            (text.contains(where: \.isNewline) ? text.trimmed : text).unicodeScalars.prefix(max(0, limit))
        )
        .filter { $0 != "\n" && $0 != "\r" && $0 != "\t" }
        let runs = transforms.compactMap(GlyphRun.init).sorted { $0.position < $1.position }
        var place = 0
        for run in runs {
            while place < run.position, place < scalars.count {
                items.append(Item(text: String(scalars[place])))
                place += 1
            }
            guard run.position == place, items.count < limit else { continue }
            let end = min(place + run.codes, scalars.count)
            items += run.items(for: place < end ? Array(scalars[place..<end]) : [], atMost: limit - items.count)
            place += run.codes
        }
        if place < scalars.count { items += scalars[place...].map { Item(text: String($0)) } }
        let ways = max(0, items.count - 1)
        dx = element["DeltaX"].map { Deltas($0).values(ways) }
        dy = element["DeltaY"].map { Deltas($0).values(ways) }
    }

    /// From an item to the next.
    ///
    /// - Parameter natural: the way where the file says nothing.
    func step(after index: Int, natural: Point) -> Point {
        let (x, y) = (
            dx.flatMap { $0.indices.contains(index) ? $0[index] : nil },
            dy.flatMap { $0.indices.contains(index) ? $0[index] : nil }
        )
        if x == nil, y == nil { return natural }
        return Point(x: x ?? 0, y: y ?? 0)
    }
}

/// A CGTransform: which glyphs some characters are drawn with.
private struct GlyphRun {
    var position: Int
    var codes: Int
    var glyphs: [Int]

    init?(_ element: XMLElement) {
        glyphs = numbers(element.value("Glyphs") ?? "").map { Int($0) }
        position = max(0, Int(element.number("CodePosition") ?? 0))
        codes = max(1, Int(element.number("CodeCount") ?? 1))
        if glyphs.isEmpty { return nil }
    }

    /// Glyph by glyph; the last one stands for all characters that are left.
    func items(for scalars: [Unicode.Scalar], atMost limit: Int) -> [TextCode.Item] {
        glyphs.prefix(limit).enumerated().compactMap { index, glyph in
            guard index < scalars.count else {
                // More than one glyph for a character: it is said already.
                return scalars.count == codes ? nil : TextCode.Item(glyph: glyph)
            }
            let isLast = index == glyphs.count - 1
            let text = isLast ? scalars[index...].map(String.init).joined() : String(scalars[index])
            return TextCode.Item(text: text, glyph: glyph)
        }
    }
}
