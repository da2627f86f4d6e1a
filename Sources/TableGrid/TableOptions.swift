public import DocumentModel

/// Tolerances of table reconstruction. Lengths are PDF points.
public struct TableOptions: Hashable, Sendable, Codable {
    /// Parallel lines closer than this are one line, drawn twice or badly. Higher merges narrow rows.
    public var snap = 1.5
    /// Collinear pieces with a gap up to this are one line. Higher bridges wider dashes, and may tie two tables together.
    public var joinGap = 3.0
    /// A line this short of another still meets it. Higher forgives open corners.
    public var reach = 2.0
    /// Two borders closer than this, or than the text is high, with no text between, are one border (double lines, boxed
    /// cells with gaps, spacers).
    public var doubleBorder = 6.0
    /// Share of a cell's side that a line must cover to close it.
    public var coverage = 0.6
    /// Lines that stick out this far beyond the outermost crossing line mark an open side of the table.
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
    /// Lines lighter than this luminance (0 black to 1 white) are drawn to be unseen, unless they stand on a darker fill.
    public var faintest = 0.97

    public init() {}

    /// Where grids come from.
    public enum Mode: String, Hashable, Sendable, Codable, CaseIterable {
        /// From rules where there are any, from the text where there are none.
        case auto
        /// From drawn lines and the edges of filled boxes alone.
        case ruled
        /// From the alignment of the text; lines that cross are not looked at.
        case inferred
    }

    public static let standard = TableOptions()
}
