internal import DocumentModel

/// The text of one page, made ready once for all rules: every glyph has its place in the frame of its own text, and places are
/// sorted by baseline. Rules make lines and rows of parts of it.
///
/// Lines are built of a part's glyphs, not cut out of the lines of the whole page: a neighbouring cell may be set half a line
/// higher, and its baseline must not decide where lines of this one begin and end.
struct PageText {
    private let glyphs: GlyphIndex
    private let places: [GlyphPlace]
    /// For each glyph where in `places` it stands; -1 for a slanted one.
    private let ranks: [Int]
    private let typography: Typography

    init(_ glyphs: [Glyph], typography: Typography) {
        self.glyphs = GlyphIndex(glyphs)
        self.typography = typography
        places = glyphs.indices.lazy.filter { glyphs[$0].direction != .oblique }
            .map { GlyphPlace(glyphs[$0], index: $0) }.sorted(by: GlyphPlace.isBefore)
        var ranks = [Int](repeating: -1, count: glyphs.count)
        for (rank, place) in places.enumerated() { ranks[place.index] = rank }
        self.ranks = ranks
    }

    var all: TextPart { part { _ in true } }

    /// Of glyphs whose middles lie in `box`, in drawing order.
    func indexes(in box: Box) -> [Int] { glyphs.indexes(in: box) }

    subscript(index: Int) -> Glyph { glyphs[index] }

    /// The glyphs with these indexes.
    func part(_ indexes: [Int]) -> TextPart {
        part(indexes.map { ranks[$0] }.filter { $0 >= 0 }.sorted().map { places[$0] })
    }

    /// The glyphs of whose indexes `isInside` is true.
    func part(where isInside: (Int) -> Bool) -> TextPart { part(places.filter { isInside($0.index) }) }

    private func part(_ places: [GlyphPlace]) -> TextPart {
        TextPart(glyphs: glyphs.all, places: places, typography: typography)
    }
}

/// Some glyphs of a page, of which lines and rows can be made.
struct TextPart {
    /// All of the page's, in drawing order.
    let glyphs: [Glyph]
    /// Of those that belong to the part, sorted by baseline.
    let places: [GlyphPlace]
    let typography: Typography

    var isEmpty: Bool { places.isEmpty }

    /// In drawing order.
    var members: [Glyph] { places.map(\.index).sorted().map { glyphs[$0] } }

    func part(where isInside: (Glyph) -> Bool) -> TextPart {
        TextPart(glyphs: glyphs, places: places.filter { isInside(glyphs[$0.index]) }, typography: typography)
    }
}
