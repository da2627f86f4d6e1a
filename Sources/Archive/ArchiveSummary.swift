internal import ReportStandard

/// What an archive holds, in numbers.
public struct ArchiveSummary: Hashable, Sendable, Codable {
    /// Reports on one year by one form.
    public struct Group: Hashable, Sendable, Codable {
        /// nil where no report of the group says it.
        public var year: Int?
        /// nil where no table of a known form was found.
        public var form: String?
        public var documents = 0
        public var printed = 0
        public var recovered = 0
        public var blank = 0
        public var suspect = 0
        public var missing = 0
        public var checks = 0
        public var checksFailed = 0

        enum CodingKeys: String, CodingKey {
            case year, form, documents, printed, recovered, blank, suspect, missing, checks
            case checksFailed = "checks_failed"
        }

        public var figures: Int { printed + recovered + blank + suspect + missing }

        /// The part of the form's figures that are known, be it that nothing stands there; nil without figures.
        public var completeness: Double? {
            figures == 0 ? nil : Double(printed + recovered + blank) / Double(figures)
        }
    }

    /// By year and form, the newest first.
    public var groups: [Group] = []
    /// Numbers of files, by why they failed.
    public var failures: [String: Int] = [:]
    /// Files with the content of another one.
    public var duplicates = 0

    public init() {}

    mutating func add(_ report: Report) {
        let index =
            groups.firstIndex { $0.year == report.year && $0.form == report.form }
            ?? {
                groups.append(Group(year: report.year, form: report.form))
                return groups.count - 1
            }()
        groups[index].documents += 1
        for entry in report.figures {
            switch entry.figure.status {
            case .printed: groups[index].printed += 1
            case .recovered: groups[index].recovered += 1
            case .blank: groups[index].blank += 1
            case .suspect: groups[index].suspect += 1
            case .missing: groups[index].missing += 1
            }
        }
        groups[index].checks += report.checks.count
        groups[index].checksFailed += report.checks.count { !$0.holds }
    }

    mutating func add(_ input: RenderedInput) {
        switch input.content {
        case .reports(let reports): for report in reports { add(report) }
        case .failed(let name, _): failures[name, default: 0] += 1
        case .duplicate: duplicates += 1
        }
    }

    mutating func sort() {
        groups.sort { ($0.year ?? 0, $0.form ?? "") > ($1.year ?? 0, $1.form ?? "") }
    }
}
