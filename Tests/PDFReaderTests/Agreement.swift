import DocumentModel
import PDFReader

/// A page's glyphs held against poppler-glib's text layout, an independent reading of the same page.
///
/// What the two may differ in, and how it is explained:
/// - The layout adds blanks and line ends from gaps, and has its own idea of order. Blanks are left out on both sides, and
///   characters are compared as a multiset.
/// - It drops glyphs without Unicode; they have no text here either. Soft hyphens (U+00AD), which some versions drop, are left
///   out on both sides.
/// - It drops a character that repeats another at the same place (false bold): the same text, less than 0.2 of the size away
///   across and less than 0.1 along the line (`dupMaxSecDelta`, `dupMaxPriDelta` of its `TextOutputDev`).
/// - It is a selection of the whole page, which takes in the characters whose middle lies on it.
/// - It keeps hidden text, as the glyphs do.
/// - It gives each scalar of a ligature an equal share of the advance.
/// - Within a word its boxes reach to the start of the next character, be it spaced out or squeezed. So a character is
///   expected at the middle of its advance, or half the way that the next character on its line is off.
struct Agreement {
    /// Farthest distance of two centres that are one, in points.
    static let tolerance = 2.0

    private(set) var matched = 0
    private(set) var repeated = 0
    private(set) var outside = 0
    private(set) var unmapped = 0
    /// What no difference above explains.
    private(set) var onlyGlyphs: [String] = []
    private(set) var onlyLayout: [String] = []

    init(_ page: Page, _ layout: [LayoutCharacter]) {
        var places = expectedPlaces(on: page)
        for character in layout where isCompared(character.text) {
            let middle = character.box.center
            let near = (places[character.text] ?? []).enumerated().map { ($0.offset, $0.element.distance(to: middle)) }
            if let (index, distance) = near.min(by: { $0.1 < $1.1 }), distance <= Self.tolerance {
                places[character.text]?.remove(at: index)
                matched += 1
            } else {
                onlyLayout.append("\(character.text) \(middle)")
            }
        }
        onlyGlyphs = places.flatMap { text, places in places.map { "\(text) \($0.middle)" } }.sorted()
    }

    /// By character: where the layout should have it.
    private mutating func expectedPlaces(on page: Page) -> [String: [Place]] {
        var places: [String: [Place]] = [:]
        var kept: [String: [Glyph]] = [:]
        for (index, glyph) in page.glyphs.enumerated() where !glyph.isBlank {
            if glyph.text.isEmpty {
                unmapped += 1
            } else if glyph.isOutside(page) {
                outside += 1
            } else if kept[glyph.text]?.contains(where: glyph.repeats) == true {
                repeated += 1
            } else {
                kept[glyph.text, default: []].append(glyph)
                let scalars = Array(glyph.text.unicodeScalars)
                let next = page.glyphs.dropFirst(index + 1).first { !$0.isBlank && !$0.repeats(glyph) }
                let stretch = next.flatMap { glyph.stretch(to: $0) } ?? Point(x: 0, y: 0)
                for (part, scalar) in scalars.enumerated() where isCompared(String(scalar)) {
                    let share = (Double(part) + 0.5) / Double(scalars.count) - 0.5
                    let middle = glyph.box.center.moved(by: glyph.advance, times: share)
                    let other = part == scalars.count - 1 ? middle.moved(by: stretch, times: 0.5) : middle
                    places[String(scalar), default: []].append(Place(middle: middle, stretched: other))
                }
            }
        }
        return places
    }

    private struct Place {
        var middle: Point
        var stretched: Point

        func distance(to point: Point) -> Double { min(middle.distance(to: point), stretched.distance(to: point)) }
    }
}

private func isCompared(_ text: String) -> Bool {
    !text.unicodeScalars.allSatisfy { $0.properties.isWhitespace || $0 == "\u{AD}" }
}

extension Glyph {
    private var end: Point { origin.moved(by: advance, times: 1) }

    fileprivate func isOutside(_ page: Page) -> Bool { !page.box.contains(box.center) }

    fileprivate func repeats(_ other: Glyph) -> Bool {
        let off = Point(x: abs(origin.x - other.origin.x), y: abs(origin.y - other.origin.y))
        let isUpright = direction == .down || direction == .up
        return text == other.text && (isUpright ? off.y : off.x) < 0.1 * size
            && (isUpright ? off.x : off.y) < 0.2 * size
    }

    /// The way from this glyph's end to the start of `next`, where both stand in one word.
    fileprivate func stretch(to next: Glyph) -> Point? {
        let way = Point(x: next.origin.x - end.x, y: next.origin.y - end.y)
        return next.direction == direction && max(abs(way.x), abs(way.y)) < 0.6 * size ? way : nil
    }
}

extension Point {
    fileprivate func moved(by way: Point, times factor: Double) -> Point {
        Point(x: x + factor * way.x, y: y + factor * way.y)
    }

    fileprivate func distance(to other: Point) -> Double {
        ((x - other.x) * (x - other.x) + (y - other.y) * (y - other.y)).squareRoot()
    }
}
