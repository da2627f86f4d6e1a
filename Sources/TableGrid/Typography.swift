/// What print looks like: how far apart characters, words, lines and rules stand.
///
/// All measures are in font sizes (1 is the size of the text at hand) unless they say otherwise. Every rule takes its measures from
/// here. Where two rules need different ones for what looks like the same thing, each has a name of its own and the reason.
public struct Typography: Hashable, Sendable, Codable {
    // MARK: On one baseline

    /// In running text baselines this near, by the smallest character, are one line: near half a size, so that the next line does
    /// not get in. Higher joins lines set solid.
    public var sameLine = 0.45
    /// As ``sameLine``, by the largest character: a superscript stays in the line of its base.
    public var sameLineOfLargest = 0.38
    /// As ``sameLine``, in points: for type so small that rounding moves it.
    public var sameLinePoints = 0.5
    /// In tables without rules baselines this near are one row. Narrower than ``sameLine``: a label of two lines stands half a line
    /// above and below its figures, and is no row with them.
    public var sameRow = 0.35
    /// A label this near the baseline of figures is theirs, where several lines of labels compete for them. Narrower than
    /// ``sameRow``, for nothing is lost where it fails.
    public var levelWithRow = 0.3
    /// Lines this near where the mirror image of another would stand are the upper and the lower half of one label.
    public var mirrored = 0.25
    /// Characters of one number stand on one baseline to within this.
    public var sameNumber = 0.1
    /// Text of a heading whose middle lies this far above the others' stands in a cell that begins further up.
    public var raised = 0.35

    /// Raised and lowered marks are smaller than their line's type by this factor,
    public var markSize = 0.75
    /// stand no further off its baseline than this,
    public var markRise = 0.7
    /// begin this near to the end of a character of it,
    public var markGap = 0.2
    /// and have so many characters at most.
    public var longestMark = 3

    // MARK: From baseline to baseline

    /// The usual distance of two lines of one text.
    public var usualPitch = 1.3
    /// Lines of one heading keep their distance to within this.
    public var samePitch = 0.1
    /// In a grid that only gaps tell, a line this near may go on with the cell above.
    public var cellPitch = 1.45
    /// A line this near may go on with a label that reaches over several columns.
    public var labelPitch = 1.6
    /// Lines this near are one block: the heading of a group of rows, one row of headings.
    public var blockPitch = 1.7
    /// Lines of one label, where its figures vouch for it: set more loosely than a block that nothing vouches for.
    public var loosePitch = 1.8
    /// Full lines this near are prose.
    public var prosePitch = 2.0
    /// A title stands this near above the row under it.
    public var titlePitch = 2.2
    /// Rows further apart than this are no rows of one table without rules.
    public var rowPitch = 2.6
    /// The parts of one statement, whose edges go on, stand no further apart than this.
    public var partPitch = 5.0
    /// White between two lines of one paragraph; of boxes, not of baselines.
    public var paragraphGap = 1.6
    /// Lines of one paragraph may overlap by this.
    public var paragraphOverlap = 0.5

    // MARK: From character to character

    /// From this gap on two Latin words or figures are parted by a blank.
    public var blank = 0.3
    /// As ``blank``, in a line that holds no blank and whose characters stand close but for its gaps: a font's own blank is this wide
    /// and wider.
    public var bareBlank = 0.18
    /// Characters of a line stand close where half of their gaps are narrower than this.
    public var closeGap = 0.05
    /// A blank whose neighbours stand nearer than this was taken back: nobody sees it.
    public var takenBack = 0.02
    /// From this gap on Chinese characters are parted by a blank: their text is spread to fill its line.
    public var wideBlank = 1.2
    /// From this gap on a line is no running text: as wide as what parts columns, in text that is spread.
    public var spreadGap = 1.7
    /// Gaps at which a text may be cut into words. Narrower than ``blank``: a cut that is not made costs a column.
    public var wordGap = 0.25
    /// From this gap on texts stand in different columns. Wider than the blanks of justified text.
    public var columnGap = 0.85
    /// The same character this near is printed twice, to look bold.
    public var falseBold = 0.2
    /// As ``falseBold``, as a share of the character's own width: narrow ones, printed one after the other, stand near, too.
    public var falseBoldShare = 0.6
    /// Digits this near belong to one number, wherever a border runs.
    public var digitGap = 0.08
    /// So many dots in a row lead the eye to a figure.
    public var leaderDots = 4

    // MARK: Against rules

    /// A rule at least this far above a baseline lies above its line: the text's own height is above it.
    public var ruleUnderBaseline = 0.3
    /// A rule this far under a baseline still is the underline of its line.
    public var underline = 0.1

    // MARK: Type

    /// Sizes that differ by less than this share are one type in a table.
    public var sameType = 0.1
    /// As ``sameType``, of running text, where headings differ by little.
    public var sameTextType = 0.08
    /// A heading's type is larger than the text's by this factor.
    public var headingScale = 1.12
    /// A line whose type is larger by this factor begins something new. Larger than ``headingScale``: figures of a table are often
    /// set a little smaller than its labels.
    public var newStart = 1.15

    public init() {}
}
