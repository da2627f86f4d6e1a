package import DocumentModel

/// A glyph's place in the frame of its own text: `low` and `high` along the line, `across` from line to line.
struct GlyphPlace: Hashable, Sendable {
    /// Among all glyphs of the page, in drawing order.
    let index: Int
    let direction: Glyph.Direction
    let low: Double
    let high: Double
    let across: Double
    let size: Double

    init(_ glyph: Glyph, index: Int) {
        self.index = index
        size = glyph.size
        direction = glyph.direction
        let box = glyph.box
        switch direction {
        case .right, .oblique: (low, high, across) = (box.x0, box.x1, glyph.origin.y)
        case .left: (low, high, across) = (-box.x1, -box.x0, -glyph.origin.y)
        // In vertical writing the origin lies on the characters' side, not under them.
        case .down: (low, high, across) = (box.y0, box.y1, glyph.isVertical ? -box.center.x : -glyph.origin.x)
        case .up: (low, high, across) = (-box.y1, -box.y0, glyph.origin.x)
        }
    }

    /// By direction, then by baseline; drawing order breaks ties, so that equal places stay as the file has them.
    static func isBefore(_ left: GlyphPlace, _ right: GlyphPlace) -> Bool {
        (left.direction.order, left.across, left.index) < (right.direction.order, right.across, right.index)
    }
}

extension Glyph.Direction {
    fileprivate var order: Int {
        switch self {
        case .right: 0
        case .down: 1
        case .up: 2
        case .left: 3
        case .oblique: 4
        }
    }

    /// The axis along which the text runs.
    package var axis: Axis {
        switch self {
        case .right, .left, .oblique: .horizontal
        case .down, .up: .vertical
        }
    }
}
