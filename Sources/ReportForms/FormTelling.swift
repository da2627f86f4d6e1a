/// How sentences tell a form's figures where no table shows them: 主动公开政府信息137条，其中网站106条、微信30条.
///
/// Words are compared after folding width and removing blanks.
public struct FormTellings: Hashable, Sendable, Codable {
    /// The first and the last year of the reports without a table that are read so.
    public var years: [Int]
    /// May stand before the words of a figure, any number of them: 全年, 共. An agency's words for itself are among them.
    public var openings: [String]
    /// May stand between the words of a figure and its number, any number of them: 共计.
    public var between: [String]
    /// Sentences with one of these speak of other years, other bodies, shares or changes, and tell nothing.
    public var others: [String]
    /// Hold such words and speak of nobody else: 市政府网站.
    public var notOthers: [String]
    public var figures: [FormTelling]

    public init(
        years: [Int], openings: [String] = [], between: [String] = [], others: [String] = [],
        notOthers: [String] = [], figures: [FormTelling]
    ) {
        self.years = years
        self.openings = openings
        self.between = between
        self.others = others
        self.notOthers = notOthers
        self.figures = figures
    }

    enum CodingKeys: String, CodingKey {
        case years, openings, between, others, figures
        case notOthers = "not_others"
    }
}

/// The wordings by which a sentence tells one figure.
public struct FormTelling: Hashable, Sendable, Codable {
    public var code: String
    /// One of them stands before the number.
    public var words: [String]
    /// Words that say which figure it is only in a list of parts, behind the whole's number: 网站.
    public var partWords: [String]?
    /// One of them stands behind the number.
    public var units: [String]
    /// The code of the whole that it is a part of.
    public var partOf: String?

    public init(
        code: String, words: [String], partWords: [String]? = nil, units: [String], partOf: String? = nil
    ) {
        self.code = code
        self.words = words
        self.partWords = partWords
        self.units = units
        self.partOf = partOf
    }

    enum CodingKeys: String, CodingKey {
        case code, words, units
        case partWords = "part_words"
        case partOf = "part_of"
    }
}
