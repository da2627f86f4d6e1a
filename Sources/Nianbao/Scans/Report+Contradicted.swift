internal import ReportStandard

extension Report {
    /// Its labels are not the form's, or most of its sums are wrong: no agency errs so much, but a text that is not what the page
    /// shows does.
    var isContradicted: Bool {
        if findings.contains(where: { $0.kind == .textUntrusted }) { return true }
        let telling = checks.filter { $0.left != 0 || $0.right != 0 }
        return telling.count >= 4 && 2 * telling.count { !$0.holds } > telling.count
    }
}

extension [Report] {
    /// How many figures are certain, less the checks that fail: of two readings of one file the better has more.
    var certainty: Int {
        reduce(0) { sum, report in
            let certain = report.figures.count { [.printed, .recovered, .blank, .reviewed].contains($0.figure.status) }
            return sum + certain - report.checks.count { !$0.holds }
        }
    }
}
