internal import DocumentModel

/// What makes a rule. Lengths are points of the page.
struct RuleNetOptions {
    /// Longer than any strokes in line.
    var surelyLong = 90.0
    /// Of a whole rule this share is seen at least, and so many long ones say what a page's rules are like.
    var whole = 0.985
    var fewestLong = 3
    /// Segments within this of each other, across their axis, are one rule.
    var sameRule = 1.2
    /// How far from a rule another may end and still meet it.
    var meeting = 2.5
    /// Two segments of one rule are no further apart along it: text on both sides hides a rule between rows as long as labels are.
    var longestBreak: [Axis: Double] = [.horizontal: 160, .vertical: 45]
    /// A piece that is seen over this share is drawn, whatever stands beside it.
    var surelySeen = 0.9
    /// Share that must be seen of a piece between two crossings, of what is usually seen of its rule, which is no less than this.
    var leastSeen = 0.55
    var palest = 0.6
    /// Of a broken one so much is enough where no text stands around it.
    var leastOfBroken = 0.25
    var noText = 0.06
    /// No gap of a broken rule is longer.
    var bridge = 25.0
    /// Of what is seen at the end of one this share has paper on both sides.
    var leastFree = 0.7
    /// Share of a vertical rule beside which paper must be, and the most that may lie between other ink.
    var leastClear = 0.4
    var mostBetween = 0.3
    /// Where a rule comes to another it is looked at as close to it as this, and must be so much of its usual contrast darker than what
    /// lies so far beside it.
    var zone = 0.2...0.8
    var leastContrast = 0.45
    var side = 0.8
    /// At what share of these places a rule must be seen, the more the more text stands on both sides of it.
    var leastMet: [(text: Double, met: Double)] = [(text: 0.1, met: 0.25), (0.2, 0.4), (0.35, 0.51), (1, 0.75)]
    /// Share of a short side that must be seen, and how near its ends must be to the rules that it leads between.
    var leastOfSide = 0.85
    var sideMeeting = 0.6
    /// Sticking out beyond the last crossing by more than this a rule goes on.
    var openEnd = 6.0

    /// Paler than this share of the darkest rule, one that crosses no other shows through from the other side.
    var palestSide = 0.35
    /// Tables that share a line are further apart than this, and no column at their sides is narrower than that.
    var apart = 60.0
    var leastOfOpen = 24.0

    /// No rule sticks out so far on both sides.
    var streak = 20.0

    /// How far beside a rule text is looked for, and from which brightness on there is no ink.
    var text = 1.0...3.5
    var ink: UInt8 = 185
    /// With less text on both sides a piece of a rule need not be seen close to its ends.
    var littleText = 0.25
    /// The same where no rules have swollen: they have in this share of the length of half of the long ones.
    var leastText = 0.15
    var leastSwollen = 0.2
    /// No rule is thicker where a scanner has smeared it.
    var swollen = 2.6
    /// Beyond an open end no rule crosses within this.
    var open = 40.0
    /// No rule bends noticeably over this length.
    var straight = 24.0

    static let standard = RuleNetOptions()
}
