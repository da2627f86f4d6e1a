internal import DocumentModel
internal import ImageCleaning

/// A picture that is asked whether a rule runs at some place.
struct RulePicture {
    let ink: [Axis: ThinInk]
    let image: Bitmap
    private(set) var options: RuleNetOptions

    /// Pixels per point.
    var scale: Double { image.scale }

    init(_ image: Bitmap, options: RuleNetOptions) throws(CleaningError) {
        (self.image, self.options) = (image, options)
        ink = [
            .horizontal: try ThinInk(image, along: .horizontal), .vertical: try ThinInk(image, along: .vertical),
        ]
    }

    /// Allows for rules that have swollen only where long ones have: elsewhere strokes of labels in low rows would be taken for rules.
    mutating func measureSwelling() {
        let shares = segments(.long).filter { Double($0.span.count) >= options.surelyLong * scale }.map { segment in
            let places = stride(from: segment.span.lowerBound, to: segment.span.upperBound, by: 4)
            let thick = places.filter { place in
                reach(segment.axis, at: place, position: segment.position(at: Double(place))) >= 0.9 * scale
            }
            return Double(thick.count) / Double(max(1, segment.span.count / 4))
        }.sorted()
        if shares.isEmpty || shares[shares.count / 2] < options.leastSwollen {
            (options.swollen, options.littleText) = (0, options.leastText)
        }
    }

    func segments(_ options: RuleSegments.Options, of axes: [Axis] = Axis.allCases) -> [RuleSegment] {
        axes.flatMap { axis in
            ink[axis].map { RuleSegments(in: $0, along: axis, scale: scale, options: options).segments } ?? []
        }
    }

    /// Shares of a stretch.
    struct Seen {
        /// Thin ink of any kind.
        var all: Double
        /// With paper on both sides.
        var free: Double
        /// With paper on one side at least, which counts for less.
        var clear: Double
        /// With other ink on both sides.
        var between: Double
    }

    /// What is seen of a line in a stretch of it.
    ///
    /// - Parameter position: where it runs at a place along it.
    func seen(_ axis: Axis, along stretch: Range<Int>, position: (_ place: Int) -> Double) -> Seen {
        guard let ink = ink[axis], !stretch.isEmpty else { return Seen(all: 0, free: 0, clear: 0, between: 0) }
        let slack = max(1, Int((0.4 * scale).rounded()))
        var counts = [0, 0, 0, 0]
        for place in stretch.clamped(to: 0..<ink.length) {
            let middle = Int(position(place))
            var best = 4
            for row in max(0, middle - slack)...max(0, min(ink.count - 1, middle + slack)) {
                let kind = Int(ink.places[row * ink.length + place])
                if kind > 0, kind < best { best = kind }
            }
            counts[best % 4] += 1
        }
        let count = Double(stretch.count)
        let (free, beside, between) = (Double(counts[1]) / count, Double(counts[2]) / count, Double(counts[3]) / count)
        return Seen(all: free + beside + between, free: free, clear: free + 0.7 * beside, between: between)
    }

    /// Share of a stretch on both sides of which other ink is near, as it is within a character.
    ///
    /// - Parameter position: where the line runs at a place along it.
    func textShare(_ axis: Axis, along stretch: Range<Int>, position: (_ place: Int) -> Double) -> Double {
        let (length, count) = axis == .horizontal ? (image.width, image.height) : (image.height, image.width)
        let near = Int((options.text.lowerBound * scale).rounded(.up))
        let far = max(near, Int(options.text.upperBound * scale))
        let thickest = Int((options.swollen / 2 * scale).rounded(.up)) + 1
        let stretch = stretch.clamped(to: 0..<length)
        let within = stretch.count { along in
            let middle = Int(position(along))
            return [-1, 1].allSatisfy { side in
                func isInk(_ offset: Int) -> Bool {
                    let across = middle + side * offset
                    guard across >= 0, across < count else { return false }
                    return image.pixels[
                        axis == .horizontal ? across * image.width + along : along * image.width + across]
                        < options.ink
                }
                // A rule that has swollen is still the rule.
                let edge = (0...far).first { !isInk($0) } ?? far + 1
                return edge > max(near, thickest) || (max(near, edge)...max(near, far)).contains(where: isInk)
            }
        }
        return Double(within) / Double(max(1, stretch.count))
    }

    /// How far a line's ink reaches from its middle at a place along it, in pixels; no further than that of a rule which has swollen.
    func reach(_ axis: Axis, at along: Int, position: Double) -> Double {
        let (length, count) = axis == .horizontal ? (image.width, image.height) : (image.height, image.width)
        let farthest = Int((options.swollen / 2 * scale).rounded(.up))
        let middle = Int(position)
        guard farthest > 0, along >= 0, along < length, middle >= farthest, middle + farthest < count else { return 0 }
        let sides = [-1, 1].map { side in
            (0...farthest).prefix { offset in
                let across = middle + side * offset
                return image.pixels[
                    axis == .horizontal ? across * image.width + along : along * image.width + across] < options.ink
            }.count
        }
        return Double(sides.max() ?? 0)
    }

    /// By how much a line is darker than what lies on its sides, at each place of a stretch, in the picture as it is.
    func contrast(_ axis: Axis, along stretch: ClosedRange<Int>, position: (_ place: Int) -> Double) -> [Int] {
        let (length, count) = axis == .horizontal ? (image.width, image.height) : (image.height, image.width)
        let slack = max(1, Int((0.4 * scale).rounded()))
        let side = slack + max(1, Int((options.side * scale).rounded()))
        // A rule that has swollen has its paper further away.
        let farthest = max(side, Int((options.swollen / 2 + options.side) * scale))
        guard stretch.lowerBound < length, stretch.upperBound >= 0 else { return [] }
        return stretch.clamped(to: 0...(length - 1)).compactMap { along in
            let middle = Int(position(along))
            guard middle >= farthest, middle + farthest < count else { return nil }
            func brightness(_ across: Int) -> Int {
                Int(image.pixels[axis == .horizontal ? across * image.width + along : along * image.width + across])
            }
            let darkest = ((middle - slack)...(middle + slack)).map(brightness).min() ?? 255
            let sides = [-1, 1].map { sign in (side...farthest).map { brightness(middle + sign * $0) }.max() ?? 0 }
            return (sides.min() ?? 0) - darkest
        }
    }
}

extension [Int] {
    var middle: Int? { isEmpty ? nil : sorted()[count / 2] }
}
