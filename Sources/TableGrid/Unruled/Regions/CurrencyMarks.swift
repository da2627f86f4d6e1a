internal import DocumentModel

/// Currency marks set at the left of their column, apart from the figure: with it they are one text, whatever gap parts them.
func withCurrencyMarks(_ rows: [TextRow]) -> [TextRow] {
    rows.map { row in
        guard row.segments.contains(where: \.isCurrencyMark) else { return row }
        var row = row
        var segments: [TextSegment] = []
        for segment in row.segments {
            if let mark = segments.last, mark.isCurrencyMark, segment.isNumeric {
                segments[segments.count - 1] = TextSegment(
                    box: mark.box.union(segment.box), text: mark.text + " " + segment.text, size: segment.size,
                    words: mark.words + segment.words)
            } else {
                segments.append(segment)
            }
        }
        row.segments = segments
        return row
    }
}

extension TextSegment {
    fileprivate var isCurrencyMark: Bool {
        text.unicodeScalars.contains { $0.properties.generalCategory == .currencySymbol } && text.count <= 3
            && !text.contains(where: \.isNumber)
    }
}
