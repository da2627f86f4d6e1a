public import ReportStandard

/// A wording by which a report's sentences repeat figures of its tables: 受理申请17件, 不予公开3件.
///
/// Words are compared after folding width and removing blanks.
public struct FormStatement: Hashable, Sendable, Codable {
    /// One of them stands before the number.
    public var words: [String]
    /// One of them stands in the same clause, where there are any.
    public var clauseWords: [String]?
    /// One of them stands in the same sentence, where there are any.
    public var sentenceWords: [String]?
    /// What the number may be: for each possibility the codes whose figures it is the sum of, with `*` for any one key. A
    /// possibility of which the report shows no figure is left out.
    public var sums: [[String]]
    /// It may also stand in a list of parts, after 其中 (“among them”).
    public var mayBePart: Bool?

    public init(
        words: [String], clauseWords: [String]? = nil, sentenceWords: [String]? = nil, sums: [[String]],
        mayBePart: Bool? = nil
    ) {
        self.words = words
        self.clauseWords = clauseWords
        self.sentenceWords = sentenceWords
        self.sums = sums
        self.mayBePart = mayBePart
    }

    enum CodingKeys: String, CodingKey {
        case words, sums
        case clauseWords = "clause_words"
        case sentenceWords = "sentence_words"
        case mayBePart = "may_be_part"
    }
}

extension IndicatorCode {
    /// True where `pattern` stands for this code: the same keys, with `*` for any one.
    public func matches(_ pattern: IndicatorCode) -> Bool {
        path.count == pattern.path.count && zip(pattern.path, path).allSatisfy { $0 == "*" || $0 == $1 }
    }
}
