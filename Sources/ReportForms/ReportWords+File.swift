internal import ReportStandard

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

extension ReportWords {
    /// The name of the file of words in a folder of forms.
    public static let fileName = "words.json"

    /// Reads and judges a file.
    ///
    /// - Throws: everything that is wrong with it, each with its place in the file.
    public init(path: String) throws(FormFileError) {
        try self.init(path: path, bytes: JudgedFile.bytes(path: path))
    }

    /// A file that is in memory; `path` is for messages.
    public init(path: String, bytes: [UInt8]) throws(FormFileError) {
        self = try JudgedFile.value(
            path: path, bytes: bytes, shape: .words, decode: Self.decode, review: \.patternProblems)
    }

    /// The words of a folder of forms; nil where it has no file of them.
    ///
    /// - Throws: everything that is wrong with the file.
    public static func words(in folder: String) throws(FormFileError) -> ReportWords? {
        let path = folder.hasSuffix("/") ? folder + fileName : folder + "/" + fileName
        return FileManager.default.fileExists(atPath: path) ? try ReportWords(path: path) : nil
    }

    private var patternProblems: [FormProblem] {
        func problems(
            _ patterns: [String], _ member: String, list: String = "patterns", group: String,
            isGood: (String) -> Bool
        ) -> [FormProblem] {
            patterns.enumerated().filter { !isGood($1) }.map { index, _ in
                FormProblem(
                    place: "$.\(member).\(list)[\(index)]",
                    message: "is no regular expression with a group “\(group)” and no other")
            }
        }
        return problems(agencies.patterns, "agencies", group: "name") { Agencies.regex($0) != nil }
            + problems(agencies.contacts, "agencies", list: "contacts", group: "name") { Agencies.regex($0) != nil }
            + problems(years.patterns, "years", group: "year") { Years.regex($0) != nil }
    }
}

extension ReportWords.Agencies {
    /// The patterns, ready to search with: made anew each time, because a `Regex` is not `Sendable`.
    package var regexes: [Regex<(Substring, name: Substring)>] { patterns.compactMap(Self.regex) }

    /// ``contacts``, in the same way.
    package var contactRegexes: [Regex<(Substring, name: Substring)>] { contacts.compactMap(Self.regex) }

    fileprivate static func regex(_ pattern: String) -> Regex<(Substring, name: Substring)>? { try? Regex(pattern) }
}

extension ReportWords.Years {
    /// The patterns, ready to search with: made anew each time, because a `Regex` is not `Sendable`.
    package var regexes: [Regex<(Substring, year: Substring)>] { patterns.compactMap(Self.regex) }

    fileprivate static func regex(_ pattern: String) -> Regex<(Substring, year: Substring)>? { try? Regex(pattern) }
}
