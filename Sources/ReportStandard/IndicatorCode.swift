/// The stable name of a figure: its path in the JSON output, such as `requests.new.total`.
public struct IndicatorCode: Hashable, Sendable, Comparable, Codable, CustomStringConvertible {
    public let path: [String]

    public init(path: [String]) {
        self.path = path
    }

    public init(_ text: String) {
        path = text.split(separator: ".").map(String.init)
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
