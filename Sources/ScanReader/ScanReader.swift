public import DocumentModel
internal import ImageCleaning
public import OCR
internal import TableGrid

/// Reads pages that are pictures: finds lines and cells, has every line of text recognised, and gives the page back as if its
/// text had been there.
public struct ScanReader {
    let recognizer: any TextRecognizer
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
            let hidden = page.glyphs.filter { !$0.renderMode.isVisible }
            let drawn = visibleRules(of: page, options: .standard)
            // What a file draws is straight, and a scan has nothing that is drawn.
            if drawn.count >= Self.fewLines {
                return try read(try ScannedInk(image, drawn: drawn), direction: .right, hidden: hidden)
            }
            let ink = try ScannedInk(image)
            let direction = try self.direction(of: ink)
            let upright = direction == .right ? ink : try ScannedInk(image.upright(direction))
            return try read(upright, direction: direction, hidden: hidden)
        } catch let error as CleaningError {
            throw ScanError(cause: error.cause)
        } catch let error as RecognitionError {
            throw ScanError(cause: error.cause)
        } catch {
            throw ScanError(cause: "\(error)")
        }
    }

    /// Fewer lines make no table: a frame, a rule below the header.
    private static let fewLines = 6

    private func read(_ ink: ScannedInk, direction: Glyph.Direction, hidden: [Glyph]) throws -> ScannedPage {
        let marks = ink.marks
        let crops = marks.lines.map { Self.crop($0.box, of: ink.grey, marks: marks) }
        // What is a sign by its shape needs no engine.
        let words = marks.lines.indices.filter { !marks.lines[$0].isSign(textHeight: marks.textHeight) }
        var recognized = [RecognizedLine](repeating: RecognizedLine(characters: []), count: crops.count)
        for (index, text) in zip(words, try recognizer.recognize(words.map { crops[$0].crop })) {
            recognized[index] = text
        }
        var lines = zip(zip(marks.lines, crops), recognized).map { pair, text in
            ReadLine(pair.0, crop: pair.1.origin, text: text, textHeight: marks.textHeight)
        }
        try compare(&lines, crops: crops.map(\.crop))
        if let sealed = ink.withSeals { try compare(&lines, crops: crops.map(\.crop), sealed: sealed, marks: marks) }
        let scale = ink.grey.scale
        var scanned = ScannedPage(
            width: Double(ink.grey.width) / scale, height: Double(ink.grey.height) / scale,
            rules: ink.rulings.map {
                ScannedPage.Rule(
                    isHorizontal: $0.axis == .horizontal, position: $0.position, start: $0.span.lowerBound,
                    end: $0.span.upperBound, thickness: $0.thickness)
            },
            lines: ReadLine.withoutMarks(lines).compactMap { $0.scanned(scale: scale, textHeight: marks.textHeight) },
            skew: ink.skew,
            direction: direction)
        if !hidden.isEmpty { scanned.weigh(hidden) }
        return scanned
    }

    /// A line's own picture with some paper around it, as engines want it, and without the dirt in that.
    static func crop(_ box: PixelBox, of bitmap: Bitmap, marks: PageMarks) -> (crop: Crop, origin: PixelBox) {
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

    /// Has the figures under seals read once more, with the seal over them: what was taken away may have been a part of a digit, and
    /// what is left of the seal may look like one.
    private func compare(
        _ lines: inout [ReadLine], crops: [Crop], sealed: Bitmap, marks: PageMarks
    ) throws(RecognitionError) {
        let under = lines.indices.filter { lines[$0].isFigure }.compactMap { index -> (index: Int, crop: Crop)? in
            let crop = Self.crop(lines[index].line.box, of: sealed, marks: marks).crop
            let changed = zip(crop.pixels, crops[index].pixels).count { abs(Int($0) - Int($1)) > Self.shade }
            return Double(changed) > Self.underSeal * Double(crop.pixels.count) ? (index, crop) : nil
        }
        guard !under.isEmpty else { return }
        let read = try recognizer.recognize(under.map(\.crop))
        for ((index, _), text) in zip(under, read) { lines[index].noteUncleaned(text.text) }
    }

    /// By how much a seal darkens what it covers, and from which share of a figure's picture on it is under one.
    private static let shade = 25
    private static let underSeal = 0.01
}

/// Why a page's picture cannot be read.
public struct ScanError: Error, Hashable, Sendable, CustomStringConvertible {
    public let cause: String

    public init(cause: String) { self.cause = cause }

    public var description: String { cause }
}
