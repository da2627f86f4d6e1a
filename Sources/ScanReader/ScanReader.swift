public import DocumentModel
internal import ImageCleaning
public import OCR
internal import TableGrid

/// Reads pages that are pictures: finds lines and cells, has every line of text recognised, and gives the page back as if its
/// text had been there.
public struct ScanReader {
    private let recognizer: any TextRecognizer
    private let figureReader: (any FigureReader)?

    /// - Parameters:
    ///   - recognizer: reads everything.
    ///   - figureReader: reads figures once more. Without it no figure is sure by its reading alone.
    public init(recognizer: any TextRecognizer, figureReader: (any FigureReader)?) {
        self.recognizer = recognizer
        self.figureReader = figureReader
    }

    /// Names of the engines: what other engines have read is read again.
    public var identity: String {
        ([recognizer.identity] + [figureReader?.identity].compactMap(\.self)).joined(separator: " + ")
    }

    /// What `image` shows.
    ///
    /// - Parameter page: the page it is a picture of. Lines that its file draws are better than any that are found in pixels. A text
    ///   that lies invisibly over a scan is one more reading, of which nothing is taken that the picture does not show.
    public func scan(_ image: PageImage, of page: Page) throws(ScanError) -> ScannedPage {
        do {
            let drawn = visibleRules(of: page, options: .standard)
            let page = try read(
                image, direction: .right, drawn: drawn, hidden: page.glyphs.filter { !$0.renderMode.isVisible })
            guard let sureness = page.sureness, sureness < Self.leastSureness else { return page.scanned }
            // Whatever cannot be read may stand on its head or its side.
            let others = try [Glyph.Direction.down, .up, .left].map { direction in
                (direction, try sample(image.upright(direction)))
            }
            guard let best = others.max(by: { $0.1 < $1.1 }), best.1 > max(sureness, Self.leastSureness) else {
                return page.scanned
            }
            return try read(image.upright(best.0), direction: best.0).scanned
        } catch let error as CleaningError {
            throw ScanError(cause: error.cause)
        } catch let error as RecognitionError {
            throw ScanError(cause: error.cause)
        } catch {
            throw ScanError(cause: "\(error)")
        }
    }

    /// Mean confidence below which a page's text is not what the engine takes it for.
    private static let leastSureness = 0.7

    /// Fewer lines make no table: a frame, a rule below the header.
    private static let fewLines = 6

    private func read(
        _ image: PageImage, direction: Glyph.Direction, drawn: [Ruling] = [], hidden: [Glyph] = []
    ) throws -> (scanned: ScannedPage, sureness: Double?) {
        // What a file draws is straight, and a scan has nothing that is drawn.
        let isDrawn = drawn.count >= Self.fewLines
        let clean = try CleanImage(image, straightens: !isDrawn)
        let rulings = isDrawn ? drawn : scannedRulings(clean.binary)
        let marks = PageMarks(clean, rulings: rulings)
        let crops = marks.lines.map { Self.crop($0.box, of: clean.grey, marks: marks) }
        let recognized = try recognizer.recognize(crops.map(\.crop))
        var lines = zip(zip(marks.lines, crops), recognized).map { pair, text in
            ReadLine(pair.0, crop: pair.1.origin, text: text, textHeight: marks.textHeight)
        }
        try compare(&lines, crops: crops.map(\.crop))
        let scale = clean.grey.scale
        var scanned = ScannedPage(
            width: Double(clean.grey.width) / scale, height: Double(clean.grey.height) / scale,
            rules: rulings.map {
                ScannedPage.Rule(
                    isHorizontal: $0.axis == .horizontal, position: $0.position, start: $0.span.lowerBound,
                    end: $0.span.upperBound, thickness: $0.thickness)
            },
            lines: lines.compactMap { $0.scanned(scale: scale, textHeight: marks.textHeight) }, skew: clean.skew,
            direction: direction)
        if !hidden.isEmpty { scanned.weigh(hidden) }
        return (scanned, Self.sureness(of: recognized))
    }

    /// How sure the engine is of some of the longest lines.
    private func sample(_ image: PageImage) throws -> Double {
        let clean = try CleanImage(image)
        let marks = PageMarks(clean, rulings: scannedRulings(clean.binary))
        let longest = marks.lines.sorted { ($1.box.width, $0.box.y) < ($0.box.width, $1.box.y) }.prefix(8)
        let crops = longest.map { Self.crop($0.box, of: clean.grey, marks: marks).crop }
        return Self.sureness(of: try recognizer.recognize(crops)) ?? 0
    }

    /// The mean confidence over all characters; nil where there are too few to say anything.
    private static func sureness(of lines: [RecognizedLine]) -> Double? {
        let confidences = lines.flatMap(\.characters).map(\.confidence)
        // Ink without any reading is as telling as a bad one.
        let count = confidences.count + lines.count { $0.characters.isEmpty }
        return count < 20 ? nil : confidences.reduce(0, +) / Double(count)
    }

    /// A line's own picture with some paper around it, as engines want it, and without the dirt in that.
    private static func crop(_ box: PixelBox, of bitmap: Bitmap, marks: PageMarks) -> (crop: Crop, origin: PixelBox) {
        let textHeight = marks.textHeight
        // Flat strokes keep their height among other characters. For all else the crop is close above and below: with more room
        // there the engine takes a zero for a full stop.
        let missing = Double(box.height) < 0.5 * textHeight ? Int(0.8 * textHeight) - box.height : 0
        let (x, y) = (max(2, Int(0.22 * textHeight)), max(2, Int(0.1 * textHeight)) + missing / 2)
        let (x0, y0) = (max(0, box.x - x), max(0, box.y - y))
        let (x1, y1) = (min(bitmap.width, box.endX + x), min(bitmap.height, box.endY + y))
        let place = PixelBox(x: x0, y: y0, width: x1 - x0, height: y1 - y0)
        var crop = Crop(bitmap, x: place.x..<place.endX, y: place.y..<place.endY)
        // Paper without grain, which the engines would take for edges beside the white that they put around it.
        crop.pixels = crop.pixels.map { UInt8(min(255, Int($0) * 255 / Int(CleanImage.paper))) }
        for speck in marks.specks where speck.x < x1 && speck.endX > x0 && speck.y < y1 && speck.endY > y0 {
            // With the shade around it.
            for y in max(y0, speck.y - 2)..<min(y1, speck.endY + 2) {
                for x in max(x0, speck.x - 2)..<min(x1, speck.endX + 2) {
                    crop.pixels[(y - y0) * crop.width + x - x0] = 255
                }
            }
        }
        return (crop, place)
    }

    /// Has the second engine read the figures.
    private func compare(_ lines: inout [ReadLine], crops: [Crop]) throws(RecognitionError) {
        guard let figureReader else { return }
        let figures = lines.indices.filter { lines[$0].isFigure }
        let second = try figureReader.figures(figures.map { crops[$0] })
        for (index, text) in zip(figures, second) { lines[index].second = text }
    }
}

/// Why a page's picture cannot be read.
public struct ScanError: Error, Hashable, Sendable, CustomStringConvertible {
    public let cause: String

    public init(cause: String) { self.cause = cause }

    public var description: String { cause }
}
