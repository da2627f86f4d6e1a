package import DocumentModel

/// Lines of text, from top to bottom, as headings and paragraphs.
///
/// - Parameter turn: how the page was turned, for boxes on the page as displayed.
///
/// A line starts a new paragraph when the one before ends early, when it is indented, or when size or distance changes.
package func paragraphs(_ lines: [TextLine], page: Int, turn: PageTurn? = nil) -> [Block] {
    let rows = textRows(lines)
    guard let left = rows.map(\.box.x0).min(), let right = rows.map(\.box.x1).max() else { return [] }
    let body = bodySize(rows)
    var groups: [[TextLine]] = []
    for row in rows {
        if let last = groups.last?.last, continues(row, after: last, left: left, right: right, body: body) {
            groups[groups.count - 1].append(row)
        } else {
            groups.append([row])
        }
    }
    return groups.compactMap { group in
        guard let first = group.first, let box = group.lazy.map(\.box).union() else { return nil }
        let block = TextBlock(
            text: joined(group, room: nil), page: page, box: turn?.original(box) ?? box, size: first.size)
        return first.size > body * headingScale ? .heading(block) : .paragraph(block)
    }
}

/// A heading's font is at least this much larger than the text's.
private let headingScale = 1.12

private func continues(_ line: TextLine, after last: TextLine, left: Double, right: Double, body: Double) -> Bool {
    let size = max(line.size, last.size)
    guard line.direction == last.direction, abs(line.size - last.size) < 0.08 * size else { return false }
    let distance = line.box.y0 - last.box.y1
    guard distance < 1.6 * size, distance > -0.5 * size else { return false }
    // Lines of a heading belong together however they are centred.
    if line.size > body * headingScale { return true }
    let isIndented = line.box.x0 > left + 1.2 * size && line.box.x0 > last.box.x0 - 0.5 * size
    let endsEarly = last.box.x1 < right - 2.2 * size
    return !isIndented && !endsEarly
}

/// Lines side by side on one baseline as one line, and all from top to bottom.
private func textRows(_ lines: [TextLine]) -> [TextLine] {
    lines.enumerated().sorted { ($0.element.box.y0, $0.offset) < ($1.element.box.y0, $1.offset) }.map(\.element)
}

/// The font size in which most characters are set.
private func bodySize(_ lines: [TextLine]) -> Double {
    var counts: [Double: Int] = [:]
    for line in lines { counts[(line.size * 2).rounded() / 2, default: 0] += line.text.count }
    return counts.max { ($0.value, -$0.key) < ($1.value, -$1.key) }?.key ?? 10
}
