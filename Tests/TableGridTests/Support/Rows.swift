import DocumentModel

@testable import TableGrid

/// A segment that starts at `x`: Chinese characters are one em wide, all others half an em, ascent 0.8, descent 0.2.
func segment(_ text: String, x: Double, baseline: Double = 100, size: Double = 10) -> TextSegment {
    var words: [Box] = []
    var start = x
    for word in text.split(separator: " ") {
        let width = word.unicodeScalars.reduce(0) { $0 + (isWide($1) ? 1 : 0.5) * size }
        words.append(Box(x0: start, y0: baseline - 0.8 * size, x1: start + width, y1: baseline + 0.2 * size))
        start += width + 0.5 * size
    }
    return TextSegment(
        box: words.union() ?? Box(x0: x, y0: baseline, x1: x, y1: baseline), text: text, size: size, words: words)
}

/// A row with a segment for each of `texts`, at its x.
func row(_ baseline: Double, _ texts: [(x: Double, text: String)], size: Double = 10) -> TextRow {
    TextRow(
        segments: texts.map { segment($0.text, x: $0.x, baseline: baseline, size: size) }, baseline: baseline,
        size: size)
}

/// A line of the label columns.
func label(_ text: String, x: Double = 50, _ baseline: Double) -> LabelLine {
    LabelLine(segment(text, x: x, baseline: baseline), baseline: baseline)
}
