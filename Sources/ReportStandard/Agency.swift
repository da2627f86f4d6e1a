public import DocumentModel

/// The agency that reports, as printed.
public struct Agency: Hashable, Sendable, Codable {
    public var name: String
    public var page: Int?
    public var box: Box?

    public init(name: String, page: Int? = nil, box: Box? = nil) {
        self.name = name
        self.page = page
        self.box = box
    }
}

/// The period the figures cover; ISO 8601 dates, both included.
public struct Period: Hashable, Sendable, Codable {
    public var from: String
    public var to: String

    public init(from: String, to: String) {
        self.from = from
        self.to = to
    }
}
