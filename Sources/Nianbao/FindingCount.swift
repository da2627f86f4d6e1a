public import ReportStandard

/// How much was looked at, and how much was found.
public struct FindingCount: Hashable, Sendable {
    public var reports: Int
    public var figures: Int
    public var errors: Int
    public var warnings: Int
    public var notes: Int

    public init(reports: [Report], findings: [LocatedFinding]) {
        func count(_ severity: Finding.Severity) -> Int { findings.count { $0.finding.severity == severity } }
        self.reports = reports.count
        figures = reports.reduce(0) { $0 + $1.figures.count { $0.figure.status != .missing } }
        errors = count(.error)
        warnings = count(.warning)
        notes = count(.note)
    }

    /// One line.
    public var wording: Wording {
        func plural(_ count: Int, _ name: String) -> String { "\(count) \(name)\(count == 1 ? "" : "s")" }
        return Wording(
            zh: "\(reports)份报告，\(figures)个数据项：\(errors)个错误，\(warnings)个警告，\(notes)个提示",
            en: "\(plural(reports, "report")), \(plural(figures, "figure")): \(plural(errors, "error")), "
                + "\(plural(warnings, "warning")), \(plural(notes, "note"))")
    }
}
