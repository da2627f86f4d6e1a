internal import DocumentModel
internal import FileAccess

/// Positioned glyphs and ruling lines as NDJSON, one a line.
public struct GlyphLines: Sendable {
    public var document: String
    public var password: String?

    public init(path: String, password: String? = nil) {
        document = path
        self.password = password
    }

    /// Calls `line` with a JSON object for every glyph, in drawing order.
    public func glyphs(pages: PageSelection? = nil, _ line: (String) -> Void) throws {
        try each(pages) { page in
            for glyph in page.glyphs {
                line(
                    try JSONText.line(
                        CodedGlyph(
                            page: page.number, text: glyph.text, box: glyph.box,
                            origin: [glyph.origin.x.roundedToHundredths, glyph.origin.y.roundedToHundredths],
                            advance: [glyph.advance.x.roundedToHundredths, glyph.advance.y.roundedToHundredths],
                            size: glyph.size.roundedToHundredths, font: glyph.font.map { page.fonts[$0].name },
                            direction: glyph.direction, color: glyph.color, opacity: glyph.opacity,
                            renderMode: glyph.renderMode.rawValue, vertical: glyph.isVertical ? true : nil)))
            }
        }
    }

    /// Calls `line` with a JSON object for every ruling and filled box, in drawing order of each.
    public func rulings(pages: PageSelection? = nil, _ line: (String) -> Void) throws {
        try each(pages) { page in
            for ruling in page.rulings {
                line(
                    try JSONText.line(
                        CodedRuling(
                            page: page.number, kind: ruling.axis.rawValue, box: ruling.box,
                            thickness: ruling.thickness.roundedToHundredths, color: ruling.color,
                            dash: ruling.dash.isEmpty ? nil : ruling.dash.map(\.roundedToHundredths),
                            source: ruling.source)))
            }
            for box in page.boxes {
                line(
                    try JSONText.line(
                        CodedRuling(
                            page: page.number, kind: "box", box: box.box, color: box.color, opacity: box.opacity)))
            }
        }
    }

    private func each(_ pages: PageSelection?, _ body: (Page) throws -> Void) throws {
        let file = try DocumentReader(.init(password: password), ocr: OCROptions(mode: .never)).openPages(
            .reading(document))
        for number in 1...file.pageCount where pages?.contains(number) ?? true {
            try body(file.content(page: number))
        }
    }
}

private struct CodedGlyph: Encodable {
    var page: Int
    var text: String
    var box: Box
    var origin: [Double]
    var advance: [Double]
    var size: Double
    var font: String?
    var direction: Glyph.Direction
    var color: Color
    var opacity: Double
    var renderMode: Int
    var vertical: Bool?

    enum CodingKeys: String, CodingKey {
        case page, text, box, origin, advance, size, font, direction, color, opacity, vertical
        case renderMode = "render_mode"
    }
}

private struct CodedRuling: Encodable {
    var page: Int
    var kind: String
    var box: Box
    var thickness: Double?
    var color: Color
    var opacity: Double?
    var dash: [Double]?
    var source: Ruling.Source?
}
