public import ReportStandard

/// A figure that stands far from what one would expect: a reading to look at, or something worth knowing.
public struct Outlier: Hashable, Sendable, Codable {
    /// What it stands far from.
    public enum Comparison: String, Hashable, Sendable, Codable {
        /// The figures of reports on the same year, by the same form, of agencies on the same level.
        case peers
        /// The figure of the agency's report on the year before.
        case yearBefore = "year_before"
    }

    public var file: String
    public var document: Int
    public var agency: String?
    public var year: Int?
    public var form: String?
    public var level: Agency.Level?
    public var code: String
    public var labelEnglish: String
    public var labelChinese: String
    public var value: Double
    public var comparison: Comparison
    /// The median of the peers, or the figure of the year before.
    public var usual: Double

    enum CodingKeys: String, CodingKey {
        case file, document, agency, year, form, level, code, value, comparison, usual
        case labelEnglish = "label_en"
        case labelChinese = "label_zh"
    }

    /// How many times the larger of both is the smaller, each made one larger so that 0 has a place.
    var distance: Double { (max(value, usual) + 1) / (min(value, usual) + 1) }
}
