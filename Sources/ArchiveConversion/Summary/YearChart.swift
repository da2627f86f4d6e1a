internal import ReportStandard

/// Columns of the numbers of reports by year, each in the colours of its forms, as SVG.
struct YearChart {
    let groups: [ArchiveSummary.Group]
    /// The newest first; their places are their colours.
    let forms: [String?]

    private static let height = 220.0
    private static let baseline = 180.0
    private static let top = 24.0

    var svg: String {
        var years: [Int?] = Set(groups.compactMap(\.year)).sorted()
        // A year without a report is worth seeing, unless a misprint makes it a century.
        if let first = years.first ?? nil, let last = years.last ?? nil, last - first < 40 {
            years = Array(first...last)
        }
        if groups.contains(where: { $0.year == nil }) { years.append(nil) }
        let sums = years.map { year in groups.filter { $0.year == year }.reduce(0) { $0 + $1.documents } }
        let most = Double(max(1, sums.max() ?? 1))
        let step = max(46, min(110, 1000 / Double(max(1, years.count))))
        let width = step * Double(years.count)
        var parts = [
            "<line x1=\"0\" x2=\"\(text(width))\" y1=\"\(text(Self.baseline))\" y2=\"\(text(Self.baseline))\"/>"
        ]
        for (index, year) in years.enumerated() {
            let middle = step * (Double(index) + 0.5)
            var bottom = Self.baseline
            for (color, form) in forms.enumerated() {
                let count = groups.first { $0.year == year && $0.form == form }?.documents ?? 0
                guard count > 0 else { continue }
                let height = max(1, (Self.baseline - Self.top) * Double(count) / most)
                bottom -= height
                let title = "\(year.map(String.init) ?? "?"), \(form ?? "?"): \(count)"
                parts.append(
                    "<rect class=\"f\(min(color, 5))\" x=\"\(text(middle - step * 0.34))\" y=\"\(text(bottom))\" "
                        + "width=\"\(text(step * 0.68))\" height=\"\(text(height))\"><title>\(HTMLText.escaped(title))</title></rect>"
                )
            }
            if sums[index] > 0 { parts.append(label(HTMLText.number(sums[index]), x: middle, y: bottom - 6)) }
            parts.append(label(year.map(String.init) ?? "?", x: middle, y: Self.baseline + 20, isSoft: true))
        }
        return """
            <svg viewBox="0 0 \(text(width)) \(text(Self.height - 14))" style="max-width:\(text(width))px;min-width:\(text(min(width, 64 * Double(years.count)) * 0.8))px" role="img" aria-labelledby="chart-title">
            \(parts.joined(separator: "\n"))
            </svg>
            """
    }

    private func label(_ words: String, x: Double, y: Double, isSoft: Bool = false) -> String {
        "<text x=\"\(text(x))\" y=\"\(text(y))\" text-anchor=\"middle\"\(isSoft ? " class=\"soft\"" : "")>\(words)</text>"
    }

    private func text(_ number: Double) -> String { HTMLText.number((number * 10).rounded() / 10).filter { $0 != "," } }
}
