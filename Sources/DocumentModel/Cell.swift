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
    /// Why the text is not to be trusted; nil where nothing speaks against it.
    public var doubt: Doubt?
    /// How sure the recognition of its text is; nil for text that was not recognised in a picture.
    public var certainty: Reading.Certainty?
    /// What else the text may be, by other readings of the picture.
    public var otherReadings: [String]

    public init(
        rows: Range<Int>, columns: Range<Int>, text: String, page: Int? = nil, box: Box? = nil, doubt: Doubt? = nil,
        certainty: Reading.Certainty? = nil, otherReadings: [String] = []
    ) {
        self.rows = rows
        self.columns = columns
        self.text = text
        self.page = page
        self.box = box
        self.doubt = doubt
        self.certainty = certainty
        self.otherReadings = otherReadings
    }

    public enum Doubt: String, Hashable, Sendable, Codable {
        /// Characters without a Unicode text, shown as U+FFFD.
        case unreadable
        /// A number that runs on over the cell's border: part of it may belong to the neighbour.
        case overrun
        /// A figure whose row is in doubt: the text's order is not the table's.
        case displaced
        /// One of several digits that ran together: cut where the form's columns ask for it.
        case cut
        /// The source has no such cell: its row has fewer than others, and this blank fills it up.
        case absent
    }

    public var row: Int { rows.lowerBound }
    public var column: Int { columns.lowerBound }
    public var isBlank: Bool { text.allSatisfy(\.isWhitespace) }
}
