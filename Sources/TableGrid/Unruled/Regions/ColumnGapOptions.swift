/// Where columns run that nobody drew. Lengths are points.
public struct ColumnGapOptions: Hashable, Sendable, Codable {
    /// Rows with this share of the texts of the fullest one tell where the gaps are.
    public var fullRow = 0.75
    /// A row fuller than all others counts alone if it has so many figures.
    public var loneRowFigures = 5
    /// From so many rows on some may run across a gap…
    public var toleratesFrom = 8
    /// …so large a share of them.
    public var tolerated = 0.1
    /// A narrower gap parts nothing.
    public var narrowest = 1.0
    /// A drawn border this near the end of a column's text does not cut it.
    public var borderSlack = 1.0
    /// A text that begins this far left of a column may still begin in it.
    public var startSlack = 2.0
    /// A column with text in fewer rows is a part of its neighbour: a footnote mark, a unit.
    public var fewestTexts = 2
    /// Figures end at one place to within this.
    public var sameEdge = 0.6
    /// So many figures of other rows must end at a place for a narrow gap there to part two columns.
    public var fewestEdges = 2
    /// In tables of up to so many rows every column counts.
    public var smallTable = 3

    public init() {}
}
