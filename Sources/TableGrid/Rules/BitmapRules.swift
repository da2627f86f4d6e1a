package import DocumentModel

/// Lines in the pixels of a page: long runs of dark pixels, a few pixels thick, along one of the axes.
///
/// Solid areas and strokes of characters are no lines: the one is too thick, the other too short.
package func bitmapRulings(_ bitmap: Bitmap) -> [Ruling] {
    Axis.allCases.flatMap { rulings(in: bitmap, along: $0) }
}

extension Page {
    /// True where a picture with text set over it may hold the lines of a table: the text stands in columns, and no lines are
    /// drawn in that part of the page.
    package var mayHoldLinesInImages: Bool {
        images.contains { image in
            guard let visible = image.box.intersection(box), visible.width * visible.height > 0.06 * width * height
            else { return false }
            let drawn = rulings.count { visible.contains($0.box.center) }
            guard drawn < 4 else { return false }
            let text = glyphs.filter { $0.renderMode.isVisible && visible.contains($0.box.center) }
            return textRows(text).count { $0.segments.count >= 2 } >= 3
        }
    }
}

/// Darker than this is ink.
private let ink: UInt8 = 150
/// Shorter runs are parts of characters, in points.
private let shortestLine = 24.0
/// Thicker runs are areas, in points.
private let thickestLine = 4.0
/// Missing pixels within a line, in points: a scan's noise.
private let longestHole = 1.5

/// A line as it grows from one row of pixels to the next.
private struct Growing {
    var start: Int
    var end: Int
    var first: Int
    var last: Int
}

private func rulings(in bitmap: Bitmap, along axis: Axis) -> [Ruling] {
    let (length, count) = axis == .horizontal ? (bitmap.width, bitmap.height) : (bitmap.height, bitmap.width)
    let shortest = Int(shortestLine * bitmap.scale)
    let hole = Int(longestHole * bitmap.scale)
    let thickest = Int((thickestLine * bitmap.scale).rounded(.up))
    var finished: [Growing] = []
    var open: [Growing] = []
    bitmap.pixels.withUnsafeBufferPointer { pixels in
        for across in 0..<count {
            let runs = darkRuns(length: length, shortest: shortest, hole: hole) { along in
                let index = axis == .horizontal ? across * bitmap.width + along : along * bitmap.width + across
                return pixels[index] < ink
            }
            var next: [Growing] = []
            for run in runs {
                if let same = open.firstIndex(where: {
                    $0.last == across - 1 && $0.start < run.upperBound && run.lowerBound < $0.end
                }) {
                    var line = open.remove(at: same)
                    line.start = min(line.start, run.lowerBound)
                    line.end = max(line.end, run.upperBound)
                    line.last = across
                    next.append(line)
                } else {
                    next.append(Growing(start: run.lowerBound, end: run.upperBound, first: across, last: across))
                }
            }
            finished += open
            open = next
        }
    }
    return (finished + open).filter { $0.last - $0.first < thickest }.map { line in
        let thickness = Double(line.last - line.first + 1) / bitmap.scale
        return Ruling(
            axis: axis, position: Double(line.first + line.last + 1) / 2 / bitmap.scale,
            span: (Double(line.start) / bitmap.scale)...(Double(line.end) / bitmap.scale), thickness: thickness,
            source: .image)
    }
}

/// Runs of dark pixels of at least `shortest`, with holes up to `hole` in them.
private func darkRuns(length: Int, shortest: Int, hole: Int, isDark: (Int) -> Bool) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    var start: Int?
    var lastDark = 0
    for along in 0..<length {
        if isDark(along) {
            if start == nil { start = along }
            lastDark = along
        } else if let begun = start, along - lastDark > hole {
            if lastDark - begun + 1 >= shortest { runs.append(begun..<(lastDark + 1)) }
            start = nil
        }
    }
    if let begun = start, lastDark - begun + 1 >= shortest { runs.append(begun..<(lastDark + 1)) }
    return runs
}
