internal import ReportForms
internal import ReportStandard

/// Counts the inputs of a run, one after the other. What it keeps of each is little, and lists have an end.
struct SummaryBuilder {
    /// As many as a page can show and a person look at.
    private static let mostItems = 2000
    private static let mostOutliers = 500
    private static let mostFailures = 1000

    private struct Key: Hashable {
        var year: Int?
        var form: String?
        var level: Agency.Level?
    }

    private var summary = ArchiveSummary()
    private var groups: [Key: ArchiveSummary.Group] = [:]
    private var items: [Finding.Severity: [ArchiveSummary.Item]] = [:]
    private var search: OutlierSearch

    init(forms: FormLibrary) { search = OutlierSearch(forms: forms) }

    mutating func add(_ input: LoadedInput) {
        summary.files.all += 1
        switch input.content {
        case .duplicate:
            summary.duplicates += 1
            summary.files.duplicate += 1
        case .skipped(let name, let detail):
            summary.files.skipped += 1
            summary.skips[name, default: 0] += 1
            if summary.skipped.count < Self.mostFailures {
                summary.skipped.append(.init(file: input.file.path, failure: name, detail: detail))
            }
        case .failed(let name, let detail):
            summary.files.failed += 1
            summary.failures[name, default: 0] += 1
            if summary.failed.count < Self.mostFailures {
                summary.failed.append(.init(file: input.file.path, failure: name, detail: detail))
            }
        case .reports(let reports):
            summary.files.read += 1
            for (number, report) in reports.enumerated() {
                count(report)
                search.add(report, before: input.before[number] ?? [:])
            }
            for finding in input.findings { add(finding) }
        }
    }

    func finished() -> ArchiveSummary {
        var summary = summary
        var groups = groups
        let outliers = search.outliers()
        for outlier in outliers {
            groups[Key(year: outlier.year, form: outlier.form, level: outlier.level)]?.outliers += 1
        }
        summary.outliers = Array(outliers.prefix(Self.mostOutliers))
        summary.groups = groups.values.sorted {
            let (left, right) = (($0.year ?? 0, $0.form ?? ""), ($1.year ?? 0, $1.form ?? ""))
            return left == right ? $0.level.rank < $1.level.rank : left > right
        }
        let ranked = Finding.Severity.allCases.sorted(by: >).flatMap { items[$0] ?? [] }
        summary.findings = Array(ranked.prefix(Self.mostItems))
        return summary
    }

    private mutating func count(_ report: Report) {
        let key = Key(year: report.year, form: report.form, level: report.agency?.level)
        var group = groups[key] ?? .init(year: key.year, form: key.form, level: key.level)
        group.documents += 1
        for entry in report.figures {
            switch entry.figure.status {
            case .printed: group.printed += 1
            case .recovered: group.recovered += 1
            case .blank: group.blank += 1
            case .suspect: group.suspect += 1
            case .missing: group.missing += 1
            }
        }
        group.checks += report.checks.count
        group.checksFailed += report.checks.count { !$0.holds }
        groups[key] = group
    }

    private mutating func add(_ located: LocatedFinding) {
        let finding = located.finding
        summary.findingCounts[finding.severity.rawValue, default: 0] += 1
        guard items[finding.severity]?.count ?? 0 < Self.mostItems else { return }
        items[finding.severity, default: []].append(
            .init(
                file: located.report.file, document: located.report.document, agency: located.report.agency,
                year: located.report.year, kind: finding.kind, severity: finding.severity, code: finding.code,
                page: finding.page, messageEnglish: finding.message(in: .english),
                messageChinese: finding.message(in: .chinese)))
    }
}
