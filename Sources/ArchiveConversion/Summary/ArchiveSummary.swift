public import ReportStandard

/// What an archive holds, in numbers, and what in it should be looked at.
public struct ArchiveSummary: Hashable, Sendable, Codable {
    /// Reports on one year by one form of agencies on one level.
    public struct Group: Hashable, Sendable, Codable {
        /// nil where no report of the group says it.
        public var year: Int?
        /// nil where no table of a known form was found.
        public var form: String?
        /// nil where the agencies' names leave it open.
        public var level: Agency.Level?
        public var documents = 0
        public var printed = 0
        public var recovered = 0
        public var blank = 0
        public var suspect = 0
        public var missing = 0
        public var checks = 0
        public var checksFailed = 0
        public var outliers = 0

        enum CodingKeys: String, CodingKey {
            case year, form, level, documents, printed, recovered, blank, suspect, missing, checks, outliers
            case checksFailed = "checks_failed"
        }

        public var figures: Int { printed + recovered + blank + suspect + missing }

        /// The part of the form's figures that are known, be it that nothing stands there; nil without figures.
        public var completeness: Double? {
            figures == 0 ? nil : Double(printed + recovered + blank) / Double(figures)
        }

        mutating func add(_ other: Group) {
            documents += other.documents
            printed += other.printed
            recovered += other.recovered
            blank += other.blank
            suspect += other.suspect
            missing += other.missing
            checks += other.checks
            checksFailed += other.checksFailed
            outliers += other.outliers
        }
    }

    /// How many files a run has met. The last four make up the first.
    public struct Files: Hashable, Sendable, Codable {
        public var all = 0
        /// That could be opened, whatever was in them.
        public var read = 0
        public var failed = 0
        /// With the content of another one.
        public var duplicate = 0
        /// Not to be read.
        public var skipped = 0
    }

    /// A file that gives no report.
    public struct Failure: Hashable, Sendable, Codable {
        public var file: String
        /// A ``Nianbao/FailureCause``'s name, or a ``SkipReason``'s.
        public var failure: String
        public var detail: String
    }

    /// A finding, with its message in both languages.
    public struct Item: Hashable, Sendable, Codable {
        public var file: String
        public var document: Int
        public var agency: String?
        public var year: Int?
        public var kind: Finding.Kind
        public var severity: Finding.Severity
        public var code: String?
        public var page: Int?
        public var messageEnglish: String
        public var messageChinese: String

        enum CodingKeys: String, CodingKey {
            case file, document, agency, year, kind, severity, code, page
            case messageEnglish = "message_en"
            case messageChinese = "message_zh"
        }
    }

    /// The newest year first, in it by form and level.
    public var groups: [Group] = []
    public var files = Files()
    /// Numbers of files, by why they were skipped.
    public var skips: [String: Int] = [:]
    /// The first files that were skipped, in the order of their paths.
    public var skipped: [Failure] = []
    /// Numbers of files, by why they failed.
    public var failures: [String: Int] = [:]
    /// Files with the content of another one.
    public var duplicates = 0
    /// Numbers of all findings, by how much they matter.
    public var findingCounts: [String: Int] = [:]
    /// The first files that failed, in the order of their paths.
    public var failed: [Failure] = []
    /// Findings, the gravest first, then in the order of the reports; of very many those that matter most.
    public var findings: [Item] = []
    /// The farthest first; of very many the farthest.
    public var outliers: [Outlier] = []

    enum CodingKeys: String, CodingKey {
        case groups, files, skips, skipped, failures, duplicates, failed, findings, outliers
        case findingCounts = "finding_counts"
    }

    public init() {}

    /// The groups put together by what `key` says, in the order in which they come.
    func groups(by key: (Group) -> Group) -> [Group] {
        var sums: [Group] = []
        for group in groups {
            let name = key(group)
            let index = sums.firstIndex { ($0.year, $0.form, $0.level) == (name.year, name.form, name.level) }
            if index == nil { sums.append(name) }
            sums[index ?? sums.count - 1].add(group)
        }
        return sums
    }

    var byYearAndForm: [Group] { groups { Group(year: $0.year, form: $0.form) } }
    var byYear: [Group] { groups { Group(year: $0.year) } }
    var byForm: [Group] { groups { Group(form: $0.form) }.sorted { ($0.form ?? "") > ($1.form ?? "") } }

    /// From the province down, those that are not certain last.
    var byLevel: [Group] { groups { Group(level: $0.level) }.sorted { $0.level.rank < $1.level.rank } }

    var total: Group { groups { _ in Group() }.first ?? Group() }
}

extension Agency.Level? {
    /// From the province down, those that are not certain last.
    var rank: Int {
        guard let self else { return Agency.Level.allCases.count }
        return Agency.Level.allCases.firstIndex(of: self) ?? 0
    }

    var wording: Wording {
        switch self {
        case .province: Wording(zh: "省级", en: "province")
        case .prefecture: Wording(zh: "地级", en: "prefecture")
        case .county: Wording(zh: "县级", en: "county")
        case .township: Wording(zh: "乡镇", en: "township")
        case .subdistrict: Wording(zh: "街道", en: "subdistrict")
        case nil: Wording(zh: "未能判明", en: "not certain")
        }
    }
}
