internal import DocumentModel

extension InferredGrid {
    /// Whether the text behaves as a table's: short pieces in columns, most rows filled, no prose, no list, no contents page.
    ///
    /// - Parameter isRuled: lines stand above and below it; without any the text alone must convince.
    func isTable(isRuled: Bool, options: LikenessOptions) -> Bool {
        let segments = rows.joined().flatMap(\.segments)
        let multiple = rows.count { row in row.contains { $0.segments.count >= 2 } }
        guard multiple.isAtLeast(options.multiple, of: rows.count),
            lattice.rows >= (isRuled ? options.fewestRuledRows : options.fewestRows)
        else { return false }
        // Two columns with leaders are a table of contents.
        if lattice.columns == 2 && hasLeaders(segments, options: options) { return false }
        // Each row's first segment aside, the rest are figures or short texts.
        let rest = rows.joined().flatMap { $0.segments.dropFirst() }
        guard !rest.isEmpty else { return false }
        let figures = Double(rest.count(where: \.isNumeric)) / Double(rest.count)
        let prose = Double(segments.count { $0.isProse(options) }) / Double(segments.count)
        if isList(options) { return false }
        if isRuled { return prose < options.ruledProse }
        guard prose < options.prose, multiple >= options.fewestMultiple else { return false }
        if isDirectory(options) { return true }
        // Headings in the midst of the figures make them fewer.
        if let figureRows, figureRows >= options.fewestFigureRows,
            figureRows.isAtLeast(options.figureRows, of: lattice.rows)
        {
            return true
        }
        return figures > (lattice.columns >= 3 ? options.figures : options.pairFigures)
    }

    /// Words in three columns and more: every row has them all, each begins where its column does, and white stands between them.
    private func isDirectory(_ options: LikenessOptions) -> Bool {
        guard lattice.columns >= 3, rows.count >= options.fewestDirectoryRows, let first = rows.first?.first,
            first.segments.count == lattice.columns
        else { return false }
        return rows.allSatisfy { lines in
            guard lines.count == 1, let row = lines.first, row.segments.count == lattice.columns else { return false }
            let areAligned = zip(row.segments, first.segments).allSatisfy {
                abs($0.box.x0 - $1.box.x0) < options.sameStart
            }
            let isWhite = zip(row.segments, row.segments.dropFirst()).allSatisfy {
                $1.box.x0 - $0.box.x1 > options.directoryGap * row.size
            }
            return areAligned && isWhite
        }
    }

    /// Two columns, the first of bullets or numbers of a list.
    private func isList(_ options: LikenessOptions) -> Bool {
        guard lattice.columns == 2 else { return false }
        let firsts = rows.joined().compactMap { $0.segments.count >= 2 ? $0.segments.first : nil }
        return firsts.count { $0.isListMark(options) }.isAtLeast(options.listMarks, of: firsts.count)
    }

    /// Dots that lead to a page number.
    private func hasLeaders(_ segments: [TextSegment], options: LikenessOptions) -> Bool {
        let led = segments.count { $0.text.contains("....") || $0.text.contains(". . .") || $0.text.contains("……") }
        return led.isMoreThan(options.leaders, of: rows.count)
    }
}
