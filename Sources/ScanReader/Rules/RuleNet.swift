internal import DocumentModel
internal import ImageCleaning

/// The rules of a scanned page: segments that hold each other, completed from crossing to crossing.
///
/// A segment alone may be strokes of characters that stand in line. What makes it a rule is its length, or that it leads from one
/// rule to another. Of a rule each piece between two crossings is there or is not: that is asked of the picture once more, so that
/// what is broken becomes whole, and what reaches a little too far is cut.
struct RuleNet {
    /// In points, in no particular order: straight from end to end, as a grid wants them.
    private(set) var rulings: [Ruling] = []
    /// As they were found.
    private(set) var rules: [ScannedRule] = []
    /// The same rules piece by piece, each where its ink is: a page is never quite straight.
    private(set) var pieces: [Ruling] = []

    private let picture: RulePicture
    private var options: RuleNetOptions { picture.options }
    private var scale: Double { picture.scale }

    /// - Parameter image: on paper as bright as that of a ``CleanImage``.
    /// - Throws: where leptonica cannot work on the picture.
    init(_ image: Bitmap, options: RuleNetOptions = .standard) throws(CleaningError) {
        var picture = try RulePicture(image, options: options)
        picture.measureSwelling()
        self.picture = picture
        let held = HeldSegments(in: picture)
        let all = Axis.allCases.flatMap { self.rules(of: held.segments, axis: $0) }
        // Nothing is parted by a line that stands alone from top to bottom; digits below each other are one.
        let crossed = all.filter {
            !isStreak($0, among: all) && ($0.axis == .horizontal || !crossings(of: $0, with: all).isEmpty)
        }
        let own = withoutOtherSide(crossed)
        rules = held.areBroken ? own.map { bridged($0, among: own) } : own
        // A streak is no rule, but no text either.
        pieces = all.filter { isStreak($0, among: all) }.flatMap(\.segments).flatMap(chunks(of:)).map(ruling)
        for rule in rules {
            let spans = Self.merged(drawn(rule, among: rules))
            let mean = rule.mean
            rulings += spans.map { ruling(rule.segment($0, at: mean)) }
            pieces += spans.flatMap { chunks(of: rule, in: $0) }.map(ruling)
            // Double rules, thick ones: each of their segments lies elsewhere.
            pieces += rule.segments.flatMap(chunks(of:)).filter { part in spans.contains { $0.overlaps(part.span) } }
                .map(ruling)
        }
    }

    /// Segments that go on where others end, or lie beside them, are one rule, however far it drifts on the whole.
    private func rules(of segments: [RuleSegment], axis: Axis) -> [ScannedRule] {
        let sorted = segments.filter { $0.axis == axis }
            .sorted { ($0.span.lowerBound, $0.position) < ($1.span.lowerBound, $1.position) }
        var rules: [ScannedRule] = []
        for segment in sorted {
            let near = rules.indices.compactMap { index -> (index: Int, offset: Double)? in
                let offsets = rules[index].segments.filter { segment.goesOn(from: $0, options: options, scale: scale) }
                    .map { other in
                        let place = Double(max(other.span.lowerBound, segment.span.lowerBound))
                        return abs(other.position(at: place) - segment.position(at: place))
                    }
                return offsets.min().map { (index, $0) }
            }
            if let best = near.min(by: { $0.offset < $1.offset }) {
                rules[best.index].segments.append(segment)
            } else {
                rules.append(ScannedRule(axis: axis, segments: [segment]))
            }
        }
        return rules
    }

    /// A line that runs on far beyond all that crosses it, on both sides: a streak that a fax or a scanner leaves down the page. It is
    /// no rule, and no text either.
    private func isStreak(_ rule: ScannedRule, among rules: [ScannedRule]) -> Bool {
        let marks = crossings(of: rule, with: rules)
        guard rule.axis == .vertical, let first = marks.first, let last = marks.last else { return false }
        let (start, end) = (rule.span.lowerBound, rule.span.upperBound)
        return Double(min(first - start, end - last)) > options.streak * scale
    }

    /// Without rules that show through from the other side of the page: they are much paler than others, and cross none.
    private func withoutOtherSide(_ rules: [ScannedRule]) -> [ScannedRule] {
        let contrasts = rules.map { rule in
            let span = rule.span
            return picture.contrast(rule.axis, along: span.lowerBound...span.upperBound, position: rule.position).middle
                ?? 0
        }
        let darkest = contrasts.max() ?? 0
        return zip(rules, contrasts).filter { rule, contrast in
            Double(contrast) >= options.palestSide * Double(darkest) || !crossings(of: rule, with: rules).isEmpty
        }.map(\.0)
    }

    /// The pieces of a rule that are drawn, from crossing to crossing.
    private func drawn(_ rule: ScannedRule, among rules: [ScannedRule]) -> [Range<Int>] {
        let marks = crossings(of: rule, with: rules)
        let (start, end) = (rule.span.lowerBound, rule.span.upperBound)
        guard let first = marks.first, let last = marks.last else { return covered(rule, start..<end) }
        let open = Int(options.openEnd * scale)
        let stretches = zip(marks, marks.dropFirst()).map { $0..<$1 }
        let shares = stretches.map { seen(rule, $0) }
        // What is seen of a rule where it is seen best: a dashed one shows half of itself, a black one all.
        let usual = shares.isEmpty ? 1 : shares.sorted()[shares.count * 3 / 4]
        let least = options.leastSeen * min(1, max(options.palest, usual))
        return (first - start > open ? covered(rule, start..<first, from: first) : [])
            + zip(stretches, shares).flatMap { stretch, share in
                share >= least && isMet(rule, stretch) || share >= options.leastOfBroken && isAlone(rule, stretch)
                    ? [stretch] : openEnds(of: rule, in: stretch)
            }
            + (end - last > open ? covered(rule, last..<end, from: last) : [])
    }

    /// Of a stretch that leads from one table to another on the same page, which have no outer borders: what belongs to each.
    private func openEnds(of rule: ScannedRule, in stretch: Range<Int>) -> [Range<Int>] {
        let spans = Self.merged(covered(rule, stretch))
        let reach = Int(options.meeting * scale)
        let left = spans.first.flatMap { $0.lowerBound - stretch.lowerBound <= reach ? $0 : nil }
        let right = spans.last.flatMap { stretch.upperBound - $0.upperBound <= reach ? $0 : nil }
        let gap = (right?.lowerBound ?? stretch.upperBound) - (left?.upperBound ?? stretch.lowerBound)
        guard rule.axis == .horizontal, Double(gap) >= options.apart * scale else { return [] }
        return [left, right].compactMap(\.self).filter { Double($0.count) >= options.leastOfOpen * scale }
    }

    /// A rule that ends a little before it meets another one goes on to there, if no text is in between: rules of tables do not end
    /// anywhere else.
    private func bridged(_ rule: ScannedRule, among rules: [ScannedRule]) -> ScannedRule {
        let reach = Int(options.bridge * scale)
        let (span, marks) = (rule.span, crossings(of: rule, with: rules))
        var bridged = rule
        for (end, beyond) in [
            (span.lowerBound, (span.lowerBound - reach)..<span.lowerBound),
            (span.upperBound, span.upperBound..<(span.upperBound + reach)),
        ] {
            let position = rule.position(at: end)
            let places = rules.filter { other in
                other.axis != rule.axis
                    && (Double(other.span.lowerBound - reach)...Double(other.span.upperBound + reach)).contains(
                        position)
            }.map { Int($0.position(at: Int(position)).rounded()) }
            let meets = places.contains { abs($0 - end) <= Int(options.meeting * scale) }
            guard !meets, let place = places.filter(beyond.contains).min(by: { abs($0 - end) < abs($1 - end) }) else {
                continue
            }
            // What sticks out of the last rule that it meets may be a stroke of a character.
            let inner = marks.min { abs($0 - end) < abs($1 - end) } ?? end
            let stretch = min(place, end, inner)..<max(place, end, inner)
            let own = picture.seen(rule.axis, along: min(end, inner)..<max(end, inner), position: rule.position)
            guard picture.textShare(rule.axis, along: stretch, position: rule.position) <= options.noText,
                own.free >= options.leastFree * own.all
            else { continue }
            bridged.bridged.append(min(place, end)..<max(place, end))
        }
        return bridged
    }

    /// A segment in parts short enough to be straight.
    private func chunks(of segment: RuleSegment) -> [RuleSegment] {
        parts(of: segment.span).map { span in
            RuleSegment(
                axis: segment.axis, position: segment.position(at: Double(span.lowerBound + span.upperBound) / 2),
                span: span, thickness: segment.thickness)
        }
    }

    private func chunks(of rule: ScannedRule, in span: Range<Int>) -> [RuleSegment] {
        parts(of: span).map { rule.segment($0, at: rule.position(at: ($0.lowerBound + $0.upperBound) / 2)) }
    }

    private func parts(of span: Range<Int>) -> [Range<Int>] {
        let size = max(1, Int(options.straight * scale))
        return stride(from: span.lowerBound, to: span.upperBound, by: size).map { $0..<min($0 + size, span.upperBound) }
    }

    private static func merged(_ spans: [Range<Int>]) -> [Range<Int>] {
        spans.reduce(into: []) { merged, span in
            if let last = merged.last, span.lowerBound <= last.upperBound {
                merged[merged.count - 1] = last.lowerBound..<max(last.upperBound, span.upperBound)
            } else {
                merged.append(span)
            }
        }
    }

    private func ruling(_ segment: RuleSegment) -> Ruling {
        Ruling(
            axis: segment.axis, position: segment.position / scale,
            span: Double(segment.span.lowerBound) / scale...Double(segment.span.upperBound) / scale,
            thickness: segment.thickness / scale, source: .image)
    }

    /// Where other rules meet it.
    private func crossings(of rule: ScannedRule, with rules: [ScannedRule]) -> [Int] {
        let reach = options.meeting * scale
        let span = rule.span
        let places = rules.filter { $0.axis != rule.axis }.compactMap { other -> Int? in
            let place = Int(other.position(at: Int(rule.position(at: span.lowerBound))))
            guard Double(place) >= Double(span.lowerBound) - reach, Double(place) <= Double(span.upperBound) + reach
            else { return nil }
            let own = rule.position(at: place)
            let meets = other.segments.contains {
                Double($0.span.lowerBound) - reach <= own && Double($0.span.upperBound) + reach >= own
            }
            return meets ? Int(other.position(at: Int(own)).rounded()) : nil
        }
        return Array(Set(places)).sorted()
    }

    /// Where segments of a rule lie in a stretch of it, as far as they go on from one of its ends.
    private func covered(_ rule: ScannedRule, _ stretch: Range<Int>, from end: Int) -> [Range<Int>] {
        let spans = covered(rule, stretch)
        var reached: [Range<Int>] = []
        for span in end == stretch.lowerBound ? spans : spans.reversed() {
            let gap = reached.map { max(span.lowerBound - $0.upperBound, $0.lowerBound - span.upperBound) }.min()
            let start = max(span.lowerBound - end, end - span.upperBound)
            guard Double(gap ?? start) <= options.bridge * scale else { break }
            reached.append(span)
        }
        return reached.sorted { $0.lowerBound < $1.lowerBound }
    }

    /// Where segments of a rule lie in a stretch of it.
    private func covered(_ rule: ScannedRule, _ stretch: Range<Int>) -> [Range<Int>] {
        rule.segments.map { $0.span.clamped(to: stretch) }.filter { !$0.isEmpty }
            .sorted { $0.lowerBound < $1.lowerBound }
    }

    /// Which share of a stretch shows the rule.
    private func seen(_ rule: ScannedRule, _ stretch: Range<Int>) -> Double {
        // Where it meets others there is ink in any case.
        let edge = min(Int(scale), stretch.count / 4)
        var inner = (stretch.lowerBound + edge)..<max(stretch.lowerBound + edge + 1, stretch.upperBound - edge)
        for gap in rule.bridged where gap.overlaps(inner) {
            inner =
                gap.lowerBound <= inner.lowerBound
                ? min(gap.upperBound, inner.upperBound)..<inner.upperBound
                : inner.lowerBound..<max(gap.lowerBound, inner.lowerBound)
        }
        if inner.isEmpty { return 1 }
        let seen = picture.seen(rule.axis, along: inner, position: rule.position)
        return seen.all >= options.surelySeen ? seen.all : seen.clear
    }

    /// There is nothing else around a stretch that what is seen of it could be.
    private func isAlone(_ rule: ScannedRule, _ stretch: Range<Int>) -> Bool {
        let reach = Int(options.bridge * scale)
        let spans = covered(rule, stretch) + rule.bridged.map { $0.clamped(to: stretch) }.filter { !$0.isEmpty }
        let edges = ([stretch.lowerBound..<stretch.lowerBound] + spans + [stretch.upperBound..<stretch.upperBound])
            .sorted { $0.lowerBound < $1.lowerBound }
        return zip(edges, edges.dropFirst()).allSatisfy { $1.lowerBound - $0.upperBound <= reach }
            && picture.textShare(rule.axis, along: stretch, position: rule.position) <= options.noText
    }

    /// At one of its ends at least a stretch is seen close to the rule there; where no text stands around it, it need not be.
    private func isMet(_ rule: ScannedRule, _ stretch: Range<Int>) -> Bool {
        if picture.textShare(rule.axis, along: stretch, position: rule.position) <= options.littleText { return true }
        let usual =
            picture.contrast(rule.axis, along: rule.span.lowerBound...rule.span.upperBound, position: rule.position)
            .middle ?? 0
        let (near, far) = (Int(options.zone.lowerBound * scale) + 1, Int(options.zone.upperBound * scale) + 1)
        let ends = [
            (stretch.lowerBound + near)...(stretch.lowerBound + far),
            (stretch.upperBound - far)...(stretch.upperBound - near),
        ]
        return ends.contains { end in
            picture.contrast(rule.axis, along: end, position: rule.position).allSatisfy {
                Double($0) >= options.leastContrast * Double(usual)
            }
        }
    }
}
