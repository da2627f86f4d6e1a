/// The stable name of a figure: its path in the JSON output, such as `requests.new.total`.
public struct IndicatorCode: Hashable, Sendable, Comparable, Codable, CustomStringConvertible {
    public let path: [String]
    /// Of the path: a code is looked up many times for once that it is made.
    private let hash: Int

    public init(path: [String]) {
        self.path = path
        hash = path.hashValue
    }

    public init(_ text: String) {
        self.init(path: text.split(separator: ".").map(String.init))
    }

    public static func == (left: IndicatorCode, right: IndicatorCode) -> Bool {
        left.hash == right.hash && left.path == right.path
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(hash)
    }

    /// The table it stands in: `proactive`, `requests`, `proceedings`.
    public var table: String { path.first ?? "" }

    public var description: String { path.joined(separator: ".") }

    public static func < (left: IndicatorCode, right: IndicatorCode) -> Bool {
        left.path.lexicographicallyPrecedes(right.path)
    }

    public init(from decoder: any Decoder) throws {
        self.init(try decoder.singleValueContainer().decode(String.self))
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
