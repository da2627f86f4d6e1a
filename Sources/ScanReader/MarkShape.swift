internal import DocumentModel
internal import ImageCleaning

/// What a piece of ink is that no engine for text should be asked about, told by its shape.
enum MarkShape: Hashable {
    /// One straight stroke that leans to the right: a slash for nothing.
    case slash
    /// A short stroke down and a long one up: a reader's tick.
    case tick
    /// A closed curve, with nothing in its corners: what a reader draws around a figure.
    case ring

    /// - Parameters:
    ///   - box: around the piece.
    ///   - bitmap: the picture it is in.
    ///   - textHeight: of the page's text, in pixels.
    init?(_ box: PixelBox, in bitmap: Bitmap, textHeight: Double) {
        let (width, height) = (Double(box.width), Double(box.height))
        guard height >= Self.leastHeight * textHeight, width >= Self.leastWidth * height, width <= 2 * height else {
            return nil
        }
        let rows = InkRows(box, in: bitmap)
        if rows.isStraightStroke(height: height) {
            self = .slash
        } else if rows.isTick(width: width) {
            self = .tick
        } else if rows.isRing(width: width) {
            self = .ring
        } else {
            return nil
        }
    }

    /// Lower than this share of the text's height it may be a part of anything.
    private static let leastHeight = 0.55
    /// Narrower than this share of its height it may be a one.
    private static let leastWidth = 0.25
}

/// The ink of each row of a piece, from its top, in pixels from its left.
private struct InkRows {
    private let rows: [Row]

    private struct Row {
        var span: ClosedRange<Double>
        var ink: Double

        var middle: Double { (span.lowerBound + span.upperBound) / 2 }
        var width: Double { span.upperBound - span.lowerBound }
    }

    /// Darker is ink: halfway between a stroke and paper.
    private static let ink: UInt8 = 160

    init(_ box: PixelBox, in bitmap: Bitmap) {
        rows = (box.y..<box.endY).compactMap { y in
            let dark = (0..<box.width).filter { bitmap.pixels[y * bitmap.width + box.x + $0] < Self.ink }
            guard let first = dark.first, let last = dark.last else { return nil }
            return Row(span: Double(first)...Double(last + 1), ink: Double(dark.count))
        }
    }

    /// Each row holds a short run of ink, and these lie on a line that leans to the right. The flag of a one, its foot and the bar of a
    /// seven are longer.
    func isStraightStroke(height: Double) -> Bool {
        guard Double(rows.count) >= 0.9 * height, rows.count >= 6 else { return false }
        let thin = rows.map(\.width).sorted()[rows.count / 2]
        guard thin <= 0.3 * height, rows.allSatisfy({ $0.width <= 1.7 * thin + 1 }) else { return false }
        // The line through the middles, by least squares.
        let count = Double(rows.count)
        let ys = rows.indices.map { Double($0) - (count - 1) / 2 }
        let mean = rows.reduce(0) { $0 + $1.middle } / count
        let slope = zip(ys, rows).reduce(0) { $0 + $1.0 * ($1.1.middle - mean) } / ys.reduce(0) { $0 + $1 * $1 }
        let errors = zip(ys, rows).map { y, row in row.middle - mean - slope * y }
        let spread = (errors.reduce(0) { $0 + $1 * $1 } / count).squareRoot()
        return slope <= -0.2 && slope >= -1.2 && spread <= max(0.7, 0.05 * height)
    }

    /// Its lowest point is a short run left of the middle, its highest one at the right end, and the rows between are mostly paper.
    func isTick(width: Double) -> Bool {
        guard rows.count >= 6, width >= 5 else { return false }
        let part = max(1, rows.count / 6)
        let (top, bottom) = (rows.prefix(part), rows.suffix(part))
        let share = rows.reduce(0) { $0 + $1.ink } / (width * Double(rows.count))
        return share <= 0.4 && top.allSatisfy { $0.span.lowerBound >= 0.6 * width }
            && bottom.allSatisfy { $0.span.upperBound <= 0.75 * width && $0.span.lowerBound >= 0.05 * width }
            && rows.contains { $0.span.lowerBound <= 0.12 * width } && rows[0].width <= 0.4 * width
    }

    /// Its first and last rows are a run in the middle, and those half-way up reach from side to side.
    func isRing(width: Double) -> Bool {
        guard rows.count >= 10, width >= 10 else { return false }
        let middle = rows[(rows.count * 2 / 5)...(rows.count * 3 / 5)]
        return [rows[0], rows[rows.count - 1]].allSatisfy {
            $0.span.lowerBound >= 0.12 * width && $0.span.upperBound <= 0.88 * width
        }
            && middle.contains { $0.width >= 0.95 * width } && middle.allSatisfy { $0.width >= 0.85 * width }
    }
}
