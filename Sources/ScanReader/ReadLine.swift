internal import DocumentModel
internal import ImageCleaning
internal import OCR

/// A line of text with what the engines make of it.
struct ReadLine {
    private(set) var line: ScanLine
    /// Where the crop was taken from.
    let crop: PixelBox
    /// What it says, after its ink was asked.
    private(set) var characters: [RecognizedCharacter]
    /// Is a figure, and no dash.
    let isFigure: Bool
    private let isDash: Bool
    private let confidence: Double
    /// What the first engine has read where that was changed into a figure.
    private var original: String?
    /// What the second engine has read, nil where it was not asked.
    var second: String? {
        didSet {
            // Where the first one sees no figure the second's is better than none, and as doubtful as it is.
            guard isFigure, let second, !second.isEmpty,
                !characters.contains(where: { $0.text.first?.isNumber == true })
            else { return }
            let width = Double(crop.width) / Double(second.count)
            characters = second.enumerated().map { place, letter in
                RecognizedCharacter(
                    text: String(letter), span: Double(place) * width...Double(place + 1) * width, confidence: 0)
            }
            isBySecond = true
        }
    }
    private var isBySecond = false
    /// Under a seal, and read otherwise as long as that was there.
    private var isBySeal = false

    /// - Parameter text: what is read with the seal over the line.
    mutating func noteUncleaned(_ text: String) { isBySeal = text.filter { !$0.isWhitespace } != self.text }

    /// No figure of a report has more digits and signs.
    private static let longestFigure = 14
    /// Below it the engine's own confidence says that it does not know.
    private static let leastConfidence = 0.85

    init(_ line: ScanLine, crop: PixelBox, text: RecognizedLine, textHeight: Double) {
        self.line = line
        self.crop = crop
        let letters = text.text.filter { !$0.isWhitespace }
        let isPlain = !letters.isEmpty && letters.allSatisfy(\.isOfRecognizedFigure)
        let isLike = !letters.isEmpty && letters.allSatisfy { $0.isOfRecognizedFigure || Self.lookalikes.contains($0) }
        isDash = line.isSign(textHeight: textHeight)
        // Ink without a reading may well be a figure. Outside of cells, in tables without rules, only figures are.
        isFigure =
            line.cell != nil
            ? !isDash && (isLike || letters.isEmpty)
            : isPlain && letters.count <= Self.longestFigure && letters.contains(where: \.isNumber)
        if isDash {
            let sign = line.isSlash ? "/" : "—"
            characters = [RecognizedCharacter(text: sign, span: 0...Double(crop.width), confidence: 1)]
            confidence = 1
        } else if isFigure {
            let read = isPlain ? text.characters.filter { $0.text != " " } : text.figure
            characters = Self.trimmed(read)
            // What is left of dirt beside a figure makes the rest no surer.
            confidence =
                isPlain && characters.count == read.count ? text.characters.map(\.confidence).min() ?? 0 : 0
            if !isPlain, !letters.isEmpty { original = letters }
        } else {
            characters = text.characters
            confidence = text.characters.map(\.confidence).min() ?? 0
        }
    }

    /// A figure without points before it and signs behind it: no figure is printed so, but dirt lies anywhere. A full stop behind it
    /// may number a label.
    private static func trimmed(_ characters: [RecognizedCharacter]) -> [RecognizedCharacter] {
        guard characters.contains(where: { $0.text.first?.isNumber == true }) else { return characters }
        let start = characters.firstIndex { ![".", ","].contains($0.text) } ?? 0
        let end = characters.lastIndex { $0.text != "-" } ?? characters.count - 1
        return Array(characters[start...end])
    }

    /// What engines take single digits for.
    private static let lookalikes: Set<Character> = [
        "O", "o", "〇", "○", "D", "Q", "l", "I", "|", "i", "!", "丨", "]", "[", "S", "s", "B", "Z", "z", "口", "。", "a",
        "G", "q",
        "g", "b", "T", "t", "r", "f", "A", "n", "e", "c", "C", "°", "日", "了", "J", "L", "·", "*", "'", ":", "；", ";",
        "，", "、",
        "(", ")",
    ]

    var text: String { characters.map(\.text).joined() }

    /// How sure the text is; nil outside of cells for what is no figure.
    private var certainty: Reading.Certainty? {
        guard line.cell != nil || isFigure else { return nil }
        if isDash { return .agreed }
        if isBySecond || isBySeal { return .doubtful }
        let isClear = confidence >= Self.leastConfidence && original == nil
        guard isFigure, let second, !second.isEmpty else { return isClear ? .single : .doubtful }
        return second != text ? .doubtful : isClear && !line.isDisturbed ? .agreed : .single
    }

    /// Could be a mark beside a figure: one piece of ink that is neither a figure nor a word.
    private var mayBeMark: Bool {
        !isFigure && !isDash && line.marks.count == 1 && !text.unicodeScalars.contains { $0.value > 0x2E80 }
    }

    /// `lines` without the marks that stand beside a figure of the same cell; the figure is less sure for it.
    static func withoutMarks(_ lines: [ReadLine]) -> [ReadLine] {
        let figures = Dictionary(grouping: lines.indices.filter { lines[$0].isFigure }) { lines[$0].line.cell }
        var lines = lines
        let marks = lines.indices.filter { index in
            guard let cell = lines[index].line.cell, lines[index].mayBeMark else { return false }
            let box = lines[index].line.box
            let beside = figures[cell, default: []].filter {
                let other = lines[$0].line.box
                return min(other.endY, box.endY) > max(other.y, box.y)
            }
            for figure in beside { lines[figure].line.isDisturbed = true }
            return !beside.isEmpty
        }
        return lines.indices.filter { !marks.contains($0) }.map { lines[$0] }
    }

    /// In points; nil where nothing was recognised and nothing is lost by it.
    func scanned(scale: Double, textHeight: Double) -> ScannedPage.Line? {
        guard !characters.isEmpty || line.cell != nil else { return nil }
        let box = line.box.box(scale: scale)
        let isWide = text.unicodeScalars.contains { $0.value > 0x2E80 }
        // Digits reach two thirds of their size, Chinese characters nearly all of it; a lone stroke says nothing.
        let own = isWide ? box.height / 0.95 : box.height / 0.72
        let size = box.height * scale < 0.55 * textHeight ? textHeight / scale : own
        // A cell with ink is not empty, whether anyone can read it or not.
        let characters =
            characters.isEmpty
            ? [RecognizedCharacter(text: "", span: 0...Double(crop.width), confidence: 0)] : characters
        let middles = characters.map { (Double(crop.x) + ($0.span.lowerBound + $0.span.upperBound) / 2) / scale }
        // Without gaps between them: where there is a blank the engine says so.
        let places = characters.indices.map { index in
            let last = characters.count - 1
            return ScannedPage.Line.Character(
                text: characters[index].text,
                start: index == 0 ? min(box.x0, middles[index]) : (middles[index - 1] + middles[index]) / 2,
                end: index == last ? max(box.x1, middles[index]) : (middles[index] + middles[index + 1]) / 2)
        }
        return ScannedPage.Line(
            box: box, size: size, characters: places, certainty: certainty,
            others: isFigure ? [second, original].compactMap(\.self).filter { !$0.isEmpty && $0 != text } : [])
    }
}
