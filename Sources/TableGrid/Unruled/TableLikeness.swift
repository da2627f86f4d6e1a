internal import DocumentModel

extension InferredGrid {
    /// Whether the text behaves as a table's: short pieces in columns, most rows filled, no prose, no list, no contents page.
    ///
    /// - Parameter isRuled: lines stand above and below it; without any the text alone must convince.
    func isTable(isRuled: Bool) -> Bool {
        let segments = rows.joined().flatMap(\.segments)
        let multiple = rows.count { row in row.contains { $0.segments.count >= 2 } }
        guard 2 * multiple >= rows.count, lattice.rows >= (isRuled ? 2 : 3) else { return false }
        // Two columns with leaders are a table of contents.
        if lattice.columns == 2 && hasLeaders(segments) { return false }
        // Each row's first segment aside, the rest are figures or short texts.
        let rest = rows.joined().flatMap { $0.segments.dropFirst() }
        guard !rest.isEmpty else { return false }
        let figures = Double(rest.count(where: \.isNumeric)) / Double(rest.count)
        let long = Double(segments.count(where: \.isProse)) / Double(segments.count)
        if isList { return false }
        if isRuled { return long < 0.4 }
        guard long < 0.1, multiple >= 3 else { return false }
        // Headings in the midst of the figures make them fewer.
        if let figureRows, figureRows >= 3, 5 * figureRows >= 2 * lattice.rows { return true }
        return lattice.columns >= 3 ? figures > 0.3 : figures > 0.6
    }

    /// Two columns, the first of bullets or numbers of a list.
    private var isList: Bool {
        guard lattice.columns == 2 else { return false }
        let firsts = rows.joined().compactMap { $0.segments.count >= 2 ? $0.segments.first : nil }
        let marks = firsts.count(where: \.isListMark)
        return 10 * marks >= 8 * firsts.count
    }

    /// Dots that lead to a page number.
    private func hasLeaders(_ segments: [TextSegment]) -> Bool {
        let led = segments.count { $0.text.contains("....") || $0.text.contains(". . .") || $0.text.contains("……") }
        return 4 * led > rows.count
    }
}
