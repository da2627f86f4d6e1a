#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// Words of the reports' language that are not a form's: what sentences, cells and titles are made of. They are data
/// (`Resources/words.json`), for they change with the years, not with the code.
public struct ReportWords: Hashable, Sendable, Codable {
    public var prose: Prose

    /// How sentences speak about figures.
    public struct Prose: Hashable, Sendable, Codable {
        /// What numbers of requests, cases and documents are counted in.
        public var units: [String]
        /// Words behind a unit that make it another one: 件次.
        public var notBehindUnits: [String]
        /// Opens a list of parts: 其中.
        public var partsBegin: [String]
        /// Sentences with one of these are about other years, other bodies or documents.
        public var otherSubjects: [String]
        /// Clauses with one of these speak of a part, a share or a change.
        public var partsAndChanges: [String]

        enum CodingKeys: String, CodingKey {
            case units
            case notBehindUnits = "not_behind_units"
            case partsBegin = "parts_begin"
            case otherSubjects = "other_subjects"
            case partsAndChanges = "parts_and_changes"
        }
    }

    /// The words that come with the package.
    public static func builtIn() throws -> ReportWords {
        try JSONDecoder().decode(ReportWords.self, from: Data(PackageResources.words_json))
    }
}
