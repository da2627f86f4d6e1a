internal import DocumentModel

/// Glyphs sorted by the height of their middle, for asking which lie in a box.
struct GlyphIndex {
    let all: [Glyph]
    /// Indexes into `all` by rising middle, and those middles.
    private let order: [Int]
    private let middles: [Double]

    init(_ glyphs: [Glyph]) {
        all = glyphs
        order = glyphs.indices.sorted { (glyphs[$0].box.center.y, $0) < (glyphs[$1].box.center.y, $1) }
        middles = order.map { glyphs[$0].box.center.y }
    }

    subscript(index: Int) -> Glyph { all[index] }

    /// In the order of `all`.
    func indexes(in box: Box) -> [Int] {
        let first = middles.partitionPoint { $0 < box.y0 }
        let end = middles.partitionPoint { $0 <= box.y1 }
        return order[first..<end].filter { box.contains(all[$0].box.center) }.sorted()
    }
}
