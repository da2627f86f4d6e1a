public import DocumentModel

/// What was read off the picture of a page, in points of that picture: all that is needed to do without it.
public struct ScannedPage: Hashable, Sendable, Codable {
    public var width: Double
    public var height: Double
    public var rules: [Rule]
    public var lines: [Line]
    /// By how many degrees the picture was turned clockwise to become straight.
    public var skew: Double
    /// Which way its text runs on the page as displayed; everything here is in the frame in which it runs to the right.
    public var direction: Glyph.Direction

    public init(
        width: Double, height: Double, rules: [Rule], lines: [Line], skew: Double, direction: Glyph.Direction
    ) {
        (self.width, self.height, self.rules, self.lines) = (width, height, rules, lines)
        (self.skew, self.direction) = (skew, direction)
    }

    /// A ruling line.
    public struct Rule: Hashable, Sendable, Codable {
        public var isHorizontal: Bool
        public var position: Double
        public var start: Double
        public var end: Double
        public var thickness: Double

        public init(isHorizontal: Bool, position: Double, start: Double, end: Double, thickness: Double) {
            (self.isHorizontal, self.position) = (isHorizontal, position)
            (self.start, self.end, self.thickness) = (start, end, thickness)
        }
    }

    /// A line of text.
    public struct Line: Hashable, Sendable, Codable {
        public var box: Box
        /// The font's size, as far as it shows.
        public var size: Double
        public var characters: [Character]
        /// nil outside of cells.
        public var certainty: Reading.Certainty?
        public var others: [String]

        public init(
            box: Box, size: Double, characters: [Character], certainty: Reading.Certainty?, others: [String] = []
        ) {
            (self.box, self.size, self.characters) = (box, size, characters)
            (self.certainty, self.others) = (certainty, others)
        }

        public struct Character: Hashable, Sendable, Codable {
            public var text: String
            public var start: Double
            public var end: Double

            public init(text: String, start: Double, end: Double) {
                (self.text, self.start, self.end) = (text, start, end)
            }
        }
    }
}

extension ScannedPage {
    /// Where it stands on the page as displayed.
    public var frame: PageFrame {
        let upright = PageFrame(width: width, height: height, direction: direction, skew: skew)
        return upright.isSideways
            ? PageFrame(width: height, height: width, direction: direction, skew: skew) : upright
    }

    /// As a page whose text is what was read, upright.
    ///
    /// - Parameter original: the page that was scanned; number, images and how it is displayed are its own.
    public func page(like original: Page) -> Page {
        let frame = frame
        var page = Page(
            number: original.number, width: width, height: height, rotation: original.rotation,
            cropBox: original.cropBox, userUnit: original.userUnit,
            images: original.images.map { image in
                var image = image
                image.box = frame.toText(image.box)
                return image
            }, frame: frame)
        page.rulings = rules.map {
            Ruling(
                axis: $0.isHorizontal ? .horizontal : .vertical, position: $0.position, span: $0.start...$0.end,
                thickness: $0.thickness, source: .image)
        }
        page.glyphs = lines.flatMap(\.glyphs)
        page.readings = lines.compactMap { line in
            line.certainty.map {
                Reading(
                    box: line.box, text: line.characters.map(\.text).joined(), certainty: $0, others: line.others)
            }
        }
        return page
    }
}

extension ScannedPage.Line {
    /// Characters on one baseline, which is where the middle of the line says: the ink of some signs does not reach it.
    fileprivate var glyphs: [Glyph] {
        characters.map { character in
            let middle = box.center.y
            return Glyph(
                text: character.text,
                box: Box(x0: character.start, y0: middle - 0.5 * size, x1: character.end, y1: middle + 0.5 * size),
                origin: Point(x: character.start, y: middle + 0.38 * size),
                advance: Point(x: max(character.end - character.start, 0.1), y: 0), size: size)
        }
    }
}
