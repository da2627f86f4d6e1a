/// Lines of comma-separated values by RFC 4180, with `\n` for line ends.
public struct CSVText: Hashable, Sendable {
    public private(set) var text = ""

    public init(header: [String]? = nil) {
        if let header { append(header) }
    }

    public mutating func append(_ fields: [String]) {
        text += fields.map(Self.quoted).joined(separator: ",") + "\n"
    }

    private static func quoted(_ field: String) -> String {
        // By scalars: a carriage return and a line feed are one Character.
        guard field.unicodeScalars.contains(where: { ",\"\n\r".unicodeScalars.contains($0) }) else { return field }
        return "\"" + field.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }
}
