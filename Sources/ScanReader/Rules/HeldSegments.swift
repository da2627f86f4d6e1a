internal import DocumentModel

/// Segments that are rules, for they hold each other.
struct HeldSegments {
    private(set) var segments: [RuleSegment] = []
    /// The page's rules have gaps.
    let areBroken: Bool
    private let picture: RulePicture

    private var options: RuleNetOptions { picture.options }
    private var scale: Double { picture.scale }

    init(in picture: RulePicture) {
        self.picture = picture
        let whole = picture.segments(.long)
        areBroken = Self.areBroken(whole, in: picture)
        let held = self.held(areBroken ? picture.segments(.broken) : whole)
        segments = held + sides(among: held)
    }

    /// True where the long rules of a page are not whole: wider gaps are then more likely in a rule than between strokes.
    private static func areBroken(_ segments: [RuleSegment], in picture: RulePicture) -> Bool {
        let options = picture.options
        let shares = segments.filter { Double($0.span.count) >= options.surelyLong * picture.scale }.map { segment in
            picture.seen(segment.axis, along: segment.span) { segment.position(at: Double($0)) }.all
        }.sorted()
        return shares.count >= options.fewestLong && shares[shares.count / 2] < options.whole
    }

    /// Those that are long, go on where another ends, or lead from one of these to another.
    private func held(_ segments: [RuleSegment]) -> [RuleSegment] {
        let long = segments.filter { Double($0.span.count) >= options.surelyLong * scale }
        var held = long.filter { isRule($0, among: long) }
        var rest = segments.filter { !long.contains($0) }
        while true {
            let next = rest.filter { segment in
                let ends = self.ends(of: segment, at: held, within: options.meeting)
                let isHeld =
                    ends == 2 || ends == 1 && segment.axis == .vertical
                    || held.contains { segment.goesOn(from: $0, options: options, scale: scale) }
                return isHeld && isRule(segment, among: held)
            }
            guard !next.isEmpty else { return held }
            held += next
            rest.removeAll(where: next.contains)
        }
    }

    /// False for what has text on both sides, or ends before it meets the segments that cross it, as strokes in each of several rows do.
    private func isRule(_ segment: RuleSegment, among others: [RuleSegment]) -> Bool {
        func position(_ place: Int) -> Double { segment.position(at: Double(place)) }
        let isLong = Double(segment.span.count) >= options.surelyLong * scale
        let seen = picture.seen(segment.axis, along: segment.span, position: position)
        if segment.axis == .horizontal, isLong, seen.all >= options.surelySeen { return true }
        if isLong || segment.axis == .vertical, seen.clear < options.leastClear || seen.between > options.mostBetween {
            return false
        }
        let text = isLong ? 0 : picture.textShare(segment.axis, along: segment.span, position: position)
        let zones = self.zones(of: segment, among: others)
        let met = zones.isEmpty ? 0.5 : Double(zones.count(where: \.self)) / Double(zones.count)
        return options.leastMet.contains { limit in text <= limit.text && met >= limit.met }
    }

    /// True for the side of a table that goes on over a page's end: no other rule follows.
    private func isOpen(_ segment: RuleSegment, among held: [RuleSegment]) -> Bool {
        guard segment.axis == .vertical else { return false }
        let reach = options.meeting * scale
        return [segment.span.lowerBound, segment.span.upperBound].contains { end in
            let isUp = end == segment.span.lowerBound
            let beyond =
                isUp
                ? Double(end) - options.open * scale...Double(end) + reach
                : Double(end) - reach...Double(end) + options.open * scale
            return !held.contains { other in
                other.axis == .horizontal && beyond.contains(other.position(at: segment.position))
                    && Double(other.span.lowerBound) - reach <= segment.position
                    && Double(other.span.upperBound) + reach >= segment.position
            }
        }
    }

    /// Of the places where a segment comes to others that cross it, and leaves them, whether it is to be seen there.
    private func zones(of segment: RuleSegment, among others: [RuleSegment]) -> [Bool] {
        let reach = options.meeting * scale
        let crossing = others.filter { $0.axis != segment.axis }.compactMap { other -> (place: Double, half: Double)? in
            let place = other.position(at: segment.position)
            let own = segment.position(at: place)
            guard Double(other.span.lowerBound) <= own + reach, Double(other.span.upperBound) >= own - reach,
                Double(segment.span.lowerBound) - reach <= place, Double(segment.span.upperBound) + reach >= place
            else { return nil }
            // Beside the segment, where the other one may have swollen.
            let beside = [-1, 1].map { side in
                let along = own + side * options.swollen * scale
                return picture.reach(other.axis, at: Int(along), position: other.position(at: along))
            }
            return (place, max(other.thickness / 2, beside.max() ?? 0))
        }
        let usual =
            picture.contrast(segment.axis, along: segment.span.lowerBound...segment.span.upperBound) {
                segment.position(at: Double($0))
            }.middle ?? 0
        let places = crossing.map(\.place)
        let start = min(Double(segment.span.lowerBound), places.min() ?? .infinity)
        let end = max(Double(segment.span.upperBound), places.max() ?? -.infinity)
        return crossing.flatMap { other -> [Bool] in
            [-1.0, 1].compactMap { side in
                let near = other.place + side * (other.half + options.zone.lowerBound * scale)
                let far = near + side * max(1, (options.zone.upperBound - options.zone.lowerBound) * scale)
                guard min(near, far) >= start, max(near, far) <= end else { return nil }
                let contrast = picture.contrast(segment.axis, along: Int(min(near, far))...Int(max(near, far))) {
                    segment.position(at: Double($0))
                }
                return contrast.allSatisfy { Double($0) >= options.leastContrast * Double(usual) }
            }
        }
    }

    /// How many of its ends lie at a segment that crosses it.
    private func ends(of segment: RuleSegment, at others: [RuleSegment], within reach: Double) -> Int {
        [segment.span.lowerBound, segment.span.upperBound].count { end in
            let own = segment.position(at: Double(end))
            return others.contains { other in
                other.axis != segment.axis
                    && abs(other.position(at: own) - Double(end)) <= reach * scale + other.thickness / 2
                    && Double(other.span.lowerBound) <= own + reach * scale
                    && Double(other.span.upperBound) >= own - reach * scale
            }
        }
    }

    /// The sides of low rows, which are as short as strokes: they lead from one rule to the next without a gap, with paper on both
    /// sides.
    private func sides(among held: [RuleSegment]) -> [RuleSegment] {
        let across = held.filter { $0.axis == .horizontal }
        let along = held.filter { $0.axis == .vertical }
        guard !across.isEmpty else { return [] }
        return picture.segments(.short, of: [.vertical]).filter { side in
            let isKnown = along.contains { other in
                abs(other.position - side.position) <= options.sameRule * scale && other.span.overlaps(side.span)
            }
            guard !isKnown, Double(side.span.count) < options.surelyLong * scale,
                ends(of: side, at: across, within: options.sideMeeting) == 2
            else { return false }
            let seen = picture.seen(.vertical, along: side.span) { side.position(at: Double($0)) }
            return seen.all >= options.leastOfSide && seen.free >= 0.65
                && isRule(side, among: across)
        }
    }
}

extension RuleSegment {
    /// True for one in the line of another, with no more than a break between them.
    func goesOn(from other: RuleSegment, options: RuleNetOptions, scale: Double) -> Bool {
        let gap = max(span.lowerBound - other.span.upperBound, other.span.lowerBound - span.upperBound)
        let between =
            Double(max(span.lowerBound, other.span.lowerBound) + min(span.upperBound, other.span.upperBound)) / 2
        return axis == other.axis
            && abs(position(at: between) - other.position(at: between)) <= options.sameRule * scale
            && Double(gap) <= (options.longestBreak[axis] ?? 0) * scale
    }
}
