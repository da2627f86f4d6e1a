/// What text recognition made of one place on a page, and how sure it is of that.
public struct Reading: Hashable, Sendable {
    /// In page space.
    public var box: Box
    public var text: String
    public var certainty: Certainty
    /// What else it may be, by other readings of the same place.
    public var others: [String]

    public init(box: Box, text: String, certainty: Certainty, others: [String] = []) {
        self.box = box
        self.text = text
        self.certainty = certainty
        self.others = others
    }

    /// How far a recognised text can be relied on.
    public enum Certainty: Int, Hashable, Sendable, Codable, Comparable {
        /// Readings contradict each other, or the one there is says so itself.
        case doubtful
        /// Read once, with confidence.
        case single
        /// Two independent readings are the same.
        case agreed

        public static func < (one: Certainty, other: Certainty) -> Bool { one.rawValue < other.rawValue }
    }
}
