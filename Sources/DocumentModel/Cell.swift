/// A cell of a table.
public struct Cell: Hashable, Sendable {
    /// The grid rows it covers; not empty, from 0.
    public var rows: Range<Int>
    /// The grid columns it covers; not empty, from 0.
    public var columns: Range<Int>
    /// The text in reading order. Lines that were only wrapped are joined; others are separated by `\n`.
    public var text: String
    /// The page its text stands on (its first page where a page break cuts it); nil for a source without pages.
    public var page: Int?
    /// On ``page``; nil for a source without pages.
    public var box: Box?
    /// True where the source's own text is not to be trusted: glyphs without Unicode, text that the reader knows is damaged.
    public var isDoubtful: Bool

    public init(
        rows: Range<Int>, columns: Range<Int>, text: String, page: Int? = nil, box: Box? = nil, isDoubtful: Bool = false
    ) {
        self.rows = rows
        self.columns = columns
        self.text = text
        self.page = page
        self.box = box
        self.isDoubtful = isDoubtful
    }

    public var row: Int { rows.lowerBound }
    public var column: Int { columns.lowerBound }
    public var isBlank: Bool { text.allSatisfy(\.isWhitespace) }
}
