public import DocumentModel

/// Tolerances of table reconstruction, by stage. Lengths are PDF points unless they say otherwise, shares are from 0 to 1.
public struct TableOptions: Hashable, Sendable, Codable {
    /// Parallel rules closer than this are one rule, drawn twice or badly. Higher merges narrow rows.
    public var snap = 1.5
    /// Collinear pieces with a gap up to this are one rule. Higher bridges wider dashes, and may tie two tables together.
    public var joinGap = 3.0
    /// A rule this short of another still meets it. Higher forgives open corners.
    public var reach = 2.0
    /// Two borders closer than this, or than the text is high, with no text between, are one border (double rules, boxed
    /// cells with gaps, spacers).
    public var doubleBorder = 6.0
    /// Share of a cell's side that a rule must cover to close it.
    public var coverage = 0.6
    /// Rules that stick out this far beyond the outermost crossing rule mark an open side of the table.
    public var openSide = 6.0
    /// How far the column borders of two pieces of a table may differ from page to page.
    public var pageJoin = 3.0
    /// Join tables that go on at the top of the next page.
    public var joinsPages = true
    /// Which grids are looked for.
    public var mode = Mode.auto
    /// Only what lies in this part of each page, in points from the top-left corner; nil for all of it.
    public var area: Box?
    /// x of the borders between columns, for a table whose columns nothing on the page tells: ``area``, or the page, is then
    /// read as one table with these columns. Empty to find them.
    public var columns: [Double] = []
    /// Lines and text lighter than this luminance (0 black to 1 white) are drawn to be unseen, unless they stand on a darker fill.
    public var faintest = 0.97

    /// Distances in print.
    public var typography = Typography()
    /// Which marks count as rules.
    public var rules = RuleOptions()
    /// What stands in cells, and what a grid of rules is if it is no table.
    public var cells = CellOptions()
    /// When a grid of rules is cut further along its text.
    public var refinement = RefinementOptions()
    /// When what stands between two rules is several records.
    public var records = RecordOptions()
    /// What belongs to a grid though it stands outside.
    public var sides = SideOptions()
    /// Where tables without full rules may stand.
    public var regions = RegionOptions()
    /// Where columns run that nobody drew.
    public var columnGaps = ColumnGapOptions()
    /// How tables of figures without full rules are laid out.
    public var figures = FigureTableOptions()
    /// How other tables without full rules are laid out.
    public var grid = InferredGridOptions()
    /// What text behaves as a table's.
    public var likeness = LikenessOptions()
    /// What belongs to the page, not to its text.
    public var pages = PageOptions()

    public init() {}

    /// Where grids come from.
    public enum Mode: String, Hashable, Sendable, Codable, CaseIterable {
        /// From rules where there are any, from the text where there are none.
        case auto
        /// From drawn rules and the edges of filled boxes alone.
        case ruled
        /// From the alignment of the text; rules that cross are not looked at.
        case inferred
    }

    public static let standard = TableOptions()
}
