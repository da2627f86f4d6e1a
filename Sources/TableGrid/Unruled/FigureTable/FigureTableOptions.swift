/// How tables of figures without full rules are laid out. Lengths are font sizes unless they say otherwise.
public struct FigureTableOptions: Hashable, Sendable, Codable {
    // MARK: Columns

    /// Share of the texts of a column of figures that are figures; the rest are headings among them.
    public var figureShare = 0.6
    /// Fewer rows of figures are no table.
    public var fewestRows = 2
    /// How far above the first figures lines are labels, not headings.
    public var labelsAbove = 2.0
    /// So many labels that begin at one place make a column.
    public var leastStarts = 3
    /// A text that reaches into a column of labels by less, in points, is not in it.
    public var columnSlack = 1.0
    /// Middles that differ by less, in points, are the same.
    public var sameMiddle = 0.7
    /// Texts whose widths differ by less, in points, tell nothing of how they are aligned.
    public var sameWidth = 2.0

    // MARK: Label columns

    /// How much two lines must overlap in height to stand side by side.
    public var sideBySide = 0.3
    /// Share of the lines that may run across the border of two columns of labels.
    public var cutCrossings = 0.6
    /// So many pairs of lines on both sides make a border.
    public var cutPairs = 2
    /// How exactly label columns are aligned, in points.
    public var cutSlack = 1.0

    /// So many lines of an outer column, and for this share of the rows, level with a row each are no heading of a group.
    public var fewestOwnLines = 3
    /// As ``fewestOwnLines``.
    public var ownLines = 0.75

    // MARK: Labels

    /// A line that begins this far right of a label over several columns does not go on with it.
    public var labelIndent = 1.5
    /// More lines than this make no label.
    public var mostLabelLines = 8
    /// Cost of a row without a label, as a misfit of its lines.
    public var rowAlone = 0.9
    /// Cost of a label without a row.
    public var labelAlone = 0.8
    /// Cost of a line that goes on in the next though it has room left.
    public var lineShort = 1.0
    /// Room that a line of a label may leave.
    public var lineRoom = 2.5
    /// A label further off its row than this is none of it: half a line beside it still is.
    public var misfit = 0.9
    /// How much better the headings of groups must stand in the middle of their rows for rows to be left over at a page break, as
    /// a share of a row.
    public var leftOverRow = 1.0 / 6

    // MARK: Headings

    /// A heading that reaches over a column's side by less does not stand over it.
    public var headingSlack = 0.2
    /// How evenly a heading must stand between two columns to be over both, as a share of the gap.
    public var evenGap = 0.25
    /// How far from the middle of its columns a title may stand, as a share of their distance.
    public var titleOffset = 0.25
    /// The corner's text stands with the headings that begin no further under it.
    public var cornerOffset = 0.5

    public init() {}
}
