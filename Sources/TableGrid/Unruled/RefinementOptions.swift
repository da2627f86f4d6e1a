/// When a grid of rules is cut further along its text.
public struct RefinementOptions: Hashable, Sendable, Codable {
    /// So many cells must hold a figure for each of the columns they span. One may be a sentence with wide gaps.
    public var fewestSplits = 2
    /// More than this share of the texts behind the first must be figures.
    public var splitFigures = 0.5
    /// Share of a column's lines that must hold several texts to be divided.
    public var severalTexts = 0.6
    /// A text that reaches into a column by less, in points, is not in it.
    public var columnOverlap = 1.0
    /// So many lines of figures under one another in one cell are rows.
    public var fewestRows = 3
    /// Share of a cell's lines that must hold figures.
    public var figureLines = 0.5
    /// Share of a cell's lines of figures that must have a label level with them.
    public var labelledLines = 0.75
    /// Share of the columns that a rule must reach over to part rows.
    public var rowRule = 0.9
    /// Share of the rows that a rule must reach over to part columns.
    public var columnRule = 0.5

    public init() {}
}
