internal import DocumentModel

/// Takes rules out of a picture, and leaves the strokes that cross or touch them.
///
/// Where something touches a rule the rule is taken out, too: else it would tie what is printed above it to what is printed below. What
/// was one piece before is made whole afterwards, once the pieces are known.
struct RuleEraser {
    private(set) var grey: [UInt8]
    private(set) var binary: [UInt8]
    private(set) var sealed: [UInt8]?
    private let image: CleanImage
    private var contacts: [Contact] = []

    /// A stretch of a rule that something touches, in pixels.
    private struct Contact {
        var axis: Axis
        /// Along the rule.
        var span: Range<Int>
        /// Across it: where the rule is.
        var core: ClosedRange<Int>
    }

    private var width: Int { image.grey.width }
    private var height: Int { image.grey.height }
    private var scale: Double { image.grey.scale }

    /// A rule is a little thicker here and there, so many times or in points, and its ends reach a little further.
    private static let swelling = 1.6
    private static let rim = 0.4
    /// Pixels per point: 130 dpi.
    private static let coarse = 1.8
    private static let end = 1.5
    /// No rule is thicker where a scanner has smeared it, in points.
    private static let swollen = 2.6
    /// A rule varies less in brightness.
    private static let paler = 60

    init(_ image: CleanImage) {
        self.image = image
        (grey, binary, sealed) = (image.grey.pixels, image.binary.pixels, image.withSeals?.pixels)
    }

    // MARK: Erasing

    /// What stands at one place along a rule: the rows of ink in one piece with it.
    private struct Column {
        var along: Int
        var reach: ClosedRange<Int>
        var ink: ClosedRange<Int>?
        var isTouched: Bool
    }

    mutating func erase(_ rule: Ruling) {
        let columns = columns(of: rule)
        let core = core(of: rule, columns)
        let darkest = darkest(of: rule, columns)
        for stretch in stretches(columns) {
            for column in stretch.columns {
                if !stretch.isTouched {
                    for row in (column.reach.lowerBound - 1)...(column.reach.upperBound + 1) {
                        erase(rule.axis, along: column.along, row: row, from: darkest)
                    }
                } else if let ink = column.ink, ink.overlaps(core) {
                    for row in ink.clamped(to: core) { erase(rule.axis, along: column.along, row: row, from: darkest) }
                }
            }
            if stretch.isTouched, let first = stretch.columns.first?.along, let last = stretch.columns.last?.along {
                contacts.append(Contact(axis: rule.axis, span: first..<(last + 1), core: core))
            }
        }
    }

    /// Stretches that something touches, and those between them. Where all is just a little thicker the rule has swollen.
    private func stretches(_ columns: [Column]) -> [(columns: ArraySlice<Column>, isTouched: Bool)] {
        columns.chunked { $0.isTouched == $1.isTouched }.map { stretch in
            let thickest = stretch.compactMap(\.ink?.count).max() ?? 0
            return (stretch, stretch.first?.isTouched == true && Double(thickest) > Self.swollen * scale)
        }
    }

    private func columns(of rule: Ruling) -> [Column] {
        let (length, count) = rule.axis == .horizontal ? (width, height) : (height, width)
        let half = (rule.thickness / 2 + Self.rim) * scale
        let middle = rule.position * scale
        let top = Int((middle - half).rounded(.down)).clamped(to: 0...count - 1)
        let bottom = Int((middle + half).rounded(.down)).clamped(to: 0...count - 1)
        // In a coarse picture a line is blurred over a pixel more on either side.
        let swollen = Int(Self.swollen * scale) + 2
        let thickest = Int((Self.swelling * rule.thickness + Self.rim) * scale) + (scale < Self.coarse ? 2 : 1)
        let start = Int((rule.span.lowerBound - Self.end) * scale).clamped(to: 0...length)
        let end = Int((rule.span.upperBound + Self.end) * scale).clamped(to: 0...length)
        return (start..<max(start, end)).map { along in
            func isInk(_ row: Int) -> Bool { image.binary.pixels[place(rule.axis, along: along, row: row)] == 0 }
            var (first, last) = (top, bottom)
            // What reaches out of the rule is a part of it as long as it is no longer than the rule may be thick.
            if isInk(first) {
                while first > 0, bottom - first < max(swollen, 2 * thickest), isInk(first - 1) { first -= 1 }
            }
            if isInk(last) {
                while last + 1 < count, last - top < max(swollen, 2 * thickest), isInk(last + 1) { last += 1 }
            }
            let ink = (first...last).filter(isInk)
            guard let upper = ink.first, let lower = ink.last else {
                return Column(along: along, reach: first...last, ink: nil, isTouched: false)
            }
            return Column(
                along: along, reach: first...last, ink: upper...lower, isTouched: lower - upper >= thickest)
        }
    }

    /// Where the rule is across itself: as it lies where nothing touches it.
    private func core(of rule: Ruling, _ columns: [Column]) -> ClosedRange<Int> {
        let free = columns.filter { !$0.isTouched }.compactMap(\.ink)
        guard free.count >= 3 else {
            let last = (rule.axis == .horizontal ? height : width) - 1
            let half = rule.thickness / 2 * scale
            let top = Int((rule.position * scale - half).rounded(.down)).clamped(to: 0...last)
            return top...max(top, min(last, Int((rule.position * scale + half).rounded(.up)) - 1))
        }
        let top = free.map(\.lowerBound).sorted()[free.count / 2]
        return top...max(top, free.map(\.upperBound).sorted()[free.count / 2])
    }

    private func place(_ axis: Axis, along: Int, row: Int) -> Int {
        axis == .horizontal ? row * width + along : along * width + row
    }

    /// How dark a rule may be: what is much darker than most of it is print across it. Pale ones are those of the other side of the page
    /// that show through, which run through anything.
    private func darkest(of rule: Ruling, _ columns: [Column]) -> UInt8 {
        let levels = columns.compactMap { column in
            column.reach.map { image.grey.pixels[place(rule.axis, along: column.along, row: $0)] }.min()
        }.sorted()
        return levels.isEmpty ? 0 : UInt8(max(0, Int(levels[levels.count / 2]) - Self.paler))
    }

    private mutating func erase(_ axis: Axis, along: Int, row: Int, from darkest: UInt8) {
        guard row >= 0, row < (axis == .horizontal ? height : width) else { return }
        let place = place(axis, along: along, row: row)
        guard image.grey.pixels[place] >= darkest else { return }
        binary[place] = 255
        grey[place] = max(grey[place], CleanImage.paper)
        sealed?[place] = CleanImage.paper
    }

    // MARK: Restoring

    /// Heights and widths of a figure that a rule runs through, of what most pieces of a page are high.
    private static let crossed: [Axis: ClosedRange<Double>] = [.horizontal: 0.55...1.25, .vertical: 0.2...0.9]
    /// So many large pieces stand in a row of a figure at most, within so many times their height.
    private static let digits = 7
    private static let beside = 4.0
    /// Rules that lie closer together are one, in points.
    private static let close = 2.5
    /// Pieces of text are so high, in points.
    private static let text = 4.0...30.0

    /// Gives the strokes of figures back what a rule has hidden of them: those that touch it from one side only, and those on both sides
    /// which are no larger together than a figure that the rule runs through. Labels are read without.
    ///
    /// - Parameter pieces: around all that is left.
    mutating func restore(_ pieces: [PixelBox]) {
        let heights = pieces.map { Double($0.height) }.filter {
            (Self.text.lowerBound * scale...Self.text.upperBound * scale).contains($0)
        }
        guard !heights.isEmpty else { return }
        let usual = heights.sorted()[heights.count / 2]
        let whole = contacts.filter { contact in
            let before = pieces.filter { touches($0, contact, from: contact.core.lowerBound, towards: -1) }
            let behind = pieces.filter { touches($0, contact, from: contact.core.upperBound, towards: 1) }
            guard let around = PixelBox(around: before + behind), isFigure(around, among: pieces, height: usual) else {
                return false
            }
            if before.isEmpty || behind.isEmpty { return true }
            let across = Double(contact.axis == .horizontal ? around.height : around.width) / usual
            return Self.crossed[contact.axis]?.contains(across) == true
        }
        for contact in whole {
            for along in contact.span {
                for row in contact.core { restore(place(contact.axis, along: along, row: row)) }
            }
        }
    }

    /// True where few pieces stand beside one, as in a figure.
    private func isFigure(_ piece: PixelBox, among pieces: [PixelBox], height: Double) -> Bool {
        let (start, end) = (piece.x - Int(Self.beside * height), piece.endX + Int(Self.beside * height))
        let row = pieces.count { other in
            other.endX > start && other.x < end && 2 * Double(other.height) > height
                && 2 * (min(other.endY, piece.endY) - max(other.y, piece.y)) > min(other.height, piece.height)
        }
        return row <= Self.digits
    }

    /// True where ink leads from a rule to a piece, over no more than what was taken out for rules that lie close by.
    private func touches(_ piece: PixelBox, _ contact: Contact, from row: Int, towards step: Int) -> Bool {
        let (along, across) =
            contact.axis == .horizontal
            ? (piece.x..<piece.endX, piece.y..<piece.endY) : (piece.y..<piece.endY, piece.x..<piece.endX)
        let farthest = row + step * Int(Self.close * scale)
        guard along.overlaps(contact.span), across.overlaps(min(row, farthest)..<(max(row, farthest) + 1)) else {
            return false
        }
        let rows = 0..<(contact.axis == .horizontal ? height : width)
        return contact.span.clamped(to: along).contains { along in
            for next in stride(from: row + step, through: farthest, by: step) where rows.contains(next) {
                let place = place(contact.axis, along: along, row: next)
                guard image.binary.pixels[place] == 0 else { return false }
                if binary[place] == 0 { return across.contains(next) }
            }
            return false
        }
    }

    private mutating func restore(_ place: Int) {
        binary[place] = image.binary.pixels[place]
        grey[place] = image.grey.pixels[place]
        if let original = image.withSeals?.pixels[place] { sealed?[place] = original }
    }
}

extension Array {
    /// Runs of neighbours that belong together.
    fileprivate func chunked(by belong: (Element, Element) -> Bool) -> [ArraySlice<Element>] {
        var (chunks, start) = ([ArraySlice<Element>](), 0)
        for index in indices where index + 1 == count || !belong(self[index], self[index + 1]) {
            chunks.append(self[start...index])
            start = index + 1
        }
        return chunks
    }
}

extension Int {
    fileprivate func clamped(to range: ClosedRange<Int>) -> Int {
        Swift.min(Swift.max(self, range.lowerBound), range.upperBound)
    }
}
