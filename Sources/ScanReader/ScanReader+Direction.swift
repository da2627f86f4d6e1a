internal import DocumentModel
internal import ImageCleaning
internal import OCR

/// Which way the text of a page runs.
extension ScanReader {
    /// Told by how sure the engine is of a few words: those in the longest lines of the page as it is and, where these are not Chinese
    /// for certain, those in the longest lines in every direction, read together.
    func direction(of ink: ScannedInk) throws(RecognitionError) -> Glyph.Direction {
        let level = longest(ink.marks.lines.map(\.box), textHeight: ink.marks.textHeight).map {
            Self.crop($0, of: ink.grey, marks: ink.marks).crop
        }
        let asIs = try evidence(level)
        if asIs.sureness >= Self.sure, asIs.characters >= Self.manyCharacters { return .right }
        let steep = longest(
            PageMarks.runs(of: ink.pieces.map(\.transposed), scale: ink.grey.scale), textHeight: ink.marks.textHeight
        ).map {
            Self.crop($0.transposed, of: ink.grey, marks: ink.marks).crop
        }
        var best = (direction: Glyph.Direction.right, weight: Self.clearly * asIs.weight)
        for (direction, crops) in [(Glyph.Direction.left, level), (.down, steep), (.up, steep)] {
            let weight = try evidence(crops.map { $0.upright(direction) }).weight
            if weight > best.weight { best = (direction, weight) }
        }
        return best.direction
    }

    /// From this mean confidence on nothing else is asked.
    private static let sure = 0.8
    /// So many times as well must another direction be read.
    private static let clearly = 1.3
    /// So many lines are read, and more Chinese characters than this must be in them; with fewer than many all directions are asked.
    private static let fewLines = 3
    private static let fewCharacters = 6
    private static let manyCharacters = 15
    /// Lines of words are so many times longer than high.
    private static let wordShape = 4

    private func longest(_ lines: [PixelBox], textHeight: Double) -> [PixelBox] {
        let words = lines.filter { $0.width >= Self.wordShape * $0.height && 2 * Double($0.height) >= textHeight }
        return Array(words.sorted { ($1.width, $0.y, $0.x) < ($0.width, $1.y, $1.x) }.prefix(Self.fewLines))
    }

    /// What speaks for a direction.
    private struct Evidence {
        /// Chinese characters.
        var characters = 0
        /// The mean confidence in them; other characters count against them. Digits look like digits any way round.
        var sureness = 0.0

        /// A few characters may be sure by chance.
        var weight: Double { Double(characters) * sureness }
    }

    private func evidence(_ crops: [Crop]) throws(RecognitionError) -> Evidence {
        guard !crops.isEmpty else { return Evidence() }
        let characters = try recognizer.recognize(crops).flatMap(\.characters)
        let chinese = characters.filter { $0.text.unicodeScalars.contains { $0.value > 0x2E80 } }
        guard chinese.count > Self.fewCharacters else { return Evidence() }
        return Evidence(
            characters: chinese.count,
            sureness: chinese.reduce(0) { $0 + $1.confidence } / Double(characters.count))
    }
}

extension PixelBox {
    /// With rows and columns of the picture changed for one another.
    fileprivate var transposed: PixelBox { PixelBox(x: y, y: x, width: height, height: width) }
}

extension Crop {
    /// Turned so that text which runs in `direction` runs to the right.
    func upright(_ direction: Glyph.Direction) -> Crop {
        let isSideways = direction == .down || direction == .up
        let (newWidth, newHeight) = isSideways ? (height, width) : (width, height)
        var turned = [UInt8](repeating: 255, count: pixels.count)
        for y in 0..<newHeight {
            for x in 0..<newWidth {
                let source =
                    switch direction {
                    case .down: x * width + (width - 1 - y)
                    case .up: (height - 1 - x) * width + y
                    case .left: (height - 1 - y) * width + (width - 1 - x)
                    case .right, .oblique: y * width + x
                    }
                turned[y * newWidth + x] = pixels[source]
            }
        }
        return Crop(width: newWidth, height: newHeight, pixels: turned)
    }
}
