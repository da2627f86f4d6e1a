/// Which marks of a page count as rules. Lengths are points.
public struct RuleOptions: Hashable, Sendable, Codable {
    /// Glyphs and fills that cover less than this (0 nothing to 1 all) are not seen.
    public var faintestCover = 0.02
    /// Fills that cover at least this are a ground that others are seen on.
    public var groundCover = 0.5
    /// A smaller difference of luminance between a filled box and its ground is not seen. Higher loses pale cells.
    public var contrast = 0.02
    /// A filled box with a shorter side is no cell.
    public var shortestSide = 5.0
    /// Fewer filled boxes make no table.
    public var fewestBoxes = 4

    /// Longest side of a dot of a dotted rule.
    public var longestDot = 3.2
    /// Widest gap between dots of one rule. Higher ties dots of other patterns together.
    public var dotGap = 4.0
    /// Dots closer than this across a rule are in one.
    public var dotOffset = 0.3
    /// Fewer dots in a row are no rule.
    public var fewestDots = 5

    /// A white line may be thinner than what it paints over by this.
    public var coverThickness = 0.1
    /// A white line may lie beside what it paints over by this.
    public var coverOffset = 0.15
    /// A shorter rest of a rule that was painted over is not seen.
    public var shortestRest = 0.5
    /// How far beside a white line the fill may begin that makes it seen.
    public var shadeReach = 0.5
    /// Dashes may stand this many times their length apart…
    public var dashGap = 1.2
    /// …but not further than this many times the gap that other pieces of a rule may have.
    public var longestDashGap = 2.0
    /// A rule shorter than this many times that gap is a dash.
    public var longestDash = 4.0

    public init() {}
}
