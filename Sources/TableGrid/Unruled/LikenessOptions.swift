/// What text behaves as a table's. Shares are of the texts or rows at hand.
public struct LikenessOptions: Hashable, Sendable, Codable {
    /// Share of rows that hold several texts.
    public var multiple = 0.5
    /// Fewer such rows convince nobody where no rules stand above and below.
    public var fewestMultiple = 3
    /// Fewer rows are no table between rules.
    public var fewestRuledRows = 2
    /// Fewer rows are no table without rules.
    public var fewestRows = 3
    /// Share of running text that is too much between rules.
    public var ruledProse = 0.4
    /// Share of running text that is too much without rules.
    public var prose = 0.1
    /// Share of figures behind the first text of rows that is enough in three columns or more.
    public var figures = 0.3
    /// As ``figures``, in two columns, where lists and definitions look alike.
    public var pairFigures = 0.6
    /// Share of rows of figures that is enough, whatever headings stand in their midst.
    public var figureRows = 0.4
    /// So many rows of figures must there be for ``figureRows``.
    public var fewestFigureRows = 3
    /// Share of bullets and numbers in the first of two columns that makes a list.
    public var listMarks = 0.8
    /// Share of rows with leaders that makes a contents page.
    public var leaders = 0.25
    /// Fewer rows of words are no directory.
    public var fewestDirectoryRows = 4
    /// Its words begin where their columns do to within this, in points,
    public var sameStart = 1.0
    /// with a gap of so many font sizes between them at least.
    public var directoryGap = 2.0
    /// More words are running text.
    public var mostWords = 7
    /// More characters are running text.
    public var mostCharacters = 60
    /// More characters with punctuation between them are running text.
    public var mostPunctuated = 13
    /// Longer texts are no bullets or numbers of a list, in characters.
    public var longestMark = 4

    public init() {}
}
