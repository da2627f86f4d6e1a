package import DocumentModel

/// Glyphs that take part in reading: painted, not slanted across the page, and not white on white.
package func visibleGlyphs(of page: Page, options: TableOptions = .standard) -> [Glyph] {
    let painted = page.glyphs.filter {
        $0.renderMode.isVisible && $0.opacity > options.rules.faintestCover && $0.direction != .oblique
    }
    guard painted.contains(where: { $0.color.luminance > options.faintest }) else { return painted }
    let shades = page.boxes.filter { $0.color.luminance <= options.faintest && $0.opacity > options.rules.groundCover }
        .map(\.box)
    let grounds = BoxIndex(shades + page.images.map(\.box) + page.otherPaths, box: \.self)
    return painted.filter { glyph in
        if glyph.color.luminance <= options.faintest || glyph.isBlank { return true }
        let middle = glyph.box.center
        return !grounds.meeting(Box(x0: middle.x, y0: middle.y, x1: middle.x, y1: middle.y)).isEmpty
    }
}
