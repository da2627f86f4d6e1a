/// What stands in the cells of a grid of rules, and what such a grid is if it is no table. Lengths are points.
public struct CellOptions: Hashable, Sendable, Codable {
    /// The widest blank that producers leave between a cell's border and its text, on each side. Higher takes more pairs of lines for
    /// one number that had no room.
    public var padding = 6.0
    /// A glyph larger than this may be a watermark…
    public var backdropSize = 20.0
    /// …if it is this many times larger than its cell.
    public var backdropScale = 1.6

    /// Cells per text from which a grid is a chart's.
    public var sparse = 2.0
    /// Fewer texts are a chart's, however few the cells.
    public var fewestTexts = 2
    /// Curves of this share of the table's width or height are a chart's.
    public var curveLength = 0.125
    /// Share of a curve that must lie inside.
    public var curveInside = 0.5
    /// More curves than this in a table with text in most cells are a chart's.
    public var mostCurves = 2
    /// More texts than this that run over a border are a chart's.
    public var mostOverruns = 1
    /// Share of cells with text that edges of backgrounds must have to be a table.
    public var filled = 0.5
    /// One text in so few cells is a box with a shadow.
    public var shadowCells = 4
    /// A single cell larger than this share of the page is a frame round it.
    public var frameArea = 0.5

    /// Sides of filled boxes that differ by less are the same.
    public var sameSide = 3.0
    /// Boxes of one bar or row touch and are equally high to within this.
    public var sameBar = 1.0
    /// Fewer boxes, or on fewer heights than ``fewestBarRows``, are no chart's bars.
    public var fewestBars = 4
    /// One or two shaded rows are a header.
    public var fewestBarRows = 3
    /// Share of bars that must stand in columns to be the shades of a table.
    public var alignedBars = 0.5
    /// A box of this share of the table's width is a shaded row, no bar.
    public var widestBar = 0.9
    /// A box of this share of the table's height is its background, no bar.
    public var highestBar = 0.5

    /// Share of rows whose text runs over the side of a grid of backgrounds from which they are coloured words.
    public var runOver = 0.5

    public init() {}
}
