package import DocumentModel

/// Lines in the pixels of a page: long runs of dark pixels, a few pixels thick, along one of the axes.
///
/// Solid areas and strokes of characters are no lines: the one is too thick, the other too short.
package func bitmapRulings(_ bitmap: Bitmap) -> [Ruling] {
    Axis.allCases.flatMap { rulings(in: bitmap, along: $0, shortest: shortestLine) }
}

/// Lines in the pixels of a scanned page, where low rows have lines as short as strokes, and bold type strokes as long as lines.
///
/// A short line counts where it leads from one long line to another without a gap, and goes on in the line of another; a lone one
/// not at all.
package func scannedRulings(_ bitmap: Bitmap) -> [Ruling] {
    let long = Axis.allCases.flatMap { rulings(in: bitmap, along: $0, shortest: shortestLine, hole: scanHole) }
        .filter { $0.length >= longStroke || bitmap.isFree($0) }
    let grid = long.filter { $0.length >= longStroke || $0.ends(at: long, within: meeting) > 0 }
    let sides = Axis.allCases.flatMap { rulings(in: bitmap, along: $0, shortest: shortestSide, hole: sideHole) }
        .filter { $0.length < shortestLine && $0.ends(at: grid, within: 0.5) == 2 && bitmap.isFree($0) }
    return grid
        + sides.filter { side in
            side.length >= longSide || grid.contains { side.isInLine(with: $0) }
                || sides.count { side.isInLine(with: $0) } >= 3
                || side.ends(at: grid, within: 0.2) == 2 && bitmap.isFree(side, touching: 0.1)
        }
}

extension Bitmap {
    /// True where paper lies on both sides of a vertical line, as at the border of a cell, and not other strokes of a character.
    ///
    /// Above and below a horizontal line characters stand too near to tell; none is as wide as its cell.
    fileprivate func isFree(_ ruling: Ruling, touching share: Double = 0.35) -> Bool {
        guard ruling.axis == .vertical else { return true }
        let reach = Int((ruling.thickness / 2 * scale).rounded(.up)) + max(2, Int(0.7 * scale))
        let middle = Int(ruling.position * scale)
        let rows = max(0, Int(ruling.span.lowerBound * scale))..<min(height, Int(ruling.span.upperBound * scale))
        guard middle >= reach, middle + reach < width, !rows.isEmpty else { return true }
        let touched = rows.count { row in
            pixels[row * width + middle - reach] < ink || pixels[row * width + middle + reach] < ink
        }
        return Double(touched) < share * Double(rows.count)
    }
}

extension Ruling {
    /// How many of its ends lie on one of `others`, or no further from it than `reach`.
    fileprivate func ends(at others: [Ruling], within reach: Double) -> Int {
        [span.lowerBound, span.upperBound].count { end in
            others.contains { other in
                other.axis != axis && abs(other.position - end) <= reach + other.thickness / 2
                    && other.span.lowerBound <= position + reach + thickness
                    && other.span.upperBound >= position - reach - thickness
            }
        }
    }

    fileprivate func isInLine(with other: Ruling) -> Bool {
        axis == other.axis && abs(position - other.position) <= 0.8
    }
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
/// The side of a low row, in points: shorter ones are strokes, wherever they lead.
private let shortestSide = 7.0
/// The side of more than one low row, in points: no stroke leads so far from one line to another.
private let longSide = 14.0
/// Longer than any stroke, also of characters that touch each other, in points.
private let longStroke = 90.0
/// As ``longestHole``, in scans, where more would tie strokes of characters to the lines above and below them, in points.
private let scanHole = 0.75
/// As ``longestHole``, of sides as short as strokes, in points.
private let sideHole = 0.4
/// How far from a line another may end and still meet it, in points.
private let meeting = 2.0
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

private func rulings(in bitmap: Bitmap, along axis: Axis, shortest: Double, hole: Double = longestHole) -> [Ruling] {
    let (length, count) = axis == .horizontal ? (bitmap.width, bitmap.height) : (bitmap.height, bitmap.width)
    let shortest = Int(shortest * bitmap.scale)
    let hole = Int(hole * bitmap.scale)
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
