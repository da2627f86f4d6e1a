public import ReportStandard

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// JSON as all commands write it: sorted keys, slashes as they are, so that the same value gives the same bytes.
public enum JSONText {
    /// Indented, for reading. The messages of findings are in `language`.
    public static func pretty(_ value: some Encodable, language: Language = .english) throws -> String {
        try text(value, formatting: [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted], language: language)
    }

    /// On one line, for streams. The messages of findings are in `language`.
    public static func line(_ value: some Encodable, language: Language = .english) throws -> String {
        try text(value, formatting: [.sortedKeys, .withoutEscapingSlashes], language: language)
    }

    /// Each of `values` on a line of its own, with its line feed.
    package static func lines(_ values: [some Encodable], language: Language = .english) throws -> String {
        try values.map { try line($0, language: language) + "\n" }.joined()
    }

    private static func text(
        _ value: some Encodable, formatting: JSONEncoder.OutputFormatting, language: Language
    ) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = formatting
        encoder.userInfo[.language] = language
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }
}
