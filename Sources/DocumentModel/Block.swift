/// A part of a document in reading order.
public enum Block: Hashable, Sendable {
    case heading(TextBlock)
    case paragraph(TextBlock)
    case table(Table)

    /// The text of a heading or paragraph, nil for a table.
    public var text: TextBlock? {
        switch self {
        case .heading(let text), .paragraph(let text): text
        case .table: nil
        }
    }

    public var table: Table? {
        if case .table(let table) = self { table } else { nil }
    }
}

/// A heading or a paragraph.
public struct TextBlock: Hashable, Sendable {
    /// Lines joined; no line breaks.
    public var text: String
    /// nil for a source without pages.
    public var page: Int?
    public var box: Box?
    /// Font size in points, where known.
    public var size: Double?

    public init(text: String, page: Int? = nil, box: Box? = nil, size: Double? = nil) {
        self.text = text
        self.page = page
        self.box = box
        self.size = size
    }
}
