internal import DocumentModel

extension PageTrace {
    /// For reading, and for comparing two versions of it line by line. Ends with a line feed.
    public var text: String {
        let lines = ["page \(page)"] + parts.flatMap(\.textLines) + ["  tables"] + tables.map { "    " + $0.text }
        return lines.map { $0 + "\n" }.joined()
    }
}

extension PageTrace.Part {
    fileprivate var textLines: [String] {
        ["  text that runs \(direction.rawValue)", "    rules: \(rules.count), merged into \(mergedRules.count)"]
            + mergedRules.map { "      \($0.kind.rawValue) \($0.box.text)" }
            + groups.enumerated().map { number, group in
                "    group \(number + 1) of \(group.source): \(group.horizontal) x \(group.vertical), "
                    + "\(group.crossings.count) crossings, \(group.box.text)"
            }
            + ["    candidates"]
            + candidates.enumerated().map { "      \($0 + 1) \($1.text)" }
            + ["    lines outside tables: \(lines.count)"]
            + lines.map { "      \($0.box.text) \($0.size) \($0.text)" }
    }
}

extension PageTrace.Candidate {
    fileprivate var text: String {
        let start = "\(rule) \(box.text): "
        guard let grid, let glyphs else { return start + "refused, \(refusal ?? "")" }
        return start + "\(grid.text), takes \(glyphs) glyphs" + (standsAlone == true ? "" : ", not alone")
            + (displaced.map { ", instead of \($0.text)" } ?? "")
    }
}

extension PageTrace.Piece {
    fileprivate var text: String { "\(box.text) \(grid.text), by \(rule), \(ruled ? "ruled" : "inferred")" }
}

extension PageTrace.Grid {
    fileprivate var text: String { "\(rows) x \(columns), \(cells) cells" }
}

extension Box {
    /// x, y of the top-left corner and of the bottom-right one.
    fileprivate var text: String {
        "[\([x0, y0, x1, y1].map { "\($0.roundedToHundredths)" }.joined(separator: " "))]"
    }
}
