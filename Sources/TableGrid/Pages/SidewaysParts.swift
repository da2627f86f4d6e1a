internal import DocumentModel

/// The parts of a page that are set in another direction than most of its text: a table on its side beside upright prose.
///
/// A part is what lines that hang together enclose, or what lies around the text of one direction; most of the characters in
/// it run that way. Labels on their side in an upright table are in the minority within its lines, and stay with it.
///
/// - Parameter main: which way most of its text runs.
/// - Returns: boxes on the page with the directions of their text; none where all text runs one way.
func sidewaysParts(
    of page: Page, besides main: Glyph.Direction, options: TableOptions
) -> [(box: Box, direction: Glyph.Direction)] {
    var counts = page.directions
    counts[main] = nil
    let others = counts.filter { $0.key != .oblique && $0.value >= options.pages.fewestSideways }.keys.sorted {
        $0.rawValue < $1.rawValue
    }
    guard !others.isEmpty else { return [] }
    let glyphs = GlyphIndex(visibleGlyphs(of: page, options: options).filter { !$0.isBlank })
    let framed =
        options.mode == .inferred
        ? [] : PageLayout.groups(of: visibleRules(of: page, options: options), options: options).map(\.box)
    let enclosed = framed.outermost.map { framed[$0] }
    func direction(in box: Box) -> Glyph.Direction? {
        let inside = glyphs.indexes(in: box).map { glyphs[$0].readingDirection }
        return others.first { way in
            inside.count >= options.pages.fewestSideways
                && inside.count { $0 == way }.isMoreThan(options.pages.sideways, of: inside.count)
        }
    }
    var parts = enclosed.compactMap { box in direction(in: box).map { (box.expanded(by: options.joinGap), $0) } }
    for way in others {
        let loose = glyphs.all.filter { glyph in
            glyph.readingDirection == way && !enclosed.contains { $0.contains(glyph.box.center) }
        }
        guard let box = loose.map(\.box).union(), direction(in: box) == way else { continue }
        // Rules above the first line and under the last.
        parts.append((box.expanded(by: loose[0].size), way))
    }
    return parts
}
