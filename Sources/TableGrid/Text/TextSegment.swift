internal import DocumentModel

/// A stretch of text on one baseline without a wide gap in it: what stands in one cell of one line.
struct TextSegment: Hashable, Sendable {
    var box: Box
    /// Words are parted by single blanks.
    var text: String
    /// Font size, in points.
    var size: Double
    /// The boxes of its words.
    var words: [Box] = []

    /// What stands in columns of figures.
    var isNumeric: Bool { text.looksLikeFigure }

    /// Cut before the words, but the first, for whose index `isStart` holds.
    func cut(before isStart: (Int) -> Bool) -> [TextSegment] {
        let texts = text.split(separator: " ").map(String.init)
        guard texts.count == words.count, words.indices.dropFirst().contains(where: isStart) else { return [self] }
        var parts: [TextSegment] = []
        for (index, (text, box)) in zip(texts, words).enumerated() {
            if parts.isEmpty || isStart(index) {
                parts.append(TextSegment(box: box, text: text, size: size, words: [box]))
            } else {
                parts[parts.count - 1].append(text, in: box, isWord: true)
            }
        }
        return parts
    }

    /// - Parameter isWord: a blank parts it from what stands before it.
    mutating func append(_ text: String, in box: Box, isWord: Bool) {
        if isWord {
            self.text += " "
            words.append(box)
        } else {
            words[words.count - 1] = words[words.count - 1].union(box)
        }
        self.text += text
        self.box = self.box.union(box)
    }

    /// Running text: many words, or many ideographs with punctuation between them.
    func isProse(_ options: LikenessOptions) -> Bool {
        if text.split(separator: " ").count > options.mostWords || text.count > options.mostCharacters { return true }
        return text.count > options.mostPunctuated && text.contains { "，。；".contains($0) }
    }

    /// A bullet, or a number or letter with its point or bracket: what stands before the items of a list.
    func isListMark(_ options: LikenessOptions) -> Bool {
        guard text.count <= options.longestMark, let last = text.unicodeScalars.last else { return false }
        return ".)、．）".unicodeScalars.contains(last) || !text.contains { $0.isLetter || $0.isNumber }
    }
}
