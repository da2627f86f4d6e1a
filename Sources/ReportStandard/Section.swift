/// A section of a report with its text.
public struct Section: Hashable, Sendable, Codable {
    /// Its number in the form, from 1; in a subsection the number printed.
    public var number: Int
    /// As printed, without the numeral.
    public var title: String
    public var page: Int?
    public var paragraphs: [String]
    public var sections: [Section]

    public init(number: Int, title: String, page: Int? = nil, paragraphs: [String] = [], sections: [Section] = []) {
        self.number = number
        self.title = title
        self.page = page
        self.paragraphs = paragraphs
        self.sections = sections
    }
}
