/// What one agency reports for one year: the standard model.
///
/// In JSON the figures stand under the parts of their codes, so that `.requests.new.total.value` is the figure of the code
/// `requests.new.total`.
public struct Report: Hashable, Sendable {
    /// The version of the model; the output's `schema`.
    public static let schema = "nianbao/1"

    public var source: Source
    public var agency: Agency?
    /// The office that published the document, where one is printed (发布机构); it may publish for others.
    public var publisher: Agency?
    public var year: Int?
    public var period: Period?
    /// The form its tables follow, such as `2021`. Where no table was recognised, a form without tables whose sections it has
    /// (`2008`), or nil.
    public var form: String?
    /// Text before the first section.
    public var preamble: [String]
    public var sections: [Section]
    /// In the order of the form.
    public var figures: [Entry]
    public var checks: [Check]
    public var findings: [Finding]

    /// A figure with its code.
    public struct Entry: Hashable, Sendable {
        public var code: IndicatorCode
        public var figure: Figure

        public init(code: IndicatorCode, figure: Figure) {
            self.code = code
            self.figure = figure
        }
    }

    public init(
        source: Source, agency: Agency? = nil, publisher: Agency? = nil, year: Int? = nil, period: Period? = nil,
        form: String? = nil,
        preamble: [String] = [], sections: [Section] = [], figures: [Entry] = [], checks: [Check] = [],
        findings: [Finding] = []
    ) {
        self.source = source
        self.agency = agency
        self.publisher = publisher
        self.year = year
        self.period = period
        self.form = form
        self.preamble = preamble
        self.sections = sections
        self.figures = figures
        self.checks = checks
        self.findings = findings
    }

    /// The figure of a code such as `requests.new.total`; nil where the report's form has no such figure.
    public subscript(code: String) -> Figure? {
        let code = IndicatorCode(code)
        return figures.first { $0.code == code }?.figure
    }
}
