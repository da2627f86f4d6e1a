public import DocumentModel

/// The agency that reports, as printed.
public struct Agency: Hashable, Sendable, Codable {
    public var name: String
    public var page: Int?
    public var box: Box?
    /// The level of the place it belongs to, where the name makes that certain: a 市 alone may be a prefecture or of a county's rank.
    public var level: Level?
    /// True for a body of a government, false for the government itself; nil where the name does not tell.
    public var department: Bool?
    /// The places in its name, from the largest to the smallest: 武陟县, 大封镇. nil where it names none.
    public var places: [String]?

    public init(
        name: String, page: Int? = nil, box: Box? = nil, level: Level? = nil, department: Bool? = nil,
        places: [String]? = nil
    ) {
        self.name = name
        self.page = page
        self.box = box
        self.level = level
        self.department = department
        self.places = places
    }

    /// The levels of administration below the state.
    public enum Level: String, Hashable, Sendable, Codable, CaseIterable {
        case province, prefecture, county, township
        /// 街道, on the level of a township.
        case subdistrict
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
