public import DocumentModel

/// A finding with the report it is about, and the other one where two reports do not agree.
public struct LocatedFinding: Hashable, Sendable {
    public var report: ReportIdentity
    public var finding: Finding
    public var other: Place?

    /// A place in another report.
    public struct Place: Hashable, Sendable {
        public var report: ReportIdentity
        public var page: Int?
        public var box: Box?

        public init(report: ReportIdentity, page: Int? = nil, box: Box? = nil) {
            self.report = report
            self.page = page
            self.box = box
        }
    }

    public init(report: ReportIdentity, finding: Finding, other: Place? = nil) {
        self.report = report
        self.finding = finding
        self.other = other
    }
}

/// What tells a report from others.
public struct ReportIdentity: Hashable, Sendable, Encodable {
    public var file: String
    /// Which report of the file it is, from 1.
    public var document: Int
    public var agency: String?
    public var year: Int?

    public init(_ report: Report) {
        file = report.source.file
        document = report.source.document
        agency = report.agency?.name
        year = report.year
    }

    private enum Keys: String, CodingKey { case file, document, agency, year }

    /// What is not known is null.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Keys.self)
        try container.encode(file, forKey: .file)
        try container.encode(document, forKey: .document)
        try container.encode(agency, forKey: .agency)
        try container.encode(year, forKey: .year)
    }
}

extension LocatedFinding: Encodable {
    private enum Keys: String, CodingKey { case other }

    /// One object with the members of the report's identity and of the finding.
    public func encode(to encoder: any Encoder) throws {
        try report.encode(to: encoder)
        try finding.encode(to: encoder)
        var container = encoder.container(keyedBy: Keys.self)
        try container.encodeIfPresent(other, forKey: .other)
    }
}

extension LocatedFinding.Place: Encodable {
    private enum Keys: String, CodingKey { case page, box }

    public func encode(to encoder: any Encoder) throws {
        try report.encode(to: encoder)
        var container = encoder.container(keyedBy: Keys.self)
        try container.encodeIfPresent(page, forKey: .page)
        try container.encodeIfPresent(box, forKey: .box)
    }
}
