package import DocumentModel

/// Lines of text, from top to bottom, as headings and paragraphs.
///
/// A line starts a new paragraph when the one before ends early, when it is indented, when size or distance changes, or when wide
/// gaps part it or the one before.
///
/// - Parameters:
///   - measure: of all text of the page; nil to take it from `lines`.
///   - options: distances of lines, and how far paragraphs are indented.
///   - frame: where the lines stand on the page as displayed; nil where they are in its frame.
package func paragraphs(
    _ lines: [TextLine], page: Int, measure: TextMeasure? = nil, frame: PageFrame? = nil,
    options: TableOptions = .standard
) -> [Block] {
    let rows = fromTopToBottom(lines)
    guard let measure = measure ?? TextMeasure(rows) else { return [] }
    let body = measure.body
    var groups: [[TextLine]] = []
    for row in rows {
        if let last = groups.last?.last, continues(row, after: last, measure: measure, options: options) {
            groups[groups.count - 1].append(row)
        } else {
            groups.append([row])
        }
    }
    return groups.compactMap { group in
        guard let first = group.first, let box = group.lazy.map(\.box).union() else { return nil }
        let block = TextBlock(
            text: joined(group, room: nil), page: page, box: frame?.toPage(box) ?? box, size: first.size)
        return first.size > body * options.typography.headingScale ? .heading(block) : .paragraph(block)
    }
}

private func continues(_ line: TextLine, after last: TextLine, measure: TextMeasure, options: TableOptions) -> Bool {
    let typography = options.typography
    let size = max(line.size, last.size)
    guard line.direction == last.direction, abs(line.size - last.size) < typography.sameTextType * size else {
        return false
    }
    let distance = line.box.y0 - last.box.y1
    guard distance < typography.paragraphGap * size, distance > -typography.paragraphOverlap * size else {
        return false
    }
    // Lines of a heading belong together however they are centred.
    if line.size > measure.body * typography.headingScale { return true }
    guard !line.isSpread, !last.isSpread else { return false }
    let isIndented =
        line.box.x0 > measure.left + options.pages.indent * size
        && line.box.x0 > last.box.x0 - options.pages.sameStart * size
    let endsEarly = last.box.x1 < measure.right - options.pages.earlyEnd * size
    return !isIndented && !endsEarly
}

private func fromTopToBottom(_ lines: [TextLine]) -> [TextLine] {
    lines.enumerated().sorted { ($0.element.box.y0, $0.offset) < ($1.element.box.y0, $1.offset) }.map(\.element)
}

/// Where a page's text begins and ends, and how large it is set.
package struct TextMeasure: Hashable, Sendable {
    package let left: Double
    package let right: Double
    /// The font size of most characters.
    package let body: Double

    /// - Returns: nil for no text.
    package init?(_ lines: [TextLine]) {
        guard let left = lines.map(\.box.x0).min(), let right = lines.map(\.box.x1).max() else { return nil }
        self.left = left
        self.right = right
        var counts: [Double: Int] = [:]
        for line in lines { counts[(line.size * 2).rounded() / 2, default: 0] += line.text.count }
        body = counts.max { ($0.value, -$0.key) < ($1.value, -$1.key) }?.key ?? 10
    }
}
