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
    public func scan(_ image: PageImage) throws(ScanError) -> ScannedPage {
        do {
            let clean = try CleanImage(image)
            let rulings = scannedRulings(clean.binary)
            let marks = PageMarks(clean, rulings: rulings)
            let crops = marks.lines.map { Self.crop($0.box, of: clean.grey, textHeight: marks.textHeight) }
            let recognized = try recognizer.recognize(crops.map(\.crop))
            var lines = zip(zip(marks.lines, crops), recognized).map { pair, text in
                ReadLine(pair.0, crop: pair.1.origin, text: text, textHeight: marks.textHeight)
            }
            try compare(&lines, crops: crops.map(\.crop))
            let scale = clean.grey.scale
            return ScannedPage(
                width: Double(clean.grey.width) / scale, height: Double(clean.grey.height) / scale,
                rules: rulings.map {
                    ScannedPage.Rule(
                        isHorizontal: $0.axis == .horizontal, position: $0.position, start: $0.span.lowerBound,
                        end: $0.span.upperBound, thickness: $0.thickness)
                },
                lines: lines.compactMap { $0.scanned(scale: scale, textHeight: marks.textHeight) })
        } catch let error as CleaningError {
            throw ScanError(cause: error.cause)
        } catch let error as RecognitionError {
            throw ScanError(cause: error.cause)
        } catch {
            throw ScanError(cause: "\(error)")
        }
    }

    /// A line's own picture with some paper around it, as engines want it.
    private static func crop(
        _ box: PixelBox, of bitmap: Bitmap, textHeight: Double
    ) -> (crop: Crop, origin: PixelBox) {
        // Flat strokes keep their height among other characters. For all else the crop is close above and below: with more room
        // there the engine takes a zero for a full stop.
        let missing = Double(box.height) < 0.5 * textHeight ? Int(0.8 * textHeight) - box.height : 0
        let (x, y) = (max(2, Int(0.22 * textHeight)), max(2, Int(0.1 * textHeight)) + missing / 2)
        let (x0, y0) = (max(0, box.x - x), max(0, box.y - y))
        let (x1, y1) = (min(bitmap.width, box.endX + x), min(bitmap.height, box.endY + y))
        let place = PixelBox(x: x0, y: y0, width: x1 - x0, height: y1 - y0)
        return (Crop(bitmap, x: place.x..<place.endX, y: place.y..<place.endY), place)
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
