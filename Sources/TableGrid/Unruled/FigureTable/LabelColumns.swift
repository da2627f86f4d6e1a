internal import DocumentModel

/// A line of text in the label columns of a table, one segment of a row.
struct LabelLine: Hashable, Sendable {
    var box: Box
    var baseline: Double
    /// Font size, in points.
    var size: Double
    /// Starts with a bullet, a number or a letter and its point or bracket: nothing goes on with such a line.
    var isNumbered: Bool

    /// Dots lead from it to its figures: it is the last of its label.
    var isLed: Bool
    /// Begins with a capital, as a label does.
    var isCapitalized: Bool
    /// Words in capitals alone.
    var isCapital: Bool

    init(_ segment: TextSegment, baseline: Double) {
        box = segment.box
        self.baseline = baseline
        size = segment.size
        let scalars = segment.text.unicodeScalars
        isLed = [". . .", "....", "……"].contains { segment.text.hasSuffix($0) }
        isCapitalized = segment.text.first?.isUppercase ?? false
        isCapital = segment.text.contains(where: \.isUppercase) && !segment.text.contains(where: \.isLowercase)
        let numeral = scalars.drop { "(（".unicodeScalars.contains($0) }
            .prefix { $0.properties.numericType != nil }
        let mark = numeral.endIndex < scalars.endIndex ? scalars[numeral.endIndex] : nil
        isNumbered = !numeral.isEmpty && mark.map { ".)、．）".unicodeScalars.contains($0) } ?? false
    }

    /// - Parameter overlap: how much of the lower one they share in height.
    func isBeside(_ other: LabelLine, overlap: Double) -> Bool {
        min(box.y1, other.box.y1) - max(box.y0, other.box.y0) > overlap * min(size, other.size)
    }
}

/// The extents of the columns that labels stand in, from left to right: headings of row groups, and the labels of the rows.
///
/// A border runs where lines end on its left and others begin on its right beside them, more than once, and where few lines
/// run across: a label without a group reaches over several columns.
func labelColumns(of lines: [LabelLine], options: FigureTableOptions) -> [ClosedRange<Double>] {
    guard let left = lines.map(\.box.x0).min(), let right = lines.map(\.box.x1).max() else { return [] }
    var cuts: [Double] = []
    for candidate in LabelCut.candidates(lines, slack: options.cutSlack) {
        let low = cuts.last { $0 < candidate.x } ?? -.infinity
        let high = cuts.first { $0 > candidate.x } ?? .infinity
        guard candidate.isSupported(by: lines, between: low, and: high, options: options) else { continue }
        cuts.append(candidate.x)
        cuts.sort()
    }
    let marks = [left] + cuts + [.infinity]
    let columns = zip(marks, marks.dropFirst()).map { low, high -> ClosedRange<Double> in
        let inside = lines.filter { $0.box.x0 >= low - options.cutSlack && $0.box.x1 <= high + options.cutSlack }
        let end = inside.map(\.box.x1).max() ?? low
        return low...max(low, end)
    }
    guard let last = columns.last else { return [] }
    return columns.dropLast() + [last.lowerBound...max(last.upperBound, right)]
}

/// A place where a column of labels may begin.
private struct LabelCut {
    let x: Double
    /// How many lines run across.
    let crossings: Int

    /// The most promising first.
    static func candidates(_ lines: [LabelLine], slack: Double) -> [LabelCut] {
        let places = Set(lines.map { ($0.box.x0 - slack / 2).rounded(.down) })
        return places.map { x in
            LabelCut(x: x, crossings: lines.count { $0.box.x0 < x - slack && $0.box.x1 > x + slack })
        }.sorted { ($0.crossings, $0.x) < ($1.crossings, $1.x) }
    }

    /// Lines on the left within `low` stand beside lines on the right within `high`, more than once.
    func isSupported(
        by lines: [LabelLine], between low: Double, and high: Double, options: FigureTableOptions
    ) -> Bool {
        let slack = options.cutSlack
        guard !crossings.isMoreThan(options.cutCrossings, of: lines.count) else { return false }
        let left = lines.filter { $0.box.x0 >= low - slack && $0.box.x1 <= x + slack }
        let right = lines.filter { $0.box.x0 >= x - slack && $0.box.x1 <= high + slack }
        var pairs = 0
        for line in right {
            pairs += left.count { $0.isBeside(line, overlap: options.sideBySide) }
            if pairs >= options.cutPairs { return true }
        }
        return false
    }
}
