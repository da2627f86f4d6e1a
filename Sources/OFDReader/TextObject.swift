internal import DocumentModel
internal import XMLTree

/// A text object: its TextCodes as glyphs, each in its place (GB/T 33190-2016, section 11).
struct TextObject {
    private let graphic: GraphicObject
    private let font: (index: Int, face: EmbeddedFont?)?
    /// Of an em, in the object's millimetres.
    private let size: Double
    /// How much wider than high an em is.
    private let stretch: Double
    /// Clockwise in degrees: the way from a character to the next, and how each of them is turned.
    private let readDirection: Double
    private let charDirection: Double
    private let ink: GraphicStyle.Ink?

    init(_ graphic: GraphicObject, fonts: FontShelf, resources: Resources) {
        let element = graphic.element
        self.graphic = graphic
        font = element["Font"].flatMap { fonts.font($0, resources: resources) }
        size = abs(element.number("Size") ?? Self.usualSize)
        stretch = element.number("HScale").flatMap { $0 > 0 ? $0 : nil } ?? 1
        readDirection = element.number("ReadDirection") ?? 0
        charDirection = element.number("CharDirection") ?? 0
        let color =
            graphic.isPainted("Fill", otherwise: true)
            ? graphic.style.fill ?? GraphicStyle.Ink(color: .black, opacity: 1)
            : graphic.isPainted("Stroke", otherwise: false) ? graphic.style.stroke : nil
        ink = color.map { GraphicStyle.Ink(color: $0.color, opacity: $0.opacity * graphic.opacity) }
    }

    /// Of a text that does not say: 12 points in millimetres.
    private static let usualSize = 4.2333

    /// What shows of its characters.
    func glyphs(atMost limit: Int) -> [PlacedGlyph] {
        guard size > 0 else { return [] }
        var glyphs: [PlacedGlyph] = []
        var start = Point(x: 0, y: 0)
        var transforms: [XMLElement] = []
        for element in graphic.element.elements {
            switch element.name {
            case "CGTransform": transforms.append(element)
            case "TextCode":
                start = Point(x: element.number("X") ?? start.x, y: element.number("Y") ?? start.y)
                let codes = TextCode(element, transforms: transforms, atMost: limit - glyphs.count)
                transforms = []
                glyphs += placed(codes, from: start)
            default: break
            }
        }
        return shown(glyphs)
    }

    /// Text in its boundary, or partly: those who write too small a boundary are many, those who cut their text by it none. What lies
    /// outside as a whole is not there.
    private func shown(_ glyphs: [PlacedGlyph]) -> [PlacedGlyph] {
        let isSeen = glyphs.contains { glyph in
            graphic.clip.expanded(by: 0.3 * glyph.place.growth).contains(glyph.box.center)
        }
        return isSeen ? glyphs.filter { graphic.page.contains($0.box.center) } : []
    }

    private func placed(_ codes: TextCode, from start: Point) -> [PlacedGlyph] {
        let turn = Transform.turn(byDegrees: charDirection)
        let way = Transform.turn(byDegrees: readDirection).linear(Point(x: 1, y: 0))
        var here = start
        var glyphs: [PlacedGlyph] = []
        for (index, code) in codes.items.enumerated() {
            let number = code.glyph ?? code.text.flatMap { font?.face?.glyph(of: $0.unicodeScalars.first ?? " ") }
            let natural = width(of: code, glyph: number)
            let step = codes.step(after: index, natural: Point(x: way.x * natural * size, y: way.y * natural * size))
            var glyph = PlacedGlyph(
                text: code.text, glyph: number, font: font?.index,
                place: Transform.scale(size * stretch, size).then(turn).then(.shift(here.x, here.y))
                    .then(graphic.transform),
                width: natural / stretch, ink: ink)
            if font?.face == nil { glyph.width = Self.likelyWidth(natural, step: abs(step.x) / size) / stretch }
            if glyph.place.isFinite, glyph.place.growth > 1e-3 { glyphs.append(glyph) }
            here = Point(x: here.x + step.x, y: here.y + step.y)
        }
        return glyphs
    }

    /// To the next glyph, in ems, stretched.
    private func width(of code: TextCode.Item, glyph: Int?) -> Double {
        if let glyph, let width = font?.face?.advance(of: glyph), width > 0 { return width * stretch }
        return (isWide(code.text?.unicodeScalars.first) || code.text == nil ? 1 : 0.5) * stretch
    }

    /// Of a font that is not there nobody knows how wide its letters are, but the way to the next one tells.
    private static func likelyWidth(_ natural: Double, step: Double) -> Double {
        step > 0.2 * natural && step < 1.5 * natural ? min(step, max(natural, 0.75)) : natural
    }
}
