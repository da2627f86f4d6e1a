/// Where tables without full rules may stand. Lengths are points unless they say otherwise.
public struct RegionOptions: Hashable, Sendable, Codable {
    // MARK: Between rules

    /// Shorter rules border no table.
    public var shortestRule = 60.0
    /// Rules whose ends differ by less are of one width, and border one table.
    public var sameWidth = 6.0
    /// How far text may stick out beyond the ends of the rules.
    public var sideMargin = 2.0
    /// How far text may reach over the first and the last rule.
    public var ruleMargin = 1.0
    /// More than this share of single texts between two rules is prose, and ends the table.
    public var prose = 0.5
    /// Fewer texts above the first rule are a title.
    public var fewestHeadings = 3
    /// A rule this near a table that is found already is one of its own.
    public var ownRule = 1.0

    // MARK: By alignment alone

    /// Fewer rows of several texts are no table.
    public var fewestRows = 3
    /// Texts that begin or end this near to each other are aligned.
    public var sameEdge = 1.0
    /// Under so many rows a second line must stand for the last row's to be one.
    public var fewestSecondLines = 2
    /// More lines that are no labels between two rows end the table.
    public var mostOtherLines = 2
    /// More lines between two rows of figures are no label.
    public var mostLabelLines = 12
    /// Not more lines above a table are its titles.
    public var mostTitles = 6
    /// A title's middle lies this share of the table's width right of its middle; nearer ones are captions.
    public var titleOffset = 0.04
    /// A title begins this far right of the table's left side, in font sizes.
    public var titleIndent = 2.0
    /// Lines of one label begin, or have their middles, this near to each other, in font sizes.
    public var sameLabel = 0.5

    /// A gap between two tables side by side is this wide at least, in font sizes.
    public var sideGap = 1.5
    /// So many rows on each side must have nothing level with them.
    public var fewestApart = 2
    /// Fewer stripes tell nothing.
    public var fewestStripes = 2
    /// What lies between two stripes has this share of a stripe's height at least.
    public var stripeGap = 0.4

    // MARK: Columns of running text

    /// A gutter runs through so many rows at least.
    public var gutterRows = 10
    /// Share of the text's height that a gutter runs through.
    public var gutterHeight = 0.5
    /// Share of the rows that may stand across the place of a gutter.
    public var gutterCrossings = 0.5
    /// Share of the text's width that the column on each side of a gutter has.
    public var gutterSide = 0.25
    /// How exactly a gutter is placed; at least 0.1.
    public var gutterStep = 2.0
    /// So many full lines under one another are prose.
    public var proseLines = 6
    /// A line of this share of its column's width is full.
    public var fullLine = 0.8
    /// Shorter lines are no prose, in font sizes.
    public var shortestLine = 10.0

    public init() {}
}
